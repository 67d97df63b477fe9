namespace ChatBot.Knowledge.Indexing;

/// <summary>
/// Scores every sentence and paragraph of one segment against a question's terms, term by term, into dense arrays. Exact: the sum of
/// <see cref="Bm25f.Score"/> over the terms, whatever the segments the index happens to consist of.
/// </summary>
internal sealed class SegmentScorer
{
    private float[] _sentences = [];
    private float[] _paragraphs = [];
    private float[] _counts = [];
    private ulong[] _documents = [];
    private readonly List<int> _touched = [];
    private int _term;

    /// <summary>Score of each sentence of the segment scored last.</summary>
    public ReadOnlySpan<float> Sentences => _sentences;

    /// <summary>Score of each paragraph.</summary>
    public ReadOnlySpan<float> Paragraphs => _paragraphs;

    /// <summary>For each document a bit for each term, in the order of adding, that stands in it; the first 64 terms only.</summary>
    public ReadOnlySpan<ulong> DocumentTerms => _documents;

    /// <summary>Makes room for <paramref name="segment"/>, all scores 0.</summary>
    public void Begin(IndexSegment segment)
    {
        _term = -1;
        if (_documents.Length < segment.Documents.Length) _documents = new ulong[segment.Documents.Length];
        else _documents.AsSpan(0, segment.Documents.Length).Clear();
        if (_sentences.Length < segment.SentenceCount)
        {
            _sentences = new float[segment.SentenceCount];
            _counts = new float[segment.SentenceCount];
            _paragraphs = new float[segment.SentenceCount];
        }
        else
        {
            _sentences.AsSpan(0, segment.SentenceCount).Clear();
            _paragraphs.AsSpan(0, segment.ParagraphCount).Clear();
        }
    }

    /// <summary>Adds one question term, standing for any of <paramref name="stems"/>.</summary>
    public void AddTerm(IndexSegment segment, ReadOnlySpan<WeightedStem> stems, float sentenceIdf, float paragraphIdf, SegmentCounts collection)
    {
        _term++;
        if (stems.Length == 0) return;
        var averageSentence = Math.Max(1f, (float)collection.Tokens / Math.Max(1, collection.Sentences));
        var averageParagraph = Math.Max(1f, (float)collection.Tokens / Math.Max(1, collection.Paragraphs));
        var (sentences, counts, paragraphs) = (segment.PostingSentence, segment.PostingCount, segment.SentenceParagraph);

        if (stems.Length == 1 && segment.StemHeadings[stems[0].Stem].Length == 0)
        {
            var (stem, weight) = stems[0];
            var current = -1;
            float inParagraph = 0;
            for (var i = segment.PostingStart[stem]; i < segment.PostingStart[stem + 1]; i++)
            {
                var s = sentences[i];
                var count = weight * counts[i];
                _sentences[s] += Bm25f.Sentences.Score(count, 0, segment.SentenceLength[s] / averageSentence, sentenceIdf);
                if (paragraphs[s] != current)
                {
                    if (current >= 0) AddParagraph(segment, current, inParagraph, 0, averageParagraph, paragraphIdf);
                    (current, inParagraph) = (paragraphs[s], 0);
                }
                inParagraph += count;
            }
            if (current >= 0) AddParagraph(segment, current, inParagraph, 0, averageParagraph, paragraphIdf);
            return;
        }

        // Several stems, or headings: the counts are gathered first, for they saturate together.
        foreach (var (stem, weight) in stems)
            for (var i = segment.PostingStart[stem]; i < segment.PostingStart[stem + 1]; i++)
            {
                var s = sentences[i];
                if (_counts[s] == 0) _touched.Add(s);
                _counts[s] += weight * counts[i];
            }
        var headings = HeadingWeights(segment, stems);
        foreach (var (heading, weight) in headings)
            for (var p = segment.HeadingParagraphs[heading]; p < segment.HeadingParagraphs[heading + 1]; p++)
            {
                float inParagraph = 0;
                for (var s = segment.ParagraphSentences[p]; s < segment.ParagraphSentences[p + 1]; s++)
                {
                    inParagraph += _counts[s];
                    _sentences[s] += Bm25f.Sentences.Score(_counts[s], weight, segment.SentenceLength[s] / averageSentence, sentenceIdf);
                    _counts[s] = 0;
                }
                AddParagraph(segment, p, inParagraph, weight, averageParagraph, paragraphIdf);
            }
        foreach (var touched in _touched)
        {
            if (_counts[touched] == 0) continue;
            var p = paragraphs[touched];
            float inParagraph = 0;
            for (var s = segment.ParagraphSentences[p]; s < segment.ParagraphSentences[p + 1]; s++)
            {
                if (_counts[s] == 0) continue;
                inParagraph += _counts[s];
                _sentences[s] += Bm25f.Sentences.Score(_counts[s], 0, segment.SentenceLength[s] / averageSentence, sentenceIdf);
                _counts[s] = 0;
            }
            AddParagraph(segment, p, inParagraph, 0, averageParagraph, paragraphIdf);
        }
        _touched.Clear();
    }

    /// <summary>The headings that hold any of the stems, each with the greatest weight.</summary>
    public static List<(int Heading, float Weight)> HeadingWeights(IndexSegment segment, ReadOnlySpan<WeightedStem> stems)
    {
        var headings = new List<(int Heading, float Weight)>();
        foreach (var (stem, weight) in stems)
            foreach (var heading in segment.StemHeadings[stem])
            {
                var known = headings.FindIndex(entry => entry.Heading == heading);
                if (known < 0) headings.Add((heading, weight));
                else if (headings[known].Weight < weight) headings[known] = (heading, weight);
            }
        return headings;
    }

    private void AddParagraph(IndexSegment segment, int p, float count, float heading, float average, float idf)
    {
        if (count > 0) _documents[segment.ParagraphDocument[p]] |= 1UL << _term;
        _paragraphs[p] += Bm25f.Paragraphs.Score(count, heading, segment.ParagraphTokens[p] / average, idf);
    }
}
