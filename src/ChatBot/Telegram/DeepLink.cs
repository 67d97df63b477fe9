using System.Buffers;
using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Telegram;

/// <summary>
/// What stands behind a link <c>t.me/bot?start=…</c>: a question, a question to watch, or a source, so that whoever follows it and presses Start is
/// told at once. Telegram allows 64 of A–Z, a–z, 0–9, _ and -; a space is written as _, any other character as its bytes, each - and two hex digits,
/// so that such a link can be read and typed: <c>q-When_does_the_quay_open</c>. Of a source's id people also type the hyphens as they
/// are. It works without any memory of ours.
/// </summary>
internal static class DeepLink
{
    private const int Longest = 64;
    private const string Question = "q-";
    private const string Watch = "w-";
    private const string Source = "s-";

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The payload that asks a question; null where it is too long for one.</summary>
    public static string? ToQuestion(string question) => Write(Question, question);

    /// <summary>The payload that watches a question; null where it is too long for one.</summary>
    public static string? ToWatch(string question) => Write(Watch, question);

    /// <summary>The payload that shows a source; null where its id is too long for one.</summary>
    public static string? ToSource(DocumentId document) => Write(Source, document.Value);

    /// <summary>The address to give to people.</summary>
    public static Uri Address(string username, string payload) => new($"https://t.me/{username}?start={payload}");

    /// <summary>What somebody who follows the link says by it, as if typed; null where the payload is none of ours.</summary>
    public static string? Read(string payload)
    {
        if (payload.Length is < 3 or > Longest) return null;
        var typed = payload[2..];
        var decoded = Decode(typed);
        // An id has no spaces, which the digits of a date would make of a plain hyphen: "-20".
        var text = payload[..2] == Source
            ? decoded is not null && DocumentId.TryParse(decoded, out _) ? decoded : DocumentId.TryParse(typed, out _) ? typed : decoded
            : decoded;
        if (string.IsNullOrWhiteSpace(text)) return null;
        return payload[..2] switch
        {
            // A link asks; it gives no commands but the two below.
            Question => text.TrimStart().StartsWith('/') ? null : text,
            Watch => $"/{TelegramMapping.WatchCommand} {text}",
            Source => $"/{CommandCatalogue.Sources} {text}",
            _ => null,
        };
    }

    private static string? Write(string kind, string text)
    {
        // The question mark would take three characters and says nothing that the link doesn't.
        var payload = new StringBuilder(kind);
        foreach (var rune in text.Trim().TrimEnd('?').TrimEnd().EnumerateRunes())
        {
            if (rune.Value == ' ') payload.Append('_');
            else if (rune.IsAscii && Plain.Contains((char)rune.Value)) payload.Append((char)rune.Value);
            else foreach (var part in Encoding.UTF8.GetBytes(rune.ToString())) payload.Append(CultureInfo.InvariantCulture, $"-{part:x2}");
        }
        return payload.Length is > 2 and <= Longest ? payload.ToString() : null;
    }

    private static string? Decode(ReadOnlySpan<char> written)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '_') bytes.Add((byte)' ');
            else if (Plain.Contains(written[i])) bytes.Add((byte)written[i]);
            else if (written[i] == '-' && i + 2 < written.Length && byte.TryParse(written.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var part))
            {
                bytes.Add(part);
                i += 2;
            }
            else return null;
        }
        var text = Encoding.UTF8.GetString([.. bytes]);
        return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Any(char.IsControl) ? null : text;
    }
}
