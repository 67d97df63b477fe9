namespace ChatBot.Knowledge.Documents;

/// <summary>Limits of <see cref="DocumentReader"/>.</summary>
public sealed class DocumentReaderOptions
{
    /// <summary>The most bytes that one document may have: 1 or more; 4 MiB unless set.</summary>
    public int MaximumBytes { get; init; } = 4 << 20;
}
