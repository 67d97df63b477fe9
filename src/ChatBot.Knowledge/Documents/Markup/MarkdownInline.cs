using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Takes Markdown's signs out of a line: emphasis, code marks, links (their text stays), pictures, tags, escapes, character references.
/// A sign that has no counterpart in the block is a character like others.
/// </summary>
internal sealed class MarkdownInline(string source, MappedTextBuilder text)
{
    private int _emphasis;

    /// <summary>Characters of link texts since the last <see cref="Begin"/>.</summary>
    public int LinkCharacters { get; private set; }

    /// <summary>Starts a block.</summary>
    public void Begin()
    {
        LinkCharacters = 0;
        _emphasis = 0;
    }

    /// <summary>Appends one line of a block.</summary>
    public void Append(TextSpan line)
    {
        var plain = line.Start;
        for (var i = line.Start; i < line.End;)
        {
            var end = ReadSign(i, line, out var inner, out var meaning);
            if (end == i)
            {
                i++;
                continue;
            }
            text.Append(plain, i);
            if (meaning is not null) text.AppendReplacement(meaning, i, end);
            else if (inner is { } part)
            {
                var before = text.Length;
                Append(part);
                LinkCharacters += text.Length - before;
            }
            plain = i = end;
        }
        text.Append(plain, line.End);
    }

    /// <summary>Where the sign at <paramref name="i"/> ends, or <paramref name="i"/> where none stands there.</summary>
    private int ReadSign(int i, TextSpan line, out TextSpan? inner, out string? meaning)
    {
        inner = null;
        meaning = null;
        switch (source[i])
        {
            case '\\' when i + 1 < line.End && char.IsAsciiLetterOrDigit(source[i + 1]) is false && source[i + 1] < 128 && source[i + 1] > ' ':
                meaning = source[i + 1].ToString();
                return i + 2;
            case '&' when CharacterReference.TryRead(source, i, line.End, out var character, out var end):
                meaning = character;
                return end;
            case '`':
                return i + 1;
            case '!' when i + 1 < line.End && source[i + 1] == '[' && ReadLink(i + 1, line, out _) is var end and > 0:
                return end;
            case '[' when ReadLink(i, line, out var label) is var end and > 0:
                inner = label;
                return end;
            case '<' when i + 1 < line.End && (char.IsAsciiLetter(source[i + 1]) || source[i + 1] is '/' or '!'):
                var close = source.IndexOf('>', i, Math.Min(line.End - i, 2000));
                if (close < 0) return i;
                if (source.AsSpan(i, close - i).Contains("://", StringComparison.Ordinal)) inner = TextSpan.FromBounds(i + 1, close);
                return close + 1;
            case '*' or '_' or '~':
                return ReadEmphasis(i, line);
            default:
                return i;
        }
    }

    private int ReadLink(int i, TextSpan line, out TextSpan label)
    {
        label = default;
        // A label longer than this is no link, and the bound keeps a line of nothing but brackets linear.
        var close = source.IndexOf(']', i + 1, Math.Min(line.End - i - 1, 1000));
        if (close < 0 || close + 1 >= line.End || source[close + 1] is not ('(' or '[')) return 0;
        var end = source.IndexOf(source[close + 1] == '(' ? ')' : ']', close + 2, Math.Min(line.End - close - 2, 4000));
        if (end < 0) return 0;
        label = TextSpan.FromBounds(i + 1, close);
        return end + 1;
    }

    private int ReadEmphasis(int i, TextSpan line)
    {
        var sign = source[i];
        var end = i;
        while (end < line.End && source[end] == sign) end++;
        if (end - i > 3 || sign == '~' && end - i != 2) return i;
        var spaceBefore = i == line.Start || char.IsWhiteSpace(source[i - 1]) || char.IsPunctuation(source[i - 1]);
        var spaceAfter = end >= line.End || char.IsWhiteSpace(source[end]);
        var opens = !spaceAfter && (sign != '_' || spaceBefore);
        var closes = i > line.Start && !char.IsWhiteSpace(source[i - 1]) && (sign != '_' || end >= line.End || !char.IsLetterOrDigit(source[end]));
        if (closes && _emphasis > 0)
        {
            _emphasis--;
            return end;
        }
        if (!opens || source.IndexOf(new string(sign, end - i), end, Math.Min(line.End - end, 4000), StringComparison.Ordinal) < 0) return i;
        _emphasis++;
        return end;
    }
}
