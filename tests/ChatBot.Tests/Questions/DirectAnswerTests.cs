using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>The short form of an answer says no more than its sentence does.</summary>
public sealed class DirectAnswerTests
{
    [Theory]
    [InlineData("The ferry Alma carries more than 210 passengers.", "more than 210 passengers")]
    [InlineData("The ferry Alma carries up to 210 passengers.", "up to 210 passengers")]
    [InlineData("The ferry Alma carries at least 210 passengers.", "at least 210 passengers")]
    [InlineData("The ferry Alma carries nearly 210 passengers.", "nearly 210 passengers")]
    [InlineData("The ferry Alma carries 210 passengers.", "210 passengers")]
    public void A_figure_stands_in_bold_with_the_words_that_bound_it(string sentence, string lead)
    {
        var knowledge = KnownTexts.Of(("tide.txt", sentence));
        var handled = QuestionHandler.Handle("How many passengers does the ferry Alma carry?", Conversation.New, knowledge);
        Assert.Equal("210 passengers", handled.Answer.Statements[0].ValueText);
        var first = Assert.IsType<ReplyBlock.Line>(handled.Reply.Blocks[0]);
        Assert.Equal(lead, Assert.IsType<ReplySpan.Strong>(Assert.Single(first.Spans)).Text);
    }
}
