using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatBot.Knowledge.Text;

namespace ChatBot.Settings;

/// <summary>Reads <c>chatbot.json</c>: nested objects of texts, comments and trailing commas allowed. Every problem names its line and column.</summary>
internal sealed class SettingsFile(string file, string folder, List<string> problems)
{
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings of the file, by key; what is wrong goes to the problems.</summary>
    public IReadOnlyDictionary<string, SettingValue> Read(byte[] content)
    {
        var json = content.AsSpan(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) Note(json, reader.TokenStartIndex, "the file must hold one object: { … }");
            else ReadObject(ref reader, json, "");
            if (problems.Count == 0) reader.Read();
        }
        catch (JsonException broken)
        {
            problems.Add($"{file}:{(broken.LineNumber ?? 0) + 1}:{(broken.BytePositionInLine ?? 0) + 1}: this is not valid JSON; look for a missing quote, comma or bracket");
        }
        return _values;
    }

    private void ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string prefix)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = reader.TokenStartIndex;
            var key = prefix + reader.GetString();
            reader.Read();
            var section = SettingKeys.All.Any(known => known.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
            if (key == "$schema") reader.Skip();
            else if (SettingKeys.Lists.TryGetValue(key, out var fields)) ReadList(ref reader, json, at, key, fields);
            else if (section && reader.TokenType == JsonTokenType.StartObject) ReadObject(ref reader, json, key + ":");
            else if (section) Skip(ref reader, json, at, $"'{key}' must be an object: \"{key}\": {{ … }}");
            else if (!SettingKeys.All.Contains(key, StringComparer.OrdinalIgnoreCase)) Skip(ref reader, json, at, Unknown(key, prefix));
            else if (SettingKeys.Secrets.Contains(key, StringComparer.OrdinalIgnoreCase))
                Skip(ref reader, json, at, $"a token doesn't belong in this file; set the environment variable ChatBot__{key.Replace(":", "__", StringComparison.Ordinal)}, or name a file that holds it as '{key}File'");
            else if (reader.TokenType != JsonTokenType.String) Skip(ref reader, json, at, $"'{key}' must be a text in quotes");
            else if (!_values.TryAdd(key, new SettingValue(reader.GetString() ?? "", $"{file}:{Place(json, reader.TokenStartIndex)}", folder)))
                Note(json, at, $"the key '{key}' is given twice; keep one");
        }
    }

    private void ReadList(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, long at, string key, IReadOnlyList<string> fields)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Skip(ref reader, json, at, $"'{key}' must be a list of objects: \"{key}\": [ {{ … }} ]");
            return;
        }
        for (var number = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
        {
            var itemAt = reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject) Skip(ref reader, json, itemAt, $"'{key}' holds objects: {{ \"{fields[0]}\": … }}");
            else if (number == SettingKeys.MostInList) Skip(ref reader, json, itemAt, $"'{key}' may hold {SettingKeys.MostInList} objects");
            else while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var fieldAt = reader.TokenStartIndex;
                var name = reader.GetString() ?? "";
                reader.Read();
                var known = SettingKeys.InList([key, number.ToString(CultureInfo.InvariantCulture), name]);
                if (known is null)
                    Skip(ref reader, json, fieldAt, NearestName.Of(name, fields) is { } nearest ? $"unknown key '{name}'; did you mean '{nearest}'?" : $"unknown key '{name}'; known here: {string.Join(", ", fields)}");
                else if (reader.TokenType != JsonTokenType.String) Skip(ref reader, json, fieldAt, $"'{name}' must be a text in quotes");
                else if (!_values.TryAdd(known, new SettingValue(reader.GetString() ?? "", $"{file}:{Place(json, reader.TokenStartIndex)}", folder)))
                    Note(json, fieldAt, $"the key '{name}' is given twice; keep one");
            }
        }
    }

    private void Skip(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, long at, string problem)
    {
        Note(json, at, problem);
        reader.Skip();
    }

    private void Note(ReadOnlySpan<byte> json, long at, string problem) => problems.Add($"{file}:{Place(json, at)}: {problem}");

    private static string Unknown(string key, string prefix)
    {
        var known = SettingKeys.All.Concat(SettingKeys.Lists.Keys).Where(other => other.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(other => other[prefix.Length..].Split(':')[0]).Distinct();
        var name = key[prefix.Length..];
        var nearest = NearestName.Of(name, known);
        return nearest is null ? $"unknown key '{name}'; known here: {string.Join(", ", known)}" : $"unknown key '{name}'; did you mean '{nearest}'?";
    }

    private static string Place(ReadOnlySpan<byte> json, long at)
    {
        var before = json[..(int)at];
        return $"{before.Count((byte)'\n') + 1}:{Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1}";
    }
}
