using System.Globalization;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Mentions;

public sealed class DateFinderTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Written = new(2031, 6, 11);

    [Theory]
    [InlineData("from 8 to 10 August 2031", "2031-08-08", "2031-08-10")]
    [InlineData("8–10 August 2031", "2031-08-08", "2031-08-10")]
    [InlineData("August 8-10, 2031", "2031-08-08", "2031-08-10")]
    [InlineData("August 8 to August 10", "2031-08-08", "2031-08-10")]
    [InlineData("30 August to 2 September 2031", "2031-08-30", "2031-09-02")]
    [InlineData("between 8 and 10 August", "2031-08-08", "2031-08-10")]
    [InlineData("Friday, August 8, 2031", "2031-08-08", "2031-08-08")]
    [InlineData("the 8th of August", "2031-08-08", "2031-08-08")]
    [InlineData("on 2031-08-08", "2031-08-08", "2031-08-08")]
    [InlineData("in August 2031", "2031-08-01", "2031-08-31")]
    [InlineData("in May", "2031-05-01", "2031-05-31")]
    [InlineData("since 2029", "2029-01-01", "2029-12-31")]
    [InlineData("the 2029 storm", "2029-01-01", "2029-12-31")]
    [InlineData("on Monday", "2031-06-09", "2031-06-09")]
    [InlineData("on Wednesday", "2031-06-11", "2031-06-11")]
    [InlineData("next Wednesday", "2031-06-18", "2031-06-18")]
    [InlineData("it will begin on Friday", "2031-06-13", "2031-06-13")]
    [InlineData("the council said on Friday that it will begin", "2031-06-06", "2031-06-06")]
    [InlineData("the course is to be laid on Saturday", "2031-06-14", "2031-06-14")]
    [InlineData("the fair is to be held in the old market hall behind the church on Friday", "2031-06-13", "2031-06-13")]
    [InlineData("the market opens at 11 a.m. on Saturday", "2031-06-14", "2031-06-14")]
    [InlineData("the meeting is on Friday at noon", "2031-06-13", "2031-06-13")]
    [InlineData("On Friday the stage will be built", "2031-06-13", "2031-06-13")]
    [InlineData("On Friday the council voted against it", "2031-06-06", "2031-06-06")]
    [InlineData("the hall was opened on Friday and closes soon", "2031-06-06", "2031-06-06")]
    [InlineData("yesterday", "2031-06-10", "2031-06-10")]
    [InlineData("last month", "2031-05-01", "2031-05-31")]
    [InlineData("from 12 to 20 May next year", "2032-05-12", "2032-05-20")]
    [InlineData("on 3 November last year", "2030-11-03", "2030-11-03")]
    [InlineData("June 14 this year", "2031-06-14", "2031-06-14")]
    [InlineData("in March next year", "2032-03-01", "2032-03-31")]
    public void Dates_are_read_as_people_write_them(string text, string from, string to)
    {
        var date = Assert.Single(Find(text, Written));
        Assert.Equal((Day(from), Day(to)), (date.Value.From, date.Value.To));
    }

    [Theory]
    [InlineData("The opening was postponed from 14 May to 11 June 2031.", "2031-05-14", "2031-06-11")]
    [InlineData("It moves from 30 December to 2 January 2032.", "2031-12-30", "2032-01-02")]
    [InlineData("They brought the concert forward from 20 June until 18 June.", "2031-06-20", "2031-06-18")]
    [InlineData("It was pushed back from 14 to 21 May 2031.", "2031-05-14", "2031-05-21")]
    [InlineData("It was rescheduled from May 14 to 21, 2031.", "2031-05-14", "2031-05-21")]
    [InlineData("The deadline was extended from Friday to Monday.", "2031-06-06", "2031-06-09")]
    [InlineData("The date of the meeting in the hall was changed from Friday, 13 June to Monday, 16 June 2031.", "2031-06-13", "2031-06-16")]
    [InlineData("The delay is from 2026 to 2028.", "2026-01-01", "2028-01-01")]
    public void What_is_moved_from_one_day_to_another_lasts_for_neither(string text, string left, string taken) =>
        Assert.Equal([Day(left), Day(taken)], Find(text, Written).Select(date => date.Value.From));

    [Fact]
    public void Days_moved_to_other_days_are_two_ranges() =>
        Assert.Equal([(1, 2), (8, 9)], Find("It was rescheduled from 1–2 June to 8–9 June 2031.", Written).Select(date => (date.Value.From.Day, date.Value.To.Day)));

    [Theory]
    [InlineData("The fair moved to the park and runs from 8 to 10 August 2031.")]
    [InlineData("Moved, the fair will be open from 8 to 10 August 2031.")]
    [InlineData("The road is cut from 8 to 10 August 2031.")]
    public void What_lasts_from_one_day_to_another_is_a_range_whatever_was_moved_before(string text) =>
        Assert.Equal(new DateRange(Day("2031-08-08"), Day("2031-08-10")), Assert.Single(Find(text, Written)).Value);

    [Theory]
    [InlineData("The council may act.")]
    [InlineData("They march on.")]
    [InlineData("2000 people came.")]
    [InlineData("It cost $2024 in all.")]
    [InlineData("32 countries took part.")]
    [InlineData("on 31 June 2031")]
    public void What_is_no_date_is_none(string text) => Assert.Empty(Find(text, Written));

    [Theory]
    [InlineData("It is to be opened on the Friday evening.", true)]
    [InlineData("They danced on the Saturday.", true)]
    [InlineData("Whether she sings on the new Saturday was open.", true)]
    [InlineData("Noon on Saturday.", true)]
    [InlineData("It will be opened on Friday evening.", false)]
    [InlineData("They danced on Saturday.", false)]
    public void A_weekday_of_a_week_that_the_sentence_does_not_tell_is_unsure(string text, bool isUnsure) => Assert.Equal(isUnsure, Assert.Single(Find(text, Written)).IsUnsure);

    [Fact]
    public void A_day_without_a_year_needs_a_day_to_reckon_from() => Assert.Empty(Find("on 8 August", null));

    [Fact]
    public void A_day_without_a_year_takes_the_nearest_year()
    {
        var december = Assert.Single(Find("on 30 December", new DateOnly(2031, 1, 5)));
        Assert.Equal(new DateOnly(2030, 12, 30), december.Value.From);
        Assert.True(december.Relative);
    }

    private static IReadOnlyList<DateMention> Find(string text, DateOnly? written) => DateFinder.Find(text, Tokenizer.Tokenize(text), written);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
