using System.Text;
using ChatBot.Simulators.Telegram.Formatting;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class HtmlTextTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "</b>", "<b>", "<a href=\"", "\">", "&lt;", "&amp;amp;", "&#60;", "&#x3C;", "&nbsp;", "<!--", "]]>",
            "<script>", "</", "/>", "<tg-spoiler>",
        "*", "_", "`", "```", "[x](y)", "||", "\\", "@all", "#tag", "/start", "https://example.org/?a=1&b=<2>",
        "é", "e\u0301", "ß", "İ", "שלום", "مرحبا", "\u202E", "\u2066", "\u200F", "\u200B", "\uFEFF", "\u00A0", "👨‍👩‍👧‍👦", "🇳🇱", "👍🏽", "𝒜",
            "中文", "\uD83D", "\uDE00",
        " ", "\n", "\r\n", "\t", "\0", "\u0007", "\u001B[31m", "\u2028", "word", "0", "",
    ];

    [Theory]
    [InlineData("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("", "")]
    public void The_four_characters_and_nothing_else_are_escaped(string text, string escaped) => Assert.Equal(escaped, HtmlText.Escape(text));

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("half \uFFFD of a pair", HtmlText.Escape("half " + '\uD83D' + " of a pair"));

    [Fact]
    public async Task Two_thousand_hostile_texts_arrive_as_they_are_without_one_parse_error()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        var random = new Random(20250626);
        var refused = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var text = Hostile(random, i);
            var expected = ServerText.Clean(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            var outcome = await telegram.Client.TrySendMessage(new() { ChatId = ann.Id, Text = HtmlText.Escape(text),
                ParseMode = ParseMode.Html }, TestContext.Current.CancellationToken);
            if (expected.Length is 0 or > ServerText.MaxLength)
            {
                Assert.Equal(RefusalReason.TextLength, Assert.IsType<SendOutcome.Refused>(outcome).Reason);
                refused++;
                continue;
            }
            var sent = Assert.IsType<SendOutcome.Sent>(outcome).Message;
            Assert.Equal(expected, sent.Text);
            Assert.DoesNotContain(sent.Entities ?? [], entity => entity.Type is MessageEntityType.Bold or MessageEntityType.TextLink or MessageEntityType.Spoiler);
        }
        Assert.InRange(refused, 1, 400);
    }

    /// <summary>Every tenth lies at the edge of the length that a message may have.</summary>
    private static string Hostile(Random random, int number)
    {
        var text = new StringBuilder();
        var length = number % 10 == 0 ? random.Next(4090, 4101) : random.Next(1, 60);
        while (text.Length < length)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        return number % 10 == 0 ? text.ToString(0, length) : text.ToString();
    }
}
