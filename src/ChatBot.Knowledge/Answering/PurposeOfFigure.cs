using System.Globalization;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What is the 3.5 percent for?": told by a sentence that has that figure and says behind it what it goes to; another figure of it is no answer.</summary>
internal static class PurposeOfFigure
{
    /// <summary>Whether a sentence tells it; null where the purpose of no figure is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Tokens is not [{ Term: "what" or "what's" or "whats" }, .., { Term: "for" }]) return null;
        var figures = question.Tokens.Where(token => token.IsNumber).Select(token => double.TryParse(token.Term, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : (double?)null).ToList();
        return figures is [{ } asked] ? view => Tells(view, asked) : null;
    }

    private static bool Tells(FactView view, double asked)
    {
        foreach (var figure in view.Fact.Quantities)
            if (figure.Value.Equals(asked) && view.Tokens.Exists(token => token.Span.Start >= figure.Span.End && IsPurpose(token.Term))) return true;
        return false;
    }

    private static bool IsPurpose(string term) => term is "for" or "to" or "on" or "towards" or "toward" or "into" or "covers" or "cover";
}
