using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>A watched question that gets several answers in quiet hours, and the one message that tells of them after.</summary>
public sealed class CaughtUpAnswerTests
{
    private const string Guarded = "How many police officers will guard the summit?";
    private const string Stops = "How many stops does the Brannick line have?";
    private const string WillNot = "Donald Trump will not attend the NATO summit in The Hague.";
    private const string WillAfterAll = "Trump will attend the summit in The Hague after all, officials said.";
    private const string WillNotAgain = "Donald Trump will not attend the summit in The Hague, a minister said.";

    [Fact]
    public async Task All_that_competes_with_an_answer_is_told_after_quiet_hours()
    {
        var (told, why, _) = await AfterQuietHoursAsync(Guarded, Officers, [("capital-1", 27)], [("post-1", 29), ("echo-1", 31)]);
        Assert.Contains("Sources now disagree", told);
        foreach (var stands in new[] { "27,000", "29,000", "31,000" }) Assert.Contains(stands, told);
        Assert.DoesNotContain("again as it had been", why);
    }

    [Theory]
    [InlineData("post-1", 29, 27)]
    [InlineData("capital-1", 28, 27)]
    public async Task An_answer_that_is_again_what_it_was_is_not_told_and_why_says_so(string document, int then, int last)
    {
        var (told, why, transcript) = await AfterQuietHoursAsync(Guarded, Officers, [("capital-1", 27)], [(document, then), (document, last)]);
        Assert.Empty(told);
        Assert.DoesNotContain("something later stood in its place", why);
        Assert.Contains(document == "post-1" ? "its document said it no more" : "all was again as it had been before", why);
        if (document == "capital-1") Approved.Equal("an-answer-that-came-to-nothing", transcript);
    }

    [Fact]
    public async Task An_answer_that_others_words_make_again_what_it_was_is_no_other_answer()
    {
        var told = await OfAttendanceAsync(WillNot, WillAfterAll);
        Assert.DoesNotContain("Another answer", told);
        Assert.Matches($"Changed(.|\n)*{WillAfterAll}.*\n.*Before: {WillNot}", told);
        Assert.Single(told.Split(WillNot).Skip(1));
    }

    [Fact]
    public async Task What_an_answer_has_overtaken_is_not_told_under_it_as_if_it_stood()
    {
        var told = await OfAttendanceAsync(WillNot, WillAfterAll, WillNotAgain);
        Assert.Contains(WillNotAgain, told);
        Assert.DoesNotContain("Changed", told);
        Assert.DoesNotContain(WillAfterAll, told);
    }

    [Fact]
    public async Task What_was_ended_while_its_news_waited_is_not_told()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2031-03-01T18:00:00Z");
        await rig.SayAsync("/settings zone UTC");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm everything", chat: "ben");
        rig.At("2031-03-01T22:10:00Z");
        await rig.ComesInAsync("capital-1", "capital", Officers(27));
        await rig.SayAsync("/unsubscribe all");
        rig.At("2031-03-02T07:00:00Z");
        Assert.Equal(["ben"], (await rig.DeliverAsync()).Select(told => told.Chat));
    }

    [Fact]
    public async Task What_was_edited_before_it_was_told_is_no_before()
    {
        var (told, _, _) = await AfterQuietHoursAsync(Guarded, Officers, [("capital-1", 27)], [("post-1", 29), ("post-1", 31)]);
        Assert.Matches("Sources now disagree(.|\n)*31,000(.|\n)*otherwise: .*27,000", told);
        Assert.DoesNotContain("29,000", told);
    }

    [Fact]
    public async Task An_answer_that_changed_and_is_disputed_says_what_was_so_before()
    {
        var (told, _, _) = await AfterQuietHoursAsync(Guarded, Officers, [("capital-1", 27)], [("capital-1", 28), ("post-1", 29)]);
        Assert.Matches("Sources now disagree(.|\n)*29,000.*\n.*otherwise: .*28,000.*\nBefore: .*27,000", told);
    }

    [Fact]
    public async Task Where_sources_disagreed_before_it_is_said_that_they_still_do_with_every_value_that_stands_and_what_was_so_before()
    {
        var (told, _, transcript) = await AfterQuietHoursAsync(Stops, Line, [("gazette-1", 11), ("herald-1", 12), ("mail-1", 10)], [("herald-1", 14), ("echo-1", 16), ("post-1", 17)]);
        Assert.Contains("Sources still disagree", told);
        foreach (var stands in new[] { 10, 11, 16, 17 }) Assert.Matches($"(^|otherwise: |\n[^:\n]*){Line(stands)}", told);
        Assert.Matches($"Before[^:]*: {Line(12)}", told);
        Assert.DoesNotMatch($"(Before[^:]*|And): {Line(10)}", told);
        Approved.Equal("a-disagreement-that-grew-overnight", transcript);
    }

    [Fact]
    public async Task A_fourth_value_beside_three_that_were_known_leaves_none_of_them_out()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T12:00:00Z");
        for (var i = 0; i < 3; i++) await rig.ComesInAsync($"desk-{i}", "Desk", Line(11 + i));
        await rig.SayAsync("/watch " + Stops);
        await rig.ComesInAsync("echo-1", "Echo", Line(17));
        var fourth = Assert.Single(await rig.DeliverAsync()).Text;
        foreach (var known in new[] { 11, 12, 13, 17 }) Assert.Contains(Line(known), fourth);
        Assert.DoesNotContain("Before", fourth);
        await rig.ComesInAsync("echo-2", "Echo", Line(18));
        Assert.Contains("one more value", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public async Task A_correction_says_what_was_told_in_between_and_not_what_never_was()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T12:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", Line(11));
        await rig.SayAsync("/settings corrections on");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.AskAsync(Stops);
        await rig.ComesInAsync("gazette-1", "Gazette", Line(12));
        await rig.DeliverAsync();
        rig.At("2031-03-01T23:00:00Z");
        foreach (var stops in new[] { 17, 14 }) await rig.ComesInAsync("gazette-1", "Gazette", Line(stops));
        rig.At("2031-03-02T07:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches($"{Line(14)}(.|\n)*I said then: {Line(11)}(.|\n)*In between I said: {Line(12)}", told);
        Assert.DoesNotContain(Line(17), told);
        rig.At("2031-03-02T23:00:00Z");
        foreach (var stops in new[] { 18, 11 }) await rig.ComesInAsync("gazette-1", "Gazette", Line(stops));
        rig.At("2031-03-03T07:00:00Z");
        var back = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches($"again what it was(.|\n)*{Line(11)}(.|\n)*In between I said: {Line(14)}", back);
        Assert.DoesNotContain(Line(18), back);
    }

    /// <summary>What somebody is told after quiet hours who follows all news and asks whether a guest will come, known to come.</summary>
    private static async Task<string> OfAttendanceAsync(params string[] overnight)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T18:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "Donald Trump will attend the NATO summit in The Hague, an aide said.");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch Will Trump attend?");
        for (var i = 0; i < overnight.Length; i++)
        {
            rig.At(new DateTimeOffset(2025, 6, 20, 20, 10, 0, TimeSpan.Zero).AddHours(i * 2.5).ToString("O"));
            await rig.ComesInAsync($"desk-{i}", $"Desk {i}", overnight[i]);
        }
        rig.At("2025-06-21T05:00:00Z");
        return Assert.Single(await rig.DeliverAsync()).Text;
    }

    private static string Officers(int thousands) => $"Some {thousands},000 police officers will guard the NATO summit in The Hague.";

    private static string Line(int stops) => $"The Brannick line will have {stops} stops.";

    /// <summary>A question is watched, and documents come in while nothing is told; what is told then, and what <c>/why</c> says.</summary>
    private static async Task<(string Told, string Why, string Transcript)> AfterQuietHoursAsync(string question, Func<int, string> text, (string Id, int Value)[] known, (string Id, int Value)[] overnight)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: question == Stops ? BundledNewsTests.Brannick : null);
        rig.At("2031-03-01T18:00:00Z");
        foreach (var (id, value) in known) await rig.ComesInAsync(id, id.Split('-')[0], text(value));
        await rig.SayAsync("/settings zone UTC");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/watch " + question);
        var minute = 10;
        foreach (var (id, value) in overnight)
        {
            rig.At($"2031-03-01T22:{minute++}:00Z");
            await rig.ComesInAsync(id, id.Split('-')[0], text(value));
        }
        rig.At("2031-03-02T07:00:00Z");
        var told = (await rig.DeliverAsync()).Select(one => one.Text).SingleOrDefault("");
        return (told, PlainReplyWriter.WriteText(await rig.SayAsync("/why")), rig.Transcript);
    }
}
