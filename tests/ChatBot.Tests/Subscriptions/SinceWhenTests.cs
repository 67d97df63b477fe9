using System.Globalization;
using ChatBot.Subscriptions;
using NodaTime;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

public sealed class SinceWhenTests
{
    [Theory]
    [InlineData("today", "2025-06-21T00:00+02:00")]
    [InlineData("yesterday", "2025-06-20T00:00+02:00")]
    [InlineData("since 3 days", "2025-06-18T00:30+02:00")]
    [InlineData("the last 2 weeks", "2025-06-07T00:30+02:00")]
    [InlineData("last week", "2025-06-14T00:30+02:00")]
    [InlineData("2025-06-01", "2025-06-01T00:00+02:00")]
    [InlineData("since 1 June 2025", "2025-06-01T00:00+02:00")]
    [InlineData("June 1, 2025", "2025-06-01T00:00+02:00")]
    [InlineData("1 june", "2025-06-01T00:00+02:00")]
    [InlineData("21 june", "2025-06-21T00:00+02:00")]
    [InlineData("22 june", "2024-06-22T00:00+02:00")]
    [InlineData("24 Dec", "2024-12-24T00:00+01:00")]
    [InlineData("30 minutes", "2025-06-21T00:00+02:00")]
    [InlineData("30m", "2025-06-21T00:00+02:00")]
    [InlineData("90 min", "2025-06-20T23:00+02:00")]
    [InlineData("an hour", "2025-06-20T23:30+02:00")]
    [InlineData("half an hour ago", "2025-06-21T00:00+02:00")]
    [InlineData("the last hour", "2025-06-20T23:30+02:00")]
    [InlineData("last 2 hours", "2025-06-20T22:30+02:00")]
    [InlineData("3h", "2025-06-20T21:30+02:00")]
    [InlineData("a week", "2025-06-14T00:30+02:00")]
    [InlineData("since 9:00", "2025-06-20T09:00+02:00")]
    [InlineData("0:15", "2025-06-21T00:15+02:00")]
    [InlineData("9 pm", "2025-06-20T21:00+02:00")]
    [InlineData("Monday", "2025-06-16T00:00+02:00")]
    [InlineData("since saturday", "2025-06-21T00:00+02:00")]
    [InlineData("30 fish", null)]
    [InlineData("m", null)]
    [InlineData("7", null)]
    [InlineData("the flood", null)]
    [InlineData("0 days", null)]
    public void Since_when_is_read_as_people_type_it_by_the_days_of_their_zone(string typed, string? since)
    {
        // Half past midnight in the chat's zone, the evening before in UTC.
        var clock = new ChatClock(DateTimeOffset.Parse("2025-06-21T00:30+02:00", CultureInfo.InvariantCulture).ToUniversalTime(), DateTimeZoneProviders.Tzdb["Europe/Amsterdam"], null);
        var expected = since is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(since, CultureInfo.InvariantCulture);
        Assert.Equal(expected, SinceWhen.Read(typed, clock));
    }
}
