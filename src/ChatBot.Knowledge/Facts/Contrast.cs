using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells a value that a sentence denies in favour of another of its kind: "5 euros, not 4 as reported", "at 8:30 and not, as planned until now, at 9:00", "not on Monday but on Tuesday".</summary>
internal static class Contrast
{
    /// <summary>"Not, as the council had planned until now, at 9:00": so many words may stand between "not" and the value.</summary>
    private const int Farthest = 9;

    /// <summary>Whether <paramref name="value"/> is denied so.</summary>
    /// <param name="value">The value.</param>
    /// <param name="ofKind">The values of its kind in the sentence.</param>
    /// <param name="fact">The sentence.</param>
    /// <param name="tokens">Its tokens.</param>
    public static bool IsDenied(TextSpan value, IEnumerable<TextSpan> ofKind, Fact fact, IReadOnlyList<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < value.Start) first++;
        var behind = first;
        while (behind < tokens.Count && tokens[behind].Span.Start < value.End) behind++;
        if (NotBefore(fact, tokens, first) is not { } not) return false;
        var isTurn = not > 0 && (tokens[not - 1].Term is "and" or "but" || HasComma(fact, tokens, not - 1));
        var isTurnedBehind = behind < tokens.Count && tokens[behind].Term == "but";
        foreach (var other in ofKind)
            if (isTurn && other.End <= tokens[not].Span.Start || isTurnedBehind && other.Start >= tokens[behind].Span.End) return true;
        return false;
    }

    /// <summary>The "not" whose next word of weight is the one at <paramref name="value"/>; what stands between commas is passed over.</summary>
    private static int? NotBefore(Fact fact, IReadOnlyList<Token> tokens, int value)
    {
        var at = value - 1;
        while (at >= 0 && tokens[at].Term is "on" or "in" or "at" or "for" or "from" or "by" or "the" or "a" or "about" or "around") at--;
        if (at < 0) return null;
        if (tokens[at].Term == "not") return at;
        if (!HasComma(fact, tokens, at)) return null;
        for (var i = at - 1; i >= 0 && i >= value - Farthest; i--)
            if (HasComma(fact, tokens, i)) return tokens[i].Term == "not" ? i : null;
        return null;
    }

    private static bool HasComma(Fact fact, IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && fact.Text.AsSpan(tokens[at].Span.End - fact.Span.Start, tokens[at + 1].Span.Start - tokens[at].Span.End).IndexOf(',') >= 0;
}
