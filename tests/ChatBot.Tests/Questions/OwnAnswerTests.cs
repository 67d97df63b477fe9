using ChatBot.Questions;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>Answers of the bot's own that are given to it to be checked.</summary>
public sealed class OwnAnswerTests
{
    [Fact]
    public void Only_the_statements_of_an_answer_are_left() => Assert.Equal(
        "The quay opens on 14 March 2031.\nThe quay opens on 2 May 2031.",
        OwnAnswer.StatementsOf("""
            Read as: When does the quay open?

            14 March 2031

            Latest: The quay opens on 14 March 2031. [1] Likewise: [2]

            Earlier: The quay opens on 2 May 2031. [3]

            [1] The Harbour Post, “The quay is open.”, 1 February 2031, p1
            [2] Evening Echo, “Cranes of Aldenburg”, 3 February 2031, p1
            · [3] Reuters, 5 January 2031, p2
            """));

    [Theory]
    [InlineData("The quay opens on 14 March 2031. It has 5 cranes.")]
    [InlineData("As the report says [1], the quay opens in March.")]
    [InlineData("[1] The quay opens in March.\n[2] It has 5 cranes.")]
    [InlineData("")]
    public void What_is_no_answer_stays_as_it_is(string message) => Assert.Equal(message, OwnAnswer.StatementsOf(message));
}
