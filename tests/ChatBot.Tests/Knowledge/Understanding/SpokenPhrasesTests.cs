using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding;

/// <summary>What people say in talk finds what reports write for it.</summary>
public sealed class SpokenPhrasesTests
{
    private static readonly KnowledgeBase Known = KnownTexts.Of(("paper.md", """
        ---
        publisher: Sundby Post
        title: The bridge
        published: 2031-06-02
        ---

        The harbour board of Sundby will fund the new bridge.

        Sundby rejected the second ferry on Monday.

        The mayor of Aldenburg wants a written guarantee that the ferry keeps running.
        """));

    [Theory]
    [InlineData("Who foots the bill for the new bridge?", "will fund")]
    [InlineData("who picks up the tab for the new bridge", "will fund")]
    [InlineData("Who shot down the second ferry?", "rejected")]
    [InlineData("What does the mayor of Aldenburg want on paper?", "written guarantee")]
    public void A_turn_of_phrase_is_read_as_what_it_means(string question, string told) =>
        Assert.Contains(told, Assert.IsType<Told>(Known.Ask(question, Conversation.New)).Statements[0].Text, StringComparison.Ordinal);
}
