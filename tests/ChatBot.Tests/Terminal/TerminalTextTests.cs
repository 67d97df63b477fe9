using ChatBot.Terminal;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ChatBot.Tests.Terminal;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001B[31mred\u001B[0m", "ared")]
    [InlineData("a\u001B]0;title\u0007b", "ab")]
    [InlineData("a\u001B]8;;http://x\u001B\\b", "ab")]
    [InlineData("a\u009B2Jb", "ab")]
    [InlineData("a\u009D0;x\u009Cb", "ab")]
    [InlineData("a\u001Bcb", "ab")]
    [InlineData("a\u001B(Bb", "ab")]
    [InlineData("a\u001B", "a")]
    [InlineData("a\u001B]0;never ended\nb", "a b")]
    [InlineData("a\u0007\u0008\u007Fb", "ab")]
    [InlineData("a\u202Eb\u200Bc", "abc")]
    [InlineData("one\ntwo\tthree", "one two three")]
    [InlineData("24–25 June, Zürich 👍", "24–25 June, Zürich 👍")]
    public void Commands_to_the_terminal_are_taken_out(string text, string expected) => Assert.Equal(expected, TerminalText.Clean(text));

    [Fact]
    public void Half_a_character_is_shown_as_a_replacement() => Assert.Equal("a\uFFFDb", TerminalText.Clean("a\uD83Db"));

    [Fact]
    public void Nothing_that_a_terminal_obeys_is_left_of_any_text() =>
        Prop.ForAll(
            ArbMap.Default.GeneratorFor<char[]>().Select(chars => string.Concat(chars.Select(c => (char)(c % 0x100)))).ToArbitrary(),
            text => !TerminalText.Clean(text).Any(char.IsControl)).QuickCheckThrowOnFailure();
}
