using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// Tells by its form whether a question asks how what is told changed or differs: "how did the plan change", "what changed between May and June concerning the
/// plan", "is the date disputed". "Who changed the plan" and "who disputed it" ask for somebody.
/// </summary>
internal static class AskedDifference
{
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal) { "change", "changed", "changes", "develop", "developed", "evolve", "evolved", "shift", "shifted" };

    /// <summary>Words that say no more than that something is told: it is the matter that changed.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
        { "story", "stories", "picture", "news", "version", "versions", "account", "accounts", "coverage", "reporting", "report", "reports", "digest", "digests", "concerning", "regarding", "time" };

    private static readonly HashSet<string> Periods = new(StringComparer.Ordinal) { "from", "between", "since", "over", "during", "after", "before", "until", "within", "in", "about", "concerning", "regarding", "with" };

    /// <summary>The tokens by which a change is asked for; empty where none is.</summary>
    public static HashSet<int> OfChange(IReadOnlyList<Token> tokens)
    {
        var at = -1;
        for (var i = 1; i < tokens.Count && at < 0; i++)
            if (Changing.Contains(tokens[i].Term) && IsAsked(tokens, i)) at = i;
        if (at < 0) return [];
        return [at, .. Enumerable.Range(0, tokens.Count).Where(i => Telling.Contains(tokens[i].Term))];
    }

    /// <summary>The tokens by which it is asked whether something is disputed; empty where it isn't.</summary>
    public static HashSet<int> OfDispute(IReadOnlyList<Token> tokens)
    {
        if (tokens is not [{ Term: "is" or "are" or "was" or "were" or "isn't" or "aren't" or "has" or "have" }, _, ..]) return [];
        return tokens[^1].Term is "disputed" or "contested" || tokens[^1].Term == "dispute" && tokens[^2].Term == "in" ? [tokens.Count - 1] : [];
    }

    /// <summary>The tokens by which it is asked who says something and who denies it; empty where only one of the two is.</summary>
    public static HashSet<int> OfBothSides(IReadOnlyList<Token> tokens)
    {
        var (says, denies) = (-1, -1);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Term is not ("who" or "which")) continue;
            if (tokens[i + 1].Term is "denies" or "denied" or "deny" or "disputes" or "disputed" or "rejects" or "rejected") denies = i;
            else if (says >= 0 && tokens[i + 1].Term is "says" or "said" or "say" && tokens.Skip(i + 2).Take(3).Any(token => token.Term is "not" or "isn't" or "isnt" or "won't" or "doesn't" or "didn't" or "wasn't" or "otherwise")) denies = i;
            else if (tokens[i + 1].Term is "says" or "said" or "say" or "claims" or "claimed" or "reports" or "reported") says = i;
        }
        if (says < 0 || denies < 0) return [];
        var taken = new HashSet<int> { says, says + 1, denies, denies + 1 };
        foreach (var behind in new[] { says + 2, denies + 2 })
            if (behind < tokens.Count && tokens[behind].Term is "so" or "it" or "this" or "that" or "what") taken.Add(behind);
        return taken;
    }

    /// <summary>"How did … change", "what has changed …", "did … change between": behind the verb nothing, or the time or the matter.</summary>
    private static bool IsAsked(IReadOnlyList<Token> tokens, int at)
    {
        // "What changed in May?" asks what was new then.
        if (tokens[0].Term is "what" or "what's" && at + 1 < tokens.Count && tokens[at + 1].Term is "in" or "during" or "over" or "within") return false;
        if (at + 1 < tokens.Count && !Periods.Contains(tokens[at + 1].Term) && !tokens[at + 1].IsNumber) return false;
        return tokens[0].Term switch
        {
            "how" => tokens[1].Term is "did" or "has" or "have" or "does" or "do",
            "what" or "what's" => tokens[at].Term is "changed" && (at == 1 || tokens[at - 1].Term is "has" or "have" or "what's" or "what"),
            "did" or "has" or "have" => at > 1 && at + 1 < tokens.Count,
            _ => false,
        };
    }
}
