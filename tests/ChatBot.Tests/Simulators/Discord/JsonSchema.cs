using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Tests.Simulators.Discord;

/// <summary>
/// As much of JSON Schema as the published description uses. <c>oneOf</c> is read as "at least one": its alternatives overlap there
/// (an absent optional field fits several), so "exactly one" would refuse valid documents.
/// </summary>
internal sealed class JsonSchema(JsonObject root)
{
    public IReadOnlyList<string> Check(JsonNode? value, JsonObject schema)
    {
        var errors = new List<string>();
        Check(value, schema, "$", errors);
        return errors;
    }

    public JsonObject Resolve(string reference)
    {
        JsonNode node = root;
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
            node = node[part.Replace("~1", "/", StringComparison.Ordinal)] ?? throw new InvalidOperationException($"{reference} leads nowhere.");
        return (JsonObject)node;
    }

    private void Check(JsonNode? value, JsonObject schema, string path, List<string> errors)
    {
        if ((string?)schema["$ref"] is { } reference)
            Check(value, Resolve(reference), path, errors);
        foreach (var part in Schemas(schema["allOf"]))
            Check(value, part, path, errors);
        foreach (var kind in new[] { "anyOf", "oneOf" })
        {
            if (schema[kind] is JsonArray alternatives)
                errors.AddRange(BestOf(value, alternatives, path));
        }
        if (!HasType(value, schema["type"]))
        {
            errors.Add($"{path}: {Kind(value)} where {schema["type"]!.ToJsonString()} belongs");
            return;
        }
        if (schema["enum"] is JsonArray members && value is not null && !members.Any(m => JsonNode.DeepEquals(m, value)))
            errors.Add($"{path}: {value.ToJsonString()} is none of {members.ToJsonString()}");
        if (schema.ContainsKey("const") && !JsonNode.DeepEquals(schema["const"], value))
            errors.Add($"{path}: {value?.ToJsonString()} is not {schema["const"]?.ToJsonString()}");
        switch (value)
        {
            case JsonObject o:
                CheckObject(o, schema, path, errors);
                break;
            case JsonArray a:
                Within(a.Count, schema, "minItems", "maxItems", $"{path}: {a.Count} items", errors);
                for (var i = 0; i < a.Count && schema["items"] is JsonObject; i++)
                    Check(a[i], (JsonObject)schema["items"]!, $"{path}[{i}]", errors);
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                var text = v.GetValue<string>();
                Within(text.Length, schema, "minLength", "maxLength", $"{path}: {text.Length} characters", errors);
                if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking))
                    errors.Add($"{path}: does not match {pattern}");
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.Number:
                Within(Number(v), schema, "minimum", "maximum", $"{path}: {v.ToJsonString()}", errors);
                break;
        }
    }

    private void CheckObject(JsonObject o, JsonObject schema, string path, List<string> errors)
    {
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(r => (string)r!))
        {
            if (!o.ContainsKey(required))
                errors.Add($"{path}: \"{required}\" is missing");
        }
        var properties = schema["properties"] as JsonObject;
        foreach (var (name, member) in o)
        {
            if (properties?[name] is JsonObject known)
                Check(member, known, $"{path}.{name}", errors);
            else if (schema["additionalProperties"] is JsonObject other)
                Check(member, other, $"{path}.{name}", errors);
            else if (schema["additionalProperties"] is JsonValue allowed && !allowed.GetValue<bool>())
                errors.Add($"{path}: \"{name}\" is not known");
        }
    }

    /// <summary>The complaints of the alternative that fits best; none if one fits.</summary>
    private List<string> BestOf(JsonNode? value, JsonArray alternatives, string path)
    {
        List<string>? best = null;
        foreach (var alternative in Schemas(alternatives))
        {
            var errors = new List<string>();
            Check(value, alternative, path, errors);
            if (errors.Count == 0)
                return [];
            if (best is null || errors.Count < best.Count)
                best = errors;
        }
        return best ?? [];
    }

    private static IEnumerable<JsonObject> Schemas(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static void Within(double value, JsonObject schema, string least, string most, string what, List<string> errors)
    {
        if (schema[least] is { } min && value < Number(min))
            errors.Add($"{what}, below {least} {min.ToJsonString()}");
        if (schema[most] is { } max && value > Number(max))
            errors.Add($"{what}, above {most} {max.ToJsonString()}");
    }

    private static double Number(JsonNode number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool HasType(JsonNode? value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray several => several.Any(t => Is(value, (string)t!)),
        _ => Is(value, (string)type!),
    };

    private static bool Is(JsonNode? value, string type) => (type, Kind(value)) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => !value!.ToJsonString().Contains('.', StringComparison.Ordinal),
        _ => false,
    };

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;
}
