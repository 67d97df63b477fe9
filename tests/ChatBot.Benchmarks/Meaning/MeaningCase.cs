using ChatBot.Knowledge.Retrieval.Meaning;

namespace ChatBot.Benchmarks.Meaning;

/// <summary>A question's facts with their signals.</summary>
/// <param name="Signals">Per fact.</param>
/// <param name="IsRight">Whether the fact answers.</param>
/// <param name="Answerable">Whether any can.</param>
/// <param name="Weight">How much the case counts.</param>
internal sealed record MeaningCase(double[][] Signals, bool[] IsRight, bool Answerable, double Weight)
{
    /// <summary>Facts further down never matter; leaving them out makes learning a hundred times faster.</summary>
    private const int MostFacts = 25;

    /// <summary>The topic or collection that the question is about.</summary>
    public required string Group { get; init; }

    /// <summary>The set that the question is of.</summary>
    public required string Set { get; init; }

    /// <summary>The part of the cross-validation that it belongs to.</summary>
    public required int Fold { get; init; }

    /// <summary>What the question looks like, for the confidence.</summary>
    public required MeaningConfidence.Shape Shape { get; init; }

    /// <summary>The same question put to documents from which the facts that answer it were taken out: what is left must not answer.</summary>
    public MeaningCase WithoutAnswer(double weight) => this with { Signals = [.. Signals.Where((_, i) => !IsRight[i])], IsRight = new bool[IsRight.Count(right => !right)], Answerable = false, Weight = weight };

    /// <summary>The case of a ranking; null where the question has no answer among its facts but should.</summary>
    public static MeaningCase? Of(List<RankedFact> ranked, bool[] right, bool answerable, double weight, (string Group, string Set, int Fold) place, MeaningConfidence.Shape shape)
    {
        if (answerable != right.Contains(true)) return null;
        var kept = Enumerable.Range(0, ranked.Count).Where(i => i < MostFacts || right[i]).ToList();
        return new MeaningCase([.. kept.Select(i => ranked[i].Signals)], [.. kept.Select(i => right[i])], answerable, weight) { Group = place.Group, Set = place.Set, Fold = place.Fold, Shape = shape };
    }
}
