using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>The verbs by which somebody gives a judgement or a figure as their own, told from the same words in other meanings by what follows them.</summary>
internal static class AssessingVerbs
{
    /// <summary>"Put the cost of the repairs of the harbour at": so many words may stand between.</summary>
    private const int FarthestBehind = 9;

    /// <summary>"At about $50", "at well under one percent": the figure stands so near.</summary>
    private const int FarthestFigure = 5;

    private static readonly FrozenSet<string> Ahead = new[] { "to", "will", "would", "shall", "should", "can", "could", "may", "might", "must" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Figures = new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "dozen", "hundred", "thousand", "million", "billion", "percent", "half" }.ToFrozenSet(StringComparer.Ordinal);

    private const string Further = "…";

    private static readonly FrozenDictionary<string, string[]> Verbs = Read();

    /// <summary>Whether the word is such a verb there.</summary>
    public static bool At(IReadOnlyList<Token> tokens, int i)
    {
        // "They are to talk about it": nothing was said yet. May is a month.
        if (!Verbs.TryGetValue(tokens[i].Term, out var following) || i > 0 && Ahead.Contains(tokens[i - 1].Term) && !tokens[i - 1].IsCapitalised) return false;
        if (following.Length == 0) return true;
        if (following[0] != Further) return i + 1 < tokens.Count && following.Contains(tokens[i + 1].Term);
        for (var k = i + 1; k < tokens.Count && k <= i + FarthestBehind; k++)
            if (following.Contains(tokens[k].Term)) return tokens.Skip(k + 1).Take(FarthestFigure).Any(token => token.IsNumber || Figures.Contains(token.Term));
        return false;
    }

    private static FrozenDictionary<string, string[]> Read()
    {
        var verbs = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("assessing-verbs.txt"))
        {
            var parts = line.Split(':', 2);
            var following = parts.Length > 1 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            foreach (var verb in parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)) verbs.Add(verb, following);
        }
        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
