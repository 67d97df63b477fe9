using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>How deep, how wide, how fast, of which year, what for, and whether anybody: one made-up page on a canal.</summary>
public class DimensionsTests
{
    private static readonly KnowledgeBase Canal = KnownTexts.Of(
        ("canal.md", """
        ---
        title: The canal of Velm
        published: 2031-05-04
        ---
        The race on the Velm canal goes over 12 miles.

        The Velm canal is 4.5 metres deep.

        The barrier of the Velm canal weighs 90 tonnes.

        The barges on the lock pond made 7 miles an hour.

        The lock fair drew 900 visitors.

        Mayor Ada Holm proposed a levy of 3 percent plus another 2 percent by 2035.

        In the plan of Ada Holm, 3 percent would go to dredging.

        Two barges sank in the gale, and nobody was injured.
        """));

    [Theory]
    [InlineData("How deep is the Velm canal?", "4.5 metres")]
    [InlineData("How fast were the barges on the lock pond?", "7 miles")]
    public void A_dimension_is_told_by_a_figure_of_that_dimension(string question, string value) =>
        Assert.Equal(value, Assert.IsType<Told>(Canal.Ask(question, Conversation.New)).Statements[0].ValueText);

    [Theory]
    [InlineData("How wide is the Velm canal?")]
    [InlineData("How tall is the barrier of the Velm canal?")]
    [InlineData("How fast is the race on the Velm canal?")]
    [InlineData("How many visitors did the lock fair draw last year?")]
    public void A_figure_of_another_dimension_or_another_year_answers_nothing(string question) => Assert.IsType<NotKnown>(Canal.Ask(question, Conversation.New));

    [Fact]
    public void What_a_figure_is_for_is_told_by_the_sentence_that_says_so_and_by_no_other_figure()
    {
        var told = Assert.IsType<Told>(Canal.Ask("What's the 3 percent for?", Conversation.New)).Statements[0];
        Assert.Contains("dredging", told.Text, StringComparison.Ordinal);
        Assert.Null(told.Value);
    }

    [Fact]
    public void Whether_anybody_was_hurt_is_told_by_a_sentence_that_nobody_was() =>
        Assert.Contains("nobody", Assert.IsType<Told>(Canal.Ask("Was anyone hurt?", Conversation.New)).Statements[0].Text, StringComparison.Ordinal);
}
