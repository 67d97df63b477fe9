namespace ChatBot.Sources.Feeds;

/// <summary>A feed as read.</summary>
/// <param name="Title">What it calls itself; null where it doesn't.</param>
/// <param name="Language">Its language tag; null where it names none.</param>
/// <param name="Entries">Its entries in their order.</param>
internal sealed record Feed(string? Title, string? Language, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>How many entries stand below those that are read.</summary>
    public int Beyond { get; init; }
}

/// <summary>One entry of a feed.</summary>
/// <param name="Id">What the feed knows it by; null where it gives none.</param>
/// <param name="Link">The page it leads to, in full; null where it names none on the web.</param>
/// <param name="Title">Plain text; null where it has none.</param>
/// <param name="Content">Its longest text; "" where it has none.</param>
/// <param name="IsHtml">Whether the content is HTML; else plain text.</param>
/// <param name="Author">Names, never a mail address.</param>
/// <param name="Date">When it was published, as written; null where it doesn't say.</param>
internal sealed record FeedEntry(string? Id, Uri? Link, string? Title, string Content, bool IsHtml, string? Author, string? Date)
{
    /// <summary>When it was last changed, as written; null where it doesn't say.</summary>
    public string? Updated { get; init; }
}

/// <summary>The outcome of reading a feed.</summary>
internal abstract record FeedReadResult
{
    private FeedReadResult()
    {
    }

    /// <summary>It is a feed.</summary>
    internal sealed record Read(Feed Feed) : FeedReadResult;

    /// <summary>It is none, or a broken one.</summary>
    /// <param name="Words">What is wrong and where, for the operator.</param>
    internal sealed record Refused(string Words) : FeedReadResult;
}
