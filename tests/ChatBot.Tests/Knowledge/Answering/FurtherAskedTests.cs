using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>"More", "go on": what is left of what was asked before, nothing of it twice.</summary>
public sealed class FurtherAskedTests
{
    private const string Article = """
        ---
        publisher: The Norvik Courier (invented)
        title: The lighthouse of Norvik
        published: 2031-06-02
        ---

        Hedda Quist opened the lighthouse on 3 March 2024. On 9 April 2025 a storm broke the lamp of the lighthouse.

        Workers painted the lighthouse red in May 2026. The guild bought the lighthouse on 4 July 2027.

        A school class slept in the lighthouse on 5 August 2028. On 1 September 2028 the lighthouse lost its flag.

        The lighthouse got a lift on 2 October 2029. On 11 November 2029 the keeper of the lighthouse retired.

        Otto Brandt repaired the stairs of the lighthouse on 12 January 2030. The lighthouse won a prize on 14 February 2031.

        Agneta Oduya said: "The lighthouse is the pride of our town". Agneta Oduya said: "We never wanted another bridge over the sound". Agneta Oduya said: "Every child learns to row here". Agneta Oduya said: "The market needs a roof". Agneta Oduya said: "Nobody asked the fishermen".

        Tilda Moen cleans the clock tower on Mondays with a broom. The baker Ines Vahl cleans the clock tower for a loaf a week. Jon Falk cleans the clock tower whenever pigeons nest there. Mia Rask cleans the clock tower in winter, paid by the school. Per Lund cleans the clock tower with salt water.
        """;

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() => KnownTexts.Of(("courier.md", Article)));

    [Theory]
    [InlineData("/timeline lighthouse", "more", 8)]
    [InlineData("/timeline lighthouse", "Go on!", 8)]
    [InlineData("/quote Oduya", "tell me more", 3)]
    [InlineData("Who cleans the clock tower?", "and what else?", 3)]
    public void What_is_left_is_told_until_nothing_is_left(string asked, string more, int first)
    {
        var conversation = Conversation.New;
        var shown = new List<string>();
        var answer = Knowledge.Value.Ask(asked, conversation);
        Assert.InRange(answer.Statements.Count, 1, first);
        for (var turn = 0; answer is Told; turn++)
        {
            Assert.True(turn < 9);
            Assert.DoesNotContain(answer.Statements, statement => shown.Contains(statement.Text));
            shown.AddRange(answer.Statements.Select(statement => statement.Text));
            conversation = conversation.With(answer, turn == 0 ? asked : more);
            answer = Knowledge.Value.Ask(more, conversation);
        }
        Assert.Equal("no more", Assert.IsType<SmallTalk>(answer).Phrase);
        Assert.True(shown.Count > first);
    }

    [Fact]
    public void How_much_is_left_is_told_and_how_it_is_had()
    {
        var first = QuestionHandler.Handle("/timeline lighthouse", Conversation.New, Knowledge.Value);
        Assert.Contains(LinesOf(first.Reply), line => line.EndsWith("say “more” to see the next.", StringComparison.Ordinal) && line.StartsWith('3'));
        var next = QuestionHandler.Handle("continue", first.Conversation, Knowledge.Value);
        Assert.Contains("Read as: continue (lighthouse)", LinesOf(next.Reply));
        Assert.DoesNotContain(LinesOf(next.Reply), line => line.Contains("“more”", StringComparison.Ordinal));
        Assert.Equal(["I have nothing more on that."], LinesOf(QuestionHandler.Handle("next", next.Conversation, Knowledge.Value).Reply));
    }

    [Theory]
    [InlineData("Who sank the ferry of Lund?")]
    [InlineData("/check Otto Brandt repaired the stairs on 12 January 2030.")]
    public void Behind_what_is_not_known_or_was_checked_nothing_comes(string asked)
    {
        var before = QuestionHandler.Handle(asked, Conversation.New, Knowledge.Value);
        Assert.Equal(["I have nothing more on that."], LinesOf(QuestionHandler.Handle("more", before.Conversation, Knowledge.Value).Reply));
    }

    [Fact]
    public void With_nothing_before_it_more_means_nothing() => Assert.Equal("context", Assert.IsType<SmallTalk>(Knowledge.Value.Ask("go on", Conversation.New)).Phrase);

    [Fact]
    public void More_of_something_named_is_a_question_of_its_own() =>
        Assert.Null(Knowledge.Value.Ask("tell me more about Hedda Quist", Conversation.New.With(Knowledge.Value.Ask("/timeline lighthouse", Conversation.New))).Question.Continues);

    private static List<string> LinesOf(ChatBot.Chat.Reply reply) =>
        [.. reply.Blocks.OfType<ChatBot.Chat.ReplyBlock.Line>().Select(line => string.Concat(line.Spans.Select(span => span switch { ChatBot.Chat.ReplySpan.Words words => words.Text, ChatBot.Chat.ReplySpan.Faint faint => faint.Text, _ => "" })))];
}
