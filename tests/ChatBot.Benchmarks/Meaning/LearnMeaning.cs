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

namespace ChatBot.Benchmarks.Meaning;

/// <summary>
/// Learns from question sets how facts are ranked and how sure an answer is. The weights of <see cref="MeaningSignals"/>: a fact that matches what a
/// question expects should score above zero and above the facts that don't; for a question without an answer every fact should score below zero (logistic
/// losses, gradient descent, pulled towards the weights at hand so that little data can't bend them far). The trees of <see cref="MeaningConfidence"/>:
/// how likely a fact near the top is right.
/// </summary>
internal static class LearnMeaning
{
    private const int Folds = 5;

    /// <summary>What a topic's question counts whose answer was taken out of the documents: others may answer it still.</summary>
    private const double TakenOutWeight = 0.15;

    /// <summary>How strongly the weights are pulled towards where they began.</summary>
    private const double Pull = 0.01;

    /// <summary>What a fact that isn't the best counts in learning how sure an answer is.</summary>
    private const double LesserFactWeight = 0.35;

    private static readonly Retrieval.TreeSettings Trees = new(400, 4, 0.03, 15, 10);

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
        1.0, -1.0, -0.5, -0.7, 1.0, 0.5,
    ];

    /// <summary>Learns from question sets, each with its topic and the documents that it is put to.</summary>
    public static int Run(string[] args)
    {
        var sets = args.Length > 0 ? args[1..] : [];
        if (sets.Length == 0 || sets.Length % 3 != 0)
        {
            Console.Error.WriteLine("learn-meaning needs the folder to write to, and then, once or more, a topic's folder, a file of questions and a folder of documents.");
            return 2;
        }
        var cases = new List<MeaningCase>();
        foreach (var set in sets.Chunk(3))
        {
            cases.AddRange(TopicCases.Read(set[0], set[1], set[2], untended: false));
            cases.AddRange(TopicCases.Read(set[0], set[1], set[2], untended: true));
        }
        cases = Balanced(cases);
        foreach (var group in cases.GroupBy(c => c.Group)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count(c => c.Answerable)} answerable and {group.Count(c => !c.Answerable)} unanswerable cases"));
        var topics = cases.Select(c => c.Group).Distinct().ToList();
        Report("Each topic by what was learnt from everything else", topics.Select(topic => (cases.Where(c => c.Group != topic), cases.Where(c => c.Group == topic))));
        Report($"{Folds}-fold cross-validation by question", Enumerable.Range(0, Folds).Select(fold => (cases.Where(c => c.Fold != fold), cases.Where(c => c.Fold == fold))));
        var weights = Learn(cases, Pull);
        // So that anyone can make it again: the sets in their order, as they were named.
        var made = $"made by: dotnet run -c Release --project tests/ChatBot.Benchmarks -- learn-meaning DIR {string.Join(' ', sets)}";
        var text = new StringBuilder($"# weight, signal; {made}\n");
        for (var i = 0; i < weights.Length; i++) text.Append(string.Create(CultureInfo.InvariantCulture, $"{weights[i]:0.000} {MeaningSignals.Names[i]}\n"));
        Console.Write(text);
        File.WriteAllText(Path.Combine(args[0], "meaning-weights.txt"), text.ToString());
        using var trees = new StreamWriter(Path.Combine(args[0], "meaning-confidence.txt")) { NewLine = "\n" };
        trees.WriteLine($"# {made}");
        LearnConfidence(cases, weights).Write(trees, "confidence", i => MeaningConfidence.Names[i].Replace(' ', '_').Replace(':', ';'));
        return 0;
    }

    /// <summary>The cases with a topic's weight grown by the root of its questions only: a topic with many sets would else drown the others.</summary>
    private static List<MeaningCase> Balanced(List<MeaningCase> cases)
    {
        var sizes = cases.GroupBy(c => c.Group).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var mean = sizes.Values.Average();
        return cases.ConvertAll(c => c with { Weight = c.Weight * Math.Sqrt(mean / sizes[c.Group]) });
    }

    /// <summary>How well each part is answered by what was learnt from its others.</summary>
    private static void Report(string title, IEnumerable<(IEnumerable<MeaningCase> Others, IEnumerable<MeaningCase> Part)> parts)
    {
        var outcomes = new List<(MeaningCase Case, bool Right, double Linear, double Confidence)>();
        foreach (var (learnt, part) in parts)
        {
            var others = learnt.ToList();
            var weights = Learn(others, Pull);
            var trees = LearnConfidence(others, weights);
            foreach (var c in part)
            {
                var scores = Array.ConvertAll(c.Signals, signals => Dot(signals, weights));
                var best = Array.IndexOf(scores, scores.Max());
                outcomes.Add((c, c.IsRight[best], scores[best], trees.Sum(ConfidenceOf(c, best, scores))));
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {outcomes.Count(o => o.Case.Answerable)} answerable and {outcomes.Count(o => !o.Case.Answerable)} unanswerable cases; the best fact is right for {Share(outcomes.Where(o => o.Case.Answerable), o => o.Right):0.0} % of the answerable."));
        foreach (var (name, of) in ((string, Func<(MeaningCase Case, bool Right, double Linear, double Confidence), double>)[])[("weights alone", o => o.Linear), ("confidence", o => o.Confidence)])
        {
            var falseOnes = outcomes.Where(o => !o.Case.Answerable).Select(of).OrderDescending().ToList();
            foreach (var share in (double[])[0.05, 0.1, 0.15, 0.2])
            {
                var floor = falseOnes[(int)(share * falseOnes.Count)];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: with {share:0 %} of the unanswerable answered, {Share(outcomes.Where(o => o.Case.Answerable), o => o.Right && of(o) > floor):0.0} % of the answerable are answered rightly; floor {Sigmoid(floor):0.00}"));
            }
        }
        foreach (var floor in (double[])[0.25, 0.3, 0.35, 0.4, 0.45, 0.5])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  floor {floor:0.00}: {Share(outcomes, o => o.Case.Answerable ? o.Right && Sigmoid(o.Confidence) >= floor : Sigmoid(o.Confidence) < floor):0.0} % of all dealt with rightly, {Share(outcomes.Where(o => !o.Case.Answerable), o => Sigmoid(o.Confidence) >= floor):0.0} % of the unanswerable answered"));
        foreach (var set in outcomes.GroupBy(o => o.Case.Set))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  at the shipped floor: {Share(set.Where(o => o.Case.Answerable), o => o.Right && Sigmoid(o.Confidence) >= Answerer.Floor):0.0} % of {set.Count(o => o.Case.Answerable)} answerable right (best fact {Share(set.Where(o => o.Case.Answerable), o => o.Right):0.0} %), {Share(set.Where(o => !o.Case.Answerable), o => Sigmoid(o.Confidence) >= Answerer.Floor):0.0} % of {set.Count(o => !o.Case.Answerable)} unanswerable answered: {set.Key}"));
    }

    private static double Share<T>(IEnumerable<T> of, Func<T, bool> counts)
    {
        var list = of.ToList();
        return list.Count == 0 ? 0 : 100.0 * list.Count(counts) / list.Count;
    }

    /// <summary>Trees that tell from a fact near the top how likely it is right.</summary>
    private static TreeEnsemble LearnConfidence(IReadOnlyList<MeaningCase> cases, double[] weights)
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

    private static float[] ConfidenceOf(MeaningCase c, int fact, double[] scores)
    {
        var values = new float[MeaningConfidence.Names.Length];
        MeaningConfidence.Read(c.Shape, c.Signals[fact], scores[fact], scores.Max(), scores.Count(score => score > scores[fact]), values);
        return values;
    }

    private static double[] Learn(IReadOnlyList<MeaningCase> cases, double pull)
    {
        var prior = Prior;
        cases = [.. cases, .. cases.Where(c => c.Answerable).Select(c => c.WithoutAnswer(c.Weight * TakenOutWeight))];
        var total = cases.Sum(c => c.Weight);
        var weights = prior.ToArray();
        var gradient = new double[weights.Length];
        for (var step = 0; step < 500; step++)
        {
            Array.Clear(gradient);
            foreach (var c in cases) AddGradient(c, weights, gradient);
            var rate = 1.5 / (1 + step / 100.0);
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] -= rate * (gradient[k] / total + pull * (weights[k] - prior[k]) * 0.3);
                // What speaks against a fact may come to mean nothing, but never to speak for it; and the other way round.
                weights[k] = prior[k] < 0 ? Math.Min(weights[k], 0) : Math.Max(weights[k], 0);
            }
        }
        return weights;
    }

    private static void AddGradient(MeaningCase c, double[] weights, double[] gradient)
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
        Add(gradient, c.Signals[bestRight], -c.Weight * Sigmoid(-scores[bestRight]));
        foreach (var i in wrong)
        {
            var slope = c.Weight * 0.5 * Sigmoid(scores[i] - scores[bestRight] + 0.5);
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
}
