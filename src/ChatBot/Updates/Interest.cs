namespace ChatBot.Updates;

/// <summary>What a subscriber wants to hear of: news lead with it.</summary>
/// <param name="Label">As people call it; null where all news are wanted.</param>
/// <param name="Concerns">Whether a line of news is of it.</param>
/// <param name="Outlet">The entity that is followed: of a document that it published all is wanted; null where something else is followed.</param>
internal sealed record Interest(string? Label, Func<UpdateLine, bool> Concerns, string? Outlet = null);

/// <summary>What subscriptions of these numbers are for; one that has ended is left out.</summary>
internal delegate ValueTask<IReadOnlyDictionary<long, Interest>> FindInterests(IReadOnlyCollection<long> subscriptions, CancellationToken cancellation);
