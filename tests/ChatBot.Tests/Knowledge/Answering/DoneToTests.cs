using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Who did something to somebody isn't to whom that one did the like.</summary>
public sealed class DoneToTests
{
    private const string Article = "Hedda Quist appealed to Mayor Otto Brandt to keep the ferry. Agneta Oduya appealed to Hedda Quist to end the strike.";

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() => KnownTexts.Of(("courier.txt", Article)));

    [Theory]
    [InlineData("Who asked Quist about the ferry?", "Brandt")]
    [InlineData("Who begged Hedda Quist to keep the ferry?", "Brandt")]
    public void To_whom_the_one_turned_is_not_who_turned_to_them(string asked, string to) =>
        Assert.DoesNotContain(Knowledge.Value.Ask(asked, Conversation.New).Statements.Take(1), statement => statement.ValueText?.Contains(to, StringComparison.Ordinal) == true);

    [Fact]
    public void Who_was_turned_to_is_told_by_name() =>
        Assert.Contains("Brandt", Knowledge.Value.Ask("Who did Hedda Quist appeal to?", Conversation.New).Statements[0].Text, StringComparison.Ordinal);
}
