using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a claim puts above, below, before or behind all others ("the first", "the largest", "more than the guild"; <c>rank-words.txt</c>): only a sentence that does so too says it.</summary>
internal static class Ranks
{
    /// <summary>A comparative stands at most so many words before "than" ("more boats of its own than").</summary>
    private const int Reach = 5;

    private static readonly FrozenDictionary<string, int[]> Groups = Read();

    /// <summary>Whether the claim ranks what the sentence doesn't.</summary>
    public static bool AreUntold(ClaimReading claim, IReadOnlyList<Token> sentence)
    {
        for (var i = 0; i < claim.Tokens.Count; i++)
            if (IsRank(claim, i) && !Has(sentence, Groups[claim.Tokens[i].Term]) || Compared(claim, i) is { } compared && !IsCompared(sentence, compared)) return true;
        return false;
    }

    /// <summary>"The first", "his last", "ever", "the largest"; "at first" and "came first" rank otherwise, and "last week" is a date.</summary>
    private static bool IsRank(ClaimReading claim, int at)
    {
        var term = claim.Tokens[at].Term;
        if (!Groups.ContainsKey(term) || term == "never") return false;
        if (claim.Question.Dates.Any(date => date.Span.Overlaps(claim.Tokens[at].Span))) return false;
        return !(term is "first" or "last" or "final") || at > 0 && (claim.Tokens[at - 1].Term is "the" or "his" or "her" or "its" or "their" or "a" || (claim.Tokens[at - 1].Traits & TokenTraits.Possessive) != 0);
    }

    private static bool Has(IReadOnlyList<Token> sentence, int[] groups)
    {
        foreach (var token in sentence)
            if (Groups.TryGetValue(token.Term, out var own) && own.Intersect(groups).Any()) return true;
        return false;
    }

    /// <summary>The comparative of "more boats than the guild"; null where the token is no "than", or a figure or date stands behind it, which is compared as a value.</summary>
    private static Token? Compared(ClaimReading claim, int than)
    {
        if (claim.Tokens[than].Term != "than" || than + 1 >= claim.Tokens.Count) return null;
        var next = claim.Tokens[than + 1];
        if (next.IsNumber || (next.Traits & TokenTraits.Symbol) != 0 || claim.Question.Dates.Any(date => date.Span.Overlaps(next.Span)) || claim.Amounts.Any(amount => amount.Figure.Span.Overlaps(next.Span))) return null;
        return Comparative(claim.Tokens, than) is { } at ? claim.Tokens[at] : null;
    }

    private static bool IsCompared(IReadOnlyList<Token> sentence, Token comparative)
    {
        for (var i = 1; i < sentence.Count; i++)
            if (sentence[i].Term == "than" && Comparative(sentence, i) is { } at && IsSameWay(sentence[at], comparative)) return true;
        return false;
    }

    /// <summary>"Fewer" beside "more" is a contrary, which is judged as one.</summary>
    private static bool IsSameWay(Token one, Token other) =>
        one.Stem == other.Stem || Opposites.Among([one]).Any(own => Opposites.Among([other]).Any(given => given.Group == own.Group));

    private static int? Comparative(IReadOnlyList<Token> tokens, int than)
    {
        for (var i = than - 1; i >= 0 && i >= than - Reach; i--)
            if (tokens[i].Term is "more" or "less" or "fewer" or "rather" or "other" || tokens[i].Term.Length > 4 && tokens[i].Term.EndsWith("er", StringComparison.Ordinal)) return i;
        return null;
    }

    private static FrozenDictionary<string, int[]> Read() => LanguageData.Lines("rank-words.txt").SelectMany((line, group) => line.Split(' ').Select(word => (word, group)))
        .GroupBy(each => each.word, each => each.group).ToFrozenDictionary(words => words.Key, words => words.ToArray(), StringComparer.Ordinal);
}
