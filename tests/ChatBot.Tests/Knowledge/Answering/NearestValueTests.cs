using ChatBot.Knowledge.Answering;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Of several values the one that is of what is asked, and none that isn't of the kind.</summary>
public sealed class NearestValueTests
{
    [Theory]
    [InlineData("How much is a ticket for a child?", "40 euros")]
    [InlineData("How much is a ticket for an adult?", "90 euros")]
    public void Of_two_prices_the_one_beside_the_word_asked_for_is_told(string question, string price) =>
        Assert.Equal(price, KnownTexts.Of(("fair.txt", "A ticket costs 90 euros for an adult, 40 euros for a child.")).Ask(question, Conversation.New).Statements[0].ValueText);

    [Fact]
    public void What_something_costs_is_not_told_by_a_count()
    {
        var knowledge = KnownTexts.Of(("fair.txt", "The rest comes from ticket sales, the brewery and some forty small firms.\n\nA seat at the fair costs 12 euros."));
        Assert.Equal("12 euros", knowledge.Ask("How much does a ticket cost at the fair?", Conversation.New).Statements[0].ValueText);
    }

    [Fact]
    public void When_something_starts_is_not_told_by_a_year_long_past()
    {
        var knowledge = KnownTexts.Of(("fair.md", "---\npublished: 2031-05-02\n---\nThe Lantern Cup, founded in 1951, is older than the bridge.\n\nThe Lantern Cup begins on 9 June 2031."));
        Assert.Equal("9 June 2031", knowledge.Ask("When does the Lantern Cup start?", Conversation.New).Statements[0].ValueText);
    }

    [Fact]
    public void One_documents_own_words_do_not_disagree_with_each_other()
    {
        var topic = TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "pellworth-2026"));
        var knowledge = KnownTexts.Of(topic, ("fair.md", "---\npublished: 2026-05-02\n---\nThe regatta takes place from 7 to 9 August 2026.\n\nThe regatta office is open on 12 June 2026."));
        Assert.IsNotType<Disputed>(knowledge.Ask("When is the regatta?", Conversation.New));
    }

    [Fact]
    public void Who_is_against_something_is_not_who_is_for_it()
    {
        var knowledge = KnownTexts.Of(("fair.txt", "Mayor Pia Holt voted for the shuttle bus.\n\nCouncillor Jan Merk voted against the shuttle bus."));
        Assert.Contains("Jan Merk", knowledge.Ask("Who voted against the shuttle bus?", Conversation.New).Statements[0].ValueText, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_nothing_in_a_sentence_is_not_quoted_by_it()
    {
        var knowledge = KnownTexts.Of(("fair.txt", "Ines Falk is the mayor of Tolvik."));
        Assert.IsType<NotKnown>(knowledge.Ask("What did Ines Falk say?", Conversation.New));
    }
}
