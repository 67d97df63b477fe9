using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Mentions;

public sealed class ClockTimeFinderTests
{
    [Theory]
    [InlineData("doors open at 6 p.m. on Friday", "6 p.m.", 18, 0)]
    [InlineData("the last tram leaves at 1.30 a.m.", "1.30 a.m.", 1, 30)]
    [InlineData("from 11:45pm onwards", "11:45pm", 23, 45)]
    [InlineData("12 a.m. sharp", "12 a.m.", 0, 0)]
    [InlineData("12 pm sharp", "12 pm", 12, 0)]
    [InlineData("08:30 Sirens.", "08:30", 8, 30)]
    [InlineData("at six o'clock in the evening", "six o'clock in the evening", 18, 0)]
    [InlineData("seven in the morning", "seven in the morning", 7, 0)]
    [InlineData("at noon", "noon", 12, 0)]
    [InlineData("until midnight", "midnight", 0, 0)]
    public void Times_of_day_are_found_as_written(string text, string written, int hour, int minute)
    {
        var time = Assert.Single(Find(text));
        Assert.Equal((written, new TimeOnly(hour, minute)), (time.Span.Of(text), time.Value));
    }

    [Theory]
    [InlineData("a score of 3:1")]
    [InlineData("verse 12:345")]
    [InlineData("at 25:10")]
    [InlineData("17 p.m. is no time")]
    [InlineData("1.5 percent")]
    public void Other_numbers_are_no_times(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_time_is_no_figure()
    {
        const string text = "It starts at 6 p.m. with 40 boats.";
        var tokens = Tokenizer.Tokenize(text);
        Assert.Equal(40, Assert.Single(QuantityFinder.Find(text, tokens, [], Find(text))).Value);
    }

    private static IReadOnlyList<ClockTime> Find(string text) => ClockTimeFinder.Find(text, new TextSpan(0, text.Length));
}
