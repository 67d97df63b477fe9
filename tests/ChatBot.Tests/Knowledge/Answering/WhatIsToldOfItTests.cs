using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What something is, how it went, a part of it, who wrote of it and who isn't so: each told only by a sentence that says that.</summary>
public sealed class WhatIsToldOfItTests
{
    private static readonly Topic Fair = Topic.None with
    {
        Title = "Sundby Kite Fair, June 2033",
        Subject = new EntityId("fair"),
        Entities =
        [
            new Entity(new EntityId("fair"), EntityKind.Event, "Sundby Kite Fair", ["fair"], []),
            new Entity(new EntityId("union"), EntityKind.Organisation, "Kite Union", ["union"], []),
            new Entity(new EntityId("ring"), EntityKind.Organisation, "Copper Ring", [], []),
            new Entity(new EntityId("post"), EntityKind.Organisation, "Sundby Post", [], []),
            new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
        ],
    };

    private static readonly KnowledgeBase Known = KnownTexts.Of(Fair, ("fair.md", """
        ---
        publisher: Sundby Post
        title: The fair and its people
        published: 2033-06-02
        ---

        By Lena Brook

        The Kite Union is a club of forty flyers. Copper Ring stood in the picture of the Sundby Kite Fair.

        Ana Varga said nobody in the union was careless about storms. Visitors go to the Sundby Kite Fair by boat.

        The prize money comes to €9,000 in all. Of that, €2,000 would go to the youngest flyer.
        """));

    [Fact]
    public void What_a_body_is_is_told_by_a_sentence_that_says_so() => Assert.Contains("a club of forty", Assert.IsType<Told>(Ask("What is the Kite Union?")).Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void That_a_body_is_named_does_not_tell_what_it_is() => Assert.IsType<NotKnown>(Ask("What is Copper Ring?"));

    [Fact]
    public void Who_goes_there_does_not_tell_how_it_went() => Assert.IsType<NotKnown>(Ask("How did the Sundby Kite Fair go?"));

    [Fact]
    public void Who_says_that_nobody_is_so_is_not_who_is() => Assert.Null(Ask("Who is careless about storms?").Statements[0].ValueText);

    [Fact]
    public void A_part_of_a_whole_is_told_by_what_it_goes_to() => Assert.Contains("2,000", Ask("How much of the 9,000 goes to the youngest flyer?").Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Who_wrote_an_outlet_s_article_is_told_by_its_byline() => Assert.Contains("Lena Brook", Assert.IsType<Told>(Ask("Who wrote the Sundby Post article?")).Statements[0].Text, StringComparison.Ordinal);

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);
}
