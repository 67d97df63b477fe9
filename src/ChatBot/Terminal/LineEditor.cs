namespace ChatBot.Terminal;

/// <summary>What a key brought about.</summary>
internal enum LineEdit
{
    /// <summary>Nothing to see.</summary>
    None,

    /// <summary>The line looks different.</summary>
    Changed,

    /// <summary>The line is finished.</summary>
    Entered,

    /// <summary>No more lines: Ctrl-D on an empty line, or Ctrl-C.</summary>
    Ended,
}

/// <summary>One line being typed, with the lines before it at the arrow keys. Knows no console: keys in, text and cursor out.</summary>
internal sealed class LineEditor
{
    private const int MostHistory = 200;

    private readonly List<string> _history = [];
    private int _recalled;
    private string _draft = "";

    /// <summary>The line as typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the next letter goes: 0 to the text's length.</summary>
    public int Cursor { get; private set; }

    /// <summary>Takes a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="more">Whether further keys are waiting already: then it is a paste, whose line ends are spaces.</param>
    public LineEdit Press(ConsoleKeyInfo key, bool more = false)
    {
        if ((key.Modifiers & ConsoleModifiers.Control) != 0 && Control(key.Key) is { } controlled) return controlled;
        return key.Key switch
        {
            ConsoleKey.Enter => more ? Insert(' ') : LineEdit.Entered,
            ConsoleKey.LeftArrow => Move(Before(Cursor)),
            ConsoleKey.RightArrow => Move(Behind(Cursor)),
            ConsoleKey.Home => Move(0),
            ConsoleKey.End => Move(Text.Length),
            ConsoleKey.Backspace => Delete(Before(Cursor), Cursor),
            ConsoleKey.Delete => Delete(Cursor, Behind(Cursor)),
            ConsoleKey.UpArrow => Recall(_recalled - 1),
            ConsoleKey.DownArrow => Recall(_recalled + 1),
            ConsoleKey.Escape => Delete(0, Text.Length),
            _ when key.KeyChar is '\n' or '\r' => more ? Insert(' ') : LineEdit.Entered,
            _ when !char.IsControl(key.KeyChar) => Insert(key.KeyChar),
            _ => LineEdit.None,
        };
    }

    /// <summary>The finished line, which goes into the history; the next one begins.</summary>
    public string Take()
    {
        var line = Text;
        if (!string.IsNullOrWhiteSpace(line) && (_history.Count == 0 || _history[^1] != line)) _history.Add(line);
        if (_history.Count > MostHistory) _history.RemoveAt(0);
        _recalled = _history.Count;
        _draft = Text = "";
        Cursor = 0;
        return line;
    }

    private LineEdit? Control(ConsoleKey key) => key switch
    {
        ConsoleKey.C => LineEdit.Ended,
        ConsoleKey.D => Text.Length == 0 ? LineEdit.Ended : Delete(Cursor, Behind(Cursor)),
        ConsoleKey.A => Move(0),
        ConsoleKey.E => Move(Text.Length),
        ConsoleKey.B => Move(Before(Cursor)),
        ConsoleKey.F => Move(Behind(Cursor)),
        ConsoleKey.P => Recall(_recalled - 1),
        ConsoleKey.N => Recall(_recalled + 1),
        ConsoleKey.U => Delete(0, Cursor),
        ConsoleKey.K => Delete(Cursor, Text.Length),
        ConsoleKey.W => Delete(WordBefore(), Cursor),
        _ => null,
    };

    private LineEdit Insert(char c)
    {
        Text = Text.Insert(Cursor, c.ToString());
        Cursor++;
        return LineEdit.Changed;
    }

    private LineEdit Move(int to)
    {
        if (to == Cursor) return LineEdit.None;
        Cursor = to;
        return LineEdit.Changed;
    }

    private LineEdit Delete(int from, int to)
    {
        if (from >= to) return LineEdit.None;
        Text = Text.Remove(from, to - from);
        Cursor = from;
        return LineEdit.Changed;
    }

    private LineEdit Recall(int place)
    {
        if (place < 0 || place > _history.Count) return LineEdit.None;
        if (_recalled == _history.Count) _draft = Text;
        _recalled = place;
        Text = place == _history.Count ? _draft : _history[place];
        Cursor = Text.Length;
        return LineEdit.Changed;
    }

    private int Before(int place) => place >= 2 && char.IsLowSurrogate(Text[place - 1]) ? place - 2 : Math.Max(0, place - 1);

    private int Behind(int place) => place + 1 < Text.Length && char.IsHighSurrogate(Text[place]) ? place + 2 : Math.Min(Text.Length, place + 1);

    private int WordBefore()
    {
        var place = Cursor;
        while (place > 0 && Text[place - 1] == ' ') place--;
        while (place > 0 && Text[place - 1] != ' ') place--;
        return place;
    }
}
