using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Whether somebody who was invited comes, in invented texts about a lantern festival; and words that are near a name.</summary>
public sealed class InvitedTests
{
    [Theory]
    [InlineData("Will Jonas Hallberg come to the Lantern Festival?", "Jonas Hallberg was invited to come to the Lantern Festival. Hallberg will not be there, his manager said.", "Hallberg will not be there, his manager said.")]
    [InlineData("Will Maja Lindqvist come to the Lantern Festival?", "Maja Lindqvist has been invited to come to the Lantern Festival. She has declined.", "She has declined.")]
    [InlineData("Will Maja Lindqvist come to the Lantern Festival?", "Maja Lindqvist has been invited to come to the Lantern Festival. The council sent her a lamp. Lindqvist will be in Orvik, her office said.", "Lindqvist will be in Orvik, her office said.")]
    public void Whether_somebody_comes_is_not_told_by_the_invitation_but_by_the_reply(string question, string text, string reply)
    {
        var (before, known) = (KnownTexts.Of(("old.txt", "Orvik has a harbour.")), KnownTexts.Of(("old.txt", "Orvik has a harbour."), ("new.md", $"---\npublisher: Orvik Post (invented)\ntitle: The guests\n---\n\n{text}\n")));
        Assert.Equal(reply, known.Ask(question, Conversation.New).Statements[0].Text);
        var update = new UpdateReader(before).Read(known.Documents.Single(document => document.Document.Id.Value == "new"));
        Assert.Equal(reply, AnswerNews.Between(known.Topic, before.Ask(question, Conversation.New), known.Ask(question, Conversation.New), [update])?.After[0].Text);
    }

    [Fact]
    public void An_invitation_that_is_asked_for_leads() => Assert.Equal(
        "Jonas Hallberg was invited to come to the Lantern Festival.",
        KnownTexts.Of(("new.txt", "Jonas Hallberg was invited to come to the Lantern Festival. Hallberg will not be there, his manager said.")).Ask("Was Jonas Hallberg invited to the Lantern Festival?", Conversation.New).Statements[0].Text);

    [Fact]
    public void Whether_somebody_is_invited_is_told_by_no_other_deed_of_theirs() => Assert.True(
        KnownTexts.Of(("new.txt", "In May 2031 Ada Kern insisted on excluding a parade from the Lantern Festival.")).Ask("Is Ada Kern invited?", Conversation.New).Abstained);

    [Theory]
    [InlineData("Where do the guests dine?", null)]
    [InlineData("What does Dnae say?", "What does dane say?")]
    [InlineData("Does Fico play?", null)]
    public void A_plain_word_is_no_misspelt_name(string question, string? readAs) =>
        Assert.Equal(readAs, KnownTexts.Of(("band.txt", "Peter Dane plays at the Lantern Festival. Dane says that he brings a drum.")).Ask(question, Conversation.New).Question.ReadAs);
}
