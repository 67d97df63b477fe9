using ChatBot.Knowledge.Documents.Markup;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents.Markup;

public sealed class CharacterReferenceTests
{
    [Theory]
    [InlineData("&amp;", "&", 5)]
    [InlineData("&rsquo;s", "’", 7)]
    [InlineData("&#8217;", "’", 7)]
    [InlineData("&#x2019;", "’", 8)]
    [InlineData("&#146;", "’", 6)]
    [InlineData("&#128512;", "😀", 9)]
    [InlineData("&#0;", "\uFFFD", 4)]
    [InlineData("&#xD800;", "\uFFFD", 8)]
    [InlineData("&copy 2031", "©", 5)]
    [InlineData("&NotEqualTilde;", "≂̸", 15)]
    public void A_reference_means_a_character(string text, string meaning, int length)
    {
        Assert.True(CharacterReference.TryRead(text, 0, text.Length, out var read, out var end));
        Assert.Equal((meaning, length), (read, end));
    }

    [Theory]
    [InlineData("& more")]
    [InlineData("&bogus;")]
    [InlineData("&")]
    [InlineData("&#;")]
    [InlineData("&copy=1")]
    public void An_ampersand_may_be_just_one(string text) => Assert.False(CharacterReference.TryRead(text, 0, text.Length, out _, out _));
}
