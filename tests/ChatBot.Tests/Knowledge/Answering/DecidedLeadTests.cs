using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What was agreed or decided, beside what somebody wants.</summary>
public sealed class DecidedLeadTests
{
    private static readonly Topic Hague = TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025"));

    private static readonly (string, string) Proposal = ("mail.md", Dated("2025-06-02", "Mark Rutte proposed a spending target of 5 percent, with 2032 as its deadline."));

    private static readonly (string, string) Wish = ("herald.md", Dated("2025-06-20", "Poland wants to reach the 5% spending target by 2030."));

    private static readonly (string, string) Agreement = ("post.md", Dated("2025-06-25", "The allies agreed in The Hague to spend 5% of GDP on defence by 2035."));

    [Theory]
    [InlineData("When is the deadline for the 5% target?")]
    [InlineData("What is the deadline for the defence spending target?")]
    public void What_was_agreed_leads_and_what_some_want_follows(string question)
    {
        var told = Assert.IsType<Told>(KnownTexts.Of(Hague, Proposal, Wish, Agreement).Ask(question, Conversation.New));
        Assert.Equal("2035", told.Found[0].ValueText);
        Assert.Contains(told.Found, statement => statement.ValueText == "2030");
        Assert.Contains(told.Found, statement => statement.ValueText == "2032");
    }

    [Fact]
    public void That_somebody_else_wants_it_earlier_changes_nothing() =>
        Assert.IsType<Disputed>(KnownTexts.Of(Hague, Proposal, Wish).Ask("When is the deadline for the 5% target?", Conversation.New));

    private static string Dated(string day, string text) => $"---\npublisher: Dutch Mail (invented)\ntitle: The target\npublished: {day}\n---\n\n{text}\n";
}
