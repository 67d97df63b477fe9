using ChatBot.Knowledge.Understanding.Intents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding.Intents;

/// <summary>Floors on public data, which stands beside the repository in <c>../shared/data</c>.</summary>
public sealed class PublicDataTests
{
    [Theory]
    [InlineData("hwu64.train.jsonl", "hwu64.test.jsonl", 0.89)]
    [InlineData("hwu64-10shot.train.jsonl", "hwu64-10shot.test.jsonl", 0.78)]
    public void Accuracy_and_calibration_hold(string train, string test, double floor)
    {
        var examples = Read(test);
        var classifier = IntentClassifier.Train(Read(train));
        var scores = IntentScores.Of(examples, [.. IntentBatch.Predict(classifier, examples.Select(example => example.Text), TimeProvider.System)]);

        Assert.True(scores.Accuracy >= floor, $"accuracy {scores.Accuracy:P1}");
        Assert.True(scores.AccuracyLost <= 0.04, $"lost {scores.AccuracyLost:P1}");
        Assert.True(scores.CalibrationError <= 0.08, $"calibration error {scores.CalibrationError:F3}");
    }

    private static List<IntentExample> Read(string name)
    {
        var file = DataFile(name);
        if (Environment.GetEnvironmentVariable("CI") != "true") Assert.SkipUnless(File.Exists(file), $"The public data isn't here: {name} is looked for in ../shared/data.");
        return IntentBatch.ReadExamples(File.ReadLines(file), name);
    }

    private static string DataFile(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatBot.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "..", "shared", "data", name);
    }
}
