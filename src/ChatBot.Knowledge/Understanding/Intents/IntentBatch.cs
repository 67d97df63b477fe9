using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What a classifier said about one message of a batch.</summary>
/// <param name="Text">The message.</param>
/// <param name="Got">The intent, or <see cref="IntentBatch.None"/>.</param>
/// <param name="Best">The best intent, even where it was not good enough.</param>
/// <param name="BestScore">The confidence in it, 0 to 1; messages about none of the intents score low.</param>
/// <param name="Micros">How long classifying took, in microseconds.</param>
public sealed record IntentPrediction(string Text, string Got, string Best, double BestScore, double Micros)
{
    private static readonly JsonWriterOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The prediction as one line of JSON: <c>{"text","got","best","best_score","micros"}</c>.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, AsTyped))
        {
            json.WriteStartObject();
            json.WriteString("text", Text);
            json.WriteString("got", Got);
            json.WriteString("best", Best);
            json.WriteNumber("best_score", Math.Round(BestScore, 6));
            json.WriteNumber("micros", Math.Round(Micros, 1));
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

/// <summary>Any intent data set in JSON lines: examples in, predictions out.</summary>
public static class IntentBatch
{
    /// <summary>The name that stands for "none of these" in data sets.</summary>
    public const string None = "oos";

    /// <summary>Reads examples, one <c>{"text","intent"}</c> a line; blank lines are skipped, the intent "oos" is none.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="name">What to call them in an error: the file's name.</param>
    /// <exception cref="FormatException">A line isn't such an object; the message names it.</exception>
    public static List<IntentExample> ReadExamples(IEnumerable<string> lines, string name)
    {
        var examples = new List<IntentExample>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) examples.Add(ReadExample(line, name, number));
        }
        return examples;
    }

    /// <summary>Classifies each message, in order.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="texts">The messages.</param>
    /// <param name="clock">What the microseconds are measured by.</param>
    public static IEnumerable<IntentPrediction> Predict(IntentClassifier classifier, IEnumerable<string> texts, TimeProvider clock)
    {
        foreach (var text in texts)
        {
            var start = clock.GetTimestamp();
            var guess = classifier.Classify(text);
            var micros = clock.GetElapsedTime(start).TotalMicroseconds;
            yield return new IntentPrediction(text, guess.Intent ?? None, guess.Best, guess.Confidence, micros);
        }
    }

    private static IntentExample ReadExample(string line, string name, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String
                && json.RootElement.TryGetProperty("intent", out var intent) && intent.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            {
                var label = intent.GetString();
                return new IntentExample(text.GetString() ?? "", label is null or None ? null : label);
            }
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{name}, line {number}: not JSON. Each line must be an object with \"text\" and \"intent\".", failure);
        }
        throw new FormatException($"{name}, line {number}: each line must be an object with the strings \"text\" and \"intent\".");
    }
}
