using System.Text.Json;
using ChatBot.Knowledge.Understanding.Intents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding.Intents;

public sealed class IntentBatchTests
{
    [Fact]
    public void Examples_are_read_line_by_line_and_oos_is_none()
    {
        var examples = IntentBatch.ReadExamples(["""{"text":"set an alarm","intent":"alarm_set"}""", "", """{"text":"so what","intent":"oos"}"""], "train.jsonl");

        Assert.Equal([new IntentExample("set an alarm", "alarm_set"), new IntentExample("so what", null)], examples);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"text":5,"intent":"x"}""")]
    [InlineData("""{"text":"x"}""")]
    public void A_bad_line_is_named(string line)
    {
        var failure = Assert.Throws<FormatException>(() => IntentBatch.ReadExamples(["""{"text":"a","intent":"b"}""", line], "train.jsonl"));

        Assert.StartsWith("train.jsonl, line 2:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_are_lines_of_json_in_the_order_of_the_messages()
    {
        var classifier = IntentClassifier.Train([new IntentExample("turn on the light", "on"), new IntentExample("switch it off", "off")]);
        var lines = IntentBatch.Predict(classifier, ["light on", "switch \"it\" off", "→"], TimeProvider.System).Select(prediction => JsonDocument.Parse(prediction.ToJson()).RootElement).ToArray();

        Assert.Equal(["light on", "switch \"it\" off", "→"], lines.Select(line => line.GetProperty("text").GetString()));
        Assert.Equal(["on", "off"], lines.Take(2).Select(line => line.GetProperty("best").GetString()));
        Assert.Equal("oos", lines[2].GetProperty("got").GetString());
        Assert.All(lines, line => Assert.InRange(line.GetProperty("best_score").GetDouble(), 0, 1));
        Assert.All(lines, line => Assert.True(line.GetProperty("micros").GetDouble() >= 0));
    }

    [Fact]
    public void Scores_count_what_the_threshold_costs_and_finds()
    {
        IntentExample[] examples = [new("a", "x"), new("b", "x"), new("c", "y"), new("d", null), new("e", null)];
        IntentPrediction[] predictions = [new("a", "x", "x", 0.9, 1), new("b", "oos", "x", 0.2, 1), new("c", "x", "x", 0.6, 1), new("d", "oos", "x", 0.1, 1), new("e", "y", "y", 0.5, 1)];
        var scores = IntentScores.Of(examples, predictions);

        Assert.Equal(2 / 3.0, scores.Accuracy, 6);
        Assert.Equal(1 / 3.0, scores.AccuracyLost, 6);
        Assert.Equal(0.5, scores.NoneRecall, 6);
        Assert.Equal(5 / 6.0, scores.Auroc, 6);
    }
}
