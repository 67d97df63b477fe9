using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells a clause whose subject is something that belongs to an event, and not the event: "a campsite for guests of the fair will open", "the fair's shop will open".</summary>
internal static class AnothersClause
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = NeighbouringEvents.Lists;

    /// <summary>Whether the event is named within the subject of such a clause.</summary>
    /// <param name="own">The event's name.</param>
    /// <param name="before">The index of the last word before that name, articles apart; -1 where there is none.</param>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    public static bool Is(TextSpan own, int before, string text, IReadOnlyList<Token> tokens)
    {
        var behind = 0;
        while (behind < tokens.Count && tokens[behind].Span.Start < own.End) behind++;
        if (behind == 0 || Verb(text, tokens, behind) is not { } verb) return false;
        if (verb > behind && IsThing(tokens, verb - 1) && (verb == behind + 1 || IsOwner(tokens[behind - 1])) && tokens[behind].Term is not ("in" or "at" or "on" or "near")) return true;
        return before > 0 && Lists["with"].Contains(tokens[before].Term) && Head(text, tokens, before) is { } head && IsThing(tokens, head);
    }

    private static bool IsOwner(Token name) => (name.Traits & TokenTraits.Possessive) != 0;

    /// <summary>The verb of the clause in whose subject the name stands; null where another clause begins before it.</summary>
    private static int? Verb(string text, IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (ReportClause.Between(text, tokens, i - 1).IndexOfAny(",;:–—(") >= 0 || tokens[i].Term is "and" or "that" or "which" or "who") return null;
            if (Lists["aux"].Contains(tokens[i].Term)) return i;
        }
        return null;
    }

    /// <summary>What the subject is, of which the words up to <paramref name="last"/> are a part; null where they have a verb.</summary>
    private static int? Head(string text, IReadOnlyList<Token> tokens, int last)
    {
        var from = last;
        while (from > 0 && ReportClause.Between(text, tokens, from - 1).IndexOfAny(",;:–—(") < 0) from--;
        int? head = null;
        for (var i = from; i <= last; i++)
        {
            if (Lists["aux"].Contains(tokens[i].Term) || tokens[i].Term is "and" or "that" or "which" or "who" || i > from && IsDone(tokens[i])) return null;
            if (head is null && i > from && Lists["with"].Contains(tokens[i].Term)) head = i - 1;
        }
        return head;
    }

    private static bool IsDone(Token token) => token.Term.Length > 3 && token.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(token.Term) || ReportingVerbs.StanceOf(token.Term) is not null;

    /// <summary>A noun, as far as can be told, that is no part of the event by which its own time is given.</summary>
    private static bool IsThing(IReadOnlyList<Token> tokens, int i) =>
        tokens[i] is { IsStopWord: false, IsNumber: false } token && (i == 0 || !token.IsCapitalised) && !Lists["part"].Contains(token.Term) && !token.Term.EndsWith("ly", StringComparison.Ordinal);
}
