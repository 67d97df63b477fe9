using System.Globalization;
using NodaTime;

namespace ChatBot.Subscriptions;

/// <summary>
/// Reads since when somebody wants to know: "30m", "an hour", "last 2 hours", "3 days", "9:00", "today", "Monday", "2025-06-20", "1 June". Days begin at midnight
/// in the chat's zone.
/// </summary>
internal static class SinceWhen
{
    /// <summary>Days as people type them; a day without its year is the latest of that name.</summary>
    private static readonly string[] Days = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    /// <summary>Times of day as people type them.</summary>
    private static readonly string[] Times = ["H:mm", "h:mmtt", "htt", "h:mm tt", "h tt"];

    /// <summary>The moment; null where it is none of these.</summary>
    public static DateTimeOffset? Read(string text, ChatClock clock)
    {
        string[] words = [.. text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "since" or "the" or "last" or "past" or "in" or "over" or "from" or "at" or "for")];
        if (words is [.. var span, "ago"]) words = span;
        var now = Instant.FromDateTimeOffset(clock.Now).InZone(clock.Zone);
        var today = now.Date;
        var typed = string.Join(' ', words);
        return words switch
        {
            ["today"] => Midnight(today, clock.Zone),
            ["yesterday"] => Midnight(today.PlusDays(-1), clock.Zone),
            _ when Span(words) is { } before => clock.Now - before,
            _ when Time(typed) is { } time => Latest(today, time, now, clock.Zone),
            [var name] when Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var weekday) && weekday is not IsoDayOfWeek.None && !char.IsDigit(name[0]) => Midnight(today.DayOfWeek == weekday ? today : today.Previous(weekday), clock.Zone),
            _ => Day(typed, today) is { } day ? Midnight(day, clock.Zone) : null,
        };
    }

    /// <summary>Whether a moment is told with its hour: it is neither a day's beginning nor whole days ago.</summary>
    public static bool IsWithinDay(DateTimeOffset since, ChatClock clock) => (clock.Now - since).Ticks % TimeSpan.TicksPerDay != 0 && Instant.FromDateTimeOffset(since).InZone(clock.Zone).TimeOfDay != LocalTime.Midnight;

    /// <summary>"30m", "90 min", "an hour", "half an hour", "2 weeks", "week".</summary>
    private static TimeSpan? Span(string[] words)
    {
        var (number, unit) = words switch
        {
            [var joined] when joined.TakeWhile(char.IsAsciiDigit).Count() is > 0 and var digits => (joined[..digits], joined[digits..]),
            [{ Length: > 1 } alone] => ("1", alone),
            ["half", "an", "hour"] => ("30", "minutes"),
            ["a" or "an" or "one", var one] => ("1", one),
            [var count, var counted] => (count, counted),
            _ => ("", ""),
        };
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many is > 0 and < 10_000 && Length(unit) is { } length ? many * length : null;
    }

    private static DateTimeOffset Midnight(LocalDate day, DateTimeZone zone) => day.AtStartOfDayInZone(zone).ToDateTimeOffset();

    /// <summary>The last time that it was so late: today or yesterday.</summary>
    private static DateTimeOffset Latest(LocalDate today, LocalTime time, ZonedDateTime now, DateTimeZone zone)
    {
        var at = (today + time).InZoneLeniently(zone);
        return (at.ToInstant() <= now.ToInstant() ? at : (today.PlusDays(-1) + time).InZoneLeniently(zone)).ToDateTimeOffset();
    }

    private static LocalTime? Time(string text) => TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LocalTime.FromTimeOnly(time) : null;

    private static LocalDate? Day(string text, LocalDate today)
    {
        if (Parse(text) is { } day) return day;
        return Parse($"{text} {today.Year}") is { } thisYear && thisYear <= today ? thisYear : Parse($"{text} {today.Year - 1}");

        static LocalDate? Parse(string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? LocalDate.FromDateOnly(date) : null;
    }

    private static TimeSpan? Length(string unit) => unit switch
    {
        "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.FromHours(1),
        "d" or "day" or "days" => TimeSpan.FromDays(1),
        "w" or "wk" or "wks" or "week" or "weeks" => TimeSpan.FromDays(7),
        "month" or "months" => TimeSpan.FromDays(30),
        _ => null,
    };
}
