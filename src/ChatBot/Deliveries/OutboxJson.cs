using System.Text.Json.Serialization;

namespace ChatBot.Deliveries;

/// <summary>Rows as they go to the database, many in one parameter; a field whose name ends in "_text" is a text there.</summary>
internal sealed record QueuedRow([property: JsonPropertyName("key_text")] string Key, long Chat, long Due, int Joinable);

internal sealed record ItemRow(long Delivery, long Item, long Subscription);

internal sealed record HeldRow(long Chat, long Claim);

internal sealed record EndedRow(
    long Id, long Chat, long Claim, int State, long Wait, int Doubt, [property: JsonPropertyName("message_text")] string? Message, [property: JsonPropertyName("problem_text")] string? Problem,
    [property: JsonPropertyName("told_text")] string? Told);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<QueuedRow>))]
[JsonSerializable(typeof(List<ItemRow>))]
[JsonSerializable(typeof(List<HeldRow>))]
[JsonSerializable(typeof(List<EndedRow>))]
[JsonSerializable(typeof(IReadOnlyList<ToldNews>))]
internal sealed partial class OutboxJson : JsonSerializerContext;
