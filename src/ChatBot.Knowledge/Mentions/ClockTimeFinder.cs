using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Finds times of day in English text: "6 p.m.", "1.30 a.m.", "18:30", "six o'clock", "six in the morning", "noon".</summary>
public static partial class ClockTimeFinder
{
    private static readonly string[] Hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The times of the part of <paramref name="text"/> at <paramref name="within"/>, in order.</summary>
    public static IReadOnlyList<ClockTime> Find(string text, TextSpan within)
    {
        List<ClockTime>? found = null;
        foreach (var match in Times().EnumerateMatches(text.AsSpan(within.Start, within.Length)))
        {
            var span = new TextSpan(within.Start + match.Index, match.Length);
            if (Read(span.Of(text).ToLowerInvariant()) is { } time) (found ??= []).Add(new ClockTime(span, time));
        }
        return found ?? (IReadOnlyList<ClockTime>)[];
    }

    private static TimeOnly? Read(string words)
    {
        if (words is "noon" or "midday") return new TimeOnly(12, 0);
        if (words == "midnight") return TimeOnly.MinValue;
        var digits = words.AsSpan(0, words.AsSpan().IndexOfAnyExcept("0123456789") is var end && end < 0 ? words.Length : end);
        var first = words.Split(' ', '-')[0];
        var hour = digits.Length > 0 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : Array.IndexOf(Hours, first) + 1;
        var minute = digits.Length > 0 && digits.Length + 3 <= words.Length && words[digits.Length] is ':' or '.' && char.IsAsciiDigit(words[digits.Length + 1])
            ? int.Parse(words.AsSpan(digits.Length + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var behind = words[digits.Length..];
        var afternoon = behind.Contains('p') && behind.Contains('m') || behind.Contains("afternoon", StringComparison.Ordinal) || behind.Contains("evening", StringComparison.Ordinal) || behind.Contains("night", StringComparison.Ordinal);
        var forenoon = !afternoon && (behind.EndsWith('m') || behind.EndsWith("m.", StringComparison.Ordinal) || behind.Contains("morning", StringComparison.Ordinal));
        if ((afternoon || forenoon) && hour > 12 || hour > 23) return null;
        if (afternoon && hour < 12) hour += 12;
        else if (forenoon && hour == 12) hour = 0;
        return new TimeOnly(hour, minute);
    }

    // No time limit: nothing in it repeats without bound, and a limit would fail a question where the machine is merely busy.
    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}.:,/\-])(?:
            (?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9])?\s?(?:[ap]\.m\.|[ap]m\b)
          | (?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![:.]?[0-9])
          | (?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o['’]clock(?:\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight))?|in\sthe\s(?:morning|afternoon|evening)\b|at\snight\b)
          | noon\b | midday\b | midnight\b
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
