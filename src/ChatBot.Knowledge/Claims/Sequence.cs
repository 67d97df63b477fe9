using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"After the summit", "during the talks": when a claim says that something was, by something else rather than by a date (<c>sequence-words.txt</c>).</summary>
internal static class Sequence
{
    /// <summary>What something is told to be before or after stands at most so many words behind ("ahead of the third annual fair").</summary>
    private const int Reach = 5;

    private const string During = "during";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("sequence-words.txt");

    private static readonly FrozenDictionary<string, FrozenSet<string>> EdgeStems = Lists.Where(list => IsEdge(list.Key))
        .ToFrozenDictionary(list => list.Key, list => list.Value.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the fact tells nothing of the order that the claim tells of, or another.</summary>
    public static bool IsUntold(ClaimReading claim, FactView view, Met[] met)
    {
        for (var i = 0; i < claim.Tokens.Count; i++)
            if (KindOf(claim.Tokens, i) is { } kind && (!IsEdge(kind) || i > 1 && claim.Tokens[i - 2].Term == "at") && UnitBehind(claim, i) is { } unit && !IsTold(view, kind, met[unit].Token)) return true;
        return false;
    }

    /// <summary>Whether the fact has the one thing in that order to the other, or the other in the contrary order to the one.</summary>
    private static bool IsTold(FactView view, string kind, int at)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            // "As the fair ended", "the end of the fair".
            if (IsEdge(kind) && EdgeStems[kind].Contains(view.Tokens[i].Stem)) return true;
            if (KindOf(view.Tokens, i) is not { } told || IsEdge(kind) || IsEdge(told)) continue;
            var isBehind = at > i && at <= i + Reach + 1;
            if (isBehind || kind == During || told == During ? told == kind : told != kind || at < 0) return true;
        }
        // The sentence beside it may say so, where this one gives no order.
        return IsEdge(kind) && EdgeStems[kind].Overlaps(view.NearStems) && !Enumerable.Range(0, view.Tokens.Count).Any(i => KindOf(view.Tokens, i) is not null);
    }

    private static string? KindOf(IReadOnlyList<Token> tokens, int at)
    {
        foreach (var (kind, words) in Lists)
            if (words.Contains(tokens[at].Term) && (!IsEdge(kind) || at > 0 && tokens[at - 1].Term == "the" && at + 1 < tokens.Count && tokens[at + 1].Term == "of")) return kind;
        return null;
    }

    /// <summary>"At the end of the fair", "at the start of it".</summary>
    private static bool IsEdge(string kind) => kind is "end" or "start";

    /// <summary>The first word or name behind it that is compared; null where that is a date, which is compared as a value, or a clause ("before he left").</summary>
    private static int? UnitBehind(ClaimReading claim, int at)
    {
        for (var i = at + 1; i < claim.Tokens.Count && i <= at + Reach; i++)
        {
            var token = claim.Tokens[i];
            if (token.IsNumber || token.Term is "he" or "she" or "it" or "they" or "we" or "that") return null;
            if (claim.Fact.Dates.Any(date => date.Span.Overlaps(token.Span)) || claim.Fact.Times.Any(time => time.Span.Overlaps(token.Span))) return null;
            for (var unit = 0; unit < claim.Units.Count; unit++)
                if (claim.Units[unit].Token == i) return unit;
        }
        return null;
    }
}
