namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// The confidence in the best candidate of each question, learnt from the other folds: from the whole collection and from small stores, each question ranked by
/// weights that haven't seen its article.
/// </summary>
internal sealed class CrossValidatedConfidence
{
    public CrossValidatedConfidence(Newwiki data, CrossValidation ranking, double[] scores, bool[] used, TreeSettings trees)
    {
        var small = new TrainingSet(data, ranking.FoldOf);
        SmallStores.Ask(data, small, q => ranking.Words[ranking.FoldOf[q]]);
        var smallScores = new double[small.Rows];
        foreach (var asked in small.Asked)
            for (var row = asked.From; row < asked.To; row++) smallScores[row] = CrossValidation.Score(ranking.Models[asked.Fold], used, small.Row(row));
        Best = [.. LearnConfidence.BestOf(ranking.Set, scores), .. LearnConfidence.BestOf(small, smallScores)];
        Values = new double[Best.Count];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var model = LearnConfidence.Learn([.. Best.Where(example => example.Asked.Fold != fold)], trees);
            for (var i = 0; i < Best.Count; i++)
                if (Best[i].Asked.Fold == fold) Values[i] = model.Sum(Best[i].Values);
        }
        (Slope, Intercept) = LearnConfidence.Calibrate([.. Best.Select((example, i) => (Values[i], example.Right))]);
        for (var i = 0; i < Values.Length; i++) Values[i] = 1 / (1 + Math.Exp(-(Slope * Values[i] + Intercept)));
    }

    /// <summary>How trees are grown unless options say otherwise.</summary>
    public static TreeSettings UsualTrees { get; } = new(60, 3, 0.1, 5, 5, 0.5);

    /// <summary>The best candidates: of the whole collection, then of the small stores.</summary>
    public IReadOnlyList<Best> Best { get; }

    /// <summary>For each of them the probability of being right.</summary>
    public double[] Values { get; }

    public double Slope { get; }

    public double Intercept { get; }

    /// <summary>The places of those that the whole collection was asked for, or else the small stores.</summary>
    public IReadOnlyList<int> Of(bool whole) => [.. Enumerable.Range(0, Best.Count).Where(i => Best[i].Asked.Whole == whole)];
}
