namespace ChatBot.Knowledge.Documents;

/// <summary>Limits of <see cref="DocumentReader"/>.</summary>
public sealed class DocumentReaderOptions
{
    /// <summary>The most bytes that one document may have: 1 or more; 4 MiB unless set.</summary>
    public int MaximumBytes { get; init; } = 4 << 20;

    /// <summary>
    /// The most sentences that are kept of one document: 1 or more; 1,000 unless set, about fifty printed pages. Each is compared with all that is known,
    /// which takes milliseconds.
    /// </summary>
    public int MaximumSentences { get; init; } = 1000;
}
