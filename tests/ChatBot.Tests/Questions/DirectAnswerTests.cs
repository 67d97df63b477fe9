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

    [Theory]
    [InlineData("The ferry Alma sank on Monday.", "Monday (9 June 2031)")]
    [InlineData("The ferry Alma sank yesterday.", "yesterday (10 June 2031)")]
    [InlineData("The ferry Alma sank on the Monday of the fair.", "Monday")]
    [InlineData("The ferry Alma sank on 9 June.", "9 June")]
    public void A_day_given_by_a_word_is_told_with_its_date_where_that_is_sure(string sentence, string lead)
    {
        var knowledge = KnownTexts.Of(("tide.md", $"---\npublished: 2031-06-11\n---\n{sentence}"));
        var first = Assert.IsType<ReplyBlock.Line>(QuestionHandler.Handle("When did the ferry Alma sink?", Conversation.New, knowledge).Reply.Blocks[0]);
        Assert.Equal(lead, Assert.IsType<ReplySpan.Strong>(Assert.Single(first.Spans)).Text);
    }

    [Theory]
    [InlineData("The ferry Alma will sail on Wednesday.", "Wednesday")]
    [InlineData("The ferry Alma will sail tomorrow.", "tomorrow (12 June 2031)")]
    public void A_weekday_ahead_that_is_the_documents_own_may_be_either(string sentence, string lead)
    {
        var knowledge = KnownTexts.Of(("tide.md", $"---\npublished: 2031-06-11\n---\n{sentence}"));
        var first = Assert.IsType<ReplyBlock.Line>(QuestionHandler.Handle("When will the ferry Alma sail?", Conversation.New, knowledge).Reply.Blocks[0]);
        Assert.Equal(lead, Assert.IsType<ReplySpan.Strong>(Assert.Single(first.Spans)).Text);
    }

    [Fact]
    public void A_list_that_leaves_others_out_says_so()
    {
        var all = KnownTexts.Of(("guests.txt", "Ana Varga attended the lantern fair.\n\nOlav Bergsen attended the lantern fair.\n\nTilda Roen attended the lantern fair.\n\nInes Falk attended the lantern fair.\n\nNils Quist attended the lantern fair."));
        var reply = PlainReplyWriter.WriteText(QuestionHandler.Handle("Who attended the lantern fair?", Conversation.New, all).Reply);
        Assert.Contains("The documents name others as well", reply, StringComparison.Ordinal);
        var two = KnownTexts.Of(("guests.txt", "Ana Varga attended the lantern fair.\n\nOlav Bergsen attended the lantern fair."));
        Assert.DoesNotContain("others as well", PlainReplyWriter.WriteText(QuestionHandler.Handle("Who attended the lantern fair?", Conversation.New, two).Reply), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_over_a_stretch_is_not_said_to_be_more()
    {
        var knowledge = KnownTexts.Of(("tide.txt", "The harbour race is sailed over 24 kilometres."));
        var first = Assert.IsType<ReplyBlock.Line>(QuestionHandler.Handle("How many kilometres is the harbour race?", Conversation.New, knowledge).Reply.Blocks[0]);
        Assert.Equal("24 kilometres", Assert.IsType<ReplySpan.Strong>(Assert.Single(first.Spans)).Text);
    }
}
