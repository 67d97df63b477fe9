using System.Text.RegularExpressions;
using Xunit;

namespace ChatBot.Tests;

/// <summary>A project is a wall that the compiler holds; a folder is a room, and these tests hold the arrows between rooms.</summary>
public sealed partial class RoomsTests
{
    private static readonly Dictionary<string, string[]> Knowledge = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Topics"] = ["Text"],
        ["Documents"] = ["Text"],
        ["Mentions"] = ["Topics", "Text"],
        ["Facts"] = ["Documents", "Mentions", "Topics", "Text"],
        ["Indexing"] = ["Facts", "Documents", "Text"],
        ["Understanding"] = ["Mentions", "Topics", "Text"],
        ["Retrieval"] = ["Indexing", "Understanding", "Facts", "Documents", "Mentions", "Topics", "Text"],
        ["Answering"] = ["Retrieval", "Understanding", "Facts", "Documents", "Mentions", "Topics", "Text", "Indexing"],
        ["Claims"] = ["Answering", "Retrieval", "Indexing", "Understanding", "Facts", "Documents", "Mentions", "Topics", "Text"],
        ["Updates"] = ["Claims", "Answering", "Understanding", "Facts", "Documents", "Mentions", "Topics", "Text"],
        ["Auditing"] = ["Answering", "Facts", "Documents", "Mentions", "Topics", "Text"],
    };

    private static readonly Dictionary<string, string[]> Service = new(StringComparer.Ordinal)
    {
        ["Chat"] = [],
        ["Questions"] = ["Chat", "Knowledge"],
        ["Store"] = ["Chat", "Knowledge"],
        ["Sources"] = ["Store", "Knowledge"],
        ["Settings"] = ["Discord", "Telegram", "Web", "Store", "Sources", "Knowledge"],
        ["Web"] = ["Chat", "Questions", "Sources", "Store", "Deliveries", "Knowledge"],
        ["Deliveries"] = ["Chat", "Store"],
        ["Updates"] = ["Chat", "Questions", "Deliveries", "Store", "Knowledge"],
        ["Subscriptions"] = ["Chat", "Questions", "Deliveries", "Updates", "Store", "Knowledge"],
        ["Discord"] = ["Chat", "Questions", "Deliveries", "Store", "Knowledge", "DiscordClient"],
        ["Telegram"] = ["Chat", "Questions", "Deliveries", "Store", "Knowledge", "TelegramClient"],
        ["Topics"] = ["Sources", "Knowledge"],
        ["Operations"] = ["Chat", "Deliveries", "Questions", "Settings", "Sources", "Store", "Web", "Knowledge"],
        ["Terminal"] = ["Chat", "Questions", "Deliveries", "Settings", "Sources", "Operations", "Store", "Topics", "Knowledge"],
    };

    /// <summary>Within the Discord room: what is kept knows nothing of how it looks, and nothing of who talks.</summary>
    private static readonly Dictionary<string, string[]> Discord = new(StringComparer.Ordinal)
    {
        ["State"] = [],
        ["Writing"] = ["State"],
        ["Conversations"] = ["State", "Writing"],
    };

    [Fact]
    public void The_engines_rooms_use_only_the_rooms_below_them() => Assert.Empty(Trespasses("ChatBot.Knowledge", Knowledge));

    [Fact]
    public void The_services_rooms_use_only_the_rooms_they_may() => Assert.Empty(Trespasses("ChatBot", Service));

    [Fact]
    public void The_Discord_rooms_own_rooms_use_only_those_below_them()
    {
        Assert.Empty(TrespassesWithin("Discord", Discord));
        Assert.NotEmpty(TrespassesWithin("Discord", new Dictionary<string, string[]>(Discord, StringComparer.Ordinal) { ["Conversations"] = [] }));
    }

    [Fact]
    public void The_engine_needs_no_host_no_network_and_no_database()
    {
        var project = File.ReadAllText(RepositoryRoot.File("src", "ChatBot.Knowledge", "ChatBot.Knowledge.csproj"));
        Assert.DoesNotContain("FrameworkReference", project);
        Assert.DoesNotContain("EntityFramework", project);
        Assert.All(Files("ChatBot.Knowledge"), file => Assert.DoesNotMatch(NetworkOrDisk(), File.ReadAllText(file)));
    }

    [Fact]
    public void A_trespass_is_noticed()
    {
        // The check can fail: with an arrow taken away it does.
        var without = new Dictionary<string, string[]>(Knowledge, StringComparer.Ordinal) { ["Topics"] = [] };
        Assert.NotEmpty(Trespasses("ChatBot.Knowledge", without));
    }

    private static List<string> Trespasses(string project, Dictionary<string, string[]> allowed)
    {
        var found = new List<string>();
        var root = RepositoryRoot.File("src", project);
        foreach (var file in Files(project))
        {
            var parts = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (parts.Length == 1) continue; // The doors and the composition root see everything.
            if (!allowed.TryGetValue(parts[0], out var rooms))
            {
                found.Add($"{parts[0]} is a room without arrows: say in RoomsTests what it may use.");
                continue;
            }
            foreach (Match used in Using().Matches(File.ReadAllText(file)))
            {
                var name = used.Groups[1].Value;
                var room = project == "ChatBot" && name.StartsWith("ChatBot.Knowledge", StringComparison.Ordinal) ? "Knowledge"
                    : name.StartsWith(project + ".", StringComparison.Ordinal) ? name[(project.Length + 1)..].Split('.')[0]
                    : string.Join('.', name.Split('.').Take(2));
                if (room != parts[0] && !rooms.Contains(room)) found.Add($"{Path.GetRelativePath(RepositoryRoot.Path, file)} uses {name}");
            }
        }
        return found;
    }

    /// <summary>Among the rooms within a room of the service; its own files, the door, see all of them.</summary>
    private static List<string> TrespassesWithin(string room, Dictionary<string, string[]> allowed)
    {
        var root = RepositoryRoot.File("src", "ChatBot", room);
        var found = new List<string>();
        foreach (var file in Files(Path.Combine("ChatBot", room)))
        {
            if (Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is not [var own, ..] parts || parts.Length == 1) continue;
            var prefix = $"ChatBot.{room}";
            foreach (var name in Using().Matches(File.ReadAllText(file)).Select(used => used.Groups[1].Value).Where(name => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)))
            {
                var other = name == prefix ? "" : name[(prefix.Length + 1)..].Split('.')[0];
                if (other != own && !(allowed.TryGetValue(own, out var rooms) && rooms.Contains(other))) found.Add($"{Path.GetRelativePath(RepositoryRoot.Path, file)} uses {name}");
            }
        }
        return found;
    }

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(RepositoryRoot.File("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(ChatBot[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(File\.(Open|Read|Write|Create)|HttpClient|Socket|DbContext|TimeProvider\.System)\b")]
    private static partial Regex NetworkOrDisk();
}
