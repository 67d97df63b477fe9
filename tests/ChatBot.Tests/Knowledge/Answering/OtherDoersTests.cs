using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Who else did what somebody is said, and perhaps denied, to have done: in answers and for those who watch the question. All invented.</summary>
public sealed class OtherDoersTests
{
    private static readonly Lazy<Topic> Shipped = new(() => TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025")));

    private const string Came = "The Slovak delegation arrived late at the summit.";
    private const string DidNot = "The Slovak delegation did not arrive late at the summit.";
    private const string AlsoCame = "The Estonian delegation arrived late, too.";

    [Theory]
    [InlineData("Who arrived late?")]
    [InlineData("Which delegation arrived late?")]
    public void Beside_a_disagreement_on_one_stands_who_else_did_it(string question)
    {
        var disputed = Assert.IsType<Disputed>(Known(Came, DidNot, AlsoCame).Ask(question, Conversation.New));
        Assert.Equal([Came, DidNot], disputed.Sides.Select(side => side.Statements[0].Text).Order(StringComparer.Ordinal));
        Assert.Equal(AlsoCame, Assert.Single(disputed.Besides).Text);
    }

    [Fact]
    public void Who_did_not_do_it_either_does_not_stand_there() =>
        Assert.Empty(Assert.IsType<Disputed>(Known(Came, DidNot, "The Estonian delegation did not arrive late at the summit.").Ask("Which delegation arrived late?", Conversation.New)).Besides);

    [Fact]
    public void Where_one_is_asked_about_nobody_else_stands_there() =>
        Assert.Empty(Assert.IsType<Disputed>(Known(Came, DidNot, AlsoCame).Ask("Did the Slovak delegation arrive late?", Conversation.New)).Besides);

    [Theory]
    [InlineData("Who arrived late?", Came, DidNot)]
    [InlineData("Which delegation arrived late?", Came, DidNot)]
    [InlineData("Which delegation arrived late?", Came)]
    [InlineData("Who arrived late?", Came)]
    public void Who_else_did_it_is_news_to_those_who_watch_the_question(string question, params string[] known)
    {
        var news = Watched(question, AlsoCame, known);
        Assert.Equal(AlsoCame, Assert.IsType<AnswerNews>(news).After[0].Text);
    }

    [Fact]
    public void That_the_same_did_it_in_other_words_is_none() => Assert.Null(Watched("Which delegation arrived late?", "At the summit the Slovak delegation arrived late on Monday.", Came));

    private static AnswerNews? Watched(string question, string text, params string[] known)
    {
        var before = Known(known);
        var facts = Known([.. known, text]).Documents.Single(document => document.Document.Text.Contains(text, StringComparison.Ordinal));
        return AnswerNews.Between(before.Topic, before.Ask(question, Conversation.New), before.With(facts).Ask(question, Conversation.New), [new UpdateReader(before).Read(facts)]);
    }

    private static KnowledgeBase Known(params string[] texts) =>
        KnownTexts.Of(Shipped.Value, [.. texts.Select((text, i) => ($"paper{i}.md", $"---\npublisher: Paper {i} (invented)\ntitle: Notes\npublished: 2031-06-{i + 2:00}\n---\n\n{text}\n"))]);
}
