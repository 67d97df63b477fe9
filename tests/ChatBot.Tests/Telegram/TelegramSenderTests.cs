using System.Net;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Simulators.Telegram;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;
using ChatBot.Tests.Simulators.Telegram;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What is sent and delivered, on a simulated Telegram that refuses as the real one does.</summary>
public sealed class TelegramSenderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_arrives_with_its_buttons_and_without_link_previews()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        var reply = Says("News") with { Actions = [new ReplyAction(ReplyActionKind.Command, "Stop these", "/unsubscribe 3")] };
        var sent = Assert.IsType<DeliveryOutcome.Sent>(await sending.DeliverAsync(Private(ann), reply));
        var post = Assert.Single(ann.Private.Posts, post => post.Text == "News");
        Assert.Equal(sent.Message, $"{post.Id}");
        Assert.Equal(["Stop these"], Assert.Single(post.Buttons));
        Assert.Contains("\"is_disabled\":true", sending.Server.Ledger.Of("sendMessage")[0].Parameters["link_preview_options"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_to_a_topic_stays_in_it()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.Server.AddPerson("Ann");
        var forum = sending.Server.AddSupergroup("Forum", true, ann);
        ann.AddBot(forum);
        var topic = ann.OpenTopic(forum, "Ships");
        Assert.IsType<DeliveryOutcome.Sent>(await sending.DeliverAsync(Chat(forum.Id) with { Thread = $"{topic.Id}" }, Says("News")));
        Assert.Contains("in topic “Ships”: News", sending.Server.Transcript(forum), StringComparison.Ordinal);
        ann.CloseTopic(forum, topic);
        Assert.IsType<DeliveryOutcome.Refused>(await sending.DeliverAsync(Chat(forum.Id) with { Thread = $"{topic.Id}" }, Says("More")));
        Assert.Empty(sending.Heard);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_gone_and_that_is_passed_on()
    {
        await using var sending = await Sending.StartAsync();
        var (ann, bob) = (sending.AddStarted("Ann"), sending.Server.AddPerson("Bob"));
        var group = sending.Server.AddGroup("Harbour talk", bob);
        bob.AddBot(group);
        ann.Block();
        bob.KickBot(group);
        Assert.Contains("blocked", Assert.IsType<DeliveryOutcome.Gone>(await sending.DeliverAsync(Private(ann), Says("News"))).Reason, StringComparison.Ordinal);
        Assert.IsType<DeliveryOutcome.Gone>(await sending.DeliverAsync(Private(bob), Says("News")));
        Assert.IsType<DeliveryOutcome.Gone>(await sending.DeliverAsync(Chat(group.Id) with { Thread = "7" }, Says("News")));
        Assert.IsType<DeliveryOutcome.Gone>(await sending.DeliverAsync(Chat(-12345), Says("News")));
        Assert.Equal([$"left {ann.Id}", $"left {bob.Id}", $"left {group.Id}", "left -12345"], sending.Heard);
    }

    [Fact]
    public async Task A_group_that_may_only_be_read_waits_for_the_right_and_was_not_left()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.Server.AddPerson("Ann");
        var group = sending.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        ann.MuteBot(group);
        Assert.IsType<DeliveryOutcome.Paused>(await sending.DeliverAsync(Chat(group.Id), Says("News")));
        Assert.Empty(sending.Heard);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_has_moved_and_what_follows_goes_there()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.Server.AddPerson("Ann");
        var group = sending.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        var now = ann.Migrate(group);
        Assert.Equal(new DeliveryOutcome.Moved(Chat(now.Id)), await sending.DeliverAsync(Chat(group.Id), Says("News")));
        Assert.IsType<DeliveryOutcome.Sent>(await sending.DeliverAsync(Chat(group.Id), Says("News")));
        await sending.Sender.SendAsync(Chat(group.Id), [new TelegramPage("Reply", "Reply")], null, 1, SendUrgency.Reply, Cancellation);
        Assert.Contains("ChatBot: News", sending.Server.Transcript(now), StringComparison.Ordinal);
        Assert.Contains("Reply", sending.Server.Transcript(now), StringComparison.Ordinal);
        Assert.Equal([$"moved {group.Id} to {now.Id}"], sending.Heard);
        Assert.Equal(1, sending.Server.Ledger.Of("sendMessage").Count(request => request.Status == 400));
    }

    [Fact]
    public async Task A_reply_to_a_group_that_just_moved_arrives_all_the_same()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.Server.AddPerson("Ann");
        var group = sending.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        var now = ann.Migrate(group);
        await sending.Sender.SendAsync(Chat(group.Id), [new TelegramPage("One", "One"), new TelegramPage("Two", "Two")], null, 1, SendUrgency.Reply, Cancellation);
        Assert.Equal(["One", "Two"], now.Posts.Where(post => post.Text is not null).Select(post => post.Text));
        Assert.Equal([$"moved {group.Id} to {now.Id}"], sending.Heard);
    }

    [Fact]
    public async Task A_delivery_that_Telegram_wants_later_is_for_later()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        sending.Server.Faults.Next("sendMessage", new Fault.Refusal(429, "Too Many Requests: retry after 7", 7));
        Assert.Equal(new DeliveryOutcome.Later(TimeSpan.FromSeconds(7)), await sending.DeliverAsync(Private(ann), Says("News")));
        Assert.Single(ann.Private.Posts);
    }

    [Fact]
    public async Task A_delivery_whose_connection_broke_is_of_unknown_fate()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        sending.Server.Faults.Next("sendMessage", new Fault.DropAfter());
        Assert.IsType<DeliveryOutcome.Unknown>(await sending.DeliverAsync(Private(ann), Says("News")));
        sending.Server.Faults.Next("sendMessage", new Fault.ServerError(502));
        Assert.IsType<DeliveryOutcome.Unknown>(await sending.DeliverAsync(Private(ann), Says("News")));
    }

    [Fact]
    public async Task A_delivery_to_nobody_within_reach_was_not_sent()
    {
        using var client = new TelegramBotClient(new TelegramBotClientOptions("1:nobody-there", "http://127.0.0.1:1"));
        using var pacer = new TelegramPacer(new PacingLimits(), TimeProvider.System);
        var deliveries = Sending.Deliveries(new TelegramSender(client, pacer, new TelegramMembership([], TimeProvider.System), TimeProvider.System, new CollectedLog<TelegramSender>()));
        Assert.IsType<DeliveryOutcome.Later>(await deliveries.SendAsync(new Delivery("k", Chat(5), Says("News"), 1), Cancellation));
    }

    [Fact]
    public async Task A_delivery_given_up_before_its_turn_was_not_sent()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        sending.Pacer.Hold(ann.Id, TimeSpan.FromHours(1));
        using var stop = new CancellationTokenSource();
        var delivery = sending.DeliverAsync(Private(ann), Says("News"), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
        Assert.Empty(sending.Server.Ledger.Of("sendMessage"));
    }

    [Fact]
    public async Task A_long_delivery_comes_in_several_messages_with_the_buttons_under_the_last()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        var reply = new Reply(
            [new ReplyBlock.Statement([new ReplySpan.Words(new string('a', 3000))]), new ReplyBlock.Statement([new ReplySpan.Words(new string('b', 3000))])], [],
            [new ReplyAction(ReplyActionKind.Ask, "When?", "When?")]);
        Assert.IsType<DeliveryOutcome.Sent>(await sending.DeliverAsync(Private(ann), reply));
        var posts = ann.Private.Posts.Skip(1).ToList();
        Assert.Equal([0, 1], posts.Select(post => post.Buttons.Count));
    }

    [Fact]
    public async Task Broken_markup_still_arrives_as_plain_text_and_is_told_to_the_operator()
    {
        await using var sending = await Sending.StartAsync();
        var ann = sending.AddStarted("Ann");
        var broken = new TelegramPage("<b>never closed", "never closed");
        var sent = await sending.Sender.SendAsync(Private(ann), [broken], null, 1, SendUrgency.Reply, Cancellation);
        Assert.Equal("never closed", ann.Private.Posts.Last().Text);
        await sending.Sender.ReplaceAsync(Private(ann), sent, [new TelegramPage("<i>nor this", "nor this")], null, 1, Cancellation);
        Assert.Equal("nor this", ann.Private.Posts.Last().Text);
        Assert.Equal(2, sending.Log.Lines.Count(line => line.StartsWith("Error: Telegram refused the markup of a reply", StringComparison.Ordinal)));
        Assert.DoesNotContain(sending.Log.Lines, line => line.Contains("never closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_limits_as_strict_as_the_platforms_own_figures_nothing_is_ever_refused()
    {
        await using var sending = await Sending.StartAsync(new SimulatorOptions { Limits = new SendLimits(AllPerSecond: 30, ChatPerSecond: 8, GroupPerMinute: 20) });
        var people = Enumerable.Range(0, 45).Select(i => sending.AddStarted($"Person {i}")).ToArray();
        await Task.WhenAll(people.Select(person => sending.DeliverAsync(Private(person), Says("News"))));
        Assert.All(people, person => Assert.Equal("News", person.Private.Posts.Last().Text));
        Assert.DoesNotContain(sending.Server.Ledger.Requests, request => request.Status == 429);
    }

    private static Reply Says(string words) => Reply.Saying(words);

    private static ChatAddress Chat(long id) => new("telegram", $"{id}");

    private static ChatAddress Private(Person person) => Chat(person.Id);

    private sealed class Sending : IAsyncDisposable, IChatMembership
    {
        private readonly SimulatedTelegram _telegram;

        private Sending(SimulatedTelegram telegram)
        {
            _telegram = telegram;
            Pacer = new TelegramPacer(new PacingLimits(), TimeProvider.System);
            Sender = new TelegramSender(telegram.Client, Pacer, new TelegramMembership([this], TimeProvider.System), TimeProvider.System, Log);
        }

        public TelegramSimulator Server => _telegram.Server;

        public TelegramPacer Pacer { get; }

        public TelegramSender Sender { get; }

        public CollectedLog<TelegramSender> Log { get; } = new();

        public List<string> Heard { get; } = [];

        public static async Task<Sending> StartAsync(SimulatorOptions? options = null) => new(await SimulatedTelegram.StartAsync(options));

        public static TelegramDeliveries Deliveries(TelegramSender sender)
        {
            var knowledge = KnowledgeBase.Build(Topic.None, []);
            return new TelegramDeliveries(sender, new MessageHandler(() => knowledge, new ConversationMemory(TimeProvider.System), new Allowance(TimeProvider.System), []));
        }

        public Person AddStarted(string name)
        {
            var person = Server.AddPerson(name);
            person.Start();
            return person;
        }

        public Task<DeliveryOutcome> DeliverAsync(ChatAddress chat, Reply reply, CancellationToken? cancellation = null) =>
            Deliveries(Sender).SendAsync(new Delivery("key", chat, reply, 1), cancellation ?? Cancellation);

        public ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation) => Hear($"left {chat.Chat}{chat.Thread}");

        public ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation) => Hear($"joined {chat.Chat}{chat.Thread}");

        public ValueTask MovedAsync(ChatAddress from, ChatAddress to, CancellationToken cancellation) => Hear($"moved {from.Chat} to {to.Chat}{to.Thread}");

        public async ValueTask DisposeAsync()
        {
            Pacer.Dispose();
            await _telegram.DisposeAsync();
        }

        private ValueTask Hear(string what)
        {
            lock (Heard) Heard.Add(what);
            return ValueTask.CompletedTask;
        }
    }
}
