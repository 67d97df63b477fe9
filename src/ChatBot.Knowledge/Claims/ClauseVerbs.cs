using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Finds the verb that makes a run of words a clause of its own, as far as its form and place tell that without a grammar (<c>clause-words.txt</c>).</summary>
internal static class ClauseVerbs
{
    /// <summary>"The mayor of Vorring refused": so many words may stand in a subject.</summary>
    private const int LongestSubject = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("clause-words.txt");

    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "won't", "isn't", "wasn't", "aren't", "weren't", "hasn't", "haven't", "does", "did", "doesn't", "didn't",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word is a form of "be", "have", "do" or "will".</summary>
    public static bool IsAuxiliary(Token token) => Auxiliaries.Contains(token.Term);

    /// <summary>Whether what begins with the word hangs on another clause.</summary>
    public static bool Depends(Token first) => Lists["depending"].Contains(first.Term);

    /// <summary>Whether the word joins the two names behind it.</summary>
    public static bool Joins(Token token) => Lists["joined"].Contains(token.Term);

    /// <summary>The first verb between <paramref name="from"/> and <paramref name="to"/> that has a subject before it; -1 where none can be told.</summary>
    public static int Within(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsAuxiliary(tokens[i])) return i;
            // "The council that met in May": the verb is that of the words beside.
            if (i > from && tokens[i].Term is "that" or "who" or "which" or "whose" or "where") return -1;
            if (i > from && IsVerbOf(tokens, from, i)) return i;
        }
        return -1;
    }

    /// <summary>The verb of a clause that begins at <paramref name="from"/> with its subject: "Varga refused", "the council rejected the plan"; -1 where none begins there.</summary>
    public static int Opening(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from + 1; i < Math.Min(tokens.Count - 1, from + LongestSubject + 1); i++)
            if (IsVerbOf(tokens, from, i) && IsSubject(tokens, from, i)) return i;
        return -1;
    }

    /// <summary>Nothing but a name, a pronoun, or a noun with its article and what describes it.</summary>
    private static bool IsSubject(IReadOnlyList<Token> tokens, int from, int verb)
    {
        for (var i = from; i < verb; i++)
            if (tokens[i].IsNumber || tokens[i].IsStopWord && !(i == from && (Lists["pronouns"].Contains(tokens[i].Term) || Lists["objects"].Contains(tokens[i].Term))) && !IsBetween(tokens[i])) return false;
        return true;
    }

    private static bool IsVerbOf(IReadOnlyList<Token> tokens, int from, int verb)
    {
        var subject = verb - 1;
        while (subject > from && IsBetween(tokens[subject])) subject--;
        if (tokens[verb].IsCapitalised || IsBetween(tokens[verb]) || (tokens[subject].Traits & TokenTraits.Possessive) != 0 || verb + 1 < tokens.Count && tokens[verb + 1].Term == "by") return false;
        var isPronoun = Lists["pronouns"].Contains(tokens[subject].Term) && tokens[subject].Term is not ("this" or "that");
        if (tokens[subject].IsStopWord && !isPronoun) return false;
        if (!IsPast(tokens[verb])) return IsPresent(tokens, verb, isPronoun, tokens[subject].IsCapitalised);
        return isPronoun || tokens[subject].IsCapitalised && !MayBePlural(tokens, subject) || IsDone(tokens, verb);
    }

    /// <summary>"Forces deployed in May": a noun without an article has a capital where a sentence begins, too.</summary>
    private static bool MayBePlural(IReadOnlyList<Token> tokens, int i) => i == 0 && tokens[i].Term.EndsWith('s');

    private static bool IsBetween(Token token) => token.Term is "also" or "never" or "then" or "still" or "again" or "not" || token.Term.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsPast(Token token) => token.Term.Length > 3 && token.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(token.Term);

    /// <summary>"It costs", "Varga refuses to": behind a name, what ends in "-s" may be a noun ("Union members"), unless its object follows or it is a verb of being ("stays").</summary>
    private static bool IsPresent(IReadOnlyList<Token> tokens, int verb, bool isPronoun, bool isNamed) =>
        !tokens[verb].IsStopWord && tokens[verb].Term.Length > 3 && tokens[verb].Term.EndsWith('s') && !tokens[verb].Term.EndsWith("ss", StringComparison.Ordinal)
        && (isPronoun || isNamed && verb + 1 < tokens.Count && (tokens[verb + 1].Term == "to" || Lists["objects"].Contains(tokens[verb + 1].Term) || Lists["staying"].Contains(tokens[verb].Term)));

    /// <summary>Whether the form tells by itself, or by what follows, that its subject does it, and not that it is done to it.</summary>
    private static bool IsDone(IReadOnlyList<Token> tokens, int verb) =>
        IrregularForms.IsPastAlone(tokens[verb].Term)
        || verb + 1 < tokens.Count && (Lists["objects"].Contains(tokens[verb + 1].Term) || tokens[verb + 1].Term == "to" && Lists["willing"].Contains(tokens[verb].Term));
}
