using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("aliasses", "aliases")]
    [InlineData("alaises", "aliases")]
    [InlineData("ALIASES", "aliases")]
    [InlineData("aliases", "aliases")]
    [InlineData("knid", "kind")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void Finds_the_name_a_few_edits_away_or_none(string typed, string? expected) =>
        Assert.Equal(expected, NearestName.Of(typed, ["id", "kind", "name", "aliases", "asked-as"]));

    [Fact]
    public void The_nearer_of_two_wins_and_of_equals_the_first()
    {
        Assert.Equal("abcdef", NearestName.Of("abcdex", ["abxxex", "abcdef"]));
        Assert.Equal("abcy", NearestName.Of("abcx", ["abcy", "abcz"]));
    }
}
