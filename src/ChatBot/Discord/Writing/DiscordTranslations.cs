namespace ChatBot.Discord.Writing;

/// <summary>
/// What commands and options do, in the languages of those whose app speaks another than English (<c>Data/commands-LANGUAGE.txt</c>). Names have no
/// translations: the bot's own words, all English, name commands, and people have to find them.
/// </summary>
internal static class DiscordTranslations
{
    /// <summary>Characters of the longest description that the platform takes.</summary>
    public const int LongestDescription = 100;

    /// <summary>The languages, each with the platform's names for it.</summary>
    private static readonly (string Language, string[] Locales)[] Languages =
        [("de", ["de"]), ("es", ["es-ES", "es-419"]), ("fr", ["fr"]), ("it", ["it"]), ("nl", ["nl"]), ("pl", ["pl"]), ("pt", ["pt-BR"]), ("ru", ["ru"]), ("tr", ["tr"]), ("uk", ["uk"])];

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> ByKey = new(Load);

    /// <summary>Every key that any language has.</summary>
    public static IReadOnlyCollection<string> Keys => ByKey.Value.Keys;

    /// <summary>The descriptions of a command ("/who") or an option ("name"), by the platform's names of languages; null where there is none.</summary>
    public static IReadOnlyDictionary<string, string>? Of(string key) => ByKey.Value.GetValueOrDefault(key);

    /// <summary>Reads a file of lines <c>key: description</c>.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="lines">Its lines; empty ones, and those that begin with #, say nothing.</param>
    /// <exception cref="FormatException">A line is none such, too long, or repeats a key.</exception>
    public static IReadOnlyDictionary<string, string> Read(string name, IEnumerable<string> lines)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, line) in lines.Index())
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(": ", 2) is not [{ Length: > 0 } key, var text] || text.Trim().Length == 0) throw new FormatException($"{name}, line {i + 1}: not \"key: description\".");
            if (text.Length > LongestDescription) throw new FormatException($"{name}, line {i + 1}: {text.Length} characters; Discord takes {LongestDescription}.");
            if (!read.TryAdd(key, text)) throw new FormatException($"{name}, line {i + 1}: \"{key}\" stands there already.");
        }
        return read;
    }

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        var byKey = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (language, locales) in Languages)
        {
            var name = $"commands-{language}.txt";
            using var file = typeof(DiscordTranslations).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of this program.");
            using var reader = new StreamReader(file);
            foreach (var (key, text) in Read(name, reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')))
            {
                if (!byKey.TryGetValue(key, out var texts)) byKey[key] = texts = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var locale in locales) texts[locale] = text;
            }
        }
        return byKey;
    }
}
