using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>The words of a sentence that only tell who says it: "…, the fair said on Monday", "police said that …", "…, according to the council".</summary>
internal static class ReportClause
{
    /// <summary>A longer clause tells more than who said so.</summary>
    private const int Longest = 12;

    /// <summary>So far from the sentence's beginning the verb of what it begins with may stand.</summary>
    private const int FarthestVerb = 8;

    /// <summary>The tokens of these words, each range from its first to behind its last; none where nobody is said to say it.</summary>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static IReadOnlyList<(int From, int To)> In(string text, IReadOnlyList<Token> tokens, int start = 0)
    {
        List<(int, int)>? clauses = null;
        if (Leading(text, tokens, start) is { } behind) (clauses ??= []).Add((0, behind));
        if (Closing(text, tokens, start) is { } from) (clauses ??= []).Add((from, tokens.Count));
        for (var i = 0; i + 2 < tokens.Count; i++)
            if (tokens[i].Term == "according" && tokens[i + 1].Term == "to") (clauses ??= []).Add((i, EndOfCredit(text, tokens, i, start)));
        return clauses ?? (IReadOnlyList<(int, int)>)[];
    }

    /// <summary>Whether a token is one of them.</summary>
    public static bool Has(IReadOnlyList<(int From, int To)> clauses, int token)
    {
        foreach (var (from, to) in clauses)
            if (token >= from && token < to) return true;
        return false;
    }

    /// <summary>"Police said that", "the mayor said".</summary>
    private static int? Leading(string text, IReadOnlyList<Token> tokens, int start)
    {
        for (var verb = 1; verb < Math.Min(FarthestVerb, tokens.Count - 2); verb++)
        {
            if (!IsVerb(tokens, verb)) continue;
            if (HasCommaBefore(text, tokens, verb, start)) return null;
            if (tokens[verb + 1].Term == "that") return verb + 2;
            return IsPlainSaying(tokens[verb]) && !IsComma(text, tokens, verb, start) ? verb + 1 : null;
        }
        return null;
    }

    /// <summary>", the mayor told the Post on Monday".</summary>
    private static int? Closing(string text, IReadOnlyList<Token> tokens, int start)
    {
        var comma = tokens.Count - 2;
        while (comma >= 0 && !IsComma(text, tokens, comma, start)) comma--;
        var from = comma + 1;
        if (comma < 1 || tokens.Count - from > Longest || tokens[from].Term is "and" or "but" or "or" or "which" or "who") return null;
        for (var verb = from; verb < tokens.Count; verb++)
            if (IsVerb(tokens, verb)) return IsPlainSaying(tokens[verb]) || verb > from && TellsOnlyWhen(tokens, verb + 1) ? from : null;
        return null;
    }

    private static int EndOfCredit(string text, IReadOnlyList<Token> tokens, int at, int start)
    {
        while (at + 1 < tokens.Count && !IsComma(text, tokens, at, start)) at++;
        return at + 1;
    }

    private static bool IsVerb(IReadOnlyList<Token> tokens, int i) => ReportingVerbs.StanceOf(tokens[i].Term) is not (null or Stance.Denied) && !AttributionFinder.IsNoun(tokens, i);

    private static bool IsPlainSaying(Token token) => token.Term is "said" or "says" or "say" or "told";

    private static bool TellsOnlyWhen(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
            if (!(tokens[i].IsStopWord || tokens[i].IsNumber || tokens[i].IsCapitalised)) return false;
        return true;
    }

    private static bool HasCommaBefore(string text, IReadOnlyList<Token> tokens, int to, int start)
    {
        for (var i = 0; i < to; i++)
            if (IsComma(text, tokens, i, start)) return true;
        return false;
    }

    private static bool IsComma(string text, IReadOnlyList<Token> tokens, int i, int start) => i + 1 < tokens.Count && Between(text, tokens, i, start).Contains(',');

    /// <summary>What stands between a token and the next; nothing where the next is a part of the same word, or the tokens are of another text.</summary>
    internal static ReadOnlySpan<char> Between(string text, IReadOnlyList<Token> tokens, int i, int start = 0)
    {
        var (from, to) = (tokens[i].Span.End - start, tokens[i + 1].Span.Start - start);
        return from >= 0 && from < to && to <= text.Length ? text.AsSpan(from, to - from) : [];
    }
}
