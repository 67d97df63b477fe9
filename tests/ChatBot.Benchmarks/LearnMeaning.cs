using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Sources;

namespace ChatBot.Benchmarks;

/// <summary>
/// Learns from question sets how facts are ranked and how sure an answer is. The weights of <see cref="MeaningSignals"/>: a fact that matches what a
/// question expects should score above zero and above the facts that don't; for a question without an answer every fact should score below zero (logistic
/// losses, gradient descent, pulled towards the weights at hand so that little data can't bend them far). The trees of <see cref="MeaningConfidence"/>:
/// how likely a fact near the top is right.
/// </summary>
internal static class LearnMeaning
{
    /// <summary>A question's facts with their signals.</summary>
    /// <param name="Signals">Per fact.</param>
    /// <param name="IsRight">Whether the fact answers.</param>
    /// <param name="Answerable">Whether any can.</param>
    /// <param name="Weight">How much the case counts.</param>
    private sealed record Case(double[][] Signals, bool[] IsRight, bool Answerable, double Weight)
    {
        /// <summary>The set that the question is of.</summary>
        public required string Set { get; init; }

        /// <summary>The part of the cross-validation that it belongs to.</summary>
        public required int Fold { get; init; }

        /// <summary>What the question looks like, for the confidence.</summary>
        public required MeaningConfidence.Shape Shape { get; init; }

        /// <summary>The same question put to documents from which the facts that answer it were taken out: what is left must not answer.</summary>
        public Case WithoutAnswer() => this with { Signals = [.. Signals.Where((_, i) => !IsRight[i])], IsRight = new bool[IsRight.Count(right => !right)], Answerable = false, Weight = TakenOutWeight };
    }

    /// <summary>A mistaken answer costs more than a missing one.</summary>
    private const double UnanswerableWeight = 2.0;

    private const double TakenOutWeight = 0.15;

    private const int MostFacts = 25;
    private const int Folds = 5;

    /// <summary>How strongly the weights are pulled towards where they began.</summary>
    private const double Pull = 0.01;

    /// <summary>What a fact that isn't the best counts in learning how sure an answer is.</summary>
    private const double LesserFactWeight = 0.35;

    private static readonly Retrieval.TreeSettings Trees = new(150, 3, 0.08, 6, 4);

    /// <summary>What a person who knows the signals would guess: where learning starts from, and what it is pulled towards.</summary>
    private static readonly double[] Prior =
    [
        -2.6, 5.5, 1.5, -1.6, -3.0, -2.2,
        0.9, -1.2, 2.2, 1.0, -1.0, 1.2, -1.2,
        1.2, -1.2, -0.2, -1.0, 2.5, 1.6, 0.25, -0.5,
        -0.8, -2.0, -1.5, -1.5, 1.5, -1.0,
        -0.5, -0.5, -0.8, -0.2, -0.2,
        -0.2, -0.2, 0.5, 0.2, -1.5, -1.0, -1.0, 0.3, 0.3,
        -1.0, -2.0, -1.0,
    ];

    /// <summary>Learns from question sets, each with its topic and the documents that it is put to.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 4 || (args.Length - 1) % 3 != 0)
        {
            Console.Error.WriteLine("learn-meaning needs the folder to write to, and then, once or more, a topic's folder, a file of questions and a folder of documents.");
            return 2;
        }
        var cases = new List<Case>();
        foreach (var set in args[1..].Chunk(3))
        {
            var topic = TopicFolder.ReadTopic(set[0]);
            var knowledge = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(set[2], new FactExtractor(topic)));
            var number = 0;
            // One question is in one fold, whichever documents it is put to.
            foreach (var line in File.ReadLines(set[1]))
                if (JsonNode.Parse(line) is JsonObject question && CaseOf(question, knowledge, $"{set[1]} on {set[2]}", number++ % Folds) is { } made) cases.Add(made);
        }
        CrossValidate(cases);
        var weights = Learn(cases, Pull);
        var text = new StringBuilder("# weight, signal; made by: dotnet run -c Release --project tests/ChatBot.Benchmarks -- learn-meaning\n");
        for (var i = 0; i < weights.Length; i++) text.Append(string.Create(CultureInfo.InvariantCulture, $"{weights[i]:0.000} {MeaningSignals.Names[i]}\n"));
        Console.Write(text);
        File.WriteAllText(Path.Combine(args[0], "meaning-weights.txt"), text.ToString());
        using var trees = new StreamWriter(Path.Combine(args[0], "meaning-confidence.txt")) { NewLine = "\n" };
        trees.WriteLine("# made by: dotnet run -c Release --project tests/ChatBot.Benchmarks -- learn-meaning");
        LearnConfidence(cases, weights).Write(trees, "confidence", i => MeaningConfidence.Names[i].Replace(' ', '_').Replace(':', ';'));
        return 0;
    }

    private static void CrossValidate(List<Case> cases)
    {
        var outcomes = new List<(Case Case, bool Right, double Linear, double Confidence)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = cases.Where(c => c.Fold != fold).ToList();
            var weights = Learn(others, Pull);
            var trees = LearnConfidence(others, weights);
            foreach (var c in cases.Where(c => c.Fold == fold))
            {
                var scores = Array.ConvertAll(c.Signals, signals => Dot(signals, weights));
                var best = Array.IndexOf(scores, scores.Max());
                outcomes.Add((c, c.IsRight[best], scores[best], trees.Sum(ConfidenceOf(c, best, scores))));
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Folds}-fold cross-validation, {cases.Count(c => c.Answerable)} answerable and {cases.Count(c => !c.Answerable)} unanswerable cases; the best fact is right for {Share(outcomes.Where(o => o.Case.Answerable), o => o.Right):0.0} % of the answerable."));
        foreach (var (name, of) in ((string, Func<(Case Case, bool Right, double Linear, double Confidence), double>)[])[("weights alone", o => o.Linear), ("confidence", o => o.Confidence)])
        {
            var falseOnes = outcomes.Where(o => !o.Case.Answerable).Select(of).OrderDescending().ToList();
            foreach (var share in (double[])[0.02, 0.05, 0.1, 0.15])
            {
                var floor = falseOnes[(int)(share * falseOnes.Count)];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: with {share:0 %} of the unanswerable answered, {Share(outcomes.Where(o => o.Case.Answerable), o => o.Right && of(o) > floor):0.0} % of the answerable are answered rightly; floor {Sigmoid(floor):0.00}"));
            }
        }
        foreach (var set in outcomes.GroupBy(o => o.Case.Set))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  at the shipped floor: {Share(set.Where(o => o.Case.Answerable), o => o.Right && Sigmoid(o.Confidence) >= Answerer.Floor):0.0} % of {set.Count(o => o.Case.Answerable)} answerable right, {Share(set.Where(o => !o.Case.Answerable), o => Sigmoid(o.Confidence) >= Answerer.Floor):0.0} % of {set.Count(o => !o.Case.Answerable)} unanswerable answered: {set.Key}"));
    }

    private static double Share<T>(IEnumerable<T> of, Func<T, bool> counts)
    {
        var list = of.ToList();
        return list.Count == 0 ? 0 : 100.0 * list.Count(counts) / list.Count;
    }

    /// <summary>Trees that tell from a fact near the top how likely it is right.</summary>
    private static TreeEnsemble LearnConfidence(IReadOnlyList<Case> cases, double[] weights)
    {
        var rows = new List<(float[] Values, bool Right, double Weight)>();
        foreach (var c in cases)
        {
            var scores = Array.ConvertAll(c.Signals, signals => Dot(signals, weights));
            var top = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(MeaningConfidence.MostFacts).ToList();
            for (var rank = 0; rank < top.Count; rank++) rows.Add((ConfidenceOf(c, top[rank], scores), c.IsRight[top[rank]], c.Weight * (rank == 0 ? 1 : LesserFactWeight)));
        }
        var learner = new Retrieval.TreeLearner([.. rows.SelectMany(row => row.Values)], MeaningConfidence.Names.Length, [.. Enumerable.Repeat(true, MeaningConfidence.Names.Length)]);
        return learner.Learn(Trees, -1, (sums, gradient, hessian) =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var p = Sigmoid(sums[i]);
                gradient[i] = rows[i].Weight * (p - (rows[i].Right ? 1 : 0));
                hessian[i] = rows[i].Weight * Math.Max(p * (1 - p), 1e-6);
            }
        });
    }

    private static float[] ConfidenceOf(Case c, int fact, double[] scores)
    {
        var values = new float[MeaningConfidence.Names.Length];
        MeaningConfidence.Read(c.Shape, c.Signals[fact], scores[fact], scores.Max(), scores.Count(score => score > scores[fact]), values);
        return values;
    }

    private static double[] Learn(IReadOnlyList<Case> cases, double pull)
    {
        var prior = Prior;
        cases = [.. cases, .. cases.Where(c => c.Answerable).Select(c => c.WithoutAnswer())];
        var weights = prior.ToArray();
        var gradient = new double[weights.Length];
        for (var step = 0; step < 500; step++)
        {
            Array.Clear(gradient);
            foreach (var c in cases) AddGradient(c, weights, gradient);
            var rate = 1.5 / (1 + step / 100.0);
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] -= rate * (gradient[k] / cases.Count + pull * (weights[k] - prior[k]) * 0.3);
                // What speaks against a fact may come to mean nothing, but never to speak for it; and the other way round.
                weights[k] = prior[k] < 0 ? Math.Min(weights[k], 0) : Math.Max(weights[k], 0);
            }
        }
        return weights;
    }

    private static void AddGradient(Case c, double[] weights, double[] gradient)
    {
        var scores = new double[c.Signals.Length];
        var bestRight = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Dot(c.Signals[i], weights);
            if (c.IsRight[i] && (bestRight < 0 || scores[i] > scores[bestRight])) bestRight = i;
        }
        var wrong = Enumerable.Range(0, scores.Length).Where(i => !c.IsRight[i]).OrderByDescending(i => scores[i]).Take(4).ToList();
        if (!c.Answerable)
        {
            foreach (var i in wrong) Add(gradient, c.Signals[i], c.Weight * 0.6 * Sigmoid(scores[i]));
            return;
        }
        if (bestRight < 0) return;
        Add(gradient, c.Signals[bestRight], -Sigmoid(-scores[bestRight]));
        foreach (var i in wrong)
        {
            var slope = 0.5 * Sigmoid(scores[i] - scores[bestRight] + 0.5);
            Add(gradient, c.Signals[i], slope);
            Add(gradient, c.Signals[bestRight], -slope);
        }
    }

    private static void Add(double[] gradient, double[] signals, double by)
    {
        for (var k = 0; k < gradient.Length; k++) gradient[k] += by * signals[k];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static Case? CaseOf(JsonObject question, KnowledgeBase knowledge, string set, int fold)
    {
        var text = (string)question["question"]!;
        if (text.StartsWith('/') || (string?)question["kind"] is "smalltalk" or "injection" or "multi-part") return null;
        if (question["all_sources"] is { } all && (bool)all) return null;
        var conversation = Conversation.New;
        foreach (var earlier in question["history"] as JsonArray ?? []) conversation = conversation.With(knowledge.Ask((string)earlier!, conversation));
        var asked = knowledge.Read(text, conversation);
        var ranked = knowledge.Rank(asked);
        var answerable = (bool)question["answerable"]!;
        var alternatives = (question["expect_any"] as JsonArray ?? []).Select(alt => ((JsonArray)alt!).Select(p => new Regex((string)p!, RegexOptions.IgnoreCase | RegexOptions.Singleline)).ToList()).ToList();
        // A mistaken premise is answered by what stands: such a fact is right even though the question has no answer.
        var expects = alternatives.Count > 0;
        var sources = (question["sources"] as JsonArray ?? []).SelectMany(s => ((string)s!).Split('|')).ToHashSet(StringComparer.Ordinal);
        var right = ranked.Select(r => expects && sources.Contains(r.View.Document.Id.Value) && alternatives.Exists(alt => alt.TrueForAll(p => p.IsMatch(r.View.Fact.Text)))).ToArray();
        if (answerable && !right.Contains(true)) return null;
        // Facts far down never matter; leaving them out makes learning a hundred times faster.
        var kept = Enumerable.Range(0, ranked.Count).Where(i => i < MostFacts || right[i]).ToList();
        ranked = kept.ConvertAll(i => ranked[i]);
        right = [.. kept.Select(i => right[i])];
        if (!answerable && right.Contains(true)) return null;
        return new Case([.. ranked.Select(r => r.Signals)], right, answerable, answerable ? 1 : UnanswerableWeight) { Set = set, Fold = fold, Shape = MeaningConfidence.ShapeOf(asked) };
    }
}
