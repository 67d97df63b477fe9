using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>What is asked after a check is asked of what was claimed and of what decides it, not of an earlier question.</summary>
public sealed class AfterACheckTests
{
    private const string Before = "Who is Mara Ellstrom?";

    private const string Disputed = "/check The regatta runs from 8 to 11 August 2031.";

    [Theory]
    [InlineData("/check The old course was dangerous.", "who said that?", "called the old course dangerous")]
    [InlineData("The old course was dangerous, right?", "who said that?", "called the old course dangerous")]
    [InlineData("/check The first regatta was held in 1960.", "when?", "1954")]
    [InlineData("/check Brandvold met Quist.", "where?", "Ostrey")]
    [InlineData("/check The winning crew gets 40,000 euros.", "are you sure?", "Contradicted: the documents say otherwise.")]
    [InlineData("/check The winning crew gets 40,000 euros.", "show me the source", "What I told last rests on:")]
    [InlineData("/check The winning crew gets 40,000 euros.", "why?", "Contradicted: the documents say otherwise.")]
    [InlineData("/check Who is Ilse Brandvold?", "why?", "That is a question, not a claim.")]
    [InlineData("/check The old course was dangerous. The first regatta was held in 1954.", "the second one", "1954")]
    [InlineData("/check The old course was dangerous. The first regatta was held in 1954.", "and the first?", "called the old course dangerous")]
    [InlineData("/check The old course was dangerous. The first regatta was held in 1954.", "third one", "I checked 2 claims just now, no more.")]
    [InlineData("/check The winning crew gets 40,000 euros.", "who said that?", "No speaker is named")]
    [InlineData(Disputed, "what does [2] say?", "from 8 to 10 August 2031")]
    [InlineData(Disputed, "show me source 1", "from 8 to 11 August 2031")]
    [InlineData(Disputed, "and [3]?", "There is no source 3 above; the last answer has 2.")]
    [InlineData("/check Penguins guard the harbour at night.", "who said that?", "My documents don't tell that")]
    [InlineData("/check Penguins guard the harbour at night.", "says who?", "Not covered")]
    [InlineData("/check Penguins guard the harbour at night.", "what does [1] say?", "There is no source 1: my last answer rests on none.")]
    [InlineData("/check The old course was dangerous. The first regatta was held in 1954.", "when?", "I checked several claims just now.")]
    [InlineData("/check The old course was dangerous. The first regatta was held in 1954.", "who said that?", "called the old course dangerous")]
    [InlineData("/check The old course was dangerous. Penguins guard the harbour.", "who?", "old course")]
    public void A_follow_up_is_read_of_the_check(string check, string next, string said)
    {
        var answer = Said(Before, check, next);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Ellstrom", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check Who is Ilse Brandvold?")]
    [InlineData("/check")]
    [InlineData("/check /help")]
    public void What_claims_nothing_leaves_the_conversation_as_it_was(string nothing) => Assert.Contains("Ellstrom", Said(Before, nothing, "what did she win?"), StringComparison.Ordinal);

    [Fact]
    public void No_number_is_made_up_where_nothing_was_answered() => Assert.DoesNotContain("There is no source", Said("what does [2] say?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("what does [2] say?", true)]
    [InlineData("Show me [2]", true)]
    [InlineData("[2]", true)]
    [InlineData("source 2 please", true)]
    [InlineData("open passage #2", true)]
    [InlineData("and what does source number 2 say about that?", true)]
    [InlineData("what does article 2 say?", false)]
    [InlineData("what do 2 sources say?", false)]
    [InlineData("what does [2] say about Brandvold?", false)]
    public void A_passage_is_asked_for_by_its_number_alone(string message, bool isAsked) => Assert.Equal(isAsked, Said(Disputed, message).Contains("town council announced on 11 June", StringComparison.Ordinal));

    private static string Said(params string[] messages)
    {
        var conversation = Conversation.New;
        var said = "";
        foreach (var message in messages)
        {
            var handled = QuestionHandler.Handle(message, conversation, InventedPages.Knowledge);
            (conversation, said) = (handled.Conversation, PlainReplyWriter.WriteText(handled.Reply));
        }
        return said;
    }
}
