using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Questions;

namespace ChatBot.Subscriptions;

/// <summary>What was typed, cut into what is to be followed and how often.</summary>
/// <param name="What">The words besides those of timing.</param>
/// <param name="Timetable">How often; at once where nothing is said of it.</param>
/// <param name="Problem">What is said where words of timing can't be read; else null.</param>
internal sealed record TimedText(string What, Timetable Timetable, string? Problem = null)
{
    /// <summary>What it is where the text begins with a word that may be of timing as well as of a name ("weekly tribune"); null where it doesn't.</summary>
    public TimedText? OrElse { get; init; }

    /// <summary>Words that were typed with a slip, each with the word of timing that it was read as.</summary>
    public IReadOnlyList<(string Typed, string Read)> Misread { get; init; } = [];
}

/// <summary>
/// Reads how often at the end of what was typed, at its beginning, or in two parts: "daily at 9", "every Friday", "weekly on Monday at 8pm", "at once", "weekly on
/// Sunday … at 22". Words of timing that can't be read are a problem to be told, never keywords; "the daily mail" has none, for nothing of timing follows.
/// </summary>
internal static class TimetableReader
{
    /// <summary>The local hour of a digest where none is named.</summary>
    public const int UsualHour = 9;

    /// <summary>Letters of "CET", "EEST"; longer words without a stroke are names of countries too.</summary>
    private const int ShortZone = 4;

    private static readonly Timetable AtOnce = new(Rhythm.Instant, UsualHour, 1);

    /// <summary>Words of timing that stand together at most: "weekly on Monday at 9 o'clock".</summary>
    private const int MostWords = 8;

    /// <summary>Words of "twice a day".</summary>
    private const int MostWordsOfRhythm = 3;

    /// <summary>The name of a weekday, 1 is Monday.</summary>
    public static string DayName(int weekday) => TimingWords.DayName(weekday);

    /// <summary>Reads the words behind the command.</summary>
    public static TimedText Read(string text)
    {
        var typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = Plain(typed);
        if (Problem(words) is { } problem) return new TimedText("", AtOnce, problem);
        if (Cut(typed, words, out _, out _) is { } cut) return cut;
        if (UnknownAnywhere(text, words) is { } unknown) return new TimedText("", AtOnce, unknown);
        return new TimedText(text, AtOnce) { OrElse = words is [_, _, ..] && Timing(words[..1], isBehind: false) is { Problem: null } one ? one with { What = What(typed[1..]) } : null };
    }

    /// <summary>A question with words of timing behind or before it ("how many are there? weekly"); null where there are none, or they are a part of it ("is it open every Friday?").</summary>
    public static TimedText? OfQuestion(string text)
    {
        if (Read(text) is not { Problem: null } timed) return null;
        var cut = timed.What.Length < text.Trim().Length ? timed : timed.OrElse;
        return cut is not null && cut.What.EndsWith('?') ? cut : null;
    }

    /// <summary>Words as they are compared.</summary>
    public static string[] Plain(string[] typed) => [.. typed.Select(word => word.ToLowerInvariant().TrimEnd(',', '.', '!'))];

    /// <summary>The most words of timing at the beginning, at the end or at both, that say together how often; what is between them is to be followed.</summary>
    /// <param name="typed">The words as typed.</param>
    /// <param name="words">The same as they are read.</param>
    /// <param name="before">How many stand at the beginning.</param>
    /// <param name="behind">Where those at the end begin.</param>
    public static TimedText? Cut(string[] typed, string[] words, out int before, out int behind)
    {
        (before, behind) = (0, words.Length);
        for (var taken = words.Length; taken > 0; taken--)
            for (before = Math.Max(0, taken - MostWords); before <= Math.Min(taken, MostWords); before++)
            {
                behind = words.Length - (taken - before);
                // "Weekly" alone may begin a name.
                if (behind < before || before == 1 && behind == words.Length && words.Length > 1 && !TimingWords.IsPlural(words[0])) continue;
                if (TimingWords.Read(words[..before], words[behind..], isWhole: behind == before) is not { } read) continue;
                var timetable = new Timetable(read.Rhythm, read.Hour ?? UsualHour, read.Weekday ?? 1);
                return new TimedText(What(typed[before..behind]), timetable);
            }
        return null;
    }

    /// <summary>What is said where words of timing, at the end or at the beginning, can't be read; null where there are none such.</summary>
    private static string? Problem(string[] words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
            if (Timing(words[i..], i > 0) is { } timing)
            {
                if (timing.Problem is not null) return timing.Problem;
                break;
            }
        for (var k = words.Length - 1; k > 0; k--)
        {
            if (Timing(words[..k], isBehind: false) is not { Problem: null }) continue;
            if (k > 1 && ZoneAt(words, k) is { } zone) return PhraseCatalogue.ZoneElsewhere(zone);
            if (k > 1 && TimingWords.IsPartOfDay(words[k])) return PhraseCatalogue.NoRhythm(string.Join(' ', words[..(k + 1)]));
            for (var j = k + 1; j < words.Length; j++)
                if (words[j] == "at" && words.Length > j + 1 && char.IsAsciiDigit(words[j + 1][0]) && Timing([.. words[..k], .. words[j..]], isBehind: true) is { Problem: { } problem }) return problem;
            break;
        }
        return null;
    }

    /// <summary>Words of a rhythm that there is not, anywhere but in quotation marks: "hourly drones".</summary>
    private static string? UnknownAnywhere(string text, string[] words)
    {
        if (text.AsSpan().IndexOfAny('"', '“', '”') >= 0) return null;
        for (var i = 0; i < words.Length; i++)
            for (var length = 1; length <= Math.Min(MostWordsOfRhythm, words.Length - i); length++)
                if (Unknown(words[i..(i + length)]) is { } unknown) return PhraseCatalogue.NoRhythmOrWords(unknown, text);
        return null;
    }

    private static string What(string[] typed) => string.Join(' ', typed).TrimEnd(',');

    /// <summary>The time zone that stands behind an hour, as "UTC", "Europe/Kyiv" or "Kyiv time"; null where none does.</summary>
    private static string? ZoneAt(string[] words, int at)
    {
        if (at >= words.Length || !words[at - 1].EndsWith("am", StringComparison.Ordinal) && !words[at - 1].EndsWith("pm", StringComparison.Ordinal) && Hour(words[at - 1]) is null) return null;
        var word = words[at];
        var isOfCity = at + 1 < words.Length && words[at + 1] == "time";
        if (FixedZones.IdOf(word) is not null && char.IsAsciiLetter(word[0])) return word;
        return NodaTime.DateTimeZoneProviders.Tzdb.Ids.Any(id => id.Equals(word, StringComparison.OrdinalIgnoreCase) && (word.Contains('/', StringComparison.Ordinal) || word.Length <= ShortZone) || isOfCity && id.EndsWith("/" + word, StringComparison.OrdinalIgnoreCase)) ? word : null;
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
            ["every" or "each", var day, ..] when TimingWords.Day(day) is { } on => (Rhythm.Weekly, 2, on),
            _ => (default(Rhythm?), 0, 1),
        };
        if (rhythm is not { } found) return Unknown(words) is { } unknown ? new TimedText("", AtOnce, PhraseCatalogue.NoRhythm(unknown))
            : isBehind && words is ["every" or "each", _, ..] && !words.Any(word => word.Contains('"', StringComparison.Ordinal)) ? new TimedText("", AtOnce, PhraseCatalogue.NoRhythmOrWords(string.Join(' ', words), string.Join(' ', words))) : null;
        var hour = UsualHour;
        var rest = words[used..];
        for (var i = 0; i < rest.Length; i++)
        {
            var word = rest[i];
            if (word is "on" or "at" or "every" or "in" or "the" or "o'clock") continue;
            if (i > 0 && ZoneAt(rest, i) is { } zone) return isBehind ? new TimedText("", AtOnce, PhraseCatalogue.ZoneElsewhere(zone)) : null;
            if (i + 1 < rest.Length && rest[i + 1] is "am" or "pm") word += rest[++i];
            if (TimingWords.Day(word) is { } day) weekday = day;
            else if (Hour(word) is { } read) hour = read;
            else if (TimingWords.IsPartOfDay(word) && i == rest.Length - 1) return new TimedText("", AtOnce, PhraseCatalogue.NoRhythm(string.Join(' ', words)));
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
}
