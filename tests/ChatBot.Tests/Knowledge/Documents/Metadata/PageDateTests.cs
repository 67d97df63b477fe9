using ChatBot.Knowledge.Documents.Metadata;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents.Metadata;

public sealed class PageDateTests
{
    [Theory]
    [InlineData("date 2031-03-04", "2031-03-04")]
    [InlineData("Published: 4 March 2031, 14:20", "2031-03-04")]
    [InlineData("Posted on Tuesday, March 4th, 2031 at 7:22 PM", "2031-03-04")]
    [InlineData("by Una Brack March 4, 2031 7:22 PM 2 min read", "2031-03-04")]
    [InlineData("4 Mar 2031 | 3 min read", "2031-03-04")]
    [InlineData("The wall fell on 4 March 2031.", null)]
    [InlineData("Kelby, 31 February 2031", null)]
    [InlineData("no date at all", null)]
    public void A_line_states_the_date_of_its_page_or_does_not(string line, string? date) =>
        Assert.Equal(date, PageDate.OfLine(line)?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("kelby-2031-03-04.txt", "2031-03-04")]
    [InlineData("https://post.example/2031/03/04/wall", "2031-03-04")]
    [InlineData("wall_20310304.html", "2031-03-04")]
    [InlineData("wall-2031.txt", null)]
    [InlineData("wall-2031-13-44.txt", null)]
    public void A_name_may_hold_a_date(string name, string? date) => Assert.Equal(date, PageDate.OfName(name)?.ToString("yyyy-MM-dd"));
}
