namespace ChatBot.Knowledge.Indexing;

/// <summary>A stem to search for, within one segment.</summary>
/// <param name="Stem">The stem's number in the segment.</param>
/// <param name="Weight">0 to 1: how nearly it means the question's word.</param>
internal readonly record struct WeightedStem(int Stem, float Weight);

/// <summary>
/// BM25F over two fields, the text and its headings (S. Robertson, H. Zaragoza: "The Probabilistic Relevance Framework: BM25 and Beyond", 2009): the
/// fields' counts are weighted, and the text's normalised by its length, before they are saturated together. Sentences and paragraphs are
/// scored in one pass, because a paragraph's sentences lie side by side in the postings.
/// </summary>
internal sealed record Bm25f(double Saturation, double LengthShare, double HeadingWeight)
{
    /// <summary>For sentences: short, so length matters little and repetition hardly occurs.</summary>
    public static Bm25f Sentences { get; } = new(1.0, 0.45, 0.35);

    /// <summary>For paragraphs.</summary>
    public static Bm25f Paragraphs { get; } = new(1.4, 0.6, 0.4);

    /// <summary>What one term adds.</summary>
    /// <param name="count">How often it stands in the text (weighted).</param>
    /// <param name="heading">How often in the headings (weighted).</param>
    /// <param name="lengthRatio">The text's length over the average.</param>
    /// <param name="idf">The term's weight (<see cref="TermWeights"/>).</param>
    public float Score(float count, float heading, float lengthRatio, float idf)
    {
        var tf = count / (float)(1 - LengthShare + LengthShare * lengthRatio) + (float)HeadingWeight * heading;
        return idf * tf * (float)(Saturation + 1) / (tf + (float)Saturation);
    }
}
