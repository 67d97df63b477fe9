using ChatBot.Terminal;
using Xunit;

namespace ChatBot.Tests.Terminal;

public sealed class LineEditorTests
{
    private readonly LineEditor _editor = new();

    [Fact]
    public void The_up_arrow_brings_back_earlier_lines_and_the_down_arrow_the_draft()
    {
        Enter("first");
        Enter("second");
        Type("draft");
        Press(ConsoleKey.UpArrow);
        Assert.Equal("second", _editor.Text);
        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);
        Assert.Equal("first", _editor.Text);
        Press(ConsoleKey.DownArrow);
        Press(ConsoleKey.DownArrow);
        Assert.Equal("draft", _editor.Text);
    }

    [Fact]
    public void Letters_go_where_the_cursor_is()
    {
        Type("wen?");
        Press(ConsoleKey.Home);
        Press(ConsoleKey.RightArrow);
        Type("h");
        Assert.Equal(("when?", 2), (_editor.Text, _editor.Cursor));
    }

    [Fact]
    public void A_character_of_two_code_units_is_deleted_whole()
    {
        Type("a👍");
        Press(ConsoleKey.Backspace);
        Assert.Equal("a", _editor.Text);
    }

    [Fact]
    public void Ctrl_W_takes_the_last_word_and_Ctrl_U_all_before_the_cursor()
    {
        Type("when is it");
        Press(ConsoleKey.W, ConsoleModifiers.Control);
        Assert.Equal("when is ", _editor.Text);
        Press(ConsoleKey.U, ConsoleModifiers.Control);
        Assert.Equal("", _editor.Text);
    }

    [Fact]
    public void Ctrl_D_ends_an_empty_line_alone_and_Ctrl_C_any()
    {
        Assert.Equal(LineEdit.Ended, Press(ConsoleKey.D, ConsoleModifiers.Control));
        Type("x");
        Press(ConsoleKey.Home);
        Assert.Equal(LineEdit.Changed, Press(ConsoleKey.D, ConsoleModifiers.Control));
        Type("y");
        Assert.Equal(LineEdit.Ended, Press(ConsoleKey.C, ConsoleModifiers.Control));
    }

    [Fact]
    public void Line_ends_within_a_paste_are_spaces()
    {
        foreach (var c in "when is\nthe summit") _editor.Press(new ConsoleKeyInfo(c, c == '\n' ? ConsoleKey.Enter : 0, false, false, false), more: true);
        Assert.Equal("when is the summit", _editor.Text);
        Assert.Equal(LineEdit.Entered, Press(ConsoleKey.Enter));
    }

    [Fact]
    public void A_long_paste_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("who said that and when? ", 500));
        Type(text);
        Assert.Equal(text, _editor.Take());
    }

    private void Enter(string line)
    {
        Type(line);
        Assert.Equal(LineEdit.Entered, Press(ConsoleKey.Enter));
        Assert.Equal(line, _editor.Take());
    }

    private void Type(string text)
    {
        foreach (var c in text) _editor.Press(new ConsoleKeyInfo(c, 0, false, false, false));
    }

    private LineEdit Press(ConsoleKey key, ConsoleModifiers modifiers = 0) => _editor.Press(new ConsoleKeyInfo('\0', key, false, false, (modifiers & ConsoleModifiers.Control) != 0));
}
