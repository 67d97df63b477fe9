using ChatBot.Chat;
using ChatBot.Terminal;
using Xunit;

namespace ChatBot.Tests.Terminal;

public sealed class TerminalReplyWriterTests
{
    private static readonly Reply Sample = new(
        [
            new ReplyBlock.Line([new ReplySpan.Strong("12 March")]),
            new ReplyBlock.Statement([new ReplySpan.Words("The quay of Aldenburg opens on "), new ReplySpan.Strong("12 March"), new ReplySpan.Words(". "), new ReplySpan.SourceMark(1)]),
        ],
        [new ReplySource("port", "The Herald, “The port of Aldenburg”, 3 March 2031, p1", "0-40", null)],
        []);

    [Fact]
    public void Lines_end_between_words_within_the_width() => Assert.Equal(
        """
          12 March
          The quay of Aldenburg opens
          on 12 March. [1]

          [1] The Herald, “The port of
              Aldenburg”, 3 March
              2031, p1

        """, new TerminalReplyWriter(30, colours: false).Write(Sample));

    [Fact]
    public void Colours_end_with_the_line_that_they_begin_on()
    {
        var written = new TerminalReplyWriter(30, colours: true).Write(Sample);
        Assert.Contains("\u001B[0;1m12 March\u001B[0m", written);
        Assert.All(written.Split('\n').Where(line => line.Contains('\u001B')), line => Assert.EndsWith("\u001B[0m", line));
    }

    [Fact]
    public void Without_colours_no_escape_sequence_is_written() => Assert.DoesNotContain('\u001B', new TerminalReplyWriter(80, colours: false).Write(Sample));

    [Fact]
    public void Escape_sequences_of_a_document_do_not_reach_the_terminal() =>
        Assert.Equal("  all clear\n", new TerminalReplyWriter(80, colours: false).Write(Reply.Saying("all \u001B[2J\u001B]0;owned\u0007clear")));

    [Fact]
    public void A_word_longer_than_the_line_is_cut() => Assert.All(
        new TerminalReplyWriter(20, colours: false).Write(Reply.Saying(new string('x', 100))).TrimEnd('\n').Split('\n'), line => Assert.InRange(line.Length, 3, 20));

    [Fact]
    public void Choices_are_numbered() => Assert.Equal(
        "  Which?\n    1. When?\n    2. Where?\n",
        new TerminalReplyWriter(80, colours: false).Write(Reply.Saying("Which?") with { Actions = [new(ReplyActionKind.Ask, "When?", "When?"), new(ReplyActionKind.Ask, "Where?", "Where?")] }));
}
