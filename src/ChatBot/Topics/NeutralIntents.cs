using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Kinds of questions that people ask about any event, as data (<c>neutral-intents.yaml</c>).</summary>
internal static class NeutralIntents
{
    /// <summary>The file as it ships.</summary>
    public static string Text
    {
        get
        {
            using var stream = typeof(NeutralIntents).Assembly.GetManifestResourceStream("neutral-intents.yaml") ?? throw new InvalidOperationException("neutral-intents.yaml is missing from the program.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The intents of the file.</summary>
    public static IReadOnlyList<TopicIntent> Read() =>
        TopicReader.Read(new Dictionary<string, string> { ["topic.yaml"] = "title: x\ndescription: x\n", ["intents.yaml"] = Text }, "neutral") is TopicReadResult.Read read
            ? read.Topic.Intents
            : throw new InvalidOperationException("neutral-intents.yaml has errors.");
}
