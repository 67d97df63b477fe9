using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Types.Enums;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>HTML as the platform reads it, seen through sendMessage.</summary>
public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("<b>bold</b> <i>it</i> <u>un</u> <s>st</s> <tg-spoiler>sp</tg-spoiler> <code>c</code>", "**bold** _it_ __un__ ~~st~~ ||sp|| `c`")]
    [InlineData("<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike><span class=\"tg-spoiler\">f</span>", "**a**_b___c__~~d~~~~e~~||f||")]
    [InlineData("<b>one <i>two</i></b>", "**one _two_**")]
    [InlineData("<B>upper</B>", "**upper**")]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">text</a>", "text (https://example.org/?a=1&b=2)")]
    [InlineData("<a href='javascript:alert(1)'>text</a>", "text")]
    [InlineData("<pre><code class=\"language-csharp\">x &lt; y</code></pre>", "```csharp x < y ```")]
    [InlineData("<blockquote>one\ntwo</blockquote>\nthree", "> one\n> two\nthree")]
    [InlineData("<blockquote expandable>one\ntwo</blockquote>", ">> one\n>> two")]
    [InlineData("&lt;b&gt; &amp;amp; &quot; &#65; &#x42;", "<b> &amp; \" A B")]
    [InlineData("&nbsp; &copy &unknown; & alone", "&nbsp; &copy &unknown; & alone")]
    [InlineData("  \n<b> x </b> \n ", "**x**")]
    [InlineData("<b></b>empty", "empty")]
    [InlineData("<b>x</>", "**x**")]
    public async Task Markup_becomes_formatting(string html, string seen)
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        await telegram.Client.SendMessage(ann.Id, html, ParseMode.Html, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(seen, (await telegram.Server.WaitForBotAsync(ann.Private, cancellationToken: TestContext.Current.CancellationToken)).MarkedText);
    }

    [Theory]
    [InlineData("a<b", "Unclosed start tag at byte offset 1")]
    [InlineData("é<x>", "Unsupported start tag \"x\" at byte offset 2")]
    [InlineData("1 < 2 >", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b>", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<a href=\"x>y</a>", "Unclosed start tag at byte offset 0")]
    [InlineData("<a =x>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("<br/>", "Unsupported start tag \"br/\" at byte offset 0")]
    public async Task Broken_markup_is_refused_with_the_place(string html, string problem)
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() =>
            telegram.Client.SendMessage(ann.Id, html, ParseMode.Html, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal($"Bad Request: can't parse entities: {problem}", refusal.Description);
    }
}
