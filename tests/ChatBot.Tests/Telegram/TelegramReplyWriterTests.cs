using ChatBot.Chat;
using ChatBot.Questions;
using ChatBot.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class TelegramReplyWriterTests
{
    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "The buttons show the first 8 of 9 passages; reply “what does [9] say?” to this message for the next.")]
    public void More_passages_than_buttons_are_told(int passages, string? told)
    {
        ReplySource[] sources = [.. Enumerable.Range(1, passages).Select(number => new ReplySource("port", "Port", $"0-{number}", null))];
        var reply = Reply.Saying("So it is.") with { Sources = sources, Actions = [.. PassageActions.Of(sources)] };
        Assert.Equal(told, TelegramReplyWriter.Write(reply)[0].Plain.Split('\n').FirstOrDefault(line => line.StartsWith("The buttons", StringComparison.Ordinal)));
        Assert.DoesNotContain("The buttons", TelegramReplyWriter.Write(reply with { Actions = [] })[0].Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_of_one_label_are_told_apart_and_those_that_do_the_same_are_one()
    {
        ReplyAction Button(string label, string command) => new(ReplyActionKind.Command, label, command);
        var reply = Reply.Saying("Choose.") with { Actions = [Button("All of Echo", "/changes id:1"), Button("All of Post", "/changes id:2"), Button("All of Echo", "/changes id:3"), Button("All of Post", "/changes id:2")] };
        Assert.Equal(["All of Echo", "All of Post", "All of Echo (2)"], reply.Buttons.Select(button => button.Label));
    }

    [Fact]
    public void Markup_in_any_part_is_text()
    {
        var reply = new Reply(
            [new ReplyBlock.Line([new ReplySpan.Strong("<i>")]), new ReplyBlock.Passage([new ReplySpan.Words("a & "), new ReplySpan.Faint("\"b\"")])],
            [new ReplySource("d", "A </a> label", "0-1", new Uri("https://x.example/?a=1&b=2"))], []);
        var page = Assert.Single(TelegramReplyWriter.Write(reply));
        Assert.Equal(
            "<b>&lt;i&gt;</b>\n\n<blockquote expandable>a &amp; <i>&quot;b&quot;</i></blockquote>\n\n[1] <a href=\"https://x.example/?a=1&amp;b=2\">A &lt;/a&gt; label</a>", page.Html);
        Assert.Equal("<i>\n\na & \"b\"\n\n[1] A </a> label", page.Plain);
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_left_out() =>
        Assert.Equal("[1] label", Assert.Single(TelegramReplyWriter.Write(new Reply([], [new ReplySource("d", "label", "0-1", new Uri("javascript:alert(1)"))], []))).Html);

    [Fact]
    public void A_long_reply_is_split_between_statements()
    {
        var statements = Enumerable.Range(0, 12).Select(i => new string((char)('a' + i), 900)).ToArray();
        var pages = TelegramReplyWriter.Write(new Reply([.. statements.Select(text => new ReplyBlock.Statement([new ReplySpan.Words(text)]))], [], []));
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.InRange(page.Plain.Length, 1, TelegramReplyWriter.LongestMessage));
        Assert.Equal(statements, pages.SelectMany(page => page.Plain.Split("\n\n")));
    }

    [Theory]
    [InlineData(4096, 1)]
    [InlineData(4097, 2)]
    [InlineData(9000, 3)]
    public void A_single_statement_is_split_only_when_it_must_and_never_within_a_character(int length, int messages)
    {
        var text = string.Concat(Enumerable.Repeat("x\U0001F600", length))[..length];
        var pages = TelegramReplyWriter.Write(new Reply([new ReplyBlock.Statement([new ReplySpan.Words(text[..100]), new ReplySpan.Words(text[100..])])], [], []));
        Assert.Equal(messages, pages.Count);
        Assert.Equal(text, string.Concat(pages.Select(page => page.Plain)));
        Assert.All(pages.SkipLast(1), page => Assert.False(char.IsHighSurrogate(page.Plain[^1])));
    }
}
