using System.Text;
using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class TextDecoderTests
{
    private const string Text = "Das Café in Łódź — closed since May, the mayor’s office said on Monday.";
    private const string Western = "The café’s owner, José Núñez, said on Monday that it would be closed.";

    [Fact]
    public void A_byte_order_mark_decides()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
            Assert.Equal((Text, 0), Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "text/plain; charset=windows-1252"));
    }

    [Fact]
    public void Utf8_needs_no_declaration() => Assert.Equal((Text, 0), Decode(Encoding.UTF8.GetBytes(Text)));

    [Fact]
    public void Utf8_that_is_declared_as_something_else_is_read_as_utf8_with_a_warning() =>
        Assert.Equal((Text, 1), Decode(Encoding.UTF8.GetBytes(Text), "text/plain; charset=iso-8859-1"));

    [Theory]
    [InlineData("windows-1252", Western)]
    [InlineData("iso-8859-1", Western)]
    [InlineData("windows-1251", "Міст через Росичку відкрили у суботу, сказала голова громади.")]
    [InlineData("iso-8859-2", "Most w Łodzi jest zamknięty od maja.")]
    public void The_declared_encoding_is_used(string charset, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset == "iso-8859-1" ? "windows-1252" : charset) ?? Encoding.Latin1;
        Assert.Equal((text, 0), Decode(encoding.GetBytes(text), $"text/plain; charset={charset}"));
    }

    [Fact]
    public void The_meta_tag_of_a_page_declares_too()
    {
        var html = $"<html><head><meta charset=\"windows-1251\"></head><p>Міст через Росичку відкрили у суботу, сказала голова громади Олена Тихолаз.</p></html>";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? Encoding.Latin1).GetBytes(html);
        Assert.Equal((html, 0), Decode(bytes, null, "a.html"));
    }

    [Fact]
    public void Undeclared_bytes_that_are_not_utf8_are_read_as_windows_1252_with_a_warning() =>
        Assert.Equal((Western, 1), Decode((CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1).GetBytes(Western)));

    [Fact]
    public void Utf16_without_a_mark_is_told_by_its_zeros() => Assert.Equal((Western, 1), Decode(Encoding.Unicode.GetBytes(Western)));

    [Fact]
    public void A_broken_character_in_declared_utf8_is_marked_and_told()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text + " ", 5))), 0xC3, .. Encoding.UTF8.GetBytes(" end of it.")];
        var (text, warnings) = Decode(bytes, "text/plain; charset=utf-8");
        Assert.Contains('\uFFFD', text);
        Assert.Equal(1, warnings);
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_refused_by_name()
    {
        var refused = Assert.IsType<ReadResult.Refused>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(Text), "a.txt") { ContentType = "text/plain; charset=klingon-8" }));
        Assert.Equal(RefusalReason.UnknownEncoding, refused.Reason);
        Assert.Contains("klingon-8", refused.Message, StringComparison.Ordinal);
    }

    private static (string Text, int Warnings) Decode(byte[] bytes, string? contentType = null, string name = "a.txt")
    {
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(bytes, name) { ContentType = contentType }));
        return (read.Document.Received, read.Warnings.Count(warning => !warning.StartsWith("No title", StringComparison.Ordinal) && !warning.StartsWith("No date", StringComparison.Ordinal) && !warning.StartsWith(ReadResult.DoubtBegins, StringComparison.Ordinal)));
    }
}
