using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>What each subscription wants to hear of first.</summary>
internal static class Interests
{
    /// <summary>Looks them up in a store.</summary>
    public static FindInterests In(SubscriptionStore store) => async (ids, cancellation) => (await store.FollowedAsync(ids, cancellation)).ToDictionary(followed => followed.Key, followed => Of(followed.Value));

    /// <summary>The interest of who follows this.</summary>
    public static Interest Of(Following following)
    {
        switch (following.Kind)
        {
            case SubscriptionKind.Entity: return new Interest(following.Label, line => line.Entities?.Contains(following.Subject) == true, content => content.Outlet == following.Subject);
            case SubscriptionKind.Attribute: return new Interest(following.Label, line => line.Attributes?.Contains(following.Subject) == true);
            case SubscriptionKind.Keywords when Keywords.Read(following.Subject) is { } words: return new Interest(following.Label, line => line.Texts.Any(text => words.StandIn(Keywords.StemsOf(text))), content => words.Name(content.Publisher));
            default: return new Interest(null, _ => true);
        }
    }
}
