namespace ChatBot.Updates;

/// <summary>What a subscriber wants to hear of: news lead with it.</summary>
/// <param name="Label">As people call it; null where all news are wanted.</param>
/// <param name="Concerns">Whether a line of news is of it.</param>
/// <param name="Publishes">Whether what is followed published the document: then all of it is wanted; null where it can't have.</param>
internal sealed record Interest(string? Label, Func<UpdateLine, bool> Concerns, Func<UpdateContent, bool>? Publishes = null);

/// <summary>What subscriptions of these numbers are for; one that has ended is left out.</summary>
internal delegate ValueTask<IReadOnlyDictionary<long, Interest>> FindInterests(IReadOnlyCollection<long> subscriptions, CancellationToken cancellation);
