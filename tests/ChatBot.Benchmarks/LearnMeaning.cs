using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Sources;

namespace ChatBot.Benchmarks;

/// <summary>
/// Learns the weights of <see cref="MeaningSignals"/> from question sets: a fact that matches what a question expects should score above zero and
/// above the facts that don't; for a question without an answer every fact should score below zero. Logistic losses, gradient descent, pulled towards the
/// weights at hand so that little data can't bend them far.
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
        /// <summary>The same question put to documents from which the facts that answer it were taken out: what is left must not answer.</summary>
        public Case WithoutAnswer() => new([.. Signals.Where((_, i) => !IsRight[i])], new bool[IsRight.Count(right => !right)], false, TakenOutWeight);
    }

    /// <summary>A mistaken answer costs more than a missing one.</summary>
    private const double UnanswerableWeight = 2.0;

    private const double TakenOutWeight = 0.15;

    private const int MostFacts = 25;

    /// <summary>What a person who knows the signals would guess: where learning starts from, and what it is pulled towards.</summary>
    private static readonly double[] Prior =
    [
        -2.6, 5.5, 1.5, -1.6, -3.0, -2.2,
        0.9, -1.2, 2.2, 1.0, -1.0, 1.2, -1.2,
        1.2, -1.2, -0.2, -1.0, 2.5, 1.6, 0.25, -0.5,
        -0.8, -0.8, -2.0, -1.5, -1.5, 1.5, -1.0,
    ];

    /// <summary>Learns from the questions of a topic's folder, on its own documents and on those of further folders.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("learn-meaning needs the topic's folder and the file to write; folders of documents may follow.");
            return 2;
        }
        var topic = TopicFolder.ReadTopic(args[0]);
        var extractor = new FactExtractor(topic);
        var folders = args[2..].Prepend(TopicFolder.DocumentsOf(args[0]));
        return Run(Path.Combine(args[0], "questions.jsonl"), [.. folders.Select(folder => KnowledgeBase.Build(topic, TopicFolder.ReadFacts(folder, extractor)))], args[1]);
    }

    private static int Run(string questions, IReadOnlyList<KnowledgeBase> knowledge, string output)
    {
        var cases = new List<Case>();
        foreach (var line in File.ReadLines(questions))
            if (JsonNode.Parse(line) is JsonObject question)
                foreach (var known in knowledge)
                    if (CaseOf(question, known) is { } made) cases.Add(made);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} cases, {cases.Count(c => c.Answerable)} answerable"));

        foreach (var pull in (double[])[0.1, 0.01, 0.003])
        {
            var right = 0;
            var falseAnswers = 0;
            const int Folds = 5;
            for (var fold = 0; fold < Folds; fold++)
            {
                // Neighbouring cases are one question on two sets of documents: they share a fold.
                var weights = Learn([.. cases.Where((_, i) => i / knowledge.Count % Folds != fold)], pull);
                var held = cases.Where((_, i) => i / knowledge.Count % Folds == fold).ToList();
                right += held.Count(c => IsRight(c, weights));
                falseAnswers += held.Count(c => !c.Answerable && !IsRight(c, weights));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pull {pull}: {100.0 * right / cases.Count:0.0} % right, {100.0 * falseAnswers / cases.Count(c => !c.Answerable):0.0} % of the unanswerable answered, in cross-validation; weights as they are: {100.0 * cases.Count(c => IsRight(c, MeaningRanker.Weights)) / cases.Count:0.0} %"));
        }
        var learnt = Learn(cases, 0.01);
        var text = new StringBuilder();
        for (var i = 0; i < learnt.Length; i++) text.Append(string.Create(CultureInfo.InvariantCulture, $"{learnt[i]:0.000} {MeaningSignals.Names[i]}\n"));
        Console.Write(text);
        File.WriteAllText(output, "# weight, signal; made by: dotnet run -c Release --project tests/ChatBot.Benchmarks -- learn-meaning\n" + text);
        return 0;
    }

    private static bool IsRight(Case c, double[] weights)
    {
        var best = -1;
        var bestScore = double.MinValue;
        for (var i = 0; i < c.Signals.Length; i++)
            if (Dot(c.Signals[i], weights) is var score && score > bestScore) (best, bestScore) = (i, score);
        return c.Answerable ? best >= 0 && bestScore > 0 && c.IsRight[best] : bestScore <= 0;
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

    private static Case? CaseOf(JsonObject question, KnowledgeBase knowledge)
    {
        var text = (string)question["question"]!;
        if (text.StartsWith('/') || (string?)question["kind"] is "smalltalk" or "injection" or "multi-part") return null;
        if (question["all_sources"] is { } all && (bool)all) return null;
        var conversation = Conversation.New;
        foreach (var earlier in question["history"] as JsonArray ?? []) conversation = conversation.With(knowledge.Ask((string)earlier!, conversation));
        var ranked = knowledge.Rank(knowledge.Read(text, conversation));
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
        return !answerable && right.Contains(true) ? null : new Case([.. ranked.Select(r => r.Signals)], right, answerable, answerable ? 1 : UnanswerableWeight);
    }
}
