using System.Globalization;
using ChatBot.Chat;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

public sealed class NewsForSubscribersTests
{
    private const string Mixed =
        "The NATO summit in The Hague will take place on 26 and 27 June 2025, the Dutch government said. The Erasmus bridge will be closed. "
        + "Donald Trump will not attend the NATO summit in The Hague, the White House said. A gala concert will begin in the Kurhaus.";

    [Fact]
    public async Task News_lead_with_what_is_followed_and_say_how_much_else_there_is()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:donald-trump", "trump");
        await rig.SayAsync("/subscribe confirm keywords:concert, fireworks", "concert");
        await rig.SayAsync("/subscribe confirm attribute:summit.dates", "dates");
        await rig.SayAsync("/subscribe confirm everything", "all");
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed);
        var delivered = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        Assert.DoesNotContain("26 and 27 June", delivered["trump"]);
        Assert.DoesNotContain("Trump", delivered["concert"]);
        Assert.DoesNotContain("Trump", delivered["dates"]);
        Assert.Contains("3 more pieces of news", delivered["trump"]);
        Assert.Contains("Erasmus bridge", delivered["all"]);
        await rig.TapAsync(rig.Delivered["trump"], "All of it", "trump");
        await rig.TapAsync(rig.Delivered["trump"], "Why this?", "trump");
        await rig.SayAsync("/subscribe concert", "ben");
        Approved.Equal("news-lead-with-what-is-followed", rig.Transcript);
    }

    [Theory, EachDatabase]
    public async Task What_a_weekly_subscription_brings_waits_for_its_day_and_leaves_out_what_was_told_at_once(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:donald-trump instant");
        await rig.SayAsync("/subscribe confirm attribute:summit.dates weekly on Monday at 9");
        await rig.SayAsync("/subscribe confirm keywords:\"White House\" weekly on Monday at 9");
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed);
        var atOnce = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.DoesNotContain("26 and 27 June", atOnce);
        var why = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?"));
        Assert.DoesNotContain("dates of the summit", why);
        Assert.DoesNotContain("White House”", why);
        await rig.SayAsync("/why");
        rig.At("2025-06-23T07:00:00Z");
        var digest = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("26 and 27 June", digest);
        Assert.DoesNotContain("Trump", digest);
        Assert.DoesNotContain("White House”", PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?")));
        await rig.SayAsync("/why");
        if (kind == StoreKind.Sqlite) Approved.Equal("at-once-and-weekly", rig.Transcript);
    }

    [Fact]
    public async Task What_all_ways_bring_is_told_once()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything instant");
        await rig.SayAsync("/subscribe confirm entity:donald-trump daily at 18");
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed);
        Assert.Single(await rig.DeliverAsync());
        rig.At("2025-06-20T17:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Fact]
    public async Task Who_follows_an_outlet_that_is_a_name_of_the_topic_too_gets_what_it_writes_and_what_is_written_of_it()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("wire-0", "Reuters", "The Erasmus bridge will be closed. Trams will wait in The Hague for 31 minutes.");
        var preview = await rig.SayAsync("/subscribe Reuters");
        Assert.Contains("1 update", PlainReplyWriter.WriteText(preview));
        Assert.Contains("31 minutes", PlainReplyWriter.WriteText(preview));
        await rig.TapAsync(preview, "Subscribe");
        await rig.ComesInAsync("wire-1", "Reuters", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace. Reuters was told so by the palace.");
        var own = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("summit dinner", own);
        await rig.ComesInAsync("capital-1", "Capital Times", "The Kurhaus will be closed. Ferries to Rotterdam will stop, Reuters reported.");
        var mention = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Ferries", mention);
        Assert.DoesNotContain("Kurhaus", mention);
        await rig.ComesInAsync("capital-2", "Capital Times", "The Mauritshuis museum will be closed.");
        Assert.Empty(await rig.DeliverAsync());
        await rig.SayAsync("/why");
        Approved.Equal("an-outlet-and-a-name", rig.Transcript);
    }

    [Fact]
    public async Task Another_year_of_a_target_is_a_change_with_what_was_known_before_and_another_occasion_of_an_event_is_none()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-26T08:00:00Z");
        await rig.SayAsync("/subscribe confirm attribute:spending.target");
        await rig.SayAsync("/subscribe confirm attribute:summit.dates", "ben");
        await rig.ComesInAsync("capital-1", "Capital Times", "The defence spending target is 5 percent by 2035.");
        await rig.ComesInAsync("capital-2", "Capital Times", "The next NATO summit will take place in Ankara on 7 July 2026.");
        var text = Assert.Single(await rig.DeliverAsync(), message => message.Chat == "anna").Text;
        Assert.Contains("Changed", text);
        Assert.Matches("Before: .*2032", text);
        Approved.Equal("another-year-of-a-target", rig.Transcript);
    }

    [Fact]
    public async Task What_a_changed_document_said_before_and_no_longer_says_is_told_as_such()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", "The Kurhaus costs 4 million euros. The Erasmus bridge will be closed. Ulf Dahlgren opened the quay.");
        await rig.DeliverAsync();
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "The Kurhaus costs 5 million euros. Ulf Dahlgren opened the quay.");
        var text = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Before the document was changed: The Kurhaus costs 4 million euros.", text);
        Assert.Contains("The document was changed and no longer says: The Erasmus bridge will be closed.", text);
        Approved.Equal("a-changed-document", rig.Transcript);
    }

    [Fact]
    public async Task A_watcher_is_told_of_another_figure_whether_or_not_its_document_has_a_day()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("local-1", "Local Post", "The media centre of the NATO summit in The Hague has room for 200 journalists.");
        await rig.SayAsync("/watch How many journalists does the media centre have room for?");
        await rig.ComesInAsync("capital-1", "Capital Times", "The media centre of the NATO summit in The Hague has room for 250 journalists.", isUndated: true);
        Assert.Contains("250 journalists", Assert.Single(await rig.DeliverAsync()).Text);
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "The media centre of the NATO summit in The Hague has room for 250 journalists.", isUndated: true);
        Assert.Empty(await rig.DeliverAsync());
        Approved.Equal("another-figure", rig.Transcript);
    }

    [Fact]
    public async Task What_is_taken_back_last_is_the_latest_of_the_answer()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch Was Ukraine invited?");
        await rig.ComesInAsync("wire-1", "Reuters", "NATO withdrew its invitation to Ukraine for the summit in The Hague, Mark Rutte said.");
        Assert.Contains("withdrew", Assert.Single(await rig.DeliverAsync()).Text);
        await rig.AskAsync("Was Ukraine invited?");
        Assert.Matches(@"Latest: NATO \W*withdrew", rig.Transcript);
        Approved.Equal("taken-back-last", rig.Transcript);
    }

    [Fact]
    public async Task Why_never_says_of_what_was_sent_among_very_much_that_it_was_not_followed()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.TapAsync(await rig.SayAsync("/subscribe all daily at 18"), "Subscribe");
        await rig.ComesInAsync("bicycles", "Capital Times", "Mark Rutte gave every delegate of the NATO summit a bicycle.");
        await rig.ComeInAsync(Enumerable.Range(0, 210).Select(i => ($"desk-{i}", $"The NATO summit has {9000 + i} matches of kind {i}.")), "Vecht3");
        rig.At("2025-06-20T18:00:00Z");
        await rig.DeliverAsync();
        foreach (var (words, told) in new[] { ("bicycles", "bicycle\\b.* sent 20 June"), ("9003 matches", "9003.* sent 20 June"), ("9190 matches", "9190.* counted as “more”, not shown, in the message of 20 June"), ("", "matches.* counted") })
        {
            var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why " + words));
            Assert.Matches(told, why);
            Assert.DoesNotContain("not followed", why, StringComparison.Ordinal);
        }
        var button = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?"));
        Assert.Contains("203 more were counted at its end", button, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_looks_for_a_word_and_shows_more_than_its_first_lines()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:donald-trump");
        for (var i = 0; i < 12; i++)
            await rig.ComesInAsync($"local-{i}", "Local Post", string.Create(CultureInfo.InvariantCulture, $"Tram {i + 70} called Vecht{i} will wait for Mark Rutte for {i + 31} minutes."));
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed);
        await rig.DeliverAsync();
        var concert = PlainReplyWriter.WriteText(await rig.SayAsync("/why did I not get the gala concert?"));
        Assert.Contains("gala concert will begin", concert);
        Assert.DoesNotContain("Tram", concert);
        Assert.DoesNotContain("Tram", PlainReplyWriter.WriteText(await rig.SayAsync("/why Capital Times")));
        Assert.Contains("Vecht3 ", PlainReplyWriter.WriteText(await rig.SayAsync("/why Vecht3")));
        await rig.SayAsync("/why zeppelins");
        var shown = await rig.SayAsync("/why");
        var all = PlainReplyWriter.WriteText(shown);
        while (shown.Actions.Any(action => action.Label == "Show more")) all += PlainReplyWriter.WriteText(shown = await rig.TapAsync(shown, "Show more"));
        for (var i = 0; i < 12; i++) Assert.Contains($"Vecht{i} ", all);
        Approved.Equal("why-of-a-word", rig.Transcript);
    }

    [Fact]
    public async Task Show_more_goes_on_where_the_list_ended_though_other_news_came_in_meanwhile()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await BringAsync(0, 12);
        var shown = await rig.SayAsync("/why");
        var all = PlainReplyWriter.WriteText(shown);
        rig.At("2025-06-20T09:00:00Z");
        await BringAsync(12, 17);
        while (shown.Actions.Any(action => action.Label == "Show more")) all += PlainReplyWriter.WriteText(shown = await rig.TapAsync(shown, "Show more"));
        Assert.All(Enumerable.Range(0, 12), i => Assert.Single(all.Split('\n'), line => line.Contains($"Vecht{i} ", StringComparison.Ordinal)));
        Assert.DoesNotContain("Vecht14 ", all, StringComparison.Ordinal);

        async Task BringAsync(int from, int to)
        {
            for (var i = from; i < to; i++) await rig.ComesInAsync($"local-{i}", "Local Post", string.Create(CultureInfo.InvariantCulture, $"Tram {i + 70} called Vecht{i} was sold for {i + 31} euros."));
            await rig.DeliverAsync();
        }
    }

    [Fact]
    public async Task Why_a_long_message_was_sent_is_told_of_a_few_of_its_news_at_a_time()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("local-1", "Local Post", string.Join(' ', Enumerable.Range(0, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"Ferry {(char)('A' + i)}{i} called Maas{i} stops for {i + 31} days."))));
        await rig.DeliverAsync();
        var why = await rig.TapAsync(rig.Delivered["anna"], "Why this?");
        var all = PlainReplyWriter.WriteText(why);
        Assert.Equal(4, all.Split("called Maas").Length - 1);
        while (why.Actions.Any(action => action.Label == "Show more")) all += PlainReplyWriter.WriteText(why = await rig.TapAsync(why, "Show more"));
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(2, all.Split($"Maas{i} ").Length));
    }

    [Fact]
    public async Task Long_news_are_told_a_part_at_a_time_and_none_is_lost()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        var ferries = Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"Ferry {(char)('A' + i % 26)}{i} called Maas{i} stops for {i + 31} days.")).ToList();
        await rig.ComesInAsync("local-1", "Local Post", string.Join(' ', ferries));
        await rig.DeliverAsync();
        var reply = rig.Delivered["anna"];
        var text = PlainReplyWriter.WriteText(reply);
        Assert.Contains("and 18 more in this document.", text);
        while (reply.Actions.FirstOrDefault(action => action.Label == "Show more") is not null)
        {
            reply = await rig.TapAsync(reply, "Show more");
            text += PlainReplyWriter.WriteText(reply);
        }
        Assert.All(ferries, ferry => Assert.Contains(ferry, text));
    }

    [Theory]
    [InlineData("sanctions", false)]
    [InlineData("keywords:sanctions", false)]
    [InlineData("sanction", true)]
    [InlineData("sanctions, drones", true)]
    public async Task A_keyword_that_stands_in_one_sentence_alone_brings_a_delivery(string followed, bool isFromFeed)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync($"/subscribe confirm {followed}");
        var others = string.Join(' ', Enumerable.Range(0, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"Tram {i} called Vecht{i} will wait in The Hague for {i + 31} minutes.")));
        await rig.ComesInAsync("capital-1", "Capital Times", $"{others} Mark Rutte said that NATO allies want new sanctions on Moscow after the summit.", isFromFeed: isFromFeed);
        var text = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("new sanctions on Moscow", text);
        Assert.DoesNotContain("Tram", text);
    }

    [Theory, EachDatabase]
    public async Task What_came_while_the_bot_was_blocked_was_not_delivered_and_why_says_so(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2025-06-20T09:00:00Z");
        await rig.BlockAsync();
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "Donald Trump will not attend the NATO summit in The Hague, the White House said.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-21T11:00:00Z");
        await rig.UnblockAsync();
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why"));
        Assert.Contains("not delivered: this chat was closed to me from 20 June 2025 11:00 CEST to 21 June 2025 13:00 CEST", why);
        Assert.DoesNotContain("not followed", why);
    }

    [Theory, EachDatabase]
    public async Task What_waited_when_the_bot_was_blocked_is_told_as_not_delivered_too_even_after_subscribing_anew(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything daily at 18");
        await rig.ComesInAsync("capital-1", "Capital Times", "Donald Trump will not attend the NATO summit in The Hague, the White House said.");
        rig.At("2025-06-20T09:00:00Z");
        await rig.BlockAsync();
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-2", "Capital Times", "The Erasmus bridge will be closed.");
        rig.At("2025-06-20T17:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why"));
        Assert.Equal(3, why.Split("closed to me from 20 June 2025 11:00 CEST to 20 June 2025 19:00 CEST").Length);
    }

    [Theory, EachDatabase]
    public async Task What_waits_for_a_later_hour_outlasts_a_block_that_ends_before_it_and_what_fell_due_meanwhile_is_listed_as_not_sent(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything daily at 18");
        await rig.SayAsync("/subscribe confirm entity:donald-trump");
        await rig.ComesInAsync("capital-1", "Capital Times", "The Erasmus bridge will be closed.");
        rig.At("2025-06-20T09:00:00Z");
        await rig.BlockAsync();
        await rig.ComesInAsync("capital-2", "Capital Times", "Donald Trump will not attend the NATO summit in The Hague, the White House said.");
        await rig.ComesInAsync("capital-3", "Capital Times", "A gala concert will begin in the Kurhaus.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-20T09:03:00Z");
        await rig.UnblockAsync();
        Assert.Empty(await rig.DeliverAsync());
        Assert.Contains("still to come", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
        rig.At("2025-06-20T16:00:00Z");
        var digest = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Erasmus bridge", digest);
        Assert.Contains("Trump", digest);
        Assert.Contains("Kurhaus", digest);
        await rig.SayAsync("/subscribe confirm everything daily at 19");
        await rig.ComesInAsync("capital-4", "Capital Times", "Trams will wait in The Hague for 31 minutes.");
        await rig.BlockAsync();
        rig.At("2025-06-20T17:30:00Z");
        await rig.UnblockAsync();
        Assert.Empty(await rig.DeliverAsync());
        await rig.SayAsync("/why");
        if (kind == StoreKind.Sqlite) Approved.Equal("a-block-before-the-digest", rig.Transcript);
    }

    [Fact]
    public async Task Why_lists_what_was_sent_and_what_was_not_and_the_button_explains_its_own_message()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:donald-trump");
        await rig.SayAsync("/watch Will Trump attend the summit?");
        await rig.ComesInAsync("capital-1", "Capital Times", "Donald Trump will not attend the NATO summit in The Hague, the White House said. The Erasmus bridge will be closed.");
        await rig.DeliverAsync();
        var first = rig.Delivered["anna"];
        rig.At("2025-06-20T12:00:00Z");
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        await rig.ComesInAsync("dutch-2", "Dutch Mail", "Donald Trump will sleep at the Huis ten Bosch palace, the royal house said.");
        await rig.DeliverAsync();
        await rig.SayAsync("/why");
        await rig.TapAsync(rig.Delivered["anna"], "Why this?");
        await rig.TapAsync(first, "Why this?");
        var stop = await rig.TapAsync(first, "Why this?");
        await rig.TapAsync(stop, "Stop following Donald Trump");
        Assert.Contains("don't know any more", PlainReplyWriter.WriteText(await rig.TapAsync(first, "Why this?", "somebody-else")));
        Approved.Equal("why", rig.Transcript);
    }

    [Fact]
    public async Task What_waits_from_a_document_that_has_become_shorter_since_stops_nothing()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/settings quiet 22-7");
        rig.At("2025-06-20T23:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace. Donald Trump will sleep at the Huis ten Bosch palace, the royal house said.");
        await rig.ComesInAsync("capital-1", "Capital Times", "King Willem-Alexander is ill.");
        rig.At("2025-06-21T09:00:00Z");
        Assert.Contains("is ill", string.Join('\n', (await rig.DeliverAsync()).Select(message => message.Text)));
    }

    [Fact]
    public async Task A_watchs_news_lead_with_what_the_answer_now_says()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch When is the summit?");
        await rig.SayAsync("/watch Will Trump attend the summit?", "ben");
        await rig.SayAsync("/watch Was Ukraine invited?", "carla");
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed + " Ukraine was not invited to the NATO summit in The Hague, Mark Rutte said.");
        await rig.DeliverAsync();
        await rig.AskAsync("When is the summit?");
        await rig.AskAsync("Will Trump attend the summit?", "ben");
        await rig.AskAsync("Was Ukraine invited?", "carla");
        Approved.Equal("watches-and-answers", rig.Transcript);
    }

    [Fact]
    public async Task Changes_name_what_changed_and_lead_on_to_older_ones()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        for (var i = 0; i < 7; i++)
        {
            rig.At(string.Create(CultureInfo.InvariantCulture, $"2025-06-20T0{i + 1}:00:00Z"));
            await rig.ComesInAsync($"local-{i}", "Local Post", string.Create(CultureInfo.InvariantCulture, $"Tram {i + 70} called Vecht{i} will wait for Mark Rutte for {i + 31} minutes."));
        }
        await rig.ComesInAsync("capital-1", "Capital Times", Mixed);
        await rig.TapAsync(await rig.SayAsync("/changes"), "Older changes");
        Approved.Equal("changes", rig.Transcript);
    }

    [Fact]
    public async Task A_bad_setting_is_told_by_name_with_what_is_allowed()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        foreach (var typed in new[] { "zone Atlantis", "zone", "quiet 25-7", "quiet 9-9", "quiet", "corrections maybe", "corrections", "colour blue", "quiet 22:30-7", "QUIET OFF", "Corrections On" })
            await rig.SayAsync($"/settings {typed}");
        Approved.Equal("settings-with-bad-values", rig.Transcript);
    }
}
