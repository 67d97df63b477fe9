using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>
/// How likely a fact near the top answers the question, by trees over its signals, its place among the others and the look of the question: what a
/// missing word means depends on what is asked. Learnt from question sets by the benchmarks' <c>learn-meaning</c>.
/// </summary>
internal static class MeaningConfidence
{
    /// <summary>Facts further down are never right enough to be told, and are not judged.</summary>
    public const int MostFacts = 10;

    /// <summary>What is seen of a question.</summary>
    /// <param name="Expects">What it asks for.</param>
    /// <param name="Words">How many words of it are no names.</param>
    /// <param name="Entities">How many entities it names.</param>
    /// <param name="Attribute">How surely it asks for an attribute of the topic, 0 to 1: where it does, a fact that doesn't fill it is less likely right than where the topic knows none.</param>
    public readonly record struct Shape(AnswerType Expects, int Words, int Entities, double Attribute);

    /// <summary>The values' names, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Names =
    [
        .. MeaningSignals.Names, "score", "score below the best", "rank", "best score", "words asked", "entities asked", "attribute asked", .. Enum.GetNames<AnswerType>().Select(name => "asks for " + name),
    ];

    private static readonly TreeEnsemble Trees = Load();

    /// <summary>The shape of a question.</summary>
    public static Shape ShapeOf(Question question) => new(question.Expects, question.Terms.Count(term => term.Entity is null), question.Entities.Count, question.AttributesAsked.Count == 0 ? 0 : question.AttributesAsked.Values.Max());

    /// <summary>Probability, 0 to 1, that each of the ranked facts answers; those beyond <see cref="MostFacts"/> get that of their score alone.</summary>
    public static void Judge(Question question, List<RankedFact> ranked)
    {
        if (ranked.Count == 0) return;
        var shape = ShapeOf(question);
        Span<float> values = stackalloc float[Names.Length];
        for (var i = 0; i < ranked.Count && i < MostFacts; i++)
        {
            Read(shape, ranked[i].Signals, ranked[i].Score, ranked[0].Score, i, values);
            ranked[i] = ranked[i] with { Probability = 1 / (1 + Math.Exp(-Trees.Sum(values))) };
        }
    }

    /// <summary>Fills in what the trees look at.</summary>
    /// <param name="shape">The question.</param>
    /// <param name="signals">The fact's signals.</param>
    /// <param name="score">Its score.</param>
    /// <param name="best">The best fact's score.</param>
    /// <param name="rank">How many facts stand above it.</param>
    /// <param name="values">One place per name.</param>
    public static void Read(Shape shape, double[] signals, double score, double best, int rank, Span<float> values)
    {
        values.Clear();
        for (var i = 0; i < signals.Length; i++) values[i] = (float)signals[i];
        var own = values[signals.Length..];
        own[0] = (float)score;
        own[1] = (float)(best - score);
        own[2] = rank;
        own[3] = (float)best;
        own[4] = shape.Words;
        own[5] = shape.Entities;
        own[6] = (float)shape.Attribute;
        own[7 + (int)shape.Expects] = 1;
    }

    private static TreeEnsemble Load()
    {
        using var lines = LanguageData.Lines("meaning-confidence.txt").GetEnumerator();
        if (!lines.MoveNext()) throw new InvalidOperationException("The trees of the confidence are not part of the assembly.");
        return TreeEnsemble.Read(lines.Current, lines, name => Array.FindIndex(Names, n => n.Replace(' ', '_').Replace(':', ';') == name) is >= 0 and var at
            ? at : throw new InvalidOperationException($"meaning-confidence.txt looks at '{name}', which is no signal."));
    }
}
