using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Sources.Feeds;

/// <summary>
/// The text of a feed's bytes. A byte order mark decides; else what is valid UTF-8 is UTF-8, whatever is declared; else the charset of the content type, then
/// that of the XML declaration; else Windows-1252.
/// </summary>
internal static partial class FeedText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Decode(byte[] body, string? contentType)
    {
        if (body is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(body);
        if (body is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..]) return Encoding.Unicode.GetString(body);
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            var head = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 200));
            var name = Charset().Match(contentType ?? "") is { Success: true } typed ? typed.Groups[1].Value : Declared().Match(head) is { Success: true } declared ? declared.Groups[1].Value : "windows-1252";
            return Named(name.ToLowerInvariant() is "utf-8" or "utf8" or "iso-8859-1" or "us-ascii" ? "windows-1252" : name).GetString(body);
        }
    }

    private static Encoding Named(string name)
    {
        var latin = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252") ?? Encoding.Latin1;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return latin;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex("""<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declared();
}
