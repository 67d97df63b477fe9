using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Sources;

namespace ChatBot.Settings;

/// <summary>Reads the list of sources; what is wrong with one is noted with its origin, and that one left out so that the rest is still checked.</summary>
internal sealed partial class SourceSettings(IReadOnlyDictionary<string, SettingValue> values, List<string> problems)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The sources in the order of the list.</summary>
    public IReadOnlyList<SourceOptions> Read()
    {
        var sources = new List<SourceOptions>();
        var items = values.Where(value => value.Key.StartsWith(SettingKeys.Sources + ":", StringComparison.OrdinalIgnoreCase) && value.Value.Text.Trim().Length > 0)
            .GroupBy(value => int.Parse(value.Key.Split(':')[1], CultureInfo.InvariantCulture)).OrderBy(item => item.Key);
        foreach (var item in items)
        {
            var fields = item.ToDictionary(value => value.Key.Split(':')[2], value => value.Value with { Text = value.Value.Text.Trim() }, StringComparer.OrdinalIgnoreCase);
            if (Read(fields) is not { } source) continue;
            if (sources.Exists(other => other.Name == source.Name)) problems.Add($"{fields["Name"].Origin}: two sources are called '{source.Name}'; give one of them another name");
            else sources.Add(source);
        }
        return sources;
    }

    private SourceOptions? Read(Dictionary<string, SettingValue> fields)
    {
        var before = problems.Count;
        var first = fields.Values.First().Origin;
        var name = fields.GetValueOrDefault("Name");
        if (name is null) problems.Add($"{first}: a source needs a 'Name'");
        else if (!Named().IsMatch(name.Text)) problems.Add($"{name.Origin}: '{name.Text}' is no name of a source: 1 to 40 of a-z, 0-9 and '-', beginning with a letter or digit");
        var (feed, folder) = (fields.GetValueOrDefault("Feed"), fields.GetValueOrDefault("Folder"));
        if (feed is null == folder is null) problems.Add($"{first}: a source has either a 'Feed' or a 'Folder'");
        else if (feed is not null) Unfit(fields, "a feed", "Settle");
        else Unfit(fields, "a folder", "Text", "Publisher");

        var url = feed is null ? null : Address(feed);
        var every = Duration(fields, "Every", feed is null ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(15), feed is null ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1));
        var settle = Duration(fields, "Settle", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1));
        var text = fields.GetValueOrDefault("Text");
        if (text is { Text: not ("entry" or "page") }) problems.Add($"{text.Origin}: '{text.Text}' must be 'entry' (the entry's own text) or 'page' (that of the page it links to)");
        if (problems.Count > before || name is null) return null;
        if (url is not null) return new SourceOptions.Feed(name.Text, url, every) { FromPages = text?.Text == "page", Publisher = fields.GetValueOrDefault("Publisher")?.Text };
        return folder is null ? null : new SourceOptions.Folder(name.Text, folder.FullPath, every) { Settle = settle };
    }

    private void Unfit(Dictionary<string, SettingValue> fields, string what, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (fields.TryGetValue(name, out var value)) problems.Add($"{value.Origin}: {what} has no '{name}'");
    }

    private Uri? Address(SettingValue value)
    {
        if (Uri.TryCreate(value.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0) return address;
        problems.Add($"{value.Origin}: '{(address?.UserInfo.Length > 0 ? "…" : value.Text)}' is no http or https address (without user and password)");
        return null;
    }

    private TimeSpan Duration(Dictionary<string, SettingValue> fields, string name, TimeSpan byDefault, TimeSpan shortest)
    {
        if (!fields.TryGetValue(name, out var value)) return byDefault;
        if (Lasting().Match(value.Text) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            var unit = match.Groups[2].Value switch { "s" => TimeSpan.FromSeconds(1), "m" => TimeSpan.FromMinutes(1), "h" => TimeSpan.FromHours(1), _ => TimeSpan.FromDays(1) };
            if (count <= Longest / unit && count * unit >= shortest) return count * unit;
        }
        // No example that would be refused in its turn.
        problems.Add($"{value.Origin}: '{value.Text}' is no time for '{name}'; write it like {(shortest > TimeSpan.FromSeconds(30) ? "" : "30s, ")}15m, 2h or 1d, from {Words(shortest)} to {Words(Longest)}");
        return byDefault;
    }

    private static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(time.TotalDays >= 1 ? $"{time.TotalDays:0}d" : time.TotalMinutes >= 1 ? $"{time.TotalMinutes:0}m" : $"{time.TotalSeconds:0}s")}");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("^([0-9]{1,6})(s|m|h|d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();
}
