using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// Finds the facts that answer a question: first by BM25F over sentences and paragraphs, then ranked anew by a learnt model over general signals (words,
/// order, nearness, headings, neighbours, the expected kind of answer). The same question on the same facts gives the same evidence. Thread-safe.
/// </summary>
public sealed class Retriever
{
    [ThreadStatic]
    private static Workspace? t_workspace;

    private readonly RankingModel _model;

    /// <summary>With the model that ships.</summary>
    public Retriever() : this(RankingModel.Default)
    {
    }

    internal Retriever(RankingModel model) => _model = model;

    /// <summary>The evidence for <paramref name="question"/>, best first; empty where no fact shares a word with it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public IReadOnlyList<Evidence> Search(Question question, IndexSnapshot index, RetrievalOptions? options = null) =>
        Rank(question, index, options ?? RetrievalOptions.Default).Evidence;

    internal Ranking Rank(Question question, IndexSnapshot index, RetrievalOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Evidence, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sentences, 1);
        var work = t_workspace ??= new Workspace();
        work.Collect(question, index, options, QuestionWords.Default);
        var count = work.Found.Count;
        var scores = new double[count];
        for (var i = 0; i < count; i++) scores[i] = _model.Score(work.SignalsOf(i));
        var order = Order(work, index, scores);

        var paragraphs = work.Paragraphs;
        Span<float> standing = stackalloc float[Standing.Count];
        var evidence = new List<Evidence>(Math.Min(count, options.Evidence));
        foreach (var i in order.AsSpan(0, Math.Min(count, options.Evidence)))
        {
            var segment = index.Segments[work.Found[i].Segment];
            var document = segment.Documents[segment.ParagraphDocument[segment.SentenceParagraph[work.Found[i].Sentence]]].Document;
            var signals = work.SignalsOf(i).ToArray();
            Standing.Read(signals, scores, paragraphs, i, standing);
            evidence.Add(new Evidence(segment.Facts[work.Found[i].Sentence], document, scores[i], _model.Confidence(standing), () => _model.Explain(signals)));
        }
        return new Ranking(evidence, RankParagraphs(work, index, order, scores));
    }

    /// <summary>The paragraphs by the logarithm of the sum of their candidates' exponentials: all that speaks for a paragraph counts, the best sentence most.</summary>
    private static List<(Fact Best, double Score)> RankParagraphs(Workspace work, IndexSnapshot index, int[] order, double[] scores)
    {
        var ranked = new List<(long Paragraph, int Best, double Mass)>();
        foreach (var i in order)
        {
            var mass = Math.Exp(scores[i] - scores[order[0]]);
            var known = ranked.FindIndex(entry => entry.Paragraph == work.Paragraphs[i]);
            if (known < 0) ranked.Add((work.Paragraphs[i], i, mass));
            else ranked[known] = ranked[known] with { Mass = ranked[known].Mass + mass };
        }
        return [.. ranked.OrderByDescending(entry => entry.Mass)
            .Select(entry => (index.Segments[work.Found[entry.Best].Segment].Facts[work.Found[entry.Best].Sentence], scores[order[0]] + Math.Log(entry.Mass)))];
    }

    /// <summary>By score; of equal ones by document and place, so that the order in which documents came in makes no difference.</summary>
    private static int[] Order(Workspace work, IndexSnapshot index, double[] scores)
    {
        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) =>
        {
            var byScore = scores[b].CompareTo(scores[a]);
            if (byScore != 0) return byScore;
            var (first, second) = (index.Segments[work.Found[a].Segment].Facts[work.Found[a].Sentence].Id, index.Segments[work.Found[b].Segment].Facts[work.Found[b].Sentence].Id);
            var byDocument = string.CompareOrdinal(first.Document.Value, second.Document.Value);
            return byDocument != 0 ? byDocument : first.Number.CompareTo(second.Number);
        });
        return order;
    }
}

/// <summary>The outcome of one search.</summary>
/// <param name="Evidence">The best facts, best first.</param>
/// <param name="Paragraphs">The paragraphs of all candidates, best first, each with its best fact.</param>
internal readonly record struct Ranking(IReadOnlyList<Evidence> Evidence, IReadOnlyList<(Fact Best, double Score)> Paragraphs);
