using System.Runtime.InteropServices;
using System.Text;

namespace ChatBot.Store;

/// <summary>
/// Texts as bytes, so that nothing is lost that either database's text type refuses or alters: NUL characters and, from broken input, halves
/// of surrogate pairs.
/// </summary>
internal static class StoredText
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The encoding that can hold all of these texts.</summary>
    public static string EncodingFor(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsSurrogate(text[i])) continue;
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return Utf16;
                i++;
            }
        return Utf8;
    }

    public static byte[] ToBytes(string text, string encoding) => encoding == Utf8 ? Strict.GetBytes(text) : MemoryMarshal.AsBytes(text.AsSpan()).ToArray();

    public static string FromBytes(byte[] bytes, string encoding) => encoding == Utf8 ? Strict.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));

    /// <summary>For text columns: each NUL or lone surrogate replaced by U+FFFD, and at most <paramref name="longest"/> characters of it.</summary>
    public static string Clean(string text, int longest)
    {
        var characters = text.AsSpan(0, Math.Min(text.Length, longest)).ToArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1])) i++;
            else if (characters[i] == '\0' || char.IsSurrogate(characters[i])) characters[i] = '\uFFFD';
        }
        return new string(characters);
    }
}
