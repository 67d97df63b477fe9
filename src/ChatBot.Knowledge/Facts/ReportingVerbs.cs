using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>The verbs by which documents pass on what someone says, each with the stance it gives.</summary>
internal static class ReportingVerbs
{
    private static readonly FrozenDictionary<string, Stance> Verbs = Read();

    /// <summary>The stance of the reporting verb <paramref name="term"/>, or null where it is none.</summary>
    public static Stance? StanceOf(string term) => Verbs.TryGetValue(term, out var stance) ? stance : null;

    private static FrozenDictionary<string, Stance> Read()
    {
        var verbs = new Dictionary<string, Stance>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("reporting-verbs.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var stance = Enum.Parse<Stance>(line[..colon], ignoreCase: true);
            foreach (var verb in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) verbs.TryAdd(verb, stance);
        }
        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
