using System.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Builds readable text piece by piece, remembering where each piece was received. White space at the edges is dropped; a run of it in
/// between becomes one space that stands for the whole run (and for tags within it).
/// </summary>
internal sealed class MappedTextBuilder(string received)
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceMap.Run> _runs = [];
    private int _spaceStart = -1;
    private int _spaceEnd;

    /// <summary>Characters so far, a trailing space not counted.</summary>
    public int Length => _text.Length;

    /// <summary>Appends received characters from <paramref name="start"/> up to <paramref name="end"/>, white space collapsed.</summary>
    public void Append(int start, int end)
    {
        for (var i = start; i < end;)
        {
            var from = i;
            if (IsSpace(received[i]))
            {
                while (i < end && IsSpace(received[i])) i++;
                AppendSpace(from, i);
                continue;
            }
            while (i < end && !IsSpace(received[i])) i++;
            FlushSpace();
            _text.Append(received, from, i - from);
            AddRun(new SourceMap.Run(_text.Length - (i - from), i - from, from, i - from));
        }
    }

    /// <summary>Notes that the received text has white space, or something that reads like it, from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public void AppendSpace(int start, int end)
    {
        if (_text.Length == 0) return;
        if (_spaceStart < 0) _spaceStart = start;
        _spaceEnd = end;
    }

    /// <summary>Appends <paramref name="replacement"/> as what the received characters from <paramref name="start"/> up to <paramref name="end"/> mean.</summary>
    public void AppendReplacement(string replacement, int start, int end)
    {
        if (replacement.Length == 0) return;
        if (string.IsNullOrEmpty(replacement.Trim(' ', '\t', '\n', '\r', '\f')))
        {
            AppendSpace(start, end);
            return;
        }
        FlushSpace();
        _text.Append(replacement);
        AddRun(new SourceMap.Run(_text.Length - replacement.Length, replacement.Length, start, end - start));
    }

    /// <summary>Appends a whole built text behind <paramref name="separator"/>, which stands for what was received in between.</summary>
    public void AppendJoined(MappedText other, string separator)
    {
        if (other.Runs.Count == 0) return;
        _spaceStart = -1;
        if (_text.Length > 0)
        {
            var from = _runs[^1].Received + _runs[^1].ReceivedLength;
            _text.Append(separator);
            AddRun(new SourceMap.Run(_text.Length - separator.Length, separator.Length, from, other.Runs[0].Received - from));
        }
        var shift = _text.Length;
        _text.Append(other.Text);
        foreach (var run in other.Runs) AddRun(run with { Text = run.Text + shift });
    }

    /// <summary>The text so far; the builder is empty afterwards.</summary>
    public MappedText Take()
    {
        var built = new MappedText(_text.ToString(), _runs.ToArray());
        _text.Clear();
        _runs.Clear();
        _spaceStart = -1;
        return built;
    }

    /// <summary>White space that is laid out anew by any reader; a no-break space is a character like others.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    private void FlushSpace()
    {
        if (_spaceStart < 0) return;
        _text.Append(' ');
        AddRun(new SourceMap.Run(_text.Length - 1, 1, _spaceStart, _spaceEnd - _spaceStart));
        _spaceStart = -1;
    }

    private void AddRun(SourceMap.Run run)
    {
        if (_runs.Count > 0)
        {
            var last = _runs[^1];
            var sideBySide = last.Length == last.ReceivedLength && run.Length == run.ReceivedLength
                && last.Text + last.Length == run.Text && last.Received + last.ReceivedLength == run.Received;
            if (sideBySide)
            {
                _runs[^1] = last with { Length = last.Length + run.Length, ReceivedLength = last.ReceivedLength + run.ReceivedLength };
                return;
            }
        }
        _runs.Add(run);
    }
}
