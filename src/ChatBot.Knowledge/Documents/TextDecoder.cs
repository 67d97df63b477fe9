using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Documents;

/// <summary>
/// Bytes to text. A byte order mark decides; else bytes that are valid UTF-8 are UTF-8, whatever was declared (text in another encoding is
/// hardly ever valid UTF-8 by chance); else the declared charset (content type, then an HTML <c>meta</c> tag); else UTF-16 where every
/// second byte is zero; else Windows-1252, with a warning. Bytes declared as UTF-8 with a few broken sequences are read as UTF-8 with
/// U+FFFD in the broken places, with a warning.
/// </summary>
internal static partial class TextDecoder
{
    private static readonly (byte[] Signature, string What)[] Signatures =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x50, 0x4B, 3, 4], "a ZIP archive or an office document"), ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    /// <summary>The text, or a refusal.</summary>
    public static (string? Text, ReadResult.Refused? Refused) Decode(DocumentInput input, List<string> warnings)
    {
        var bytes = input.Bytes.Span;
        foreach (var (signature, what) in Signatures)
            if (bytes.StartsWith(signature)) return (null, Binary(input.Name, $"is {what}, not text"));
        var (encoding, mark) = ByteOrderMark(bytes);
        if (encoding is null && !TryChoose(input, warnings, out encoding, out var refused)) return (null, refused);
        var text = encoding!.GetString(bytes[mark..]);
        var broken = text.Count(c => c == '\uFFFD');
        if (broken > 0 && encoding is not UTF8Encoding || broken > 0 && !Contains(bytes, [0xEF, 0xBF, 0xBD]))
            warnings.Add($"{broken} broken character(s) could not be decoded as {encoding.WebName} and read as \uFFFD.");
        var controls = text.Count(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f') || c == '\u007F');
        return text.Contains('\0') || controls * 50 > text.Length
            ? (null, Binary(input.Name, "holds control characters that text does not have"))
            : (text, null);
    }

    private static ReadResult.Refused Binary(string name, string why) => new(
        RefusalReason.Binary, $"{name} {why}.", "Save the document as plain text, Markdown or HTML and hand that in.");

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static bool TryChoose(DocumentInput input, List<string> warnings, out Encoding encoding, out ReadResult.Refused? refused)
    {
        var bytes = input.Bytes.Span;
        refused = null;
        encoding = Encoding.UTF8;
        var (declared, where) = Declared(input);
        Encoding? named = null;
        if (declared is not null && !TryGet(declared, out named))
        {
            refused = new(RefusalReason.UnknownEncoding, $"{input.Name}: {where} names the character encoding '{declared}', which is not known.",
                "Save the document in UTF-8, or correct the name of the encoding.");
            return false;
        }
        if (named is UnicodeEncoding)
        {
            encoding = named;
            return true;
        }
        if (Utf16ByZeros(bytes) is { } utf16)
        {
            warnings.Add($"No encoding is declared; read as {utf16.WebName}, because every second byte is zero.");
            encoding = utf16;
            return true;
        }
        var (isUtf8, broken, valid) = Utf8Sequences(bytes);
        if (isUtf8)
        {
            if (named is not null and not UTF8Encoding && valid > 0) warnings.Add($"{where} names {declared}, but the text is UTF-8 and was read so.");
            return true;
        }
        if (named is UTF8Encoding && broken * 10 <= valid) return true;
        if (named is not null and not UTF8Encoding)
        {
            encoding = named;
            return true;
        }
        warnings.Add(named is null
            ? "No encoding is declared and the text is not UTF-8; read as Windows-1252. Characters beyond ASCII may be wrong."
            : $"{where} names UTF-8, but the text is not UTF-8; read as Windows-1252. Characters beyond ASCII may be wrong.");
        return TryGet("windows-1252", out encoding!);
    }

    private static bool TryGet(string name, out Encoding? encoding)
    {
        // The HTML standard reads the Latin-1 labels as Windows-1252, since that is what such pages hold.
        var known = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name;
        encoding = CodePagesEncodingProvider.Instance.GetEncoding(known);
        if (encoding is not null) return true;
        try
        {
            encoding = Encoding.GetEncoding(known);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static (string? Charset, string Where) Declared(DocumentInput input)
    {
        if (input.ContentType is { } type && Charset().Match(type) is { Success: true } match) return (match.Groups[1].Value, "the content type");
        var head = Encoding.Latin1.GetString(input.Bytes.Span[..Math.Min(input.Bytes.Length, 4096)]);
        return MetaCharset().Match(head) is { Success: true } meta ? (meta.Groups[1].Value, "the page's meta tag") : (null, "");
    }

    private static Encoding? Utf16ByZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (sample.Length < 8 || (bytes.Length & 1) != 0) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) _ = (i & 1) == 0 ? even++ : odd++;
        var half = sample.Length / 2;
        if (odd * 10 > half * 7 && even * 20 < half) return Encoding.Unicode;
        return even * 10 > half * 7 && odd * 20 < half ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Whether all is UTF-8; how many places are not; how many characters beyond ASCII are.</summary>
    private static (bool Valid, int Broken, int BeyondAscii) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        int broken = 0, beyond = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status != System.Buffers.OperationStatus.Done) broken++;
            else if (rune.Value > 127) beyond++;
            bytes = bytes[used..];
        }
        return (broken == 0, broken, beyond);
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part) => bytes.IndexOf(part) >= 0;

    [GeneratedRegex("""charset\s*=\s*["']?([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
