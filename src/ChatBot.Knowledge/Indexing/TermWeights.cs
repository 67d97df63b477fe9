namespace ChatBot.Knowledge.Indexing;

/// <summary>How much it says that a sentence or paragraph holds a stem.</summary>
internal static class TermWeights
{
    /// <summary>How many sentences' worth of evidence the background is.</summary>
    public const double BackgroundSentences = 300;

    /// <summary>How many sentences of general English one paragraph of the background is taken to have.</summary>
    private const double SentencesPerParagraph = 4;

    /// <summary>
    /// The surprise, in nats, of finding the stem in a sentence: −ln of its share of sentences, the collection's own share and the background's mixed
    /// as a Dirichlet prior mixes them. Always above 0; about 1 for the commonest words, about 8 for a word seen once in 6,000 sentences.
    /// </summary>
    public static double OfSentence(IndexSnapshot index, string stem)
    {
        var share = (index.SentenceFrequency(stem) + BackgroundSentences * BackgroundFrequencies.Of(stem)) / (index.Counts.Sentences + BackgroundSentences);
        return -Math.Log(Math.Min(share, 0.9));
    }

    /// <summary>The same for a paragraph.</summary>
    public static double OfParagraph(IndexSnapshot index, string stem)
    {
        const double background = BackgroundSentences / SentencesPerParagraph;
        var share = (index.ParagraphFrequency(stem) + background * Math.Min(0.9, SentencesPerParagraph * BackgroundFrequencies.Of(stem))) / (index.Counts.Paragraphs + background);
        return -Math.Log(Math.Min(share, 0.9));
    }
}
