using ChatBot.Deliveries;
using NodaTime;
using Xunit;

namespace ChatBot.Tests.Deliveries;

public sealed class DeliveryScheduleTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly QuietHours Night = new(22 * 60, 7 * 60);

    [Fact]
    public void News_go_at_once_outside_quiet_hours_and_alone()
    {
        var noon = Utc("2025-06-24T10:00:00Z");
        Assert.Equal((noon, false), DeliverySchedule.Due(noon, At(Rhythm.Instant), Amsterdam, Night));
    }

    [Theory]
    [InlineData("2025-06-24T20:30:00Z", "2025-06-25T05:00:00Z")] // 22:30 there
    [InlineData("2025-06-25T02:00:00Z", "2025-06-25T05:00:00Z")] // 4:00 there
    [InlineData("2025-06-25T05:00:00Z", "2025-06-25T05:00:00Z")] // 7:00 there: they are over
    public void What_comes_in_quiet_hours_waits_for_their_end(string now, string due) => Assert.Equal(Utc(due), DeliverySchedule.Due(Utc(now), At(Rhythm.Instant), Amsterdam, Night).DueAt);

    [Fact]
    public void All_of_one_night_comes_in_one_message()
    {
        var early = DeliverySchedule.Due(Utc("2025-06-24T21:00:00Z"), At(Rhythm.Instant), Amsterdam, Night);
        var late = DeliverySchedule.Due(Utc("2025-06-25T03:00:00Z"), At(Rhythm.Instant), Amsterdam, Night);
        Assert.Equal(early, late);
        Assert.True(early.IsJoinable);
    }

    [Theory]
    [InlineData("2025-06-24T06:59:00Z", "2025-06-24T07:00:00Z")]
    [InlineData("2025-06-24T07:00:00Z", "2025-06-25T07:00:00Z")] // at the hour itself, the digest has gone
    public void A_daily_digest_comes_at_its_local_hour(string now, string due) => Assert.Equal((Utc(due), true), DeliverySchedule.Due(Utc(now), At(Rhythm.Daily), Amsterdam, null));

    [Fact]
    public void The_local_hour_stays_when_the_clocks_change()
    {
        Assert.Equal(Utc("2025-03-29T08:00:00Z"), DeliverySchedule.Due(Utc("2025-03-29T07:00:00Z"), At(Rhythm.Daily), Amsterdam, null).DueAt);
        Assert.Equal(Utc("2025-03-30T07:00:00Z"), DeliverySchedule.Due(Utc("2025-03-29T12:00:00Z"), At(Rhythm.Daily), Amsterdam, null).DueAt);
    }

    [Fact]
    public void An_hour_that_is_left_out_comes_behind_the_gap_and_one_that_comes_twice_counts_once()
    {
        Assert.Equal(Utc("2025-03-30T01:00:00Z"), DeliverySchedule.Due(Utc("2025-03-29T12:00:00Z"), new Timetable(Rhythm.Daily, 2, 1), Amsterdam, null).DueAt);
        Assert.Equal(Utc("2025-10-26T00:00:00Z"), DeliverySchedule.Due(Utc("2025-10-25T12:00:00Z"), new Timetable(Rhythm.Daily, 2, 1), Amsterdam, null).DueAt);
        Assert.Equal(Utc("2025-10-27T01:00:00Z"), DeliverySchedule.Due(Utc("2025-10-26T00:30:00Z"), new Timetable(Rhythm.Daily, 2, 1), Amsterdam, null).DueAt);
    }

    [Fact]
    public void A_weekly_digest_comes_on_its_day()
    {
        // 24 June 2025 is a Tuesday.
        Assert.Equal(Utc("2025-06-30T07:00:00Z"), DeliverySchedule.Due(Utc("2025-06-24T12:00:00Z"), new Timetable(Rhythm.Weekly, 9, 1), Amsterdam, null).DueAt);
        Assert.Equal(Utc("2025-06-24T07:00:00Z"), DeliverySchedule.Due(Utc("2025-06-24T06:00:00Z"), new Timetable(Rhythm.Weekly, 9, 2), Amsterdam, null).DueAt);
        Assert.Equal(Utc("2025-07-01T07:00:00Z"), DeliverySchedule.Due(Utc("2025-06-24T08:00:00Z"), new Timetable(Rhythm.Weekly, 9, 2), Amsterdam, null).DueAt);
    }

    [Fact]
    public void A_digest_whose_hour_is_quiet_waits_too() =>
        Assert.Equal(Utc("2025-06-25T05:00:00Z"), DeliverySchedule.Due(Utc("2025-06-24T12:00:00Z"), new Timetable(Rhythm.Daily, 23, 1), Amsterdam, Night).DueAt);

    [Fact]
    public void Nothing_is_due_in_the_past_nor_in_quiet_hours_whatever_the_zone_and_the_day()
    {
        string[] zones = ["Europe/Amsterdam", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia"];
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var zone = DateTimeZoneProviders.Tzdb[zones[random.Next(zones.Length)]];
            var now = Utc("2024-01-01T00:00:00Z") + TimeSpan.FromMinutes(random.Next(3 * 366 * 24 * 60));
            var quiet = new QuietHours(random.Next(24) * 60, 0) is var q && q.From == 0 ? new QuietHours(60, 0) : q;
            var (due, _) = DeliverySchedule.Due(now, new Timetable((Rhythm)random.Next(3), random.Next(24), random.Next(1, 8)), zone, quiet);
            Assert.InRange(due - now, TimeSpan.Zero, TimeSpan.FromDays(9));
            var local = Instant.FromDateTimeOffset(due).InZone(zone);
            Assert.False(quiet.Contain(local.Hour * 60 + local.Minute), $"{now:O} {zone} {due:O}");
        }
    }

    private static Timetable At(Rhythm rhythm) => new(rhythm, 9, 1);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
