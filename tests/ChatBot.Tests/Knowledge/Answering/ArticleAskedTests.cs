using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What is asked of an article itself, and which outlet said something, is told by what that outlet says.</summary>
public sealed class ArticleAskedTests
{
    private static readonly KnowledgeBase Known = KnownTexts.Of(
        Topic.None with
        {
            Entities =
            [
                new Entity(new EntityId("post"), EntityKind.Organisation, "Sundby Post", ["the Post"], []),
                new Entity(new EntityId("wire"), EntityKind.Organisation, "Corrie Wire", ["the Wire"], []),
                new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []),
                new Entity(new EntityId("holm"), EntityKind.Person, "Ana Holm", ["Holm"], []),
            ],
        },
        ("post.md", """
        ---
        kind: brief
        publisher: Sundby Post
        title: Kites over Sundby
        published: 2031-06-02
        ---

        ## p1

        The Kite Fair in Sundby opens on 12 June 2031.
        News agency Corrie Wire reported that Ana Holm wants to leave the Kite Fair.

        ## byline, p1

        Lena Brook wrote the article on the Kite Fair.
        The article on the Kite Fair appeared on 2 June 2031.
        Jon Falk edited the article on the Kite Fair.
        """),
        ("other.md", """
        ---
        publisher: Aldenburg Times
        title: Holm stays
        published: 2031-06-09
        ---

        The fair, kites included, remains a matter for Sundby, Ana Holm says.
        """));

    [Theory]
    [InlineData("Whose byline is on the Sundby Post article?", "Lena Brook wrote")]
    [InlineData("who is behind the Sundby Post story", "Lena Brook wrote")]
    [InlineData("Who edited the Sundby Post piece?", "Jon Falk edited")]
    [InlineData("who were the editors on the Sundby Post article", "Jon Falk edited")]
    [InlineData("On what date did the Sundby Post put its article out?", "appeared on 2 June")]
    [InlineData("when did the Sundby Post story come out", "appeared on 2 June")]
    public void What_an_outlet_says_of_its_own_article_answers_who_wrote_edited_and_published_it(string question, string told) =>
        Assert.Contains(told, Assert.IsType<Told>(Ask(question)).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Who edited the Aldenburg Times story?")]
    [InlineData("When was the Corrie Wire story published?")]
    public void Anothers_article_tells_nothing_of_it(string question) => Assert.IsType<NotKnown>(Ask(question));

    [Fact]
    public void Who_asks_for_a_news_agency_does_not_ask_for_news() =>
        Assert.Contains("Corrie Wire reported", Ask("Which news agency reported that Holm wants to leave the fair?").Statements[0].Text, StringComparison.Ordinal);

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);
}
