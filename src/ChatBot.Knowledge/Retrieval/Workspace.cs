using System.Runtime.InteropServices;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>The working memory of one search after the other, on one thread: candidates and their signals.</summary>
internal sealed class Workspace
{
    private readonly Candidates _candidates = new();
    private readonly SignalReader _reader = new();
    private readonly List<long> _paragraphs = [];
    private float[] _signals = [];

    /// <summary>The candidates of the search at hand.</summary>
    public List<Candidate> Found { get; } = [];

    /// <summary>The signals of a candidate.</summary>
    public Span<float> SignalsOf(int candidate) => _signals.AsSpan(candidate * Signals.Count, Signals.Count);

    /// <summary>For each candidate a number for its paragraph, no two paragraphs having the same.</summary>
    public ReadOnlySpan<long> Paragraphs => CollectionsMarshal.AsSpan(_paragraphs);

    /// <summary>Finds the candidates and measures them.</summary>
    public void Collect(Question question, IndexSnapshot index, RetrievalOptions options, QuestionWords words)
    {
        Found.Clear();
        _paragraphs.Clear();
        var terms = QueryTerms.Of(question, index, words);
        if (terms.Count == 0) return;
        for (var s = 0; s < index.Segments.Count; s++)
        {
            var segment = index.Segments[s];
            var stems = terms.In(segment);
            var first = Found.Count;
            _candidates.Find(terms, stems, index, s, options, Found);
            if (_signals.Length < Found.Count * Signals.Count) Array.Resize(ref _signals, 2 * Found.Count * Signals.Count);
            _reader.Begin(terms, stems, segment, _candidates.DocumentTerms);
            for (var i = first; i < Found.Count; i++) _reader.Read(Found[i].Sentence, SignalsOf(i));
            _reader.End();
        }
        Compare(terms, index);
    }

    /// <summary>The signals that compare a candidate with the others.</summary>
    private void Compare(QueryTerms terms, IndexSnapshot index)
    {
        foreach (var candidate in Found) _paragraphs.Add(((long)candidate.Segment << 32) + index.Segments[candidate.Segment].SentenceParagraph[candidate.Sentence]);
        var bestSentence = 1e-6f;
        var bestParagraph = 1e-6f;
        foreach (var candidate in Found)
        {
            bestSentence = Math.Max(bestSentence, candidate.SentenceScore);
            bestParagraph = Math.Max(bestParagraph, candidate.ParagraphScore);
        }
        var mostSentence = Math.Max(1e-6f, terms.TotalIdf * (float)(Bm25f.Sentences.Saturation + 1));
        var mostParagraph = Math.Max(1e-6f, terms.TotalParagraphIdf * (float)(Bm25f.Paragraphs.Saturation + 1));
        for (var i = 0; i < Found.Count; i++)
        {
            var candidate = Found[i];
            var (sentenceRank, paragraphRank, bestOfParagraph) = (1, 1, candidate.SentenceScore);
            var paragraph = _paragraphs[i];
            for (var k = 0; k < Found.Count; k++)
            {
                var other = Found[k];
                if (other.SentenceScore > candidate.SentenceScore) sentenceRank++;
                if (other.ParagraphScore > candidate.ParagraphScore) paragraphRank++;
                if (_paragraphs[k] == paragraph)
                    bestOfParagraph = Math.Max(bestOfParagraph, other.SentenceScore);
            }
            var signals = SignalsOf(i);
            signals[(int)Signal.SentenceMatch] = candidate.SentenceScore / mostSentence;
            signals[(int)Signal.SentenceMatchToBest] = candidate.SentenceScore / bestSentence;
            signals[(int)Signal.ParagraphMatch] = candidate.ParagraphScore / mostParagraph;
            signals[(int)Signal.ParagraphMatchToBest] = candidate.ParagraphScore / bestParagraph;
            signals[(int)Signal.BestOfParagraph] = candidate.SentenceScore / Math.Max(bestOfParagraph, 1e-6f);
            signals[(int)Signal.SentenceRank] = 1f / sentenceRank;
            signals[(int)Signal.ParagraphRank] = 1f / paragraphRank;
        }
    }
}
