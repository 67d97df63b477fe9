namespace ChatBot.Knowledge.Topics;

/// <summary>Reads <c>attributes.yaml</c>.</summary>
internal sealed class AttributesFile(TopicProblems problems, KnownIds entities)
{
    private readonly Dictionary<string, YamlNode> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<TopicAttribute> Read(YamlMap file) =>
        new YamlRecord(file, "attributes.yaml", problems, "attributes").Records("attributes")
            .Select(map => Read(map, new YamlRecord(
                map, "an attribute", problems, "id", "label", "entity", "kinds", "value", "cues", "excludes", "yes", "no", "units", "changes")))
            .ToArray();

    private TopicAttribute Read(YamlMap map, YamlRecord record)
    {
        var entity = record.Reference("entity", entities);
        var attribute = new TopicAttribute(
            record.Id(_ids), record.Required("label"), entity is null ? null : new EntityId(entity), record.ListOf("kinds", TopicWords.EntityKinds),
            record.OneOf("value", TopicWords.ValueKinds), record.List("cues"), record.List("excludes"), record.List("yes"), record.List("no"), record.List("units"),
            record.Flag("changes"));

        if (record.Has("entity") == record.Has("kinds"))
            problems.Add(map, "an attribute needs either 'entity:' (one entity) or 'kinds:' (every entity of these kinds), and not both");
        if (record.Has("kinds") && record.At("kinds") is YamlList { Items.Count: 0 }) problems.Add(record.At("kinds"), "'kinds' is empty; name at least one kind");
        if (attribute.Value != AttributeValueKind.Quantity && record.Has("units"))
            problems.Add(record.At("units"), "'units' has no meaning here: it goes with 'value: quantity'");
        if (attribute.Value != AttributeValueKind.YesNo && (record.Has("yes") || record.Has("no")))
            problems.Add(record.At(record.Has("yes") ? "yes" : "no"), "'yes' and 'no' have no meaning here: they go with 'value: yes-no'");
        if (attribute is { Value: AttributeValueKind.YesNo, Yes: [], No: [] })
            problems.Add(map, "an attribute with 'value: yes-no' needs phrases under 'yes:' or 'no:', or nothing will ever fill it");
        return attribute;
    }
}
