using ChatBot.Chat;
using ChatBot.Subscriptions;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

public sealed class SubscribingTests
{
    private const string Cancels = "Donald Trump will not attend the NATO summit in The Hague, the White House said.";
    private const string Comes = "Donald Trump will attend the NATO summit in The Hague after all, the White House said.";

    [Fact]
    public async Task From_a_preview_to_a_digest()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var preview = await rig.SayAsync("/subscribe trump");
        await rig.TapAsync(preview, "Subscribe");
        await rig.SayAsync("/subscribe confirm everything daily at 18", "ben");
        await rig.SayAsync("/watch Will Trump attend the summit?", "carla");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        await rig.DeliverAsync();
        rig.At("2025-06-20T16:00:00Z");
        await rig.DeliverAsync();
        await rig.SayAsync("/why");
        await rig.SayAsync("/changes");
        await rig.SayAsync("/subscriptions");
        Approved.Equal("from-a-preview-to-a-digest", rig.Transcript);
    }

    [Theory]
    [InlineData("/watch Was Ukraine invited? weekly", "not every Monday at 9:00")]
    [InlineData("/watch Was Ukraine invited? daily at 18", "not every day at 18:00")]
    [InlineData("/watch weekly Was Ukraine invited?", "I'll tell you when the answer changes: Was Ukraine invited?")]
    [InlineData("/subscribe Was Ukraine invited? weekly", "not every Monday at 9:00")]
    public async Task A_rhythm_beside_a_question_that_is_watched_is_said_to_be_none(string typed, string said)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var reply = PlainReplyWriter.WriteText(await rig.SayAsync(typed));
        Assert.Contains(said, reply, StringComparison.Ordinal);
        Assert.Contains("Was Ukraine invited?\n", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subscribe the")]
    [InlineData("/subscribe of")]
    [InlineData("/subscribe \"\"")]
    public async Task Where_no_word_can_be_followed_that_is_said_whatever_else_is_followed(string typed)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm everything");
        Assert.StartsWith("There is no word in that which I could follow.", PlainReplyWriter.WriteText(await rig.SayAsync(typed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_of_any_of_several_keywords_work_however_long_they_are()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var preview = await rig.SayAsync("/subscribe drones, sanctions, \"undersea cables\", cyberattacks weekly on Friday");
        Assert.All(preview.Actions, action => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(action.Subject), 1, 60));
        await rig.TapAsync(preview, "Subscribe at once");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will agree on new sanctions against Russia, Mark Rutte said.");
        Assert.Single(await rig.DeliverAsync());
        await rig.SayAsync("/subscribe #0123456789ab instant");
        await rig.TapAsync(await rig.SayAsync("/subscribe drone"), "Subscribe");
        await rig.TapAsync(await rig.SayAsync("/subscribe drones"), "Subscribe daily");
        await rig.SayAsync("/subscriptions");
        Approved.Equal("any-of-several-keywords", rig.Transcript);
    }

    [Fact]
    public async Task What_is_followed_already_what_was_typed_with_a_slip_and_what_nobody_wrote_of_are_told()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch Was Ukraine invited?", "room", isPrivate: false, manages: true);
        await rig.SayAsync("/watch Was Ukraine invited?", "room", isPrivate: false, manages: true);
        await rig.SayAsync("/watch Who painted the dinner table?", "room", isPrivate: false, manages: true);
        await rig.TapAsync(await rig.SayAsync("/subscribe Reuterz"), "Subscribe");
        await rig.SayAsync("/subscribe confirm Reuters");
        await rig.SayAsync("/subscribe flurble blurp");
        Approved.Equal("followed-already-misspelt-unheard-of", rig.Transcript);
    }

    [Fact]
    public async Task What_is_mistyped_is_helped_and_a_command_is_watched_as_the_question_that_it_asks_or_not_at_all()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm Mark Rutte");
        await rig.SayAsync("/subscribe confirm drones, sanctions");
        await rig.SayAsync("/watch Was Ukraine invited?");
        await rig.SayAsync("/unsubscribe Ruttte");
        await rig.SayAsync("/unsubscribe sanktions");
        await rig.TapAsync(await rig.SayAsync("/unwatch was ukrane invited"), "Stop watching Was Ukraine invited?");
        await rig.SayAsync("/unsubscribe the weather");
        await rig.SayAsync($"/subscribe {new string('x', 480)}");
        await rig.SayAsync("/watch /when");
        await rig.SayAsync("/watch /ask /where");
        await rig.SayAsync("/watch /who Mark Rutte");
        foreach (var command in new[] { "/timeline", "/subscribe Trump", "/check Ukraine was invited.", "/foo", "/ask" }) await rig.SayAsync($"/watch {command}");
        await rig.SayAsync("/subscriptions");
        Approved.Equal("mistyped-and-commands-watched", rig.Transcript);
    }

    [Fact]
    public async Task Each_of_nine_has_its_button_and_of_many_the_others_end_by_number()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        for (var i = 1; i <= 9; i++) await rig.SayAsync($"/watch What happened on day {i}?");
        var nine = await rig.SayAsync("/subscriptions");
        Assert.Equal(9, nine.Actions.Count);
        Assert.DoesNotContain("The others", PlainReplyWriter.WriteText(nine), StringComparison.Ordinal);
        for (var i = 10; i <= 22; i++) await rig.SayAsync($"/watch What happened on day {i}?");
        Assert.Contains("The others end by their number", PlainReplyWriter.WriteText(await rig.SayAsync("/subscriptions")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_ended_unasked_and_subscriptions_and_watches_are_numbered_apart()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch Was Ukraine invited?");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscriptions");
        var which = await rig.SayAsync("/unsubscribe");
        await rig.TapAsync(which, "Stop 1");
        await rig.SayAsync("/unsubscribe 1");
        await rig.TapAsync(await rig.SayAsync("/unwatch"), "Stop watch 1");
        await rig.SayAsync("/unwatch 1");
        Approved.Equal("nothing-is-ended-unasked", rig.Transcript);
    }

    [Fact]
    public async Task A_subscription_is_changed_rather_than_doubled_and_what_has_ended_is_said_to_have()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var preview = await rig.SayAsync("/subscribe Trump");
        await rig.TapAsync(preview, "Subscribe");
        await rig.TapAsync(preview, "Subscribe daily");
        var made = await rig.TapAsync(preview, "Subscribe weekly");
        await rig.SayAsync("/subscriptions");
        await rig.TapAsync(made, "Stop following Donald Trump");
        await rig.TapAsync(made, "Stop following Donald Trump");
        var watching = await rig.SayAsync("/watch Was Ukraine invited?");
        await rig.TapAsync(watching, "Stop watching");
        await rig.TapAsync(watching, "Stop watching");
        Approved.Equal("changed-and-ended", rig.Transcript);
    }

    [Fact]
    public async Task Who_does_not_manage_a_group_is_told_how_to_watch_in_private()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var refused = PlainReplyWriter.WriteText(await rig.SayAsync("/watch Was Ukraine invited?", "room", isPrivate: false));
        Assert.EndsWith("write to me in private: /watch Was Ukraine invited?", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Was Ukraine invited?", PlainReplyWriter.WriteText(await rig.SayAsync("/subscriptions", "room", isPrivate: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/watch /quote Trump", "What /quote shows can't be watched")]
    [InlineData("/watch /number aid", "What /number shows can't be watched")]
    [InlineData("/watch /timeline Ukraine", "What /timeline shows can't be watched")]
    [InlineData("/watch /quote", "Which question?")]
    public async Task A_list_is_no_question_to_watch(string typed, string said)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.StartsWith(said, PlainReplyWriter.WriteText(await rig.SayAsync(typed)), StringComparison.Ordinal);
        Assert.DoesNotContain("/watch", PlainReplyWriter.WriteText(await rig.SayAsync("/watch /who Rutte")), StringComparison.Ordinal);
        Assert.Single((await rig.SayAsync("/subscriptions")).Actions, action => action.Label.StartsWith("Stop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zone utc", "Time zone: UTC.")]
    [InlineData("zone GMT", "Time zone: UTC.")]
    [InlineData("time zone UTC+2", "Time zone: UTC+2.")]
    [InlineData("timezone gmt +2", "Time zone: UTC+2.")]
    [InlineData("zone UTC-05:00", "Time zone: UTC-5.")]
    [InlineData("zone UTC+5:30", "I don't know the time zone “UTC+5:30”.")]
    [InlineData("zone UTC+40", "I don't know the time zone “UTC+40”.")]
    [InlineData("quiet hours 22:00 to 07:00", "Quiet hours: 22:00 to 7:00;")]
    [InlineData("quiet hours from 10pm until 7am", "Quiet hours: 22:00 to 7:00;")]
    [InlineData("quiet between 22 and 7", "Quiet hours: 22:00 to 7:00;")]
    [InlineData("quiet time: 22-7", "“time: 22-7” are no hours")]
    [InlineData("quiet hours", "“hours” are no hours")]
    [InlineData("quiet hours off", "No quiet hours.")]
    public async Task Settings_are_read_as_people_type_them(string typed, string said)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        Assert.Contains(said, PlainReplyWriter.WriteText(await rig.SayAsync($"/settings {typed}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_by_its_distance_from_Greenwich_keeps_its_hours()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T20:30:00Z");
        await rig.SayAsync("/settings zone UTC+2");
        Assert.Contains("It is quiet now, until 21 June 2025 07:00", PlainReplyWriter.WriteText(await rig.SayAsync("/settings quiet 22-7")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_any_news_it_shows_the_latest_changes_where_there_are_some()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        Assert.Contains("/changes lists", PlainReplyWriter.WriteText(await rig.WriteAsync("any news?")), StringComparison.Ordinal);
        await rig.ComesInAsync("late", "The Late Post", "The NATO summit in The Hague has been moved to 3 July 2025.");
        Assert.Contains("3 July 2025", PlainReplyWriter.WriteText(await rig.WriteAsync("any news?")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_none_of_the_watches_has_is_said_to_be_that()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/watch Was Ukraine invited?");
        Assert.StartsWith("No such question is watched here", PlainReplyWriter.WriteText(await rig.SayAsync("/unwatch 9")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_not_understood_is_asked_for_and_a_city_is_offered_as_its_zone()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/changes since the flood");
        await rig.TapAsync(await rig.SayAsync("/settings time zone new york"), "America/New_York");
        Approved.Equal("mistyped", rig.Transcript);
    }

    [Fact]
    public async Task Settings_lists_and_forgetting()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/settings");
        await rig.SayAsync("/settings zone europe/kyiv");
        await rig.SayAsync("/settings zone Atlantis");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/subscriptions");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm source Reuters weekly on friday at 8");
        await rig.SayAsync("/subscribe drones, sanctions daily");
        await rig.SayAsync("/watch Was Ukraine invited?");
        var list = await rig.SayAsync("/subscriptions");
        await rig.TapAsync(list, "Stop 2");
        await rig.SayAsync("/unsubscribe nothing-like-that");
        await rig.SayAsync("/unwatch");
        await rig.SayAsync("/why");
        var forget = await rig.SayAsync("/forgetme");
        await rig.TapAsync(forget, "Delete it");
        await rig.SayAsync("/subscriptions");
        await rig.SayAsync("/settings");
        Approved.Equal("settings-lists-and-forgetting", rig.Transcript);
    }

    [Fact]
    public async Task In_a_group_only_those_who_manage_it_change_anything()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        foreach (var text in new[] { "/subscribe everything", "/subscribe confirm everything", "/watch Was Ukraine invited?", "/unsubscribe all", "/unwatch all", "/settings quiet off" })
            Assert.Contains("only those who manage", PlainReplyWriter.WriteText(await rig.SayAsync(text, "group", isPrivate: false)));
        await rig.SayAsync("/subscribe confirm everything", "group", isPrivate: false, manages: true);
        Assert.Contains("all news", PlainReplyWriter.WriteText(await rig.SayAsync("/subscriptions", "group", isPrivate: false)));
    }

    [Theory, EachDatabase]
    public async Task What_a_source_had_before_it_was_first_read_floods_nobody(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels, backlog: true);
        Assert.Empty(await rig.DeliverAsync());
        Assert.Contains("the source had it before", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
    }

    [Theory, EachDatabase]
    public async Task A_document_that_changes_back_and_forth_makes_one_more_message_not_many(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Single(await rig.DeliverAsync());
        for (var minute = 1; minute < 12; minute += 2)
        {
            rig.At($"2025-06-20T08:{minute:00}:00Z");
            await rig.ComesInAsync("capital-1", "Capital Times", Comes);
            await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        }
        await rig.ComesInAsync("capital-1", "Capital Times", Comes);
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-20T12:00:00Z");
        Assert.Contains(Comes, Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Theory, EachDatabase]
    public async Task The_same_report_of_another_source_is_no_second_message(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        await rig.ComesInAsync("other-1", "Other Times", Cancels);
        await rig.ComesInAsync("other-2", "Other Times", Cancels + " ");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory]
    [InlineData("The dinner for the leaders was moved to Noordeinde Palace, the royal house said.", "Noordeinde Palace")]
    [InlineData("The Erasmus bridge will be closed. Emmanuel Macron will arrive in The Hague on 23 June, the Elysée said.", "Erasmus bridge|Emmanuel Macron")]
    [InlineData("The gala concert will begin at 8 pm in the Kurhaus", "gala concert")]
    [InlineData("Gardeners are planting roses along the canal. The flowers need sun.", "planting roses|need sun")]
    public async Task All_that_a_document_which_was_handed_in_says_anew_is_told_whatever_it_names(string text, string told)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("local-1", "Local Post", text);
        var delivered = Assert.Single(await rig.DeliverAsync()).Text;
        var changes = ChatBot.Chat.PlainReplyWriter.WriteText(await rig.SayAsync("/changes"));
        Assert.All(told.Split('|'), words =>
        {
            Assert.Contains(words, delivered);
            Assert.Contains(words, changes);
        });
        await rig.ComesInAsync("other-1", "Other Post", text);
        Assert.Empty(await rig.DeliverAsync());
    }

    [Fact]
    public async Task What_a_feed_brings_about_something_else_is_nobodys_news_but_may_answer_a_watched_question()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch Where is the dinner?", "carla");
        await rig.ComesInAsync("roses-1", "Garden Wire", "Gardeners are planting roses along the canal. The flowers need sun.", isFromFeed: true);
        Assert.Empty(await rig.DeliverAsync());
        await rig.ComesInAsync("royal-1", "Royal Wire", "The dinner for the leaders was moved to Noordeinde Palace, the royal house said.", isFromFeed: true);
        var (chat, text) = Assert.Single(await rig.DeliverAsync());
        Assert.Equal("carla", chat);
        Assert.Contains("Noordeinde Palace", text);
    }

    [Theory, EachDatabase]
    public async Task Quiet_hours_hold_back_and_are_caught_up_in_one_message(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/settings zone Europe/Amsterdam");
        await rig.SayAsync("/settings quiet 22-7");
        rig.At("2025-06-20T21:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-21T05:00:00Z");
        var text = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Willem-Alexander", text);
        Assert.Contains("Donald Trump will not attend", text);
    }

    [Theory, EachDatabase]
    public async Task What_waits_for_the_end_of_quiet_hours_comes_when_they_are_switched_off_and_in_order(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/settings quiet 22-7");
        rig.At("2025-06-20T21:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.SayAsync("/settings quiet 22-8");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-20T21:10:00Z");
        await rig.SayAsync("/settings quiet off");
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        var texts = (await rig.DeliverAsync()).Select(delivery => delivery.Text).ToList();
        Assert.Equal(2, texts.Count);
        Assert.Contains("will not attend", texts[0]);
        Assert.Contains("Willem-Alexander", texts[1]);
        rig.At("2025-06-22T12:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory, EachDatabase]
    public async Task What_is_followed_daily_and_weekly_comes_once_on_the_earlier_day(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything weekly on Monday at 9");
        await rig.SayAsync("/subscribe confirm entity:donald-trump daily at 9");
        rig.At("2025-06-18T12:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        rig.At("2025-06-19T07:00:00Z");
        Assert.Contains("will not attend", Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2025-06-23T12:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory, EachDatabase]
    public async Task Who_watches_and_follows_all_is_told_all_and_nothing_twice(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch Will Trump attend the summit?");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels + " The Erasmus bridge will be closed. A gala concert will begin in the Kurhaus.");
        var text = string.Join('\n', (await rig.DeliverAsync()).Select(delivery => delivery.Text));
        Assert.Equal(2, text.Split("will not attend").Length);
        Assert.Contains("Erasmus bridge", text);
        Assert.Contains("gala concert", text);
    }

    [Fact]
    public async Task Settings_list_each_digest_once_with_its_next_hour()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-10T12:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:mark-rutte daily");
        await rig.SayAsync("/subscribe confirm entity:donald-trump daily");
        await rig.SayAsync("/subscribe confirm attribute:attendance weekly");
        await rig.SayAsync("/subscribe confirm keywords:dinner");
        await rig.SayAsync("/watch When is the summit?");
        var settings = ChatBot.Chat.PlainReplyWriter.WriteText(await rig.SayAsync("/settings"));
        string[] digests = [.. settings.Split('\n').Where(line => line.StartsWith("Digest ", StringComparison.Ordinal))];
        Assert.Collection(
            digests,
            line => Assert.StartsWith("Digest every day at 9:00 (next ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Digest every Monday at 9:00 (next ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_of_several_documents_show_more_than_the_first_of_each_and_say_how_many_are_left()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.ComesInAsync("local-1", "Local Post", "The Erasmus bridge will be closed. A gala concert will begin in the Kurhaus.");
        string[] closed = ["Maas", "Rijn", "Waal", "Linge", "Dommel", "Vecht", "Eem", "Regge"];
        await rig.ComesInAsync("local-2", "Local Post", string.Join(' ', closed.Select((name, i) => $"Ferry number {i + 70} called {name} stops for {i + 31} days.")));
        var changes = ChatBot.Chat.PlainReplyWriter.WriteText(await rig.SayAsync("/changes"));
        Assert.Contains("Erasmus bridge", changes);
        Assert.Contains("gala concert", changes);
        Assert.Contains("called Maas", changes);
        Assert.Contains("and 2 more in this document.", changes);
    }

    [Theory, EachDatabase]
    public async Task Those_who_follow_something_else_are_not_told(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm entity:mark-rutte", "rutte");
        await rig.SayAsync("/subscribe confirm keywords:dinner palace", "dinner");
        await rig.SayAsync("/subscribe confirm attribute:attendance", "attendance");
        await rig.SayAsync("/subscribe confirm entity:donald-trump", "trump");
        await rig.SayAsync("/watch When is the summit?", "dates");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Equal(["attendance", "trump"], (await rig.DeliverAsync()).Select(delivery => delivery.Chat).Order());
        await rig.ComesInAsync("dutch-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        Assert.Equal(["dinner"], (await rig.DeliverAsync()).Select(delivery => delivery.Chat));
    }

    [Theory, EachDatabase]
    public async Task An_ended_subscription_brings_nothing_more(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/unsubscribe everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory, EachDatabase]
    public async Task Forgetting_leaves_nothing_of_a_person_in_the_tables(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.SayAsync("/forgetme yes");
        Assert.Empty(await rig.DeliverAsync());
        await using var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "chats", "subscriptions", "deliveries", "delivery_items" })
            Assert.Equal(0, await ChatBot.Store.SqlCommands.NumberAsync(connection, null, $"SELECT count(*) FROM {table}", TestContext.Current.CancellationToken));
    }
}
