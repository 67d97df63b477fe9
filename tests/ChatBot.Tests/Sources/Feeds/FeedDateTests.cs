using System.Globalization;
using ChatBot.Sources.Feeds;
using Xunit;

namespace ChatBot.Tests.Sources.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 02 Jun 2025 10:00:00 GMT")]
    [InlineData("Mon, 2 Jun 2025 23:59:59 -1100")]
    [InlineData("Mon, 02 Jun 2025 10:00:00")]
    [InlineData("Mon, 02 Jun 25 10:00 EST")]
    [InlineData("02 Jun 2025")]
    [InlineData("2 June 2025 10:00 CEST")]
    [InlineData("Monday, 02-Jun-25 10:00:00 UTC")]
    [InlineData("Thu, 02 Jun 2025 10:00:00 +0000")] // the wrong weekday
    [InlineData("  Mon , 02 Jun 2025 10:00:00 Z")]
    [InlineData("2025-06-02")]
    [InlineData("2025-06-02T23:30:00-12:00")]
    [InlineData("2025-06-02T10:00:00.123456Z")]
    [InlineData("2025-06-02 10:00:00")]
    [InlineData("20250602T100000Z")]
    [InlineData("June 2, 2025")]
    [InlineData("Mon Jun  2 10:00:00 2025")]
    [InlineData("Mon Jun 02 10:00:00 UTC 2025")]
    public void The_day_is_the_one_that_is_written(string text) => Assert.Equal(new DateOnly(2025, 6, 2), FeedDate.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("06/02/2025")]
    [InlineData("31 Jun 2025")]
    [InlineData("2025-13-02")]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Mon, 02 Foo 2025 10:00:00 GMT")]
    [InlineData("1748858400")]
    public void What_names_no_day_for_certain_is_no_date(string text) => Assert.Null(FeedDate.Parse(text));

    [Fact]
    public void Two_digits_of_year_are_read_as_mail_reads_them()
    {
        Assert.Equal("1999-06-02", FeedDate.Parse("02 Jun 99")?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal("2049-06-02", FeedDate.Parse("02 Jun 49")?.ToString("O", CultureInfo.InvariantCulture));
    }
}
