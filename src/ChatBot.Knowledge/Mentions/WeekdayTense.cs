using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Whether a weekday lies before or after the day of writing, by the verb of its clause.</summary>
internal enum WeekdayTense
{
    /// <summary>No verb tells.</summary>
    Unknown,

    /// <summary>"Opened on Friday".</summary>
    Past,

    /// <summary>"Opens on Friday", "will open on Friday".</summary>
    Ahead,
}

/// <summary>Reads the tense of a weekday's clause: the nearest verb before the weekday decides, and where none stands there, the nearest behind it.</summary>
internal static class WeekdayTenses
{
    /// <summary>How many tokens away from a weekday its verb is looked for.</summary>
    private const int FarthestVerb = 12;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.LabelledWords("weekday-tense-words.txt");

    /// <summary>The tense of the clause in which the token numbered <paramref name="weekday"/> stands.</summary>
    public static WeekdayTense Of(IReadOnlyList<Token> tokens, int weekday)
    {
        var before = Before(tokens, weekday);
        return before != WeekdayTense.Unknown ? before : Behind(tokens, weekday);
    }

    /// <summary>"On the Friday evening", "on the new Saturday": a day of the week that is spoken of, whichever that is.</summary>
    public static bool IsOfWeekSpokenOf(IReadOnlyList<Token> tokens, int weekday) =>
        weekday > 0 && (Words["given"].Contains(tokens[weekday - 1].Term) || weekday > 1 && Words["given"].Contains(tokens[weekday - 2].Term) && !tokens[weekday - 1].IsStopWord);

    private static WeekdayTense Before(IReadOnlyList<Token> tokens, int weekday)
    {
        var tense = WeekdayTense.Unknown;
        for (var i = weekday - 1; i >= 0 && i >= weekday - FarthestVerb; i--)
        {
            if (IsAhead(tokens, i)) return WeekdayTense.Ahead;
            if (IsOver(tokens, i)) return WeekdayTense.Past;
            // "The hall that was damaged will open": a participle may only describe something, so a clearer word before it decides.
            if (tense == WeekdayTense.Unknown && IsRegularPast(tokens, i)) tense = WeekdayTense.Past;
            if (tense == WeekdayTense.Unknown && Words["schedule"].Contains(tokens[i].Term)) return WeekdayTense.Ahead;
        }
        return tense;
    }

    private static WeekdayTense Behind(IReadOnlyList<Token> tokens, int weekday)
    {
        for (var i = weekday + 1; i < tokens.Count && i <= weekday + FarthestVerb; i++)
        {
            if (Words["ahead"].Contains(tokens[i].Term) || Words["schedule"].Contains(tokens[i].Term)) return WeekdayTense.Ahead;
            if (IsOver(tokens, i) || IsRegularPast(tokens, i)) return WeekdayTense.Past;
        }
        return WeekdayTense.Unknown;
    }

    private static bool IsAhead(IReadOnlyList<Token> tokens, int i) =>
        Words["ahead"].Contains(tokens[i].Term)
        || tokens[i].Term is "to" && i > 0 && Words["to"].Contains(tokens[i - 1].Term)
        // "The races planned for Sunday", "a storm forecast for Sunday".
        || Words["for"].Contains(tokens[i].Term) && i + 1 < tokens.Count && tokens[i + 1].Term is "for" or "on";

    private static bool IsOver(IReadOnlyList<Token> tokens, int i) =>
        Words["over"].Contains(tokens[i].Term)
        || !IsJoined(tokens, i) && IrregularForms.IsPast(tokens[i].Term);

    private static bool IsRegularPast(IReadOnlyList<Token> tokens, int i) =>
        Words["perfect"].Contains(tokens[i].Term) || tokens[i].Term.Length > 4 && tokens[i].Term.EndsWith("ed", StringComparison.Ordinal) && !IsJoined(tokens, i) && !(i > 0 && tokens[i - 1].Term is "the" or "a" or "an");

    private static bool IsJoined(IReadOnlyList<Token> tokens, int i) => i > 0 && Words["joined"].Contains(tokens[i - 1].Term);
}
