using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What stands with an answer that would mislead alone: a denial elsewhere, the others who come, the day of each piece of news.</summary>
public sealed class BesideTheReportTests
{
    private static readonly Topic Mill = Topic.None with
    {
        Entities =
        [
            new Entity(new EntityId("mill"), EntityKind.Organisation, "Norvik Mill", ["the mill"], []),
            new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []),
            new Entity(new EntityId("brandt"), EntityKind.Person, "Otto Brandt", ["Brandt"], []) { Represents = new EntityId("mill") },
        ],
    };

    [Fact]
    public void Whoever_denies_in_another_paper_what_is_only_passed_on_stands_beside_it_in_an_answer_on_who()
    {
        var known = KnownTexts.Of(
            Mill,
            ("wire.md", Dated("2031-06-02", "Norvik Mill intends to withdraw as main sponsor of the Kite Fair, two people familiar with the matter said on Monday.")),
            ("courier.md", Dated("2031-06-04", "Otto Brandt denied on Wednesday that his company was withdrawing from the Kite Fair.")));
        var texts = known.Ask("Who sponsors the fair?", Conversation.New).Statements.Select(statement => statement.Text).ToList();
        Assert.Contains(texts, text => text.StartsWith("Norvik Mill intends", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Otto Brandt denied", StringComparison.Ordinal));
    }

    [Fact]
    public void All_who_come_stand_before_the_change_of_one()
    {
        var known = KnownTexts.Of(
            TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025")),
            ("mail.md", Dated("2025-06-20", "Emmanuel Macron will attend the NATO summit in The Hague. Volodymyr Zelensky will attend the NATO summit in The Hague.")),
            ("capital.md", Dated("2025-06-22", "Volodymyr Zelensky will not attend the NATO summit in The Hague.")));
        foreach (var question in new[] { "who's coming?", "Who will be there?", "who is attending the summit" })
            Assert.Equal("Emmanuel Macron will attend the NATO summit in The Hague.", known.Ask(question, Conversation.New).Statements[0].Text);
    }

    [Fact]
    public void Each_piece_of_news_carries_its_day_the_newest_first()
    {
        var known = KnownTexts.Of(
            Mill,
            ("wire.md", Dated("2031-06-02", "Otto Brandt opened a new hall of the mill.")),
            ("courier.md", Dated("2031-06-09", "Otto Brandt sold the old hall of the mill.")));
        var told = Assert.IsType<Told>(known.Ask("any news about Brandt?", Conversation.New));
        Assert.NotNull(told.Days);
        Assert.Equal(new DateOnly(2031, 6, 9), told.Days[0]?.Days.From);
        Assert.Equal(told.Found.Count, told.Days.Count);
    }

    private static string Dated(string day, string text) => $"---\npublisher: Dutch Mail (invented)\ntitle: What comes\npublished: {day}\n---\n\n{text}\n";
}
