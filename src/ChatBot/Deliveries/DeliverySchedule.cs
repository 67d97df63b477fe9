using NodaTime;
using NodaTime.TimeZones;

namespace ChatBot.Deliveries;

/// <summary>How often somebody wants to be told.</summary>
internal enum Rhythm
{
    /// <summary>As soon as it is known.</summary>
    Instant,

    /// <summary>Once a day, all together.</summary>
    Daily,

    /// <summary>Once a week, all together.</summary>
    Weekly,
}

/// <summary>A rhythm with its local hour and day.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="Hour">Local hour of a digest, 0 to 23.</param>
/// <param name="Weekday">Day of a weekly digest, 1 (Monday) to 7.</param>
internal readonly record struct Timetable(Rhythm Rhythm, int Hour, int Weekday);

/// <summary>Hours of the local day in which nobody wants to be told: from the first minute up to the second, over midnight where that is the smaller.</summary>
/// <param name="From">Minute of the day, 0 to 1439.</param>
/// <param name="To">Minute of the day; another than <paramref name="From"/>.</param>
internal readonly record struct QuietHours(int From, int To)
{
    /// <summary>Whether the minute of the day lies in them.</summary>
    public bool Contain(int minute) => From < To ? minute >= From && minute < To : minute >= From || minute < To;
}

/// <summary>When a delivery is due. Pure. An hour that the clocks leave out is moved behind the gap; of one that comes twice the first counts.</summary>
internal static class DeliverySchedule
{
    private static readonly ZoneLocalMappingResolver Lenient = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>The zone of that IANA id, or null.</summary>
    public static DateTimeZone? Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>When what is known at <paramref name="now"/> is due, and whether it shares its message with all else that is due for the chat then.</summary>
    public static (DateTimeOffset DueAt, bool IsJoinable) Due(DateTimeOffset now, Timetable timetable, DateTimeZone zone, QuietHours? quiet)
    {
        var local = Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime;
        if (timetable.Rhythm == Rhythm.Instant) return quiet is { } hours && hours.Contain(Minute(local)) ? (EndOf(hours, local, zone), true) : (now, false);
        var day = local.Date;
        if (timetable.Rhythm == Rhythm.Weekly) day = day.PlusDays((timetable.Weekday - (int)day.DayOfWeek + 7) % 7);
        var due = At(day, timetable.Hour, zone);
        if (due <= now) due = At(day.PlusDays(timetable.Rhythm == Rhythm.Weekly ? 7 : 1), timetable.Hour, zone);
        var then = Instant.FromDateTimeOffset(due).InZone(zone).LocalDateTime;
        return (quiet is { } no && no.Contain(Minute(then)) ? EndOf(no, then, zone) : due, true);
    }

    private static int Minute(LocalDateTime local) => local.Hour * 60 + local.Minute;

    private static DateTimeOffset At(LocalDate day, int hour, DateTimeZone zone) => day.At(new LocalTime(hour, 0)).InZone(zone, Lenient).ToDateTimeOffset().ToUniversalTime();

    private static DateTimeOffset EndOf(QuietHours quiet, LocalDateTime local, DateTimeZone zone)
    {
        var end = new LocalTime(quiet.To / 60, quiet.To % 60);
        var day = local.TimeOfDay < end ? local.Date : local.Date.PlusDays(1);
        return day.At(end).InZone(zone, Lenient).ToDateTimeOffset().ToUniversalTime();
    }
}
