using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>One document that is changed several times, and what people are told of it.</summary>
public sealed class EditedDocumentTests
{
    private const string HowMany = "How many countries are in NATO?";
    private const string Closed = "The Erasmus bridge will be closed.";

    private static string Counts(int countries) => $"NATO now counts {countries} member countries. {Closed}";

    [Theory, EachDatabase]
    public async Task What_waits_is_told_as_the_document_says_it_when_it_is_told(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T20:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 10", "digest");
        await rig.SayAsync("/settings quiet 22-7", "quiet");
        await rig.SayAsync("/subscribe confirm everything", "quiet");
        await rig.SayAsync("/watch " + HowMany, "quiet");
        foreach (var (minute, countries) in new[] { (10, 33), (20, 34), (30, 41), (40, 34) })
        {
            rig.At($"2025-06-20T20:{minute}:00Z");
            await rig.ComesInAsync("capital-1", "Capital Times", Counts(countries));
        }
        rig.At("2025-06-21T05:00:00Z");
        var quiet = Assert.Single(await rig.DeliverAsync());
        Assert.Equal("quiet", quiet.Chat);
        Assert.Contains("counts 34", quiet.Text);
        Assert.Contains("32 countries", quiet.Text);
        Assert.DoesNotContain("counts 33", quiet.Text);
        Assert.DoesNotContain("counts 41", quiet.Text);
        Assert.DoesNotContain("changed", quiet.Text);
        rig.At("2025-06-21T07:47:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Closed);
        rig.At("2025-06-21T08:00:00Z");
        var later = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        Assert.Contains("Erasmus", later["digest"]);
        Assert.DoesNotContain("NATO now counts", later["digest"]);
        Assert.Contains("no longer says: NATO now counts 34", later["quiet"]);
        await rig.SayAsync("/why", "digest");
        await rig.SayAsync("/changes", "digest");
        rig.At("2025-06-22T08:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
        if (kind == StoreKind.Sqlite) Approved.Equal("changed-while-it-waits", rig.Transcript);
    }

    [Theory, EachDatabase]
    public async Task What_the_full_hour_tells_begins_with_what_was_told_last_and_comes_to_nothing_where_that_holds_again(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Counts(33));
        await rig.DeliverAsync();
        rig.At("2025-06-20T08:10:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Counts(41));
        rig.At("2025-06-20T08:20:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Counts(33));
        rig.At("2025-06-20T09:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
        // No platform refused it, so it is counted as what it is.
        var records = new DeliveryRecords(rig.Database);
        Assert.Equal(["sent", "over"], (await records.CountAsync(rig.Now, TestContext.Current.CancellationToken)).Select(count => count.State));
        Assert.Empty(await records.FailedAsync(10, TestContext.Current.CancellationToken));
        rig.At("2025-06-20T09:10:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Counts(41));
        rig.At("2025-06-20T09:20:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Counts(34));
        rig.At("2025-06-20T10:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("NATO now counts 34", told);
        Assert.Contains("Before the document was changed: NATO now counts 33", told);
        Assert.DoesNotContain("41", told);
    }

    [Fact]
    public async Task What_a_document_said_before_it_was_changed_is_no_side_of_a_disagreement()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await ChangesAsync(rig, Counts(33), Counts(34), watchedByBen: HowMany);
        var told = (await rig.DeliverAsync()).Select(one => one.Text).Append(PlainReplyWriter.WriteText(await rig.SayAsync("/changes"))).Append(PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe NATO", "eve"))).ToList();
        Assert.Equal(4, told.Count);
        foreach (var text in told)
        {
            Assert.Contains("Before the document was changed: NATO now counts 33", text);
            Assert.DoesNotContain("otherwise: NATO now counts", text);
            Assert.Contains("32 ", text);
        }
        Assert.Contains("(an earlier version)", Assert.Single(rig.Delivered["ben"].Sources, source => source.Words?.Contains("33", StringComparison.Ordinal) == true).Label);
        Approved.Equal("a-value-changed-in-its-document", rig.Transcript);
    }

    [Theory, EachDatabase]
    public async Task The_passage_of_what_a_document_said_before_opens_as_it_was_then_and_says_so(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await ChangesAsync(rig, Counts(33), Counts(34));
        await rig.DeliverAsync();
        var told = rig.Delivered["anna"];
        Assert.DoesNotContain("changed since", PlainReplyWriter.WriteText(Assert.IsType<Reply>(await rig.OpenAsync(told, "Passage 1"))));
        var before = PlainReplyWriter.WriteText(Assert.IsType<Reply>(await rig.OpenAsync(told, "Passage 2")));
        Assert.Contains("The document has been changed since. It said then:", before);
        Assert.Contains("NATO now counts 33 member countries.", before);
    }

    [Theory]
    [InlineData("The NATO summit in Ankara will take place in July 2026.", true)]
    [InlineData("Donald Trump will not attend the NATO summit.", false)]
    public async Task A_sentence_that_the_document_had_already_is_no_news_whatever_others_say_since_or_say_no_more(string sentence, bool isTakenOut)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", $"{sentence} The museum opens at noon.");
        await rig.ComesInAsync("post-1", "Post", isTakenOut ? sentence : "Donald Trump will attend the NATO summit.");
        if (isTakenOut) await rig.TakenOutAsync("post-1");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2025-06-21T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", $"{sentence} The museum opens at nine.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("at nine", told);
        Assert.DoesNotContain(sentence, told);
    }

    [Fact]
    public async Task What_a_changed_sentence_said_is_told_once_whatever_others_say()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("delft-1", "Delft Post", "About 30,000 police officers will guard the NATO summit in The Hague, the police said.");
        await ChangesAsync(rig, $"About 27,000 police officers will guard the NATO summit in The Hague, the police said. {Closed}", $"About 29,000 police officers will guard the NATO summit in The Hague, the police said. {Closed}");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Before the document was changed: About 27,000", told);
        Assert.Single(told.Split("27,000").Skip(1));
        Assert.DoesNotContain("no longer says", told);
    }

    [Fact]
    public async Task A_correction_says_what_the_answer_says_now_all_sides_and_what_the_answer_said_then()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/settings corrections on");
        await rig.AskAsync("When is the summit?");
        await rig.SayAsync("/watch When is the summit?", "ben");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 25–27 June 2025, the organisers said.");
        var first = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        foreach (var text in first.Values)
            foreach (var side in new[] { "24–25 June", "24–26 June", "25–27 June" }) Assert.Contains(side, text);
        await rig.SayAsync("/settings corrections on", "eve");
        await rig.AskAsync("When is the summit?", "eve");
        await rig.SayAsync("/watch When is the summit?", "carla");
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 24–25 June 2025, the organisers said.");
        var second = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        Assert.Contains("again what it was when it was asked here", second["anna"]);
        Assert.Contains("In between I said: The NATO summit in The Hague will take place on 25–27 June", second["anna"]);
        Assert.Contains("I said then that sources disagree: The NATO summit in The Hague is planned for 24–25 June", second["eve"]);
        Assert.Equal(second["ben"], second["carla"]);
        foreach (var text in second.Values)
            foreach (var side in new[] { "24–25 June", "24–26 June" }) Assert.Contains(side, text[..text.IndexOf("25–27", StringComparison.Ordinal)]);
        await rig.AskAsync("When is the summit?");
        Approved.Equal("corrections-of-a-disagreement", rig.Transcript);
    }

    [Fact]
    public async Task What_a_document_said_while_its_news_waited_makes_no_other_sources_word_what_was_so_before()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 18");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 26–27 June 2025, the organisers said.");
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 24–25 June 2025, the organisers said.");
        rig.At("2025-06-20T18:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Said otherwise: The NATO summit in The Hague takes place on 24–26 June", told);
        Assert.DoesNotContain("Before", told);
        Assert.DoesNotContain("Corrected", told);
    }

    [Fact]
    public async Task A_watch_on_figures_that_compete_tells_all_that_stand_and_what_a_changed_document_said()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        static string Guards(string thousands) => $"Some {thousands},000 police officers will guard the NATO summit in The Hague.";
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Guards("27"));
        await rig.SayAsync("/watch How many police officers will guard the summit?");
        rig.At("2025-06-21T08:00:00Z");
        await rig.ComesInAsync("post-1", "Post", Guards("29"));
        await rig.DeliverAsync();
        rig.At("2025-06-21T12:00:00Z");
        await rig.ComesInAsync("post-1", "Post", Guards("31"));
        Assert.Matches("Sources still disagree(.|\\n)*31,000.*\\n.*otherwise: .*27,000.*\\n.*Before the document was changed: .*29,000", Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2025-06-22T12:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Guards("28"));
        Assert.Matches("Sources still disagree(.|\\n)*28,000.*\\n.*otherwise: .*31,000.*\\n.*Before the document was changed: .*27,000", Assert.Single(await rig.DeliverAsync()).Text);
        Approved.Equal("a-watch-on-competing-figures", rig.Transcript);
    }

    [Theory]
    [InlineData("Mayor Joost Hale will open the Oster museum, his office said.", "Mayor Joost Hale will open the Oster museum, his spokesman said.", true)]
    [InlineData("The ferry to Tarn leaves the old harbour at noon every day.", "The ferry to Tarn now leaves the old harbour at noon every day.", true)]
    [InlineData("Ilse Brandt will open the Oster museum, his office said.", "Ilse Brandt will not open the Oster museum, his office said.", false)]
    [InlineData("The ferry to Tarn leaves the old harbour at noon every day.", "The ferry to Tarn leaves the old harbour at nine every day.", false)]
    [InlineData("The council of Oster will sell the old harbour, a clerk said.", "The council of Oster will sell the old theatre, a clerk said.", false)]
    [InlineData("Ilse Brandt will lead the Oster theatre.", "Marek Hollis will lead the Oster theatre.", false)]
    public async Task Changes_calls_a_sentence_taken_back_only_where_its_document_no_longer_says_the_same(string before, string after, bool isSaid)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", before + " The Brannick line has two tracks.");
        rig.At("2031-03-01T10:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", after + " The Brannick line has two tracks.");
        var told = PlainReplyWriter.WriteText(await rig.SayAsync("/changes"));
        Assert.Contains(before, told);
        Assert.Equal(!isSaid, told.Contains("Taken back since: " + before, StringComparison.Ordinal));
    }

    /// <summary>A document is known when anna subscribes to everything, and is changed two hours later.</summary>
    private static async Task ChangesAsync(SubscriberRig rig, string before, string after, string? watchedByBen = null)
    {
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", before);
        await rig.SayAsync("/subscribe confirm everything");
        if (watchedByBen is not null) await rig.SayAsync("/watch " + watchedByBen, "ben");
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", after);
    }
}
