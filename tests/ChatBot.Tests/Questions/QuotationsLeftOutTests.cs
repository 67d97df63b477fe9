using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class QuotationsLeftOutTests
{
    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "One more is left out; say “more” to see it, or more closely what about, as in /quote NAME ABOUT.")]
    [InlineData(6, "3 more are left out; say “more” to see the next, or more closely what about, as in /quote NAME ABOUT.")]
    public void Of_what_somebody_said_it_tells_how_much_is_left_out(int said, string? told)
    {
        string[] things = ["the quay is ready", "the cranes are slow", "the ferry is full", "the tunnel leaks", "the market closes", "the lighthouse blinks"];
        var knowledge = KnownTexts.Of(("post.md", "---\ntitle: The port\npublished: 2031-03-12\n---\n\n" + string.Join(' ', things.Take(said).Select(thing => $"Hedda Quist said that {thing}."))));
        var text = PlainReplyWriter.WriteText(QuestionHandler.Handle("/quote Hedda Quist", Conversation.New, knowledge).Reply);
        Assert.Equal(told, text.Split('\n').FirstOrDefault(line => line.Contains("left out", StringComparison.Ordinal)));
    }
}
