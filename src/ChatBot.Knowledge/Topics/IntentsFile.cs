using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Topics;

/// <summary>Reads <c>intents.yaml</c>.</summary>
internal sealed class IntentsFile(TopicProblems problems, KnownIds attributes)
{
    private static readonly Dictionary<string, bool> AnswerTypes = TopicWords.AnswerTypes.ToDictionary(type => type, _ => true, StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<TopicIntent> Read(YamlMap file) =>
        new YamlRecord(file, "intents.yaml", problems, "intents").Records("intents")
            .Select(map => Read(map, new YamlRecord(map, "an intent", problems, "id", "attribute", "expects", "examples"))).ToArray();

    private TopicIntent Read(YamlMap map, YamlRecord record)
    {
        var expects = record.Has("expects") && record.OneOf("expects", AnswerTypes) ? record.Optional("expects") : null;
        var intent = new TopicIntent(record.Id(_ids), record.Reference("attribute", attributes), expects, record.List("examples"));
        if (!record.Has("examples")) problems.Add(map, "an intent needs 'examples:', questions as people ask them");
        else if (record.At("examples") is YamlList examples) CheckExamples(examples);
        return intent;
    }

    private void CheckExamples(YamlList examples)
    {
        if (examples.Items.Count == 0) problems.Add(examples, "'examples' is empty; an intent is learnt from examples, so give it at least one, better five");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var example in examples.Items.OfType<YamlText>())
        {
            CheckSlots(example);
            if (!seen.Add(Folding.Fold(example.Value.Trim()))) problems.Warn(example, $"the example '{example.Value}' is given twice; it counts once");
        }
    }

    private void CheckSlots(YamlText example)
    {
        for (var open = example.Value.IndexOf('{', StringComparison.Ordinal); open >= 0; open = example.Value.IndexOf('{', open + 1))
        {
            var close = example.Value.IndexOf('}', open);
            if (close < 0)
            {
                problems.Add(example, $"'{example.Value}' has a '{{' without its '}}'");
                return;
            }
            var slot = example.Value[(open + 1)..close];
            if (TopicWords.EntityKinds.ContainsKey(slot)) continue;
            var nearest = NearestName.Of(slot, TopicWords.EntityKinds.Keys);
            problems.Add(example, $"'{{{slot}}}' is no slot; " + (nearest is null
                ? $"use one of: {string.Join(", ", TopicWords.EntityKinds.Keys.Select(kind => $"{{{kind}}}"))}"
                : $"did you mean '{{{nearest}}}'?"));
        }
    }
}
