using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>What is corrected, taken back or only seems to disagree, and what the record says of it.</summary>
public sealed class TakenBackTests
{
    private const string Economy = "How large is NATO's combined economy?";

    [Fact]
    public async Task A_correction_tells_what_was_asked_for_and_a_note_corrects_only_what_it_speaks_of()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/settings corrections on");
        await rig.AskAsync(Economy);
        await rig.SayAsync("/subscribe confirm everything", "ben");
        await rig.SayAsync("/watch " + Economy, "eve");
        rig.At("2025-06-21T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "Correction: An earlier article said that NATO has 33 member states. NATO has 32 member states.\n\nMark Rutte put NATO's combined economy at $55 trillion.");
        var told = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        foreach (var chat in new[] { "anna", "eve" })
        {
            Assert.Contains("$55 trillion", told[chat]);
            Assert.Contains("$50 trillion", told[chat]);
            Assert.DoesNotContain("member states", told[chat]);
        }
        Assert.DoesNotContain("Corrected: the combined economy", told["ben"]);
        Assert.Contains("Sources disagree on the combined economy", told["ben"]);
    }

    [Theory]
    [InlineData("The NATO summit in The Hague will take place on 24–25 June 2025, the organisers said.")]
    [InlineData("Leaders of the alliance meet in June. The summit is to be held on 24–25 June 2025.")]
    [InlineData("The organisers of the NATO summit no longer name any days.")]
    public async Task Who_follows_a_value_is_told_that_the_document_no_longer_gives_it(string second)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm attribute:summit.dates");
        await rig.SayAsync("/watch When is the summit?", "ben");
        await rig.SayAsync("/subscribe confirm keywords:July", "eve");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 1–2 July 2025, the organisers said.");
        await rig.DeliverAsync();
        rig.At("2025-06-20T12:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", second);
        var told = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        foreach (var chat in new[] { "anna", "ben", "eve" }) Assert.Contains("1–2 July", told[chat]);
        foreach (var chat in new[] { "anna", "ben", "eve" }) Assert.DoesNotContain("Not sent here", PlainReplyWriter.WriteText(await rig.SayAsync("/why July", chat)));
    }

    [Fact]
    public async Task Who_watches_a_question_whose_only_answer_is_taken_back_is_told()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/watch How many police officers will guard the summit?");
        await rig.ComesInAsync("d-1", "Capital Times", "About 29,000 police officers will guard the NATO summit in The Hague. The Erasmus bridge will be closed.");
        await rig.DeliverAsync();
        await rig.ComesInAsync("d-1", "Capital Times", "The Erasmus bridge will be closed.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("taken back", told);
        Assert.Contains("no longer says: About 29,000", told);
    }

    [Fact]
    public async Task Why_counts_what_a_watch_told_as_sent()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/watch When is the summit?");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 1–2 July 2025, the organisers said.");
        await rig.DeliverAsync();
        foreach (var asked in new[] { "/why dates", "/why July", "/why" })
        {
            var why = PlainReplyWriter.WriteText(await rig.SayAsync(asked));
            Assert.Contains("because you watch", why);
            Assert.DoesNotContain("Not sent here", why);
        }
    }

    [Theory]
    [InlineData("Leiden Times")]
    [InlineData("the leiden times")]
    [InlineData("fireworks, Leiden Times")]
    public async Task Words_that_turn_out_to_be_an_outlet_bring_what_it_writes(string words)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var preview = await rig.SayAsync("/subscribe " + words);
        Assert.Equal(words.Contains('L', StringComparison.Ordinal), PlainReplyWriter.WriteText(preview).Contains("or as the outlet", StringComparison.Ordinal));
        await rig.TapAsync(preview, "Subscribe");
        await rig.ComesInAsync("leiden-1", "Leiden Times", "The Erasmus bridge will be closed. A gala concert will begin in the Kurhaus.");
        await rig.ComesInAsync("daily-1", "Leiden Times Daily", "A tram line of the town of Delft will be repaired.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Erasmus", told);
        Assert.Contains("Kurhaus", told);
        Assert.DoesNotContain("tram", told);
        Assert.Contains("sent", PlainReplyWriter.WriteText(await rig.SayAsync("/why Erasmus")));
        Assert.Contains("Erasmus", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe keywords:" + words)));
    }

    [Theory]
    [InlineData("The summit's dinner will be hosted by King Willem-Alexander at Huis ten Bosch.")]
    [InlineData("The dinner of the NATO summit will be held in Delft.")]
    [InlineData("Mark Rutte was hosted in Brussels ahead of the NATO summit.")]
    [InlineData("Mark Rutte denied that the invitation to Ukraine was withdrawn.")]
    public async Task What_is_said_of_something_else_is_no_disagreement(string text)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch Where is the summit?", "ben");
        await rig.SayAsync("/watch Was Ukraine invited?", "ben");
        await rig.ComesInAsync("d-1", "Capital Times", text);
        var told = Assert.Single(await rig.DeliverAsync());
        Assert.Equal("anna", told.Chat);
        Assert.DoesNotContain("disagree", told.Text);
    }

    [Theory]
    [InlineData("The NATO summit will be held in Brussels.")]
    [InlineData("Brussels will be the venue of the NATO summit.")]
    [InlineData("Leaders will gather in Brussels for the NATO summit.")]
    public async Task Another_place_of_the_event_itself_is_a_disagreement(string text)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm attribute:summit.place");
        await rig.ComesInAsync("d-1", "Capital Times", text);
        Assert.Contains("Sources disagree on the place of the summit", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public async Task A_figure_that_differs_from_the_latest_known_is_told_with_that()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm keywords:officers");
        var day = 20;
        foreach (var (outlet, text, before) in new[]
        {
            ("Capital Times", "About 27,000 police officers will guard the NATO summit in The Hague, the police said.", null),
            ("Delft Post", "About 29,000 police officers will guard the NATO summit in The Hague, the police said.", "27,000"),
            ("Leiden Times", "Correction: 26,000 police officers, not 27,000, will guard the NATO summit in The Hague.", "29,000"),
        })
        {
            rig.At($"2025-06-{day++}T08:00:00Z");
            await rig.ComesInAsync($"d-{day}", outlet, text);
            var told = Assert.Single(await rig.DeliverAsync()).Text;
            if (before is not null) Assert.Contains($": About {before}", told);
        }
    }

    [Fact]
    public async Task A_short_name_with_a_slip_is_read_as_the_name_and_the_words_can_be_had()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var preview = await rig.SayAsync("/subscribe trmp");
        Assert.Contains("Donald Trump", PlainReplyWriter.WriteText(preview));
        Assert.Contains("“trmp”, at once", PlainReplyWriter.WriteText(await rig.TapAsync(preview, "No, the words “trmp”")).Replace("**", "", StringComparison.Ordinal));
    }
}
