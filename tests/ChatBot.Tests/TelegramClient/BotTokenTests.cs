using ChatBot.TelegramClient;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class BotTokenTests
{
    private const string Token = "123456789:AAbbCCddEE-ffGG_hh";

    [Fact]
    public void A_token_printed_shows_only_the_bots_id()
    {
        var token = new BotToken(Token);
        Assert.Equal("123456789:[token]", $"{token}");
        Assert.Equal(123456789, token.BotId);
    }

    [Fact]
    public void A_text_is_freed_of_the_secret_part_even_when_the_colon_is_encoded()
    {
        var token = new BotToken(Token);
        Assert.Equal("GET /bot123456789%3A[token]/getMe", token.Redact("GET /bot123456789%3AAAbbCCddEE-ffGG_hh/getMe"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no colon at all")]
    [InlineData("123456789:")]
    [InlineData("123456789:short")]
    [InlineData("123456789:has/slash/in/it")]
    [InlineData("123456789:AAbbCCddEE-ffGG_hh\n")]
    [InlineData("bot123456789:AAbbCCddEE-ffGG_hh")]
    public void What_is_no_token_is_refused_without_being_repeated(string given)
    {
        var failure = Assert.Throws<FormatException>(() => new BotToken(given));
        if (given.Length > 0)
            Assert.DoesNotContain(given.Trim(), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org")]
    [InlineData("not an address")]
    [InlineData("https://example.org/?a=b")]
    public void An_address_that_is_no_base_is_refused_in_words(string address)
    {
        var failure = Assert.Throws<FormatException>(() => new TelegramBotClientOptions(Token, address));
        Assert.Contains(address, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_contains_the_token_is_refused_without_repeating_it()
    {
        var failure = Assert.Throws<FormatException>(() => new TelegramBotClientOptions(Token, $"https://api.telegram.org/bot{Token}"));
        Assert.DoesNotContain("AAbbCC", failure.Message, StringComparison.Ordinal);
    }
}
