using System.Text;

namespace ChatBot.DiscordClient;

/// <summary>Text for Discord's Markdown.</summary>
public static class Format
{
    /// <summary>An invisible character that parts what would otherwise be read together (a mention, an address).</summary>
    private const char Seam = '\u200B';

    private static readonly string[] InviteHosts = ["discord.gg/", "discord.com/", "discordapp.com/"];

    /// <summary>
    /// Text from outside as plain words: what a reader sees is the text itself, with no formatting, heading, list, quotation, spoiler,
    /// mention, emoji, time, link or invitation formed by it, wherever in a message it is put. <see cref="Unsanitize"/> gives it back.
    /// </summary>
    public static string Sanitize(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        var lineStart = true;
        var numberAtLineStart = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == Seam)
                continue;
            var escape = c switch
            {
                '\\' or '*' or '_' or '~' or '|' or '`' or '[' or ']' or '<' or '>' => true,
                '#' or '-' or '+' => lineStart,
                '.' or ')' => numberAtLineStart,
                _ => false,
            };
            if (escape)
                safe.Append('\\');
            safe.Append(c);
            if (c == '@' || (c == ':' && IsAt(text, i + 1, "//")) || (c is 'd' or 'D' && StartsInvitation(text, i)))
                safe.Append(Seam);
            numberAtLineStart = char.IsAsciiDigit(c) && (lineStart || numberAtLineStart);
            lineStart = c is '\n' or '\r' or '\u2028' or '\u2029' || (lineStart && char.IsWhiteSpace(c));
        }
        return safe.ToString();
    }

    /// <summary>The text that <see cref="Sanitize"/> was given, but for zero-width spaces in it.</summary>
    public static string Unsanitize(string sanitized)
    {
        var plain = new StringBuilder(sanitized.Length);
        for (var i = 0; i < sanitized.Length; i++)
        {
            if (sanitized[i] == Seam)
                continue;
            if (sanitized[i] == '\\' && i + 1 < sanitized.Length)
                i++;
            plain.Append(sanitized[i]);
        }
        return plain.ToString();
    }

    public static string Bold(string sanitized) => $"**{sanitized}**";

    /// <summary>A time in the reader's own zone and language.</summary>
    public static string Timestamp(DateTimeOffset time, TimestampTagStyles style = TimestampTagStyles.ShortDateTime) =>
        $"<t:{time.ToUnixTimeSeconds()}:{(char)style}>";

    private static bool StartsInvitation(string text, int at) => InviteHosts.Any(host => IsAt(text, at, host));

    private static bool IsAt(string text, int at, string expected) =>
        text.AsSpan(Math.Min(at, text.Length)).StartsWith(expected, StringComparison.OrdinalIgnoreCase);
}

public enum TimestampTagStyles
{
    ShortTime = 't',
    LongTime = 'T',
    ShortDate = 'd',
    LongDate = 'D',
    ShortDateTime = 'f',
    LongDateTime = 'F',
    Relative = 'R',
}
