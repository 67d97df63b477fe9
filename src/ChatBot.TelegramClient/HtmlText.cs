using System.Text;

namespace ChatBot.TelegramClient;

/// <summary>Text as it must stand between tags, or in a double-quoted attribute, of <see cref="Types.Enums.ParseMode.Html"/>.</summary>
public static class HtmlText
{
    /// <summary>
    /// Escapes the four characters that mean something there, and writes a lone half of a surrogate pair, which no UTF-8 can hold, as
    /// U+FFFD.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(rune.ToString()),
            };
        }
        return escaped.ToString();
    }
}
