using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Store;

/// <summary>The <c>layout</c> column: how a document's text divides, and where it comes from.</summary>
internal sealed record StoredLayout(IReadOnlyList<SourceMap.Run> Map, IReadOnlyList<StoredParagraph> Paragraphs, IReadOnlyList<StrippedPart> Stripped);

/// <summary>A paragraph of <see cref="StoredLayout"/>; its sentences are numbered from 1, so their spans are enough.</summary>
internal sealed record StoredParagraph(PassageLocator At, TextSpan Span, IReadOnlyList<TextSpan> Sentences, string? Section, IReadOnlyList<PassageLocator>? RestsOn);

/// <summary>The <c>details</c> column: what a fact holds beyond its place, stance and attribute values. What is empty is left out.</summary>
internal sealed record StoredDetails(
    IReadOnlyList<EntityMention>? Entities, Attribution? Attribution, IReadOnlyList<DateMention>? Dates, DateRange? When, IReadOnlyList<Quantity>? Quantities,
    IReadOnlyList<RoleMention>? Roles, IReadOnlyList<ClockTime>? Times, IReadOnlyList<TextSpan>? Replaced = null,
    IReadOnlyList<AttributeValue>? Denied = null, IReadOnlyList<RoleMention>? DeniedRoles = null);

/// <summary>The JSON columns. Stored rows outlive the program: a test holds the form to one written long ago.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    Converters = [typeof(SpanConverter), typeof(LocatorConverter), typeof(EntityIdConverter), typeof(RunConverter)])]
[JsonSerializable(typeof(StoredLayout))]
[JsonSerializable(typeof(StoredDetails))]
[JsonSerializable(typeof(IReadOnlyList<AttributeValue>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoredJson : JsonSerializerContext;

/// <summary>A span as <c>[start, length]</c>.</summary>
internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = StoredNumbers.Read(ref reader, 2);
        return new TextSpan(numbers[0], numbers[1]);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => StoredNumbers.Write(writer, [value.Start, value.Length]);
}

/// <summary>A run of the source map as <c>[text, length, received, received length]</c>.</summary>
internal sealed class RunConverter : JsonConverter<SourceMap.Run>
{
    public override SourceMap.Run Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = StoredNumbers.Read(ref reader, 4);
        return new SourceMap.Run(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public override void Write(Utf8JsonWriter writer, SourceMap.Run value, JsonSerializerOptions options) =>
        StoredNumbers.Write(writer, [value.Text, value.Length, value.Received, value.ReceivedLength]);
}

/// <summary>A passage in its short form, <c>"p3"</c>.</summary>
internal sealed class LocatorConverter : JsonConverter<PassageLocator>
{
    public override PassageLocator Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PassageLocator.TryParse(reader.GetString(), out var locator) ? locator : throw new JsonException("A passage such as \"p3\" was expected.");

    public override void Write(Utf8JsonWriter writer, PassageLocator value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>An entity by its id.</summary>
internal sealed class EntityIdConverter : JsonConverter<EntityId>
{
    public override EntityId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("An entity's id is a text."));

    public override void Write(Utf8JsonWriter writer, EntityId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Short lists of numbers of a known count.</summary>
internal static class StoredNumbers
{
    public static int[] Read(ref Utf8JsonReader reader, int count)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"A list of {count} numbers was expected.");
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            reader.Read();
            numbers[i] = reader.GetInt32();
        }
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray) throw new JsonException($"A list of {count} numbers was expected, and this one is longer.");
        return numbers;
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<int> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
