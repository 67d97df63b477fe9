using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Questions;
using ChatBot.Subscriptions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Subscribing and watching in people's own words: with slips, without a stroke, with nothing said of how often.</summary>
public sealed class OwnWordsTests
{
    private static readonly KnowledgeBase Shipped = KnowledgeBase.Build(TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025")), []);

    [Theory]
    [InlineData("Trump daly at 9", "Entity", "donald-trump", "Daily", 9, 1, "daly")]
    [InlineData("Reuters dayly", "Entity", "reuters", "Daily", 9, 1, "dayly")]
    [InlineData("Rutte weekley on Friday", "Entity", "mark-rutte", "Weekly", 9, 5, "weekley")]
    [InlineData("Rutte weekly on Firday at 18", "Entity", "mark-rutte", "Weekly", 18, 5, "Firday")]
    [InlineData("drones, sanctions", "Keywords", "drones, sanctions", "Instant", 9, 1, null)]
    [InlineData("evry Wendesday at 7 drones", "Keywords", "drones", "Weekly", 7, 3, "evry")]
    [InlineData("drones, sanctions weekly on fryday", "Keywords", "drones, sanctions", "Weekly", 9, 5, "fryday")]
    [InlineData("drones wensday at 7", "Keywords", "drones", "Weekly", 7, 3, "wensday")]
    [InlineData("dayly Trump", "Entity", "donald-trump", "Daily", 9, 1, "dayly")]
    [InlineData("daily mail", "Keywords", "daily mail", "Instant", 9, 1, null)]
    [InlineData("Friday prayers", "Keywords", "Friday prayers", "Instant", 9, 1, null)]
    [InlineData("Richard Daley", "Keywords", "Richard Daley", "Instant", 9, 1, null)]
    [InlineData("very weakly", "Keywords", "very weakly", "Instant", 9, 1, null)]
    [InlineData("dayly", "Keywords", "dayly", "Instant", 9, 1, null)]
    public void A_mistyped_word_of_timing_is_read_as_such_where_such_words_stand(string typed, string kind, string subject, string rhythm, int hour, int weekday, string? misread)
    {
        var request = FollowingReader.Read(typed, Shipped);
        var following = Assert.IsType<Following>(request.Following);
        Assert.Equal((kind, subject, rhythm, hour, weekday), (following.Kind.ToString(), following.Subject, request.Timetable.Rhythm.ToString(), request.Timetable.Hour, request.Timetable.Weekday));
        Assert.Equal(misread, request.Misread.Count > 0 ? request.Misread[0].Typed : null);
    }

    [Fact]
    public void A_word_that_the_documents_write_is_no_mistyped_rhythm() =>
        Assert.Equal("EU dairy", FollowingReader.Read("EU dairy", Shipped.With(FactDocuments.Of("farms", null, "The EU will help every dairy that lost its cows."))).Following?.Subject);

    [Theory]
    [InlineData("bad news", "Keywords")]
    [InlineData("ABC News", "Keywords")]
    [InlineData("BBC News", "Entity")]
    [InlineData("BBC Newss", "Entity")]
    [InlineData("Mrak Ruttte", "Entity")]
    public void A_name_is_meant_only_where_each_word_is_near_to_its_own(string typed, string kind)
    {
        var topic = Shipped.Topic;
        var known = KnowledgeBase.Build(topic with { Entities = [.. topic.Entities, new Entity(new EntityId("bbc-news"), EntityKind.Organisation, "BBC News", [], [])] }, []);
        Assert.Equal(kind, FollowingReader.Read(typed, known).Following?.Kind.ToString());
    }

    [Fact]
    public async Task How_often_and_what_was_misread_are_told_before_anything_is_done()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var preview = await rig.SayAsync("/subscribe Trump daly at 9");
        Assert.Contains("**Donald Trump**, every day at 9:00.", PlainReplyWriter.WriteText(preview));
        Assert.Contains("I read “daly” as “daily”.", PlainReplyWriter.WriteText(preview));
        var words = await rig.TapAsync(preview, "No, the words “Trump daly”");
        Assert.Contains("**“Trump daly”**", PlainReplyWriter.WriteText(words));
        var bare = await rig.SayAsync("/subscribe");
        Assert.Contains("daily at 9", PlainReplyWriter.WriteText(bare));
        Assert.Equal(["Subscribe", "Subscribe daily", "Subscribe weekly"], bare.Actions.Select(action => action.Label).Where(label => label.StartsWith("Subscribe", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("subscribe me to everything", "subscribe", "everything")]
    [InlineData("please stop telling me about drones", "unsubscribe", "drones")]
    [InlineData("Could you unsubscribe me from Reuters, please?", "unsubscribe", "Reuters")]
    [InlineData("I'd like to follow Mark Rutte daily at 9", "subscribe", "Mark Rutte daily at 9")]
    [InlineData("stop watching", "unwatch", "")]
    [InlineData("keep me posted on the talks", "subscribe", "talks")]
    [InlineData("Don’t send me news about trams any more!", "unsubscribe", "trams")]
    [InlineData("Why did I get this?", "why", "")]
    [InlineData("why did Trump get this?", null, null)]
    [InlineData("Stop", "unsubscribe", "")]
    [InlineData("please stop!", "unsubscribe", "")]
    [InlineData("stop it, thanks", "unsubscribe", "")]
    [InlineData("change Rutte to weekly", "subscribe", "Rutte weekly")]
    [InlineData("Can you switch my news about drones to daily at 9?", "subscribe", "drones daily at 9")]
    [InlineData("did they change the summit to weekly?", null, null)]
    [InlineData("make it daily", "subscribe", "it daily")]
    [InlineData("weekly instead please", "subscribe", "it weekly")]
    [InlineData("can you change that to weekly on Friday?", "subscribe", "it weekly on Friday")]
    [InlineData("switch to every day at 8", "subscribe", "it every day at 8")]
    [InlineData("will they make it weekly?", null, null)]
    [InlineData("make it a success", null, null)]
    [InlineData("I want daily news about Poland", null, null)]
    [InlineData("notify me when Zelensky speaks", "subscribe", "when Zelensky speaks")]
    [InlineData("notify me when does it start?", "watch", "does it start?")]
    [InlineData("change the target to 5%", null, null)]
    [InlineData("What documents do you have?", "sources", "")]
    [InlineData("please delete my data", "forgetme", "")]
    [InlineData("what do you know about me?", "privacy", "")]
    [InlineData("how do I change my time zone?", "settings", "")]
    [InlineData("Set my time zone to Berlin", "settings", "zone berlin")]
    [InlineData("don’t message me at night, thanks", "settings", "")]
    [InlineData("stop everything", "subscriptions", "")]
    [InlineData("how can I get alerts?", "subscribe", "")]
    [InlineData("can you send me news every day?", "subscribe", "every day")]
    [InlineData("I want news about Poland", "subscribe", "Poland")]
    [InlineData("what documents do you have on Poland?", null, null)]
    [InlineData("what sources do the police use?", null, null)]
    [InlineData("stop the war", null, null)]
    [InlineData("who will follow Stoltenberg?", null, null)]
    [InlineData("follow that up with what?", null, null)]
    [InlineData("will the talks stop?", null, null)]
    [InlineData("when did they subscribe to the treaty?", null, null)]
    public void An_order_in_words_is_read_as_its_command_and_a_question_is_none(string said, string? command, string? argument) =>
        Assert.Equal(command is null ? null : (command, argument ?? ""), SpokenCommand.Read(said));

    [Fact]
    public async Task An_order_in_words_is_shown_as_the_command_that_does_it()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains("**all news**, at once.", PlainReplyWriter.WriteText(await rig.WriteAsync("subscribe me to everything")));
        await rig.SayAsync("/subscribe confirm drones");
        var pointed = await rig.WriteAsync("stop telling me about drones");
        Assert.Contains("/unsubscribe drones", PlainReplyWriter.WriteText(pointed));
        Assert.Contains("Ended: “drones”", PlainReplyWriter.WriteText(await rig.TapAsync(pointed, "/unsubscribe drones")));
    }

    [Theory]
    [InlineData("when Zelensky speaks", "Entity", "volodymyr-zelensky")]
    [InlineData("if Rutte resigns daily at 9", "Entity", "mark-rutte")]
    [InlineData("when Trump meets Zelensky", "Keywords", "Trump meets Zelensky")]
    public void What_is_to_be_told_when_something_happens_holds_the_name(string typed, string kind, string subject)
    {
        var request = FollowingReader.Read(typed, Shipped);
        Assert.Equal((kind, subject), (request.Following?.Kind.ToString(), request.Following?.Subject));
    }

    [Fact]
    public async Task A_wish_to_hear_when_something_happens_shows_whom_it_would_follow_and_one_that_names_nobody_how_to_watch()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains("Zelensk", PlainReplyWriter.WriteText(await rig.WriteAsync("notify me when Zelensky speaks")));
        Assert.Contains("/watch ", PlainReplyWriter.WriteText(await rig.WriteAsync("notify me when it rains")));
    }

    [Fact]
    public async Task Another_rhythm_is_given_to_what_was_just_subscribed_to_or_previewed()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains("Nothing is subscribed to here", PlainReplyWriter.WriteText(await rig.WriteAsync("make it daily")));
        await rig.SayAsync("/subscribe confirm entity:mark-rutte instant");
        await rig.SayAsync("/subscribe confirm entity:donald-trump instant");
        Assert.Contains("Donald Trump, every day at 9:00", PlainReplyWriter.WriteText(await rig.WriteAsync("make it daily")));
        await rig.SayAsync("/subscribe drones");
        var preview = await rig.WriteAsync("weekly on Friday instead");
        Assert.Contains("“drones”**, every Friday at 9:00.", PlainReplyWriter.WriteText(preview));
        await rig.SayAsync("/watch When does the summit start?");
        Assert.Contains("A changed answer is told at once, not every day at 9:00", PlainReplyWriter.WriteText(await rig.WriteAsync("make it daily")));
    }

    [Fact]
    public async Task Another_rhythm_is_given_at_once_to_what_is_followed_and_named()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm entity:donald-trump daily at 9");
        await rig.SayAsync("/subscribe confirm keywords:drones");
        Assert.Contains("Done: Donald Trump, every Monday at 9:00 (next 23 June 2025 09:00 CEST), instead of every day at 9:00.", PlainReplyWriter.WriteText(await rig.WriteAsync("change Trump to weekly")));
        Assert.Contains("Done: all news, every Monday at 9:00", PlainReplyWriter.WriteText(await rig.WriteAsync("please change all news to weekly")));
        Assert.Contains("Done: “drones”, every day at 18:00", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe drone daily at 18")));
        Assert.Contains("This is followed here already: Donald Trump, every Monday at 9:00", PlainReplyWriter.WriteText(await rig.WriteAsync("switch Trump to weekly")));
        // Without a rhythm, with a slip in the name, or of what isn't followed, there is something to agree to.
        Assert.Contains((await rig.SayAsync("/subscribe Trump")).Actions, action => action.Label == "Subscribe");
        Assert.Contains((await rig.WriteAsync("change Trumpp to daily")).Actions, action => action.Label == "Subscribe");
        Assert.Contains((await rig.WriteAsync("change Rutte to daily")).Actions, action => action.Label == "Subscribe");
    }

    [Fact]
    public async Task What_is_to_end_and_is_not_followed_is_said_not_to_be_with_what_is()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.StartsWith("Nothing is subscribed to here.", PlainReplyWriter.WriteText(await rig.WriteAsync("stop telling me about Reuters")), StringComparison.Ordinal);
        await rig.SayAsync("/subscribe confirm drones");
        var told = await rig.WriteAsync("stop telling me about Reuters");
        Assert.StartsWith("“Reuters” isn't followed here, only this:\n", PlainReplyWriter.WriteText(told), StringComparison.Ordinal);
        Assert.Contains("“drones”** – at once", PlainReplyWriter.WriteText(told));
        Assert.Equal(["Stop 1"], told.Actions.Select(action => action.Label));
        Assert.Contains("“dornes” isn't followed here. Did you mean “drones”?", PlainReplyWriter.WriteText(await rig.WriteAsync("unfollow dornes")));
    }

    [Theory]
    [InlineData("mute until tomorrow")]
    [InlineData("be quiet tonight")]
    [InlineData("please don't message me before 9 on weekends")]
    [InlineData("can you pause for 2 hours?")]
    [InlineData("stop sending me anything this evening")]
    public async Task An_order_to_be_quiet_for_a_time_shows_the_quiet_hours(string order)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains("No quiet hours.", PlainReplyWriter.WriteText(await rig.WriteAsync(order)));
    }

    [Theory]
    [InlineData("stop the war today")]
    [InlineData("mute buttons")]
    public async Task What_only_begins_like_an_order_to_be_quiet_is_none(string said)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.DoesNotContain("quiet hours", PlainReplyWriter.WriteText(await rig.WriteAsync(said)));
    }

    [Fact]
    public async Task What_is_watched_is_not_offered_to_be_watched()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains((await rig.WriteAsync("When does the summit start?")).Actions, action => action.ToWatch is not null);
        await rig.SayAsync("/watch When does the summit start?");
        var answer = await rig.WriteAsync("when does the Summit start");
        Assert.Contains(answer.Actions, action => action.Kind == ReplyActionKind.Timeline);
        Assert.DoesNotContain(answer.Actions, action => action.ToWatch is not null);
        Assert.Contains((await rig.WriteAsync("Who hosts the summit?")).Actions, action => action.ToWatch is not null);
    }

    [Fact]
    public async Task A_question_in_other_capitals_and_signs_is_watched_already()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/watch When does the summit start?");
        Assert.Contains("This is watched here already: When does the summit start?", PlainReplyWriter.WriteText(await rig.SayAsync("/watch when does the Summit start")));
        Assert.Single((await rig.SayAsync("/subscriptions")).Blocks);
    }

    [Fact]
    public async Task Keywords_are_ended_by_the_words_by_which_they_were_followed()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm keywords:drones, sanctions");
        Assert.Contains("Ended: “drones” or “sanctions”", PlainReplyWriter.WriteText(await rig.SayAsync("/unsubscribe Drones, sanctions")));
    }

    [Theory]
    [InlineData("defense budgets", "The defence budgets of Norway will grow.")]
    [InlineData("defence budgets", "The defense budgets of Norway will grow.")]
    [InlineData("harbour", "The Harbor Board of Rotterdam will meet.")]
    public async Task Keywords_are_met_however_they_are_spelt(string followed, string news)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:" + followed);
        await rig.ComesInAsync("mail-1", "Dutch Mail", news);
        Assert.Contains(news, Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Contains(news[..20], PlainReplyWriter.WriteText(await rig.SayAsync("/why " + followed)));
    }

    [Fact]
    public async Task Since_when_news_are_wanted_may_be_said_in_words()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("mail-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        rig.At("2025-06-21T08:00:00Z");
        foreach (var asked in new[] { "what changed since yesterday?", "any news in the last 2 days?", "What's new since Friday?" })
            Assert.Contains("King Willem-Alexander", PlainReplyWriter.WriteText(await rig.WriteAsync(asked)));
        Assert.Contains("Nothing", PlainReplyWriter.WriteText(await rig.WriteAsync("what's new since today?")));
        Assert.DoesNotContain("King Willem-Alexander", PlainReplyWriter.WriteText(await rig.WriteAsync("what has changed since Russia's invasion?")));
    }

    [Theory]
    [InlineData("entity:defence-spending-target")]
    [InlineData("attribute:spending.target")]
    public async Task Who_follows_a_thing_hears_of_what_names_it_in_other_words(string followed)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm " + followed);
        await rig.ComesInAsync("mail-1", "Dutch Mail", "Mark Rutte called the target for defence spending historic.");
        await rig.ComesInAsync("mail-2", "Dutch Mail", "Mark Rutte called the dinner historic.");
        var told = string.Concat((await rig.DeliverAsync()).Select(one => one.Text));
        Assert.Contains("target for defence spending historic", told);
        Assert.DoesNotContain("dinner", told);
    }

    [Fact]
    public async Task A_question_is_watched_as_it_was_read_and_its_present_answer_stands_beside_it()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var watched = await rig.SayAsync("/watch Will Trump attned the summit?");
        var said = PlainReplyWriter.WriteText(watched);
        Assert.Contains("I'll tell you when the answer changes: Will Trump attend the summit?", said);
        Assert.Contains("Now the answer is:", said);
        Assert.Contains("Trump", said[said.IndexOf("Now the answer is:", StringComparison.Ordinal)..]);
        Assert.NotEmpty(watched.Sources);
        Assert.Contains("Will Trump attend the summit?", PlainReplyWriter.WriteText(await rig.SayAsync("/subscriptions")));
        Assert.Contains("watched here already", PlainReplyWriter.WriteText(await rig.SayAsync("/watch Will Trump attend the summit?")));
    }

    [Fact]
    public async Task The_answer_to_a_look_up_is_corrected_under_the_question_that_it_asked()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/settings corrections on");
        await rig.AskAsync("/when");
        await rig.ComesInAsync("capital-2", "Capital Times", "The NATO summit in The Hague will take place on 26 and 27 June 2025, the Dutch government said.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("**When is ", told);
        Assert.DoesNotContain("/when", told);
    }

    [Theory]
    [InlineData("Hungary and Turkey daily at 9")]
    [InlineData("hungary, turkey daily at 9")]
    public async Task Several_names_at_once_are_offered_one_by_one(string asked)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var reply = await rig.SayAsync("/subscribe " + asked);
        Assert.Contains("Each of these is followed by itself", PlainReplyWriter.WriteText(reply));
        Assert.Equal(["Hungary", "Turkey"], reply.Actions.Take(2).Select(action => action.Label));
        Assert.Contains("Turkey, every day at 9:00", PlainReplyWriter.WriteText(await rig.TapAsync(reply, "Turkey")));
        Assert.Contains("Turkey", PlainReplyWriter.WriteText(await rig.SayAsync("/subscriptions")));
    }

    [Fact]
    public async Task Words_joined_by_and_are_said_to_have_to_stand_together()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        Assert.Contains("All these words must stand in one sentence", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe helicopters and sanctions")));
        Assert.DoesNotContain("All these words", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe helicopters, sanctions")));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("drones")]
    public async Task Who_ends_a_subscription_is_told_the_numbers_of_those_left(string ended)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        foreach (var word in new[] { "trams", "drones", "sanctions" }) await rig.SayAsync($"/subscribe confirm keywords:{word}");
        Assert.Contains("1. “trams” · 2. “sanctions”", PlainReplyWriter.WriteText(await rig.SayAsync($"/unsubscribe {ended}")));
    }

    [Fact]
    public async Task Who_is_shown_what_can_be_ended_is_told_how_watches_end()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/subscribe confirm keywords:trams");
        Assert.DoesNotContain("/unwatch", PlainReplyWriter.WriteText(await rig.SayAsync("/unsubscribe")));
        await rig.SayAsync("/watch When is the summit?");
        Assert.Contains("/unwatch", PlainReplyWriter.WriteText(await rig.SayAsync("/unsubscribe")));
    }
}
