using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Simulators.Discord;

namespace ChatBot.Simulators.Consoles;

/// <summary>Reads a line as a slash command with its options: <c>/subscribe to: Trump how: daily</c>, or <c>/who Rutte</c>, where words without a name are the first option's.</summary>
internal static partial class SlashLine
{
    /// <summary>Reads the line.</summary>
    /// <param name="line">With its stroke.</param>
    /// <param name="find">The registered command of a name, or null.</param>
    /// <exception cref="InvalidOperationException">There is no such command, or it has no such option.</exception>
    public static (string Command, (string Name, object Value)[] Options) Read(string line, Func<string, JsonObject?> find)
    {
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var name = (end < 0 ? line : line[..end]).TrimStart('/');
        var command = find(name) ?? throw new InvalidOperationException($"The app knows no /{name}; :menu lists what the bot has set.");
        var text = end < 0 ? "" : line[end..];
        List<JsonObject> known = [.. (command["options"] as JsonArray ?? []).OfType<JsonObject>()];
        var options = new List<(string, object)>();
        List<Match> marks = [.. Mark().Matches(text).Where(mark => known.Exists(option => NameOf(option) == mark.Groups["name"].Value))];
        var loose = (marks.Count > 0 ? text[..marks[0].Index] : text).Trim();
        if (loose.Length > 0)
        {
            var first = known.Find(option => (int?)option["type"] == 3) ?? throw new InvalidOperationException($"/{name} takes no words{(known.Count > 0 ? $"; it has the option {string.Join(", ", known.Select(NameOf))}" : "")}.");
            options.Add((NameOf(first), ValueOf(first, loose)));
        }
        for (var i = 0; i < marks.Count; i++)
        {
            var value = text[(marks[i].Index + marks[i].Length)..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)].Trim();
            var option = known.Find(candidate => NameOf(candidate) == marks[i].Groups["name"].Value)!;
            options.Add((NameOf(option), ValueOf(option, value)));
        }
        return (name, [.. options]);
    }

    public static JsonObject? Find(DiscordWorld world, string name) => world.Commands.Find(command => (int?)command["type"] == 1 && (string?)command["name"] == name);

    public static string? FirstOption(DiscordWorld world, string name) => (Find(world, name)?["options"] as JsonArray)?.OfType<JsonObject>().Select(NameOf).FirstOrDefault();

    private static string NameOf(JsonObject option) => (string?)option["name"] ?? "";

    private static object ValueOf(JsonObject option, string text) => (int?)option["type"] != 5 ? text : text.ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => throw new InvalidOperationException($"{NameOf(option)} is True or False."),
    };

    [GeneratedRegex(@"(?<=^|\s)(?<name>[\w-]+):(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
