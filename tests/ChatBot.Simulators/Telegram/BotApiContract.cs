using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram;

/// <summary>
/// The published description of methods and types, as a judge of requests and answers: known names, required fields, types, nothing
/// unknown.
/// </summary>
public sealed class BotApiContract
{
    private readonly Dictionary<string, Method> methods;
    private readonly Dictionary<string, ApiType> types;

    private BotApiContract(JsonObject description)
    {
        methods = description["methods"]!.AsObject().ToDictionary(
            pair => pair.Key, pair => new Method(pair.Key, Strings(pair.Value!["returns"]), Fields(pair.Value)), StringComparer.OrdinalIgnoreCase);
        types = description["types"]!.AsObject().ToDictionary(
            pair => pair.Key, pair => new ApiType(Fields(pair.Value!), Strings(pair.Value!["subtypes"])), StringComparer.Ordinal);
    }

    public static BotApiContract Load(string path) => new(JsonNode.Parse(File.ReadAllBytes(path))!.AsObject());

    /// <param name="method">Without regard to case.</param>
    /// <param name="parameters">Values may be strings, as forms and queries send them.</param>
    public IReadOnlyList<string> CheckRequest(string method, JsonObject parameters)
    {
        if (!methods.TryGetValue(method, out var known))
            return [$"{method}: no such method"];
        var problems = new List<string>();
        var read = new JsonObject();
        foreach (var (name, value) in parameters)
            read[name] = known.Fields.TryGetValue(name, out var field) ? Unwrap(value, field.Types) : value?.DeepClone();
        CheckFields(known.Name, known.Fields, read, problems);
        return problems;
    }

    public IReadOnlyList<string> CheckResult(string method, JsonNode? result)
    {
        if (!methods.TryGetValue(method, out var known))
            return [$"{method}: no such method"];
        var problems = new List<string>();
        CheckValue($"{known.Name}→", known.Returns, result, problems);
        return problems;
    }

    public IReadOnlyList<string> CheckObject(string type, JsonNode? value)
    {
        var problems = new List<string>();
        CheckValue(type, [type], value, problems);
        return problems;
    }

    private void CheckFields(string place, Dictionary<string, Field> fields, JsonObject value, List<string> problems)
    {
        foreach (var (name, field) in fields)
            if (field.Required && value[name] is null)
                problems.Add($"{place}.{name}: required, but absent");
        foreach (var (name, content) in value)
        {
            if (!fields.TryGetValue(name, out var field))
                problems.Add($"{place}.{name}: unknown");
            else
                CheckValue($"{place}.{name}", field.Types, content, problems);
        }
    }

    private void CheckValue(string place, IReadOnlyList<string> allowed, JsonNode? value, List<string> problems)
    {
        List<string>? fewest = null;
        foreach (var type in allowed)
        {
            var found = new List<string>();
            CheckType(place, type, value, found);
            if (found.Count == 0)
                return;
            if (fewest is null || found.Count < fewest.Count)
                fewest = found;
        }
        problems.AddRange(fewest ?? [$"{place}: nothing is allowed here"]);
    }

    private void CheckType(string place, string type, JsonNode? value, List<string> problems)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            if (value is not JsonArray items)
                problems.Add($"{place}: {kind} instead of {type}");
            else
                for (var i = 0; i < items.Count; i++)
                    CheckType($"{place}[{i}]", type["Array of ".Length..], items[i], problems);
            return;
        }
        if (types.TryGetValue(type, out var known))
        {
            if (value is not JsonObject fields)
                problems.Add($"{place}: {kind} instead of {type}");
            else if (known.Subtypes.Count > 0)
                CheckValue(place, known.Subtypes, value, problems);
            else
                CheckFields($"{place}:{type}", known.Fields, fields, problems);
            return;
        }
        var fits = type switch
        {
            "Integer" => kind == JsonValueKind.Number && long.TryParse(value!.ToJsonString(), CultureInfo.InvariantCulture, out _),
            "Float" => kind == JsonValueKind.Number,
            "String" => kind == JsonValueKind.String,
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "True" => kind == JsonValueKind.True,
            _ => false,
        };
        if (!fits)
            problems.Add($"{place}: {kind} instead of {type}");
    }

    /// <summary>Forms and queries carry numbers, switches and objects as text.</summary>
    private static JsonNode? Unwrap(JsonNode? value, IReadOnlyList<string> allowed)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.String || allowed.Contains("String"))
            return value?.DeepClone();
        try
        {
            return JsonNode.Parse(value.GetValue<string>());
        }
        catch (JsonException)
        {
            return value.DeepClone();
        }
    }

    private static IReadOnlyList<string> Strings(JsonNode? list) =>
        list is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : [];

    private static Dictionary<string, Field> Fields(JsonNode? owner) => (owner?["fields"] as JsonArray ?? [])
        .ToDictionary(
            field => field!["name"]!.GetValue<string>(),
            field => new Field(Strings(field!["types"]), field["required"]!.GetValue<bool>()),
            StringComparer.Ordinal);

    private sealed record Method(string Name, IReadOnlyList<string> Returns, Dictionary<string, Field> Fields);

    private sealed record ApiType(Dictionary<string, Field> Fields, IReadOnlyList<string> Subtypes);

    private sealed record Field(IReadOnlyList<string> Types, bool Required);
}
