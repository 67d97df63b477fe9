using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Mentions;

public sealed class QuantityFinderTests
{
    [Theory]
    [InlineData("a prize of $25,000", 25_000, "dollar", null)]
    [InlineData("more than $100 billion in aid", 1e11, "dollar", null)]
    [InlineData("an economy of 50 trillion dollars", 5e13, "dollar", null)]
    [InlineData("3.5 percent of GDP", 3.5, "percent", "gdp")]
    [InlineData("1.5 per cent of the budget", 1.5, "percent", "budget")]
    [InlineData("the 5% target", 5, "percent", null)]
    [InlineData("64 boats", 64, "boat", null)]
    [InlineData("32 NATO member states", 32, "state", null)]
    [InlineData("114-metre towers", 114, "metr", null)]
    [InlineData("a 9 km walk past boats", 9, "km", null)]
    [InlineData("Mara Ellstrom, 19, won", 19, "year", null)]
    [InlineData("thirty-two countries", 32, "countri", null)]
    [InlineData("It took three hours and 45 minutes.", 3.75, "hour", null)]
    [InlineData("a beam of 2 metres 50 centimetres", 2.5, "metr", null)]
    public void Figures_come_with_their_unit(string text, double value, string unit, string? of)
    {
        var quantity = Assert.Single(Find(text));
        Assert.Equal((value, unit, of), (quantity.Value, quantity.Unit, quantity.Of));
    }

    [Theory]
    [InlineData("The toll was raised from 2 to 5 percent of the fare.", "percent", "fare")]
    [InlineData("The number of parking places was cut from 2 to 5.", "place", null)]
    [InlineData("The fleet grew from 2 to 5 boats.", "boat", null)]
    public void A_figure_that_was_replaced_has_the_unit_of_the_new_one(string text, string unit, string? of) =>
        Assert.Equal([(2.0, unit, of), (5.0, unit, of)], Find(text).Select(quantity => (quantity.Value, quantity.Unit, quantity.Of)));

    [Theory]
    [InlineData("In all 151 boats started and 139 finished.", "boat", "139")]
    [InlineData("Some 40 stalls opened, but only 12 sold out.", "stall", "12")]
    [InlineData("The path has 40 metres and 12 walked it.", "walk", "12 walked")]
    [InlineData("Some 40 stalls opened and 12 finished boats lay there.", "boat", "12 finished boats")]
    public void What_is_counted_may_be_said_once(string text, string unit, string words)
    {
        var second = Find(text)[^1];
        Assert.Equal((unit, words), (second.Unit, text.Substring(second.Span.Start, second.Span.Length)));
    }

    [Theory]
    [InlineData("on 8 August 2031")]
    [InlineData("under Article 5 of the treaty")]
    [InlineData("the Bucharest Nine")]
    public void Numbers_that_date_or_name_something_are_no_figures(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Two_figures_of_one_unit_stay_two() => Assert.Equal([3.0, 90.0], Find("The walk took 3 hours and 90 minutes less than planned.").Select(quantity => quantity.Value));

    private static IReadOnlyList<Quantity> Find(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return QuantityFinder.Find(text, tokens, DateFinder.Find(text, tokens, new DateOnly(2031, 6, 11)), ClockTimeFinder.Find(text, new TextSpan(0, text.Length)));
    }
}
