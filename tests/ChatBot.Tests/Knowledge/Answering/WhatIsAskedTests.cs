using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up port: what comes near a question without having what it asks for is shown as near, never as the answer.</summary>
public sealed class WhatIsAskedTests
{
    private static readonly KnowledgeBase Port = KnownTexts.Of(("port.md", """
        ---
        id: port-post
        publisher: Port Post
        title: The new quay of Sundby
        language: en
        ---

        The harbour master denied the report that the new quay had cracked.

        The repair of the old quay took six weeks and 40 workers.

        The town clerk will ask for a public hearing on the quay in June 2033.

        Olav Berg stood beside Ines Falk of the Sundby Choir at the opening.

        Olav Berg met Rasmus Dahl on 4 May 2033. Tilda Roen sang on 5 May 2033.

        The talks between Norway and Denmark failed.

        The crane on the new quay cost 240,000 euros.
        """));

    private static readonly KnowledgeBase Regatta = KnownTexts.Of(
        Topic.None with { Title = "Sundby Regatta, June 2033", Subject = new EntityId("regatta"), Entities = [new Entity(new EntityId("regatta"), EntityKind.Event, "Sundby Regatta", ["the regatta"], ["regatta"])] },
        ("regatta.md", """
        ---
        id: regatta
        publisher: Port Post
        title: The Sundby Regatta
        published: 2033-05-04
        language: en
        ---

        Tilda Roen opened the new quay on 1 May 2033.

        Tilda Roen held a concert in Sundby, Norland, on 2 May 2033, ahead of the Sundby Regatta.

        The Sundby Regatta takes place in Sundby on 24 June 2033.

        The previous regatta took place in Marholm.
        """));

    [Theory]
    [InlineData("Who was not at the meeting?")]
    [InlineData("Who did not attend the meeting?")]
    public void That_somebody_was_there_says_nothing_of_who_was_not(string question) =>
        Assert.True(KnownTexts.Of(("meeting.md", "---\ntitle: A meeting\n---\nMayor Ines Falk attended the meeting of the choir. Olav Berg was at the meeting too.")).Ask(question, Conversation.New).Abstained);

    [Theory]
    [InlineData("Who is not coming to the regatta?")]
    [InlineData("Who's not coming to the regatta?")]
    [InlineData("Who is not taking part in the regatta?")]
    public void That_somebody_comes_says_nothing_of_who_does_not(string question) =>
        Assert.True(KnownTexts.Of(("regatta.md", "---\ntitle: The Sundby Regatta\n---\nMayor Ines Falk is coming to the Sundby Regatta. Olav Berg will attend the Sundby Regatta.")).Ask(question, Conversation.New).Abstained);

    [Fact]
    public void Who_did_another_thing_before_it_did_not_start_it() =>
        Assert.True(Regatta.Ask("Who hosts the regatta?", Conversation.New).Abstained);

    [Fact]
    public void Who_did_it_did() =>
        Assert.Contains("Tilda Roen", Regatta.Ask("Who opened the quay?", Conversation.New).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Where was last year's regatta?")]
    [InlineData("When was the previous regatta?")]
    [InlineData("When did last year's Sundby Regatta take place?")]
    [InlineData("Where is next year's regatta?")]
    public void This_years_event_is_not_another_years(string question) => Assert.True(Regatta.Ask(question, Conversation.New).Abstained);

    [Fact]
    public void Another_years_is_what_a_sentence_says_of_it() =>
        Assert.Contains("Marholm", Assert.IsType<Told>(Regatta.Ask("Where was the previous regatta?", Conversation.New)).Found[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Who_is_said_to_have_been_absent_was_not_there() =>
        Assert.Contains("Olav Berg", KnownTexts.Of(("meeting.md", "---\ntitle: A meeting\n---\nMayor Ines Falk attended the meeting of the choir. Treasurer Olav Berg did not attend the meeting.")).Ask("Who did not attend the meeting?", Conversation.New).Statements[0].Text);

    [Theory]
    [InlineData("When did the harbour master confirm that the new quay had cracked?")]
    [InlineData("How much did the repair of the old quay cost?")]
    [InlineData("Why did Olav Berg leave the Sundby Choir?")]
    [InlineData("When did Olav Berg meet Tilda Roen?")]
    [InlineData("On which day in June is the public hearing on the quay?")]
    public void What_lacks_what_is_asked_for_is_only_near(string question) => Assert.IsType<NotKnown>(Port.Ask(question, Conversation.New));

    [Theory]
    [InlineData("When did Olav Berg meet Rasmus Dahl?", "4 May 2033")]
    [InlineData("How much did the crane on the new quay cost?", "240,000 euros")]
    [InlineData("When is the public hearing on the quay?", "June 2033")]
    public void What_has_it_answers(string question, string text) => Assert.Contains(text, Assert.IsType<Told>(Port.Ask(question, Conversation.New)).Found[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Countries_that_do_something_are_no_place_where_it_is() =>
        Assert.DoesNotContain(Port.Ask("Where did the talks fail?", Conversation.New).Statements, statement => statement.ValueText is "Norway" or "Denmark");

    [Fact]
    public void Who_keeps_a_thing_says_nothing() =>
        Assert.DoesNotContain(KnownTexts.Of(("talks.md", "---\ntitle: Talks\n---\nThe talks in Delft brought no truce as Norland maintained its conditions.")).Documents.Single().Facts, fact => fact.Attribution.Speaker is not null || fact.Attribution.Sources.Count > 0);

    [Theory]
    [InlineData("Was anyone hurt?")]
    [InlineData("Is everyone ok?")]
    public void A_question_on_others_orders_nothing(string question) => Assert.IsNotType<SmallTalk>(Port.Ask(question, Conversation.New));
}
