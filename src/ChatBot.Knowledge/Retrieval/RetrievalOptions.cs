namespace ChatBot.Knowledge.Retrieval;

/// <summary>How much to look for.</summary>
public sealed record RetrievalOptions
{
    /// <summary>How many pieces of evidence to return at most; 1 to 100, 10 unless stated.</summary>
    public int Evidence { get; init; } = 10;

    /// <summary>How many sentences the first stage hands on by their own words; 1 to 200, 16 unless stated.</summary>
    public int Sentences { get; init; } = 16;

    /// <summary>How many paragraphs the first stage hands on with their best sentences; 0 to 50, 6 unless stated.</summary>
    public int Paragraphs { get; init; } = 6;

    /// <summary>How many sentences of one such paragraph, best first; 1 to 50, 6 unless stated.</summary>
    public int SentencesOfParagraph { get; init; } = 6;

    /// <summary>The defaults.</summary>
    public static RetrievalOptions Default { get; } = new();
}
