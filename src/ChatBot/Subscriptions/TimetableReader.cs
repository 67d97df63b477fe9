using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Questions;

namespace ChatBot.Subscriptions;

/// <summary>What was typed, cut into what is to be followed and how often.</summary>
/// <param name="What">The words before those of timing.</param>
/// <param name="Timetable">How often; at once where nothing is said of it.</param>
/// <param name="Problem">What is said where words of timing can't be read; else null.</param>
internal sealed record TimedText(string What, Timetable Timetable, string? Problem = null);

/// <summary>
/// Reads how often at the end of what was typed: "daily at 9", "every Friday", "weekly on Monday at 8pm", "at once". Words of timing that can't be read are
/// a problem to be told, never keywords; "the daily mail" has none, for nothing of timing follows.
/// </summary>
internal static class TimetableReader
{
    /// <summary>The local hour of a digest where none is named.</summary>
    public const int UsualHour = 9;

    private static readonly Timetable AtOnce = new(Rhythm.Instant, UsualHour, 1);

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The name of a weekday, 1 is Monday.</summary>
    public static string DayName(int weekday) => char.ToUpperInvariant(Days[weekday - 1][0]) + Days[weekday - 1][1..];

    /// <summary>Reads the words behind the command.</summary>
    public static TimedText Read(string text)
    {
        var typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = typed.Select(word => word.ToLowerInvariant().TrimEnd(',', '.', '!')).ToArray();
        for (var i = words.Length - 1; i >= 0; i--)
            if (Timing(words[i..], i > 0) is { } timing) return timing with { What = string.Join(' ', typed[..i]).TrimEnd(',') };
        return new TimedText(text, AtOnce);
    }

    /// <summary>"9", "9:00", "9am", "9pm", "21h", "noon"; null where the day has no such hour, or it isn't a full one.</summary>
    public static int? Hour(string word)
    {
        if (word is "noon" or "midday") return 12;
        if (word is "midnight") return 0;
        var (morning, afternoon) = (word.EndsWith("am", StringComparison.Ordinal), word.EndsWith("pm", StringComparison.Ordinal));
        var digits = (morning || afternoon ? word[..^2] : word.TrimEnd('h')).Split(':', '.');
        if (digits.Length > 2 || (digits.Length == 2 && digits[1] != "00") || !int.TryParse(digits[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        if (afternoon && hour < 12) hour += 12;
        else if (morning && hour == 12) hour = 0;
        return hour is >= 0 and <= 23 ? hour : null;
    }

    /// <summary>Words as timing; null where they are none.</summary>
    private static TimedText? Timing(string[] words, bool isBehind)
    {
        var (rhythm, used, weekday) = words switch
        {
            ["instant" or "instantly" or "immediately", ..] => (Rhythm.Instant, 1, 1),
            ["at", "once", ..] => (Rhythm.Instant, 2, 1),
            ["daily", ..] => (Rhythm.Daily, 1, 1),
            ["weekly", ..] => (Rhythm.Weekly, 1, 1),
            ["every" or "each", "day", ..] => (Rhythm.Daily, 2, 1),
            ["every" or "each", "week", ..] => (Rhythm.Weekly, 2, 1),
            ["every" or "each", var day, ..] when Day(day) is { } on => (Rhythm.Weekly, 2, on),
            _ => (default(Rhythm?), 0, 1),
        };
        if (rhythm is not { } found) return Unknown(words) is { } unknown ? new TimedText("", AtOnce, PhraseCatalogue.NoRhythm(unknown))
            : isBehind && words is ["every" or "each", _, ..] && !words.Any(word => word.Contains('"', StringComparison.Ordinal)) ? new TimedText("", AtOnce, PhraseCatalogue.NoRhythmOrWords(string.Join(' ', words))) : null;
        var hour = UsualHour;
        var rest = words[used..];
        for (var i = 0; i < rest.Length; i++)
        {
            var word = rest[i];
            if (word is "on" or "at" or "every" or "in" or "the" or "o'clock") continue;
            if (i + 1 < rest.Length && rest[i + 1] is "am" or "pm") word += rest[++i];
            if (Day(word) is { } day) weekday = day;
            else if (Hour(word) is { } read) hour = read;
            else if (char.IsAsciiDigit(word[0])) return new TimedText("", AtOnce, PhraseCatalogue.NoHour(word));
            else if (word.EndsWith("day", StringComparison.Ordinal)) return new TimedText("", AtOnce, PhraseCatalogue.NoDay(word));
            else if (i > 0 && rest[i - 1] is "at" or "on") return new TimedText("", AtOnce, rest[i - 1] == "at" ? PhraseCatalogue.NoHour(word) : PhraseCatalogue.NoDay(word));
            else return null;
        }
        return new TimedText("", new Timetable(found, hour, weekday));
    }

    /// <summary>A rhythm that there is not, as typed: "hourly", "every hour", "every 3 days", "monthly at 9".</summary>
    private static string? Unknown(string[] words) => words switch
    {
        ["hourly" or "monthly" or "yearly" or "fortnightly" or "nightly" or "biweekly"] or ["hourly" or "monthly" or "yearly" or "fortnightly" or "nightly" or "biweekly", "on" or "at", ..] => words[0],
        ["every" or "each", "hour" or "minute" or "month" or "year" or "morning" or "evening" or "night" or "weekend" or "fortnight" or "second", ..] => $"{words[0]} {words[1]}",
        ["every" or "each", var word, ..] when char.IsAsciiDigit(word[0]) => string.Join(' ', words),
        ["every" or "each", var word] when word.EndsWith("day", StringComparison.Ordinal) => $"{words[0]} {word}",
        ["once" or "twice" or "thrice", "a" or "an" or "per", "hour" or "day" or "week" or "month"] => string.Join(' ', words),
        _ => null,
    };

    private static int? Day(string word) => Array.FindIndex(Days, day => day == word || day[..3] == word || day + "s" == word) is >= 0 and var at ? at + 1 : null;
}
