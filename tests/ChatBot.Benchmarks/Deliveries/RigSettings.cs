using System.Globalization;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>How the crash rig is set up; each is an option of its command, and the processes that are killed get the same.</summary>
internal sealed record RigSettings
{
    /// <summary>A file for SQLite, made anew where it is empty, or 'Host=…' for PostgreSQL.</summary>
    public string Store { get; init; } = "";

    /// <summary>How often a process is killed.</summary>
    public int Kills { get; init; } = 50;

    /// <summary>Updates to deliver.</summary>
    public int Updates { get; init; } = 1_000;

    /// <summary>What the moments and the victims are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Processes that deliver at the same time.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Milliseconds from one kill to the next, in the mean.</summary>
    public int Apart { get; init; } = 300;

    /// <summary>Chats on each platform.</summary>
    public int Chats { get; init; } = 40;

    /// <summary>Chats on each platform that get an update.</summary>
    public int FanOut { get; init; } = 3;

    /// <summary>What each platform lets through in a second for each process, over all chats and in one; every process holds itself to it.</summary>
    public int PerSecond { get; init; } = 2_000;

    /// <summary>Milliseconds that a request or an answer is on its way at most.</summary>
    public int Line { get; init; } = 8;

    /// <summary>Milliseconds after which what a dead process held is taken over. The service's own is 12 s, and would have the rig wait most of the time.</summary>
    public int Lease { get; init; } = 1_000;

    /// <summary>What is wrong with arguments, in words; null where nothing is.</summary>
    public static string? Problem(IReadOnlyList<string> arguments)
    {
        var known = new RigSettings().Write().Where(text => text.StartsWith("--", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!known.Contains(arguments[i])) return $"crash-rig has no option '{arguments[i]}'. It has {string.Join(", ", known)}.";
            if (i + 1 == arguments.Count) return $"{arguments[i]} needs a value.";
            if (arguments[i] != "--store" && !int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out _)) return $"{arguments[i]} needs a whole number, not '{arguments[i + 1]}'.";
        }
        return null;
    }

    public static RigSettings Read(IReadOnlyList<string> arguments)
    {
        var ours = new RigSettings();
        int Number(string name, int otherwise) => int.Parse(Options.Get(arguments, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        return new RigSettings
        {
            Store = Options.Get(arguments, "--store", ours.Store),
            Kills = Number("--kills", ours.Kills),
            Updates = Number("--updates", ours.Updates),
            Seed = Number("--seed", ours.Seed),
            Replicas = Number("--replicas", ours.Replicas),
            Apart = Number("--apart", ours.Apart),
            Chats = Number("--chats", ours.Chats),
            FanOut = Number("--fan-out", ours.FanOut),
            PerSecond = Number("--per-second", ours.PerSecond),
            Line = Number("--line", ours.Line),
            Lease = Number("--lease", ours.Lease),
        };
    }

    /// <summary>As they are handed to a process.</summary>
    public IReadOnlyList<string> Write()
    {
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        return
        [
            "--store", Store, "--kills", Text(Kills), "--updates", Text(Updates), "--seed", Text(Seed), "--replicas", Text(Replicas), "--apart", Text(Apart), "--chats", Text(Chats),
            "--fan-out", Text(FanOut), "--per-second", Text(PerSecond), "--line", Text(Line), "--lease", Text(Lease),
        ];
    }

    /// <summary>The chats that an update goes to on each platform, by their numbers.</summary>
    public IEnumerable<int> ChatsOf(int update) => Enumerable.Range(0, FanOut).Select(i => (update * 7 + i * 3) % Chats);
}
