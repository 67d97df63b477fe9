using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>A question's words as the search needs them: each stem once, with its weight in the collection at hand.</summary>
internal sealed class QueryTerms
{
    /// <summary>Of a longer question only its weightiest words are searched.</summary>
    public const int Most = 40;

    private QueryTerms(QuestionTerm[] terms, float[] sentenceIdf, float[] paragraphIdf, Question question, QuestionWords words)
    {
        (Terms, SentenceIdf, ParagraphIdf, Question) = (terms, sentenceIdf, paragraphIdf, question);
        ExpectedInSentence = new float[terms.Length];
        ExpectedInParagraph = new float[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var rate = words.Of(terms[i].Stem, terms[i].Traits);
            ExpectedInSentence[i] = sentenceIdf[i] * rate.Sentence;
            ExpectedInParagraph[i] = paragraphIdf[i] * rate.Paragraph;
        }
        foreach (var idf in sentenceIdf) TotalIdf += idf;
        foreach (var idf in paragraphIdf) TotalParagraphIdf += idf;
        IsName = new bool[terms.Length];
        IsNumber = new bool[terms.Length];
        Forms = new string[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            IsName[i] = (terms[i].Traits & (TokenTraits.Capitalised | TokenTraits.AllCapitals)) != 0;
            IsNumber[i] = (terms[i].Traits & TokenTraits.Number) != 0;
            Forms[i] = "";
        }
        var first = true;
        foreach (var token in question.Tokens)
        {
            var at = Array.FindIndex(terms, term => string.Equals(term.Stem, token.Stem, StringComparison.Ordinal));
            if (at >= 0)
            {
                if (Forms[at].Length == 0) Forms[at] = token.Term;
                if (first && (token.Traits & TokenTraits.AllCapitals) == 0) IsName[at] = false; // Every first word has a capital.
            }
            first = false;
        }
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>Its terms, in the order of the question.</summary>
    public QuestionTerm[] Terms { get; }

    /// <summary>Weight of each term in sentences.</summary>
    public float[] SentenceIdf { get; }

    /// <summary>Weight of each term in paragraphs.</summary>
    public float[] ParagraphIdf { get; }

    /// <summary>Weight in sentences times the chance that an answering sentence holds the term.</summary>
    public float[] ExpectedInSentence { get; }

    /// <summary>Weight in paragraphs times the chance that an answering paragraph holds the term.</summary>
    public float[] ExpectedInParagraph { get; }

    /// <summary>Sum of <see cref="SentenceIdf"/>.</summary>
    public float TotalIdf { get; }

    /// <summary>Sum of <see cref="ParagraphIdf"/>.</summary>
    public float TotalParagraphIdf { get; }

    /// <summary>Whether the term has a capital in the question that its place doesn't explain.</summary>
    public bool[] IsName { get; }

    /// <summary>Whether it is in digits.</summary>
    public bool[] IsNumber { get; }

    /// <summary>The form in which it stands in the question.</summary>
    public string[] Forms { get; }

    /// <summary>How many terms.</summary>
    public int Count => Terms.Length;

    /// <summary>The terms of <paramref name="question"/>, weighed by <paramref name="index"/>.</summary>
    public static QueryTerms Of(Question question, IndexSnapshot index, QuestionWords words)
    {
        var terms = new List<QuestionTerm>();
        foreach (var term in question.Terms)
            if (!terms.Exists(known => string.Equals(known.Stem, term.Stem, StringComparison.Ordinal))) terms.Add(term);
        var weights = terms.ConvertAll(term => TermWeights.OfSentence(index, term.Stem));
        if (terms.Count > Most)
        {
            var kept = Enumerable.Range(0, terms.Count).OrderByDescending(i => weights[i]).Take(Most).Order().ToList();
            terms = kept.ConvertAll(i => terms[i]);
            weights = kept.ConvertAll(i => weights[i]);
        }
        return new QueryTerms(
            [.. terms], [.. weights.ConvertAll(weight => (float)weight)], [.. terms.ConvertAll(term => (float)TermWeights.OfParagraph(index, term.Stem))], question,
            words);
    }

    /// <summary>For each term the stems of <paramref name="segment"/> that stand for it.</summary>
    public WeightedStem[][] In(IndexSegment segment)
    {
        var stems = new WeightedStem[Count][];
        for (var i = 0; i < Count; i++)
        {
            var found = new List<WeightedStem>();
            if (segment.StemNumbers.TryGetValue(Terms[i].Stem, out var number)) found.Add(new WeightedStem(number, 1));
            foreach (var alternative in Terms[i].Alternatives)
                if (segment.StemNumbers.TryGetValue(alternative.Stem, out var other) && !found.Exists(known => known.Stem == other))
                    found.Add(new WeightedStem(other, (float)alternative.Weight));
            stems[i] = [.. found];
        }
        return stems;
    }
}
