using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Finds the words that a verb is said of, as far as their place before it tells that without a grammar.</summary>
internal static class ClauseSubject
{
    private const string Breaks = ",;:.!?()–—\"“”«»";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Merged();

    /// <summary>The tokens from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
    public readonly record struct Words(int From, int To)
    {
        /// <summary>Whether the token is one of them.</summary>
        public bool Has(int token) => token >= From && token < To;
    }

    /// <summary>
    /// The subject of the verb at <paramref name="verb"/>; null where none stands right before it: behind "to", a relative pronoun, a comma, or an article, which makes it a noun.
    /// A longer subject may be given with what stands before it, never with less than it has.
    /// </summary>
    /// <param name="text">What the tokens stand in.</param>
    /// <param name="tokens">The sentence.</param>
    /// <param name="mentions">The names in it; a pronoun that is known to mean one is a subject as good as the name.</param>
    /// <param name="verb">The verb's index.</param>
    public static Words? Before(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int verb)
    {
        if (HeadBefore(text, tokens, verb) is not { } head) return null;
        if (tokens[head].IsNumber || tokens[head].IsStopWord && !mentions.Any(mention => mention.Span.Overlaps(tokens[head].Span))) return null;
        if (tokens[head].IsStopWord) return new Words(head, head + 1);
        var from = head;
        while (from > 0 && !IsParted(text, tokens, from - 1) && MayBeWithin(tokens[from - 1]) && !BeginsWithFigure(tokens, from)) from--;
        return new Words(from, head + 1);
    }

    /// <summary>Whether an auxiliary stands right before the word: then it is a verb.</summary>
    public static bool IsBehindAuxiliary(IReadOnlyList<Token> tokens, int verb) => verb > 0 && Lists["auxiliary"].Contains(tokens[verb - 1].Term);

    private static int? HeadBefore(string text, IReadOnlyList<Token> tokens, int verb)
    {
        var at = verb - 1;
        while (at >= 0 && !IsParted(text, tokens, at))
        {
            if (IsYetToDo(tokens, at)) at -= 2;
            else if (IsBetween(tokens[at])) at--;
            else return at;
        }
        return null;
    }

    private static bool IsBetween(Token token) => Lists["auxiliary"].Contains(token.Term) || token.Term.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>"Due to", "expected to".</summary>
    private static bool IsYetToDo(IReadOnlyList<Token> tokens, int at) => at > 0 && tokens[at].Term == "to" && Lists["ahead"].Contains(tokens[at - 1].Term);

    /// <summary>Whether a mark of punctuation stands behind the token.</summary>
    private static bool IsParted(string text, IReadOnlyList<Token> tokens, int at) =>
        // Of a word that the spelling parted in two both stand at the same place.
        tokens[at + 1].Span.Start > tokens[at].Span.End && text.AsSpan(tokens[at].Span.End, tokens[at + 1].Span.Start - tokens[at].Span.End).IndexOfAny(Breaks) >= 0;

    private static bool MayBeWithin(Token token) =>
        token.IsStopWord ? Lists["within"].Contains(token.Term) : !Lists["clause"].Contains(token.Term) && ReportingVerbs.StanceOf(token.Term) is null;

    /// <summary>"In the plan 4 boats come": a figure without an article begins the subject.</summary>
    private static bool BeginsWithFigure(IReadOnlyList<Token> tokens, int from) => tokens[from].IsNumber && !tokens[from - 1].IsStopWord;

    /// <summary>Whether the verb is yet to be done: "are due to end", "will be replaced", "are to be replaced", "would like to hold".</summary>
    public static bool IsAhead(IReadOnlyList<Token> tokens, int verb)
    {
        if (IsJoinedAhead(tokens, verb)) return true;
        for (var i = verb - 1; i >= 0 && IsBetween(tokens[i]) || i >= 0 && tokens[i].Term == "to"; i--)
        {
            if (tokens[i].Term is "will" or "shall" || IsYetToDo(tokens, i)) return true;
            if (tokens[i].Term == "to" && i > 0 && (tokens[i - 1].Term is "is" or "are" or "was" or "were" or "like" || Negation.IsIntention(tokens[i - 1]))) return true;
        }
        return false;
    }

    /// <summary>"Will skip Lervik and sail for the cup".</summary>
    private static bool IsJoinedAhead(IReadOnlyList<Token> tokens, int verb)
    {
        if (verb < 2 || !(tokens[verb - 1].Term is "and" or "or") || ClaimedDeed.IsPast(tokens[verb]) || tokens[verb].Term.EndsWith('s')) return false;
        for (var i = verb - 2; i >= 0 && !Lists["clause"].Contains(tokens[i].Term); i--)
            if (Lists["auxiliary"].Contains(tokens[i].Term)) return tokens[i].Term is "will" or "shall" or "would";
        return false;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Merged() => LanguageData.Lines("subject-words.txt").Select(line => line.Split(": ", 2)).GroupBy(parts => parts[0])
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(parts => parts[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
