using ChatBot.Chat;
using ChatBot.Discord.Writing;
using ChatBot.Simulators.Discord;
using ChatBot.Web;
using NodaTime;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Moments in the reader's zone.</summary>
public sealed class MomentTests
{
    private static readonly ReplySpan.Moment Nine = new(Instant.FromUtc(2026, 6, 22, 7, 0).InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]));

    [Fact]
    public void A_moment_is_each_readers_own_and_words_elsewhere()
    {
        var reply = new Reply([new ReplyBlock.Line([new ReplySpan.Words("waits until "), Nine, new ReplySpan.Words(".")])], [], []);
        Assert.Equal("waits until <t:1782111600:f>.", Assert.Single(DiscordReplyWriter.Write(reply)).Text);
        Assert.Equal("waits until 22 June 2026 09:00 CEST.", PlainReplyWriter.WriteText(reply));
        Assert.Equal("waits until 22 June 2026 09:00 CEST.", Assert.Single(ChatBot.Telegram.TelegramReplyWriter.Write(reply)).Html);
        var html = new HtmlWriter();
        WebReplyWriter.Write(reply, html);
        Assert.Contains("waits until 22 June 2026 09:00 CEST.", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("waits until ⟨22 June 2026 07:00 UTC⟩.", Markup.ToReadable(DiscordReplyWriter.Write(reply)[0].Text));
    }

    [Fact]
    public void A_moment_of_lesser_weight_stands_among_small_letters()
    {
        var reply = new Reply([new ReplyBlock.Line([new ReplySpan.Faint("as of "), Nine])], [], []);
        Assert.Equal("-# as of <t:1782111600:f>", DiscordReplyWriter.Write(reply)[0].Text);
    }

    [Fact]
    public void A_long_text_is_never_cut_within_a_moment()
    {
        var spans = Enumerable.Range(0, 400).SelectMany(i => new ReplySpan[] { new ReplySpan.Words($"word{i} "), Nine, new ReplySpan.Words(" ") }).ToList();
        var pages = DiscordReplyWriter.WriteUnframed(new Reply([new ReplyBlock.Statement(spans)], [], []));
        Assert.True(pages.Count > 3);
        Assert.Equal(400, pages.Sum(page => page.Text.Split("<t:1782111600:f>").Length - 1));
        Assert.All(pages, page => Assert.True(page.Text.Length <= DiscordReplyWriter.LongestText));
    }

    [Fact]
    public void Text_that_looks_like_a_moment_is_none()
    {
        var page = DiscordReplyWriter.Write(Reply.Saying("at <t:1782111600:f>"))[0];
        Assert.DoesNotContain(Markup.Read(page.Text), run => run.Look.HasFlag(Look.Time));
    }
}
