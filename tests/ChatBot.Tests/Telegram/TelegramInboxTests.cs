using System.Net;
using System.Text.Json;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.Tests.Store;
using Xunit;
using KnownTopic = ChatBot.Knowledge.Topics.Topic;

namespace ChatBot.Tests.Telegram;

/// <summary>Several services on one store: each update is answered by one of them.</summary>
public sealed class TelegramInboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_service_is_at_work_on_another_leaves_alone()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        using var one = new Replica(store.Database);
        using var other = new Replica(store.Database);
        await one.Inbox.HandleUpdatesAsync([Greeting(1)], Cancellation);
        await one.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        await other.Inbox.ResumeAsync(Cancellation);
        await other.Inbox.HandleUpdatesAsync([Greeting(1), Greeting(2)], Cancellation);
        await other.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        one.GoOn();
        other.GoOn();
        await one.Inbox.StopAsync();
        await other.Inbox.StopAsync();
        Assert.Equal([1], one.Answered);
        Assert.Equal([2], other.Answered);
    }

    [Fact]
    public async Task What_a_service_that_fell_silent_had_at_hand_is_answered_by_another()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        using var one = new Replica(store.Database);
        using var other = new Replica(store.Database);
        await one.Inbox.HandleUpdatesAsync([Greeting(1)], Cancellation);
        await one.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
            await connection.ExecuteAsync(null, "UPDATE seen_updates SET claimed_until = 1", Cancellation);
        other.GoOn();
        await other.Inbox.ResumeAsync(Cancellation);
        await other.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        await other.Inbox.StopAsync();
        Assert.Equal([1], other.Answered);
        one.GiveUp();
        await one.Inbox.StopAsync();
    }

    [Fact]
    public async Task What_a_service_leaves_at_its_stop_is_answered_by_the_next_at_once()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        using var one = new Replica(store.Database);
        using var other = new Replica(store.Database);
        await one.Inbox.HandleUpdatesAsync([Greeting(1)], Cancellation);
        await one.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        one.GiveUp();
        await one.Inbox.StopAsync();
        other.GoOn();
        await other.Inbox.ResumeAsync(Cancellation);
        await other.AtWork.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        await other.Inbox.StopAsync();
        Assert.Empty(one.Answered);
        Assert.Equal([1], other.Answered);
    }

    private static Update Greeting(int number) => UpdateJson.Read(JsonSerializer.SerializeToUtf8Bytes(new
    {
        update_id = number,
        message = new { message_id = number, date = 1, text = "hello", from = new { id = 100 + number, is_bot = false, first_name = "Ann" }, chat = new { id = 100 + number, type = "private" } },
    }));

    /// <summary>One service's inbox, whose messages go out when it is told.</summary>
    private sealed class Replica : HttpMessageHandler
    {
        private readonly TaskCompletionSource _atWork = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _mayGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _abort = new();
        private readonly TelegramPacer _pacer = new(new PacingLimits(), TimeProvider.System);
        private readonly TelegramBotClient _client;
        private readonly List<int> _answered = [];

        public Replica(StoreDatabase database)
        {
            var time = TimeProvider.System;
            var knowledge = KnowledgeBase.Build(KnownTopic.None, []);
            var memory = new ConversationMemory(time);
            var membership = new TelegramMembership([], time);
            _client = new TelegramBotClient(new TelegramBotClientOptions("7:simulated-token"), this, time);
            var sender = new TelegramSender(_client, _pacer, membership, time, new CollectedLog<TelegramSender>());
            var conversations = new TelegramConversations(
                new User { Id = 7, IsBot = true, FirstName = "Bot", Username = "bot" }, _client, new MessageHandler(() => knowledge, memory, new Allowance(time), []), memory, sender, membership,
                new FeedbackBox(database, "t"), time, new CollectedLog<TelegramConversations>());
            Inbox = new TelegramInbox(new SeenUpdates(database, "telegram", "7"), new UnansweredQuestions(database, "t"), new AnswersByMessage(database, time), conversations, time, new CollectedLog<TelegramInbox>(), _abort.Token);
        }

        public TelegramInbox Inbox { get; }

        /// <summary>Ends when it wants to send something.</summary>
        public Task AtWork => _atWork.Task;

        /// <summary>The numbers of the messages answered.</summary>
        public IReadOnlyList<int> Answered
        {
            get
            {
                lock (_answered) return [.. _answered];
            }
        }

        public void GoOn() => _mayGo.SetResult();

        public void GiveUp() => _abort.Cancel();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var sent = JsonDocument.Parse(await (request.Content ?? throw new InvalidOperationException("Nothing is sent.")).ReadAsStringAsync(cancellationToken));
            var question = sent.RootElement.GetProperty("reply_parameters").GetProperty("message_id").GetInt32();
            _atWork.TrySetResult();
            await _mayGo.Task.WaitAsync(cancellationToken);
            lock (_answered) _answered.Add(question);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$$"""{"ok":true,"result":{"message_id":{{{1000 + question}}},"date":1,"chat":{"id":1,"type":"private"},"text":"x"}}"""),
            };
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _pacer.Dispose();
                _client.Dispose();
                _abort.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
