using System.Globalization;
using NodaTime;

namespace ChatBot.Subscriptions;

/// <summary>Reads since when somebody wants to know: "today", "last week", "3 days", "2025-06-20", "1 June 2025", "1 June". Days begin at midnight in the chat's zone.</summary>
internal static class SinceWhen
{
    /// <summary>Days as people type them; a day without its year is the latest of that name.</summary>
    private static readonly string[] Days = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    /// <summary>The moment; null where it is none of these.</summary>
    public static DateTimeOffset? Read(string text, ChatClock clock)
    {
        var words = text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "since" or "the" or "last").ToArray();
        var today = Instant.FromDateTimeOffset(clock.Now).InZone(clock.Zone).Date;
        return words switch
        {
            ["today"] => Midnight(today, clock.Zone),
            ["yesterday"] => Midnight(today.PlusDays(-1), clock.Zone),
            [var unit] when unit is not "hour" && Length(unit) is { } days => clock.Now - TimeSpan.FromDays(days),
            [var number, var unit] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000 && Length(unit) is { } days => clock.Now - TimeSpan.FromDays(count * days),
            _ => Day(string.Join(' ', words), today) is { } day ? Midnight(day, clock.Zone) : null,
        };
    }

    private static DateTimeOffset Midnight(LocalDate day, DateTimeZone zone) => day.AtStartOfDayInZone(zone).ToDateTimeOffset();

    private static LocalDate? Day(string text, LocalDate today)
    {
        if (Parse(text) is { } day) return day;
        return Parse($"{text} {today.Year}") is { } thisYear && thisYear <= today ? thisYear : Parse($"{text} {today.Year - 1}");

        static LocalDate? Parse(string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? LocalDate.FromDateOnly(date) : null;
    }

    private static double? Length(string unit) => unit.TrimEnd('s') switch { "hour" => 1.0 / 24, "day" => 1, "week" => 7, "month" => 30, _ => null };
}
