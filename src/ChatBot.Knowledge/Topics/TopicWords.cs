using System.Collections.Frozen;

namespace ChatBot.Knowledge.Topics;

/// <summary>The fixed words of topic files and what they mean.</summary>
internal static class TopicWords
{
    public static FrozenDictionary<string, EntityKind> EntityKinds { get; } = new Dictionary<string, EntityKind>(StringComparer.Ordinal)
    {
        ["person"] = EntityKind.Person,
        ["organisation"] = EntityKind.Organisation,
        ["place"] = EntityKind.Place,
        ["country"] = EntityKind.Country,
        ["event"] = EntityKind.Event,
        ["thing"] = EntityKind.Thing,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, AttributeValueKind> ValueKinds { get; } = new Dictionary<string, AttributeValueKind>(StringComparer.Ordinal)
    {
        ["dates"] = AttributeValueKind.Dates,
        ["place"] = AttributeValueKind.Place,
        ["person"] = AttributeValueKind.Person,
        ["organisation"] = AttributeValueKind.Organisation,
        ["quantity"] = AttributeValueKind.Quantity,
        ["yes-no"] = AttributeValueKind.YesNo,
        ["statement"] = AttributeValueKind.Statement,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> AnswerTypes { get; } =
        ["any", "date", "place", "person", "organisation", "role", "quantity", "yes-no", "reason", "statement", "thing"];
}
