using ChatBot.Knowledge.Text;

namespace ChatBot.Settings;

/// <summary>The settings among the words of the command line: <c>[serve] --topic DIR --data DIR --store STORE --url URL</c>.</summary>
internal static class CommandLineSettings
{
    /// <summary>Texts by option, without dashes; the last of two wins.</summary>
    /// <exception cref="SettingsException">A word is no option, or an option has no text.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> words)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = words.Count > 0 && words[0] == "serve" ? 1 : 0; i < words.Count; i++)
        {
            var (name, text) = words[i].Split('=', 2) is [var before, var after] ? (before, after) : (words[i], null);
            var option = name.StartsWith("--", StringComparison.Ordinal) ? name[2..] : name;
            if (!name.StartsWith("--", StringComparison.Ordinal) || !SettingKeys.Options.ContainsKey(option))
            {
                var nearest = NearestName.Of(option, SettingKeys.Options.Keys);
                throw new SettingsException([
                    $"'{name}' is no option of serve; " + (nearest is null ? $"there are: --{string.Join(", --", SettingKeys.Options.Keys)}." : $"did you mean --{nearest}?"),
                ]);
            }
            text ??= ++i < words.Count ? words[i] : throw new SettingsException([$"--{option} needs a value after it."]);
            options[option] = text;
        }
        return options;
    }
}
