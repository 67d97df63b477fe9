using ChatBot.Knowledge.Documents.Metadata;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents.Metadata;

public sealed class BylinesTests
{
    [Theory]
    [InlineData("By Una Brack", "Una Brack")]
    [InlineData("by Una Brack May 21, 2031 7:22 PM 2 min read", "Una Brack")]
    [InlineData("By Una Brack and Colm O’Reddy", "Una Brack and Colm O’Reddy")]
    [InlineData("By Ursula van der Meer, Kelby correspondent", "Ursula van der Meer")]
    [InlineData("Author: Una Brack", "Una Brack")]
    [InlineData("(Reporting by Anselm Pike; Editing by Ro Lindqvist)", "Anselm Pike")]
    [InlineData("Posted on September 14, 2030 by Juno Hallett", "Juno Hallett")]
    [InlineData("By the time they came it was over.", null)]
    [InlineData("By Friday, Kelby was under water.", null)]
    [InlineData("By Una Brack's account the wall was sound, the mayor said.", null)]
    [InlineData("Stand by me", null)]
    public void A_byline_names_its_authors(string line, string? authors) => Assert.Equal(authors, Bylines.OfLine(line));
}
