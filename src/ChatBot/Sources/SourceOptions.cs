namespace ChatBot.Sources;

/// <summary>A source of documents as the operator set it up.</summary>
/// <param name="Name">What it is called: 1 to 40 of a–z, 0–9 and hyphen. What it has brought is remembered under it.</param>
/// <param name="Every">How often it is looked at.</param>
internal abstract record SourceOptions(string Name, TimeSpan Every)
{
    private const string FeedOrigin = "feed:";
    private const string FolderOrigin = "folder:";

    /// <summary>Where it is, for people.</summary>
    public abstract string Address { get; }

    /// <summary>The origin, in the store, of what it brings.</summary>
    public abstract string Origin { get; }

    /// <summary>Whether an origin, as the store has it, is a feed's.</summary>
    public static bool IsFeed(string origin) => origin.StartsWith(FeedOrigin, StringComparison.Ordinal);

    /// <summary>The origin of what the feed of that name brings.</summary>
    public static string OriginOfFeed(string name) => FeedOrigin + name;

    /// <summary>Whether an origin, as the store has it, is that of a folder that is a source.</summary>
    public static bool IsFolder(string origin) => origin.StartsWith(FolderOrigin, StringComparison.Ordinal);

    /// <summary>Whether an origin, as the store has it, is a feed's or a folder's.</summary>
    public static bool IsSource(string origin) => IsFeed(origin) || IsFolder(origin);

    /// <summary>An origin, as the store has it, in words.</summary>
    public static string Words(string? origin) => origin switch
    {
        null or TopicLibrary.TopicOrigin => "the topic's own folder",
        Ingestion.Origin => "'chatbot ingest'",
        _ when IsFeed(origin) => $"the feed '{origin[FeedOrigin.Length..]}'",
        _ when IsFolder(origin) => $"the folder '{origin[FolderOrigin.Length..]}'",
        _ => "a program that handed it in",
    };

    /// <summary>An RSS or Atom feed.</summary>
    /// <param name="Name">As above.</param>
    /// <param name="Url">Its address.</param>
    /// <param name="Every">As above; 15 minutes unless set.</param>
    internal sealed record Feed(string Name, Uri Url, TimeSpan Every) : SourceOptions(Name, Every)
    {
        /// <summary>Whether the text is that of the page that an entry links to; else the entry's own.</summary>
        public bool FromPages { get; init; }

        /// <summary>The publisher to name; null takes the feed's title.</summary>
        public string? Publisher { get; init; }

        public override string Address => Url.ToString();

        public override string Origin => FeedOrigin + Name;
    }

    /// <summary>A folder in which documents appear.</summary>
    /// <param name="Name">As above.</param>
    /// <param name="Path">Its full path.</param>
    /// <param name="Every">As above; 5 seconds unless set.</param>
    internal sealed record Folder(string Name, string Path, TimeSpan Every) : SourceOptions(Name, Every)
    {
        /// <summary>How long a file must stay as it is before it counts as written; 3 seconds unless set.</summary>
        public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(3);

        public override string Address => Path;

        public override string Origin => FolderOrigin + Name;
    }
}
