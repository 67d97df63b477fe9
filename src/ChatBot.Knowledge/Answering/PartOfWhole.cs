using System.Globalization;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How much of the 9,000 goes to the winner?": told by a sentence that has the part's own purpose, and a figure besides the whole that the question gives.</summary>
internal static class PartOfWhole
{
    /// <summary>Whether a sentence tells it; null where no part of a whole is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Tokens is not [{ Term: "how" }, { Term: "much" or "many" }, { Term: "of" }, ..]) return null;
        var to = question.Tokens.ToList().FindLastIndex(token => token.Term is "for" or "to" or "on" or "into" or "towards");
        if (to < 3) return null;
        var behind = question.Tokens.Skip(to + 1).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var purpose = question.Terms.Where(term => term.Entity is null && behind.Contains(term.Stem)).ToList();
        return purpose.Count == 0 ? null : view => purpose.Exists(term => term.IsMetIn(view.Stems)) && view.Fact.Quantities.Any(figure => !IsGiven(question, figure.Value));
    }

    private static bool IsGiven(Question question, double value) =>
        question.Tokens.Any(token => token.IsNumber && double.TryParse(token.Term, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given.Equals(value));
}
