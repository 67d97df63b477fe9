using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class WordFamiliesTests
{
    private static readonly WordFamilies Families = new(["owner", "winner", "corner", "employ", "lead", "summer"]);

    [Theory]
    [InlineData("own", "owner")]
    [InlineData("win", "winner")]
    [InlineData("leader", "lead")]
    public void Words_made_from_one_another_belong_together(string stem, string member) => Assert.Contains(member, Families.Of(stem));

    [Theory]
    [InlineData("corn")]
    [InlineData("sum")]
    [InlineData("owner")]
    public void Words_that_only_look_so_do_not(string stem) => Assert.Empty(Families.Of(stem));
}
