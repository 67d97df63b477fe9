using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells whether a sentence gives a day as all that there is: "on 24 June only", "will only take place on 24 June", "shortened to 24 June", "will now be held on 24 June".</summary>
internal static class OnlyDays
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("only-words.txt");

    /// <summary>Whether it does.</summary>
    /// <param name="date">A date of the sentence.</param>
    /// <param name="text">The text in which it stands.</param>
    /// <param name="tokens">The sentence's tokens, which point into it.</param>
    public static bool Are(DateMention date, string text, IReadOnlyList<Token> tokens)
    {
        if (MoveSigns.AreUndoneIn(tokens, text)) return false;
        var isCut = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var term = tokens[i].Term;
            if (tokens[i].Span.Start >= date.Span.End) return isCut || Lists["only"].Contains(term) && tokens[i].Span.Start == date.Span.End + 1;
            if (i + 1 == tokens.Count) break;
            if (Lists["cut"].Contains(term) && tokens[i + 1].Term == "to") isCut = true;
            else if (Lists["only"].Contains(term) && (Lists["held"].Contains(tokens[i + 1].Term) || Leads(tokens, i + 1, date))) isCut = true;
            else if (term == "now" && Lists["held"].Contains(tokens[i + 1].Term)) isCut = true;
        }
        return isCut;
    }

    /// <summary>Whether nothing but small words stand between here and the date.</summary>
    private static bool Leads(IReadOnlyList<Token> tokens, int from, DateMention date)
    {
        for (var i = from; i < tokens.Count; i++)
            if (date.Span.Overlaps(tokens[i].Span)) return true;
            else if (!Lists["before"].Contains(tokens[i].Term)) return false;
        return false;
    }
}
