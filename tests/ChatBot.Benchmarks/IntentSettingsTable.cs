using ChatBot.Knowledge.Understanding.Intents;

namespace ChatBot.Benchmarks;

/// <summary>
/// How the settings of the intent classifier were chosen, by cross-validation on a training part alone: accuracy on the fifths left out, of learning from the
/// rest, and from ten, five and two examples an intent, with one setting at a time otherwise than it ships: <c>-- intent-settings --train T [--folds N]</c>.
/// </summary>
internal static class IntentSettingsTable
{
    private const int Parts = 5;
    private static readonly int[] Shots = [10, 5, 2];

    private static readonly (string Name, Func<IntentSettings, IntentSettings> Change)[] Variants =
    [
        ("as shipped", s => s),
        ("no company", s => s with { Company = [0, 0, 0] }),
        ("mean of company alone", s => s with { Company = [1, 0, 0] }),
        ("company × 0.7", s => s with { Company = Times(s.Company, 0.7f) }),
        ("company × 1.4", s => s with { Company = Times(s.Company, 1.4f) }),
        ("words × 0.7", s => s with { Blocks = With(s.Blocks, 0, 0.7f) }),
        ("words × 1.4", s => s with { Blocks = With(s.Blocks, 0, 1.4f) }),
        ("pairs × 0.7", s => s with { Blocks = With(s.Blocks, 1, 0.7f) }),
        ("pairs × 1.4", s => s with { Blocks = With(s.Blocks, 1, 1.4f) }),
        ("letters × 0.7", s => s with { Blocks = With(s.Blocks, 3, 0.7f) }),
        ("letters × 1.4", s => s with { Blocks = With(s.Blocks, 3, 1.4f) }),
        ("smoother × 3", s => s with { Smoothness = s.Smoothness / 3 }),
        ("rougher × 3", s => s with { Smoothness = s.Smoothness * 3 }),
        ("hinge 0", s => s with { HingeShare = 0 }),
        ("hinge 0.35", s => s with { HingeShare = 0.35f }),
        ("hinge 0.65", s => s with { HingeShare = 0.65f }),
        ("networks 0", s => s with { HiddenShare = 0 }),
        ("networks 0.4", s => s with { HiddenShare = 0.4f }),
        ("networks 0.7", s => s with { HiddenShare = 0.7f }),
        ("half the units", s => s with { HiddenUnits = s.HiddenUnits / 2 }),
        ("twice the units", s => s with { HiddenUnits = s.HiddenUnits * 2 }),
        ("chains 0", s => s with { ChainShare = 0 }),
        ("chains × 0.5", s => s with { ChainShare = s.ChainShare * 0.5f }),
        ("chains × 2", s => s with { ChainShare = s.ChainShare * 2 }),
    ];

    public static int Run(string[] args)
    {
        if (args is not ["--train", var file, ..])
        {
            Console.Error.WriteLine("Usage: -- intent-settings --train FILE [--folds 2]");
            return 2;
        }
        var folds = args is [_, _, "--folds", var given] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 2;
        var examples = IntentBatch.ReadExamples(File.ReadLines(file), file).ToArray();
        new Random(7).Shuffle(examples);

        Console.WriteLine($"{"setting",-24}{"all",8}{string.Concat(Shots.Select(shots => $"{shots,8}"))}");
        foreach (var (name, change) in Variants)
        {
            var options = new IntentTrainingOptions { OfFew = change(IntentSettings.OfFew), OfPlenty = change(IntentSettings.OfPlenty) };
            Console.Write($"{name,-24}");
            Console.Write($"{Enumerable.Range(0, folds).Average(fold => Accuracy(Fold(examples, fold, inside: false), Fold(examples, fold, inside: true), options)),8:P2}");
            foreach (var shots in Shots)
                Console.Write($"{Enumerable.Range(0, Parts).Average(fold => Accuracy(Few(Fold(examples, fold, inside: false), shots), Fold(examples, fold, inside: true), options)),8:P2}");
            Console.WriteLine();
        }
        return 0;
    }

    private static IntentExample[] Fold(IntentExample[] examples, int fold, bool inside) => [.. examples.Where((_, i) => i % Parts == fold == inside)];

    private static IntentExample[] Few(IntentExample[] examples, int shots) => [.. examples.GroupBy(example => example.Intent).SelectMany(group => group.Take(shots))];

    /// <summary>Of the models' average belief, without the detector of "none of these".</summary>
    private static double Accuracy(IntentExample[] train, IntentExample[] test, IntentTrainingOptions options)
    {
        var corpus = IntentCorpus.Read(train, options);
        var model = IntentModel.Train(corpus, [.. Enumerable.Range(0, corpus.Rows.Length)], corpus.Classes, corpus.Intents.Length, isFinal: true, options);
        var reader = new FeatureReader();
        var beliefs = new float[corpus.Intents.Length];
        var signals = new double[IntentSignals.Count];
        return test.Count(example =>
        {
            reader.Read(example.Text, options.WordClasses);
            return corpus.Intents[model.Classify(CountedMessage.From(reader, corpus.Index, learn: false), beliefs, signals)] == example.Intent;
        }) / (double)test.Length;
    }

    private static float[] Times(float[] values, float factor) => Array.ConvertAll(values, value => value * factor);

    private static float[] With(float[] values, int at, float factor) => [.. values.Select((value, i) => i == at ? value * factor : value)];
}
