using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Topics;

/// <summary>A map of a topic file, read key by key; what is missing, unknown or of the wrong kind is noted where it stands.</summary>
internal sealed class YamlRecord
{
    private readonly YamlMap _map;
    private readonly string _what;
    private readonly TopicProblems _problems;

    /// <param name="map">The keys and values.</param>
    /// <param name="what">What it describes, for messages: "an entity".</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="keys">Every key that it may have.</param>
    public YamlRecord(YamlMap map, string what, TopicProblems problems, params string[] keys)
    {
        _map = map;
        _what = what;
        _problems = problems;
        foreach (var (name, entry) in map.Entries)
        {
            if (keys.Contains(name, StringComparer.Ordinal)) continue;
            var nearest = NearestName.Of(name, keys);
            problems.Add(entry.Key, nearest is null
                ? $"unknown key '{name}'; {what} has: {string.Join(", ", keys)}"
                : $"unknown key '{name}'; did you mean '{nearest}'?");
        }
    }

    /// <summary>Where a value stands, or the record itself where the key isn't there.</summary>
    public YamlNode At(string key) => _map.Entries.TryGetValue(key, out var entry) ? entry.Value : _map;

    public bool Has(string key) => _map.Entries.ContainsKey(key);

    /// <summary>A text that must be there; "" (with a problem noted) where it isn't.</summary>
    public string Required(string key)
    {
        if (!Has(key)) _problems.Add(_map, $"{_what} needs '{key}:'");
        return Optional(key) ?? "";
    }

    /// <summary>A text, trimmed; null where it isn't there.</summary>
    public string? Optional(string key) => _map.Entries.TryGetValue(key, out var entry) ? TextOf(entry.Value, $"'{key}'") : null;

    /// <summary>A list of texts; empty where the key isn't there.</summary>
    public IReadOnlyList<string> List(string key)
    {
        if (!_map.Entries.TryGetValue(key, out var entry)) return [];
        if (entry.Value is YamlList list) return Texts(list, $"an item of '{key}'");
        _problems.Add(entry.Value, $"'{key}' must be a list: [{(entry.Value is YamlText { Value.Length: > 0 } text ? text.Value : "one, two")}]");
        return [];
    }

    /// <summary>The records of a list; empty where the key isn't there.</summary>
    public IEnumerable<YamlMap> Records(string key)
    {
        foreach (var item in Items(key))
        {
            if (item is YamlMap map) yield return map;
            else _problems.Add(item, $"each item of '{key}' must have keys, beginning with '- id:'");
        }
    }

    /// <summary>The items of a list; empty where the key isn't there.</summary>
    public IReadOnlyList<YamlNode> Items(string key)
    {
        if (!_map.Entries.TryGetValue(key, out var entry)) return [];
        if (entry.Value is YamlList list) return list.Items;
        _problems.Add(entry.Value, $"'{key}' must be a list, each item on a line that begins with '- '");
        return [];
    }

    /// <summary>An id that must be there, in its form, and not yet <paramref name="taken"/>; it is taken from then on.</summary>
    public string Id(Dictionary<string, YamlNode> taken)
    {
        var id = Required("id");
        if (id.Length == 0) return id;
        if (!IsId(id)) _problems.Add(At("id"), $"'{id}' is no id; use lower-case letters, digits, hyphens and dots, such as 'jane-doe' or 'event.dates'");
        else if (!taken.TryAdd(id, At("id"))) _problems.Add(At("id"), $"the id '{id}' is given twice (first in line {taken[id].Line}); rename one");
        return id;
    }

    /// <summary>An id that must be one of the <paramref name="known"/>; null where the key isn't there or (with a problem noted) names nothing.</summary>
    public string? Reference(string key, KnownIds known)
    {
        if (Optional(key) is not { } id) return null;
        if (known.Holds(id)) return id;
        _problems.Add(At(key), known.Fault(id));
        return null;
    }

    /// <summary>One of the given words as its value, which must be there; else (with a problem noted) the default of <typeparamref name="T"/>.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var word = Required(key);
        return word.Length > 0 && IsOneOf(At(key), word, key, words.Keys) ? words[word] : default;
    }

    /// <summary>The list's words as values; what is none of <paramref name="words"/> is noted and left out.</summary>
    public IReadOnlyList<T> ListOf<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var values = new List<T>();
        foreach (var item in Items(key))
            if (TextOf(item, $"an item of '{key}'") is { } word && IsOneOf(item, word, key, words.Keys)) values.Add(words[word]);
        return values;
    }

    /// <summary>True or false; false where the key isn't there.</summary>
    public bool Flag(string key) => Has(key) && OneOf(key, TruthValues);

    /// <summary>The texts of a list, trimmed; anything else in it, or an empty text, is noted and left out.</summary>
    public IReadOnlyList<string> Texts(YamlList list, string what)
    {
        var texts = new List<string>(list.Items.Count);
        foreach (var item in list.Items)
            if (TextOf(item, what) is { } text) texts.Add(text);
        return texts;
    }

    private static readonly Dictionary<string, bool> TruthValues = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    private string? TextOf(YamlNode node, string what)
    {
        if (node is not YamlText text)
        {
            _problems.Add(node, $"{what} must be a text, not a list or keys");
            return null;
        }
        var trimmed = text.Value.Trim();
        if (trimmed.Length > 0) return trimmed;
        _problems.Add(node, $"{what} is empty; give it a value or leave it out");
        return null;
    }

    private bool IsOneOf(YamlNode at, string word, string key, IEnumerable<string> words)
    {
        if (words.Contains(word)) return true;
        var nearest = NearestName.Of(word, words);
        _problems.Add(at, nearest is null
            ? $"'{word}' is no value for '{key}'; use one of: {string.Join(", ", words)}"
            : $"'{word}' is no value for '{key}'; did you mean '{nearest}'?");
        return false;
    }

    private static bool IsId(string text)
    {
        var afterSeparator = true;
        foreach (var c in text)
        {
            var separator = c is '-' or '.';
            if (separator ? afterSeparator : c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9'))) return false;
            afterSeparator = separator;
        }
        return !afterSeparator;
    }
}
