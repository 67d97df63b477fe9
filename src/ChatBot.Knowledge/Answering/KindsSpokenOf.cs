using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Tells sentences of two kinds of things apart: what is so of "night trams" is not said of "trams". Only plurals without an article speak of a kind ("the
/// new trams" are some of them), and what is counted is none.
/// </summary>
internal static class KindsSpokenOf
{
    /// <summary>Words for times at which something is usually so.</summary>
    private static readonly FrozenSet<string> Habits = FrozenSet.Create(
        StringComparer.Ordinal, "night", "nights", "overnight", "weekend", "weekends", "weekday", "weekdays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "holidays", "evenings",
        "mornings", "peak");

    /// <summary>Whether the first plural that both have is a kind of it in one, and another kind, or all of it, in the other; or both tell how often, at other times.</summary>
    public static bool AreOfTwo(Fact one, Fact other)
    {
        var (first, second) = (Tokenizer.Tokenize(one.Text), Tokenizer.Tokenize(other.Text));
        if (first.Exists(IsOften) && second.Exists(IsOften) && !HabitsOf(first).SetEquals(HabitsOf(second))) return true;
        foreach (var token in first.Where(token => !token.IsStopWord && !token.IsNumber && token.Term.EndsWith('s') && token.Stem != token.Term))
        {
            var at = second.FindIndex(same => same.Term == token.Term);
            if (at < 0) continue;
            return KindOf(one, first, first.IndexOf(token)) is { } kind && KindOf(other, second, at) is { } another && !kind.SetEquals(another)
                && !kind.Except(another).Any(word => second.Exists(same => same.Stem == word)) && !another.Except(kind).Any(word => first.Exists(same => same.Stem == word));
        }
        return false;
    }

    private static bool IsOften(Token token) => token.Term == "every";

    private static HashSet<string> HabitsOf(List<Token> tokens) => [.. tokens.Where(token => Habits.Contains(token.Term)).Select(token => token.Stem)];

    /// <summary>What stands right before a plural that nothing makes one of some; null where something does.</summary>
    private static HashSet<string>? KindOf(Fact fact, List<Token> tokens, int noun)
    {
        var kind = new HashSet<string>(StringComparer.Ordinal);
        var at = noun - 1;
        for (; at >= 0 && !tokens[at].IsStopWord && !tokens[at].IsNumber && tokens[at].Span.End + 1 == tokens[at + 1].Span.Start; at--)
            if (!IsName(fact, tokens, at)) kind.Add(tokens[at].Stem);
        return at < 0 || tokens[at].Span.End + 1 != tokens[at + 1].Span.Start || tokens[at] is { IsNumber: false, Term: "on" or "in" or "for" or "of" or "and" or "but" or "that" or "by" or "with" } ? kind : null;
    }

    private static bool IsName(Fact fact, List<Token> tokens, int i) => i > 0 && tokens[i].IsCapitalised
        || fact.Entities.Any(mention => mention.Span.Start <= fact.Span.Start + tokens[i].Span.Start && mention.Span.End >= fact.Span.Start + tokens[i].Span.End);
}
