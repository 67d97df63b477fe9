using System.Globalization;

namespace ChatBot.Terminal;

/// <summary>Asks for lines: key by key with history where a person sits at a terminal, else line by line.</summary>
/// <param name="screen">Where to read from and show.</param>
/// <param name="prompt">What stands before the line.</param>
internal sealed class LinePrompt(TerminalScreen screen, string prompt)
{
    private readonly LineEditor _editor = new();

    /// <summary>The next line; null where there are no more.</summary>
    public string? Read() => screen.Interactive ? ReadKeys() : screen.Input.ReadLine();

    private string? ReadKeys()
    {
        var before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            Show();
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                var more = Console.KeyAvailable;
                switch (_editor.Press(key, more))
                {
                    case LineEdit.Entered:
                        Show();
                        screen.Output.WriteLine();
                        return _editor.Take();
                    case LineEdit.Ended:
                        screen.Output.WriteLine();
                        return null;
                    case LineEdit.Changed when !more:
                        Show();
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = before;
        }
    }

    /// <summary>Shows as much of the line around the cursor as one row holds.</summary>
    private void Show()
    {
        var room = Math.Max(8, screen.Width - prompt.Length - 1);
        var from = _editor.Cursor;
        for (var used = 0; from > 0 && used < room * 3 / 4; from--) used += TerminalText.Columns(TerminalText.Clean(_editor.Text[from - 1].ToString()));
        if (TerminalText.Columns(TerminalText.Clean(_editor.Text)) <= room) from = 0;
        var shown = TerminalText.Clean(_editor.Text[from..]);
        while (TerminalText.Columns(shown) > room) shown = shown[..^1];
        var column = prompt.Length + TerminalText.Columns(TerminalText.Clean(_editor.Text[from.._editor.Cursor]));
        screen.Output.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001B[K{(screen.Colours ? $"\u001B[1m{prompt}\u001B[0m" : prompt)}{shown}\r\u001B[{column}C"));
        screen.Output.Flush();
    }
}
