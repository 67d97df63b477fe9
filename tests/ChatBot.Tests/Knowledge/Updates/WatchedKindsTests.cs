using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>Who opens the invented regatta, and where and when: what is new of one of these is no news of another.</summary>
public sealed class WatchedKindsTests
{
    private static readonly KnowledgeBase Known = KnowledgeBase.Build(TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "pellworth-2026")), [])
        .With([Read("plan", "2026-08-01", "Hesper Quill, the regional minister for ports, will open the regatta. The opening ceremony will be held in Customs House Square at 6 p.m. on Friday, 14 August 2026.")]);

    private const string Moved = "The opening ceremony of the Pellworth Lagoon Regatta has been moved to the Saltpan Hall and will begin at 7 p.m. on Thursday, 13 August 2026.";

    [Theory]
    [InlineData("Who will open the regatta?", false)]
    [InlineData("Where is the opening ceremony?", true)]
    [InlineData("When is the opening ceremony?", true)]
    [InlineData("Who will open the regatta, and when is the opening ceremony?", true)]
    public void Another_place_or_day_is_news_for_whoever_asked_for_it(string question, bool isNews) => Assert.Equal(isNews, Watched(question, Moved) is not null);

    [Fact]
    public void Another_person_is_news_for_whoever_asked_who() =>
        Assert.Contains("Brandt", Watched("Who will open the regatta?", "The mayor of Pellworth, Odile Brandt, will open the regatta in place of Hesper Quill, who is ill.")?.After[0].Text, StringComparison.Ordinal);

    private static AnswerNews? Watched(string question, string text)
    {
        var read = Read("news", "2026-08-05", text);
        return AnswerNews.Between(Known.Topic, Known.Ask(question, Conversation.New), Known.With([read]).Ask(question, Conversation.New), [new UpdateReader(Known).Read(read)]);
    }

    private static DocumentFacts Read(string name, string day, string text)
    {
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes($"---\npublisher: Pier News (invented)\npublished: {day}\n---\n\n{text}\n"), $"{name}.md"))).Document;
        return new DocumentFacts(document, new FactExtractor(TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "pellworth-2026"))).Extract(document));
    }
}
