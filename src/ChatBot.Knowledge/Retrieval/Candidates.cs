using ChatBot.Knowledge.Indexing;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>A sentence that the first stage hands on.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="Sentence">Number of the sentence in it.</param>
/// <param name="SentenceScore">BM25F of the sentence.</param>
/// <param name="ParagraphScore">BM25F of its paragraph.</param>
internal readonly record struct Candidate(int Segment, int Sentence, float SentenceScore, float ParagraphScore);

/// <summary>
/// The first stage: the sentences that match best by themselves, and the best ones of the paragraphs that match best as a whole (where the
/// answer's own sentence may hold hardly a word of the question).
/// </summary>
internal sealed class Candidates
{
    private readonly SegmentScorer _scorer = new();
    private readonly TopList _sentences = new();
    private readonly TopList _paragraphs = new();
    private readonly TopList _within = new();
    private readonly HashSet<int> _taken = [];

    /// <summary>For each document of the segment searched last, a bit for each term that stands in it.</summary>
    public ReadOnlySpan<ulong> DocumentTerms => _scorer.DocumentTerms;

    /// <summary>Adds the candidates of one segment to <paramref name="found"/>.</summary>
    public void Find(QueryTerms terms, WeightedStem[][] stems, IndexSnapshot index, int segmentNumber, RetrievalOptions options, List<Candidate> found)
    {
        var segment = index.Segments[segmentNumber];
        _scorer.Begin(segment);
        for (var i = 0; i < stems.Length; i++)
            _scorer.AddTerm(segment, stems[i], terms.SentenceIdf[i], terms.ParagraphIdf[i], index.Counts);

        _sentences.Take(_scorer.Sentences[..segment.SentenceCount], options.Sentences, s => segment.IsLive(segment.SentenceParagraph[s]));
        _paragraphs.Take(_scorer.Paragraphs[..segment.ParagraphCount], options.Paragraphs, segment.IsLive);
        _taken.Clear();
        foreach (var (s, score) in _sentences.Items)
            if (_taken.Add(s)) found.Add(new Candidate(segmentNumber, s, score, _scorer.Paragraphs[segment.SentenceParagraph[s]]));
        foreach (var (p, score) in _paragraphs.Items)
        {
            var from = segment.ParagraphSentences[p];
            _within.TakeAll(_scorer.Sentences[from..segment.ParagraphSentences[p + 1]], options.SentencesOfParagraph);
            foreach (var (offset, sentenceScore) in _within.Items)
                if (_taken.Add(from + offset)) found.Add(new Candidate(segmentNumber, from + offset, sentenceScore, score));
        }
    }
}
