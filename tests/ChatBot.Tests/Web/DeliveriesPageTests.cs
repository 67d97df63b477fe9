using ChatBot.Deliveries;
using ChatBot.Web;
using Xunit;

namespace ChatBot.Tests.Web;

public sealed class DeliveriesPageTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_late_is_said_first_and_each_platform_has_its_lines()
    {
        var page = DeliveriesPage.Of("The port", [new("discord", "sent", 1200, 0, 0, null), new("telegram", "waiting", 7, 3, 0, Now.AddSeconds(-75)), new("telegram", "sent", 40, 0, 2, null)], [], Now);
        Assert.Contains("3 messages are due, the oldest for 75 s.", page);
        Assert.Contains("<td>Telegram</td><td>waiting</td><td class=\"number\">7</td><td class=\"number\">3</td><td class=\"number\">–</td>", page);
        Assert.Contains("<td>Discord</td><td>sent</td><td class=\"number\">1,200</td>", page);
        Assert.DoesNotContain("Did not arrive", page);
    }

    [Theory]
    [InlineData(0, "Nothing was sent in the last two weeks, and nothing waits.")]
    [InlineData(1, "Nothing is late. 1 message waits for its hour.")]
    [InlineData(5, "Nothing is late. 5 messages wait for their hour.")]
    public void An_empty_queue_and_one_of_later_hours_say_so(int waiting, string expected) =>
        Assert.Contains(expected, DeliveriesPage.Of("The port", waiting == 0 ? [] : [new("telegram", "waiting", waiting, 0, 0, null)], [], Now));

    [Fact]
    public void What_a_platform_gave_as_its_reason_is_text_and_never_markup()
    {
        var page = DeliveriesPage.Of("<b>", [new("<i>", "<u>", 1, 0, 0, null)], [new(Now, "telegram", "gone", "Forbidden: <script>alert(1)</script> & \"more\"", 2)], Now);
        Assert.Contains("Telegram, chat is gone: Forbidden: &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", page);
        Assert.Contains("once, on 24 June 08:00 UTC", page);
        foreach (var tag in new[] { "<script>", "<b>", "<i>", "<u>" }) Assert.DoesNotContain(tag, page);
    }

    [Fact]
    public void The_same_reason_is_told_once_with_how_often()
    {
        var blocked = new FailedDelivery(Now, "telegram", "gone", "Forbidden: bot was blocked by the user", 1);
        var page = DeliveriesPage.Of("The port", [], [blocked, blocked with { EndedAt = Now.AddHours(-3) }, blocked with { Platform = "discord" }], Now);
        Assert.Contains("Forbidden: bot was blocked by the user <span class=\"faint\">2 times, last on 24 June 08:00 UTC</span>", page);
        Assert.Equal(2, page.Split("<li>").Length - 1);
    }

    [Fact]
    public void Every_page_leads_there() => Assert.Contains("<a href=\"/deliveries\">", PageFrame.Of("A", "B", new HtmlWriter()));
}
