using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
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

    private static string Dated(string day, string text) => $"---\npublisher: Orvik Post (invented)\ntitle: The guests\npublished: {day}\n---\n\n{text}\n";
}
