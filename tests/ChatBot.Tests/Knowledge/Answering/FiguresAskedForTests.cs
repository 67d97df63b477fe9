using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What percentage, who wrote it, what was reported: two made-up pages on a lighthouse.</summary>
public class FiguresAskedForTests
{
    private static readonly KnowledgeBase Lighthouse = KnownTexts.Of(
        ("post.md", """
        ---
        title: A tower for Arnmouth
        publisher: The Arn Post
        published: 2031-05-04
        ---
        The Lamp Guild of Arnmouth has collected more than 90 million euros for the tower.

        Nearly 7 percent of the budget goes to paint, said Nora Velde.

        The stairs have 212 steps.
        """),
        ("herald.md", """
        ---
        title: The keeper's stairs
        publisher: The Kelby Herald
        published: 2031-05-06
        ---
        Piet Aalders wrote this story from Kelby.

        The keeper climbs the stairs twice a day.
        """));

    [Theory]
    [InlineData("What percentage has the guild collected for the tower?")]
    [InlineData("What share of the steps do the stairs have?")]
    public void What_share_is_not_answered_by_a_sum_or_a_count(string question) => Assert.IsType<NotKnown>(Lighthouse.Ask(question, Conversation.New));

    [Fact]
    public void Who_wrote_an_outlets_story_is_not_who_wrote_anothers()
    {
        Assert.IsType<Told>(Lighthouse.Ask("Who wrote the Kelby Herald story?", Conversation.New));
        Assert.IsType<NotKnown>(Lighthouse.Ask("Who wrote the Arn Post story?", Conversation.New));
    }
}
