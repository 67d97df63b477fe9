using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Who comes, by invented texts on the topic that ships: the later word of each.</summary>
public sealed class LaterSaidTests
{
    private static readonly Lazy<KnowledgeBase> Known = new(() => KnownTexts.Of(
        TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025")),
        ("mail.md", Dated("2025-06-20", "Emmanuel Macron will attend the NATO summit in The Hague. Volodymyr Zelensky will attend the NATO summit in The Hague. The decision to exclude Volodymyr Zelensky would have made him absent from the NATO summit in The Hague.")),
        ("capital.md", Dated("2025-06-22", "Volodymyr Zelensky will not attend the NATO summit in The Hague."))));

    [Fact]
    public void Whoever_was_to_come_and_does_not_is_told_of_by_the_later_word()
    {
        var told = Known.Value.Ask("Who will attend the summit?", Conversation.New).Statements.Select(statement => statement.Text).ToList();
        Assert.Contains("Emmanuel Macron will attend the NATO summit in The Hague.", told);
        Assert.Contains("Volodymyr Zelensky will not attend the NATO summit in The Hague.", told);
        Assert.DoesNotContain("Volodymyr Zelensky will attend the NATO summit in The Hague.", told);
    }

    [Theory]
    [InlineData("Will Zelensky attend?")]
    [InlineData("is zelensky coming")]
    [InlineData("Will Zelensky be at the summit?")]
    public void Whether_somebody_comes_is_told_by_what_says_so_of_them(string question)
    {
        var changed = Assert.IsType<Changed>(Known.Value.Ask(question, Conversation.New));
        Assert.Equal("Volodymyr Zelensky will not attend the NATO summit in The Hague.", changed.Steps[^1].Statements[0].Text);
        Assert.DoesNotContain(changed.Statements, statement => statement.Text.Contains("exclude", StringComparison.Ordinal));
    }

    private static string Dated(string day, string text) => $"---\npublisher: Dutch Mail (invented)\ntitle: Who comes\npublished: {day}\n---\n\n{text}\n";
}
