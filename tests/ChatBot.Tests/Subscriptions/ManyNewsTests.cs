using ChatBot.Chat;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>More news at once than one message shows: what leads, what the rest can be reached by, and what <c>/why</c> says of each.</summary>
public sealed class ManyNewsTests
{
    private const string Question = "How much does the tram line cost?";

    [Fact]
    public async Task What_is_watched_and_followed_by_name_leads_a_message_of_many_news_and_its_button_shows_the_others()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T20:00:00Z");
        await rig.ComesInAsync("gazette-0", "Gazette", "The tram line will cost 61 million euros.");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm attribute:line.opening");
        await rig.SayAsync("/watch " + Question);
        rig.At("2031-03-01T23:00:00Z");
        string[] things = ["bakery", "library", "fountain", "chapel", "museum", "cinema", "brewery", "theatre", "observatory", "swimming pool", "bowling alley", "ferry terminal", "windmill", "market hall", "tailor"];
        for (var i = 0; i < things.Length; i++) await rig.ComesInAsync($"herald-{i}", "Herald", $"The {things[i]} opens in Oster's street number {i + 11}.");
        await rig.ComesInAsync("courier-1", "Courier", "The tram line will cost 66 million euros.");
        await rig.ComesInAsync("courier-2", "Courier", "The Brannick line will open on 14 March 2031.");
        rig.At("2031-03-02T07:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches("Another answer to your question(.|\\n)*66 million(.|\\n)*14 March(.|\\n)*bakery", told);
        Assert.Contains("9 more", told);
        var first = await rig.TapAsync(rig.Delivered["anna"], "The other 9");
        var rest = PlainReplyWriter.WriteText(first);
        Assert.DoesNotContain(first.Actions, action => action.Label.StartsWith("The other", StringComparison.Ordinal));
        foreach (var thing in things) Assert.True(told.Contains(thing, StringComparison.Ordinal) ^ rest.Contains(thing, StringComparison.Ordinal), thing);
        await rig.TapAsync(rig.Delivered["anna"], "Why this?");
        Assert.Contains("counted as “more”, not shown", PlainReplyWriter.WriteText(await rig.SayAsync("/why tailor")));
        Assert.Contains("sent 2 March", PlainReplyWriter.WriteText(await rig.SayAsync("/why bakery")));
        Approved.Equal("many-news-in-one-message", rig.Transcript);
    }

    [Fact]
    public async Task The_button_for_all_of_a_document_shows_also_what_stood_in_the_message_that_it_is_under()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T20:00:00Z");
        await rig.SayAsync("/settings quiet 22-7");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2031-03-01T23:00:00Z");
        string[] things = ["bakery", "library", "fountain", "chapel", "museum", "cinema", "brewery", "theatre", "observatory"];
        await rig.ComesInAsync("herald-1", "Herald", string.Join(" ", things.Select((thing, i) => $"The {thing} opens in Oster's street number {i + 11}.")));
        await rig.ComesInAsync("courier-1", "Courier", "The Brannick line will open on 14 March 2031.");
        rig.At("2031-03-02T07:00:00Z");
        Assert.Contains("and 3 more in this document", Assert.Single(await rig.DeliverAsync()).Text);
        var all = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "All of Herald"));
        Assert.All(things, thing => Assert.Contains(thing, all));
    }

    [Fact]
    public async Task What_was_only_counted_is_shown_as_much_at_a_time_as_one_message_holds()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T20:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComeInAsync(Enumerable.Range(11, 46).Select(i => ($"desk-{i}", $"The {i} tailors of Oster sew coats of kind {i * i}.")), "Desk");
        Assert.Contains("38 more", Assert.Single(await rig.DeliverAsync()).Text);
        var shown = await rig.TapAsync(rig.Delivered["anna"], "The other 38");
        Assert.InRange(Updates.UpdateReplies.LengthOf(shown), 2_000, Updates.UpdateReplies.OneMessage);
        var further = Assert.Single(shown.Actions, action => action.Label.StartsWith("The other", StringComparison.Ordinal));
        var rest = await rig.TapAsync(shown, further.Label);
        Assert.Equal(38, (PlainReplyWriter.WriteText(shown) + PlainReplyWriter.WriteText(rest)).Split("tailors").Length - 1);
        Assert.DoesNotContain(rest.Actions, action => action.Label.StartsWith("The other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_names_the_document_that_was_known_first_not_another_copy()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-02-01T08:00:00Z");
        await rig.ComesInAsync("zeitung-1", "Zeitung", "The bakery at the depot sells ginger bread.", backlog: true);
        rig.At("2031-02-02T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The bakery at the depot sells ginger bread.", backlog: true);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComeInAsync([("courier-1", "The bakery at the depot sells ginger bread."), ("courier-2", "The bakery at the depot sells ginger bread.")], "Courier");
        await rig.ComeInAsync(Enumerable.Range(11, 70).Select(i => ($"desk-{i}", $"The {i} tailors of Oster sew coats of kind {i * i}.")), "Desk");
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why ginger bread"));
        Assert.Equal(2, why.Split("known already, from Zeitung, 1 February").Length - 1);
    }

    [Fact]
    public async Task Of_very_many_documents_at_once_the_same_report_of_two_outlets_is_told_once()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch How much does the museum cost?", "ben");
        const string report = "The museum of Oster opens its doors on Friday after a long winter. It shows forty steam engines, three trams and a ferry. The director hopes for ten thousand guests. A ticket is free of charge for children. The museum costs 12 million euros.";
        var texts = Enumerable.Range(0, 18).Select(i => ($"desk-{i:00}", $"The {i + 20} tailors of Oster sew coats of kind {i}."))
            .Select((text, i) => i switch { 2 => (text.Item1, report), 9 => (text.Item1, report + " The mayor will be there."), 15 => (text.Item1, report), _ => text });
        await rig.ComeInAsync(texts, "Desk");
        var told = (await rig.DeliverAsync()).ToLookup(one => one.Chat, one => one.Text);
        var all = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], rig.Delivered["anna"].Actions.First(action => action.Label.StartsWith("The other", StringComparison.Ordinal)).Label)) + Assert.Single(told["anna"]);
        Assert.Single(all.Split("steam engines").Skip(1));
        Assert.Contains("The mayor will be there", all);
        Assert.Contains("12 million", Assert.Single(told["ben"]));
    }

    [Fact]
    public async Task An_answer_to_a_watched_question_is_never_only_counted()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T20:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        string[] things = ["bakery", "library", "fountain", "chapel", "museum", "cinema", "brewery", "theatre", "observatory", "windmill", "tailor"];
        foreach (var thing in things) await rig.SayAsync($"/watch How much does the {thing} cost?");
        await rig.ComeInAsync(things.Select((thing, i) => ($"herald-{i}", $"The {thing} costs {i + 2} million euros.")), "Herald");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        foreach (var thing in things) Assert.Contains($"How much does the {thing} cost?", told);
        Assert.DoesNotContain("more, behind", told);
    }

    [Theory, EachDatabase]
    public async Task Why_tells_apart_what_was_shown_what_was_left_out_and_what_is_to_come(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind, BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will have 11 stops. A bakery opens at the depot.");
        await rig.ComesInAsync("gazette-2", "Gazette", "The museum opens at noon.");
        rig.At("2031-03-01T09:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will have 12 stops. A bakery opens at the depot.");
        await rig.TakenOutAsync("gazette-2");
        rig.At("2031-03-01T10:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.DoesNotContain("11 stops", told);
        Assert.DoesNotContain("museum", told);
        rig.At("2031-03-01T11:00:00Z");
        await rig.ComesInAsync("gazette-3", "Gazette", "A library opens at the depot.");
        async Task<string> WhyAsync(string words) => PlainReplyWriter.WriteText(await rig.SayAsync("/why " + words));
        Assert.Matches("bakery.* – sent 1 March", await WhyAsync("bakery"));
        Assert.Contains("said it no more when it was due", await WhyAsync("museum"));
        var stops = await WhyAsync("stops");
        Assert.Matches("\n.*11 stops.* – not told: its document said it no more", stops);
        Assert.Contains("waits until", await WhyAsync("library"));
        var message = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?"));
        Assert.Matches("bakery(.|\\n)*stops(.|\\n)*Left out of it:(.|\\n)*museum", message);
        Assert.Contains("Taken back since: The museum opens", PlainReplyWriter.WriteText(await rig.SayAsync("/changes")));
        if (kind == StoreKind.Sqlite) Approved.Equal("why-of-what-was-left-out", rig.Transcript);
    }

    [Fact]
    public async Task Why_says_of_what_came_in_and_was_no_news_where_it_was_known_from_or_that_it_names_too_little()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2031-02-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The bakery at the depot sells ginger bread.", backlog: true);
        rig.At("2031-03-01T09:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "The bakery at the depot sells ginger bread.");
        await rig.ComesInAsync("courier-2", "Courier", "A zeppelin flew over Lisbon.", isFromFeed: true);
        rig.At("2031-03-01T10:00:00Z");
        Assert.Matches("ginger bread.*Courier, 1 March.* known already, from Gazette, 1 February", PlainReplyWriter.WriteText(await rig.SayAsync("/why ginger bread")));
        Assert.Matches("zeppelin.*Courier.* names too little", PlainReplyWriter.WriteText(await rig.SayAsync("/why zeppelin")));
        Assert.Contains("Nothing that came in lately", PlainReplyWriter.WriteText(await rig.SayAsync("/why submarines")));
        Approved.Equal("why-of-what-was-no-news", rig.Transcript);
    }

    [Fact]
    public async Task Of_very_many_documents_at_once_the_last_change_of_a_value_is_told_once_with_what_was_so_before_it()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The tram line will cost 140 million euros.");
        await rig.SayAsync("/subscribe confirm attribute:line.cost");
        await rig.ComeInAsync(Enumerable.Range(0, 14).Select(i => ($"desk-{i}", i is 3 or 9 ? $"The tram line will cost {150 + i} million euros." : $"The {i + 20} tailors of Oster sew coats of kind {i}.")), "Desk");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches("159 million.*\n.*Before: .*153", told);
        Assert.Single(told.Split("153 million").Skip(1));
    }
}
