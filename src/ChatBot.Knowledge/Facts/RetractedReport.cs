using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Tells where a clause is what somebody told before and takes back: "retracted its report of 12 June that she will come", "its report that she will come was wrong"
/// (<c>retracting-words.txt</c>).
/// </summary>
internal static class RetractedReport
{
    /// <summary>So many words may stand between what was told and the clause ("its report of 12 June that").</summary>
    private const int ReachToClause = 6;

    /// <summary>And so many between what takes it back and what was told ("retracted its widely read report").</summary>
    private const int ReachToVerb = 5;

    /// <summary>And so many between what refuses and what takes it back ("has not yet retracted").</summary>
    private const int ReachToRefusal = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("retracting-words.txt");

    /// <summary>The word that takes back the clause behind "that", and where that clause ends if what takes it back stands behind it; null where nothing does.</summary>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="that">The index of "that".</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static (int Word, int? Behind)? At(string text, IReadOnlyList<Token> tokens, int that, int start)
    {
        if (ToldBefore(tokens, that) is not { } told) return null;
        if (VerbBefore(tokens, told) is { } verb) return IsRefused(tokens, verb) ? null : (verb, null);
        return JudgedBehind(text, tokens, told, that, start) is { } behind ? (told, behind) : null;
    }

    /// <summary>Whether the sentence has words that take back what was told.</summary>
    public static bool MayStandIn(IReadOnlyList<Token> tokens)
    {
        for (var i = 2; i < tokens.Count; i++)
            if (tokens[i].Term == "that" && ToldBefore(tokens, i) is { } told && VerbBefore(tokens, told) is not null) return true;
        return false;
    }

    private static int? ToldBefore(IReadOnlyList<Token> tokens, int that)
    {
        for (var i = that - 1; i >= 1 && i >= that - 1 - ReachToClause; i--)
        {
            if (Lists["told"].Contains(tokens[i].Term)) return i;
            if (tokens[i].Term is "that" or "which" or "who" || ReportingVerbs.StanceOf(tokens[i].Term) is not null) return null;
        }
        return null;
    }

    private static int? VerbBefore(IReadOnlyList<Token> tokens, int told)
    {
        for (var i = told - 1; i >= 0 && i >= told - 1 - ReachToVerb; i--)
            if (Lists["retracting"].Contains(tokens[i].Term) || Lists["for"].Contains(tokens[i].Term) && tokens[i + 1].Term == "for" || Lists["back"].Contains(tokens[i].Term) && tokens[i + 1].Term == "back") return i;
        return null;
    }

    private static bool IsRefused(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - ReachToRefusal; i--)
            if (Lists["refusing"].Contains(tokens[i].Term) || Negation.IsContracted(tokens[i])) return true;
        return false;
    }

    /// <summary>Where "was wrong" begins that ends the clause. "The claim that the vote was wrong" judges the vote: unless it is the teller's own, the clause must have a verb.</summary>
    private static int? JudgedBehind(string text, IReadOnlyList<Token> tokens, int told, int that, int start)
    {
        var isOwn = Lists["own"].Contains(tokens[told - 1].Term);
        var hasVerb = isOwn;
        for (var i = that + 2; i + 1 < tokens.Count; i++)
        {
            if (hasVerb && Lists["being"].Contains(tokens[i].Term) && Lists["untrue"].Contains(tokens[i + 1].Term) && EndsClause(text, tokens, i + 1, start)) return i;
            hasVerb |= Lists["verb"].Contains(tokens[i].Term);
        }
        return null;
    }

    private static bool EndsClause(string text, IReadOnlyList<Token> tokens, int i, int start) =>
        i + 1 == tokens.Count || tokens[i + 1].Term is "and" or "but" || text.AsSpan(tokens[i].Span.End - start, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOfAny(",;:–—") >= 0;
}
