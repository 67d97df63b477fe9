using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>A figure of an invented lantern festival is corrected in other words than it was asked for.</summary>
public sealed class CorrectedForWatchersTests
{
    private const string Question = "How many guests came to the Lantern Festival?";

    [Fact]
    public void Who_watches_is_told_of_a_correction_without_the_verb_of_the_question()
    {
        const string correction = "Correction: 5,000 guests were at the Lantern Festival, not 6,000.";
        var known = KnownTexts.Of(("first.md", Dated("2031-03-01", "About 6,000 guests came to the Lantern Festival.")));
        var document = KnownTexts.Of(("later.md", Dated("2031-03-03", correction))).Documents.Single();
        var news = AnswerNews.Between(known.Topic, known.Ask(Question, Conversation.New), known.With(document).Ask(Question, Conversation.New), [new UpdateReader(known).Read(document)]);
        Assert.Equal((NewsKind.Corrected, correction), (news?.Kind, news?.After[0].Text));
    }

    [Fact]
    public void Of_whether_something_is_so_the_contrary_is_news_though_both_name_one_figure()
    {
        const string question = "Will Sweden agree to the 5 percent target?";
        var topic = TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025"));
        var known = KnownTexts.Of(topic, ("first.md", Dated("2025-06-20", "Sweden rejected the 5 percent spending target as unreasonable.")));
        var document = KnownTexts.Of(topic, ("later.md", Dated("2025-06-23", "Sweden agreed to the 5 percent spending target after talks."))).Documents.Single();
        var news = AnswerNews.Between(topic, known.Ask(question, Conversation.New), known.With(document).Ask(question, Conversation.New), [new UpdateReader(known).Read(document)]);
        Assert.Equal("Sweden agreed to the 5 percent spending target after talks.", news?.After[0].Text);
    }

    private static string Dated(string day, string text) => $"---\npublisher: Orvik Post (invented)\ntitle: The guests\npublished: {day}\n---\n\n{text}\n";
}
