using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.Tests.Questions;
using ChatBot.Tests.Simulators.Telegram;
using ChatBot.Tests.Store;
using Xunit;
using BotUpdate = ChatBot.TelegramClient.Types.Update;
using BotUser = ChatBot.TelegramClient.Types.User;
using KnownTopic = ChatBot.Knowledge.Topics.Topic;

namespace ChatBot.Tests.Telegram;

/// <summary>Commands that need more than what is known, given by button; who may manage a chat; and which chats the bot is in.</summary>
public sealed class TelegramConversationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_button_gives_its_command_as_if_it_had_been_typed()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        ann.Start();
        var post = await talk.SendAsync(ann, new ReplyAction(ReplyActionKind.Command, "Stop", "/unwatch 3"), new ReplyAction(ReplyActionKind.Command, "Never shown", "/unwatch " + new string('3', 60)));
        Assert.Equal([["Stop"]], post.Buttons);
        await talk.HandleAsync(() => ann.Tap(post, "Stop"));
        Assert.Equal([$"unwatch(3) by {ann.Id} in {ann.Id}, may manage: True"], talk.Given);
        Assert.EndsWith("#3 ChatBot to #2: Done: unwatch.\n", talk.Server.Transcript(ann.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_is_of_the_question_on_the_button_or_else_of_the_one_answered()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        var question = ann.Say("When, of all the days that this year has, does the quay of Aldenburg open at last?");
        await talk.HandleAsync(() => { });
        var answer = ann.Private.Posts.Last();
        Assert.Equal(question.Id, answer.ReplyTo);
        await talk.HandleAsync(() => ann.TapForged(answer, "w:Does it open?"));
        await talk.HandleAsync(() => ann.TapForged(answer, "w"));
        Assert.Equal([$"watch(Does it open?) by {ann.Id} in {ann.Id}, may manage: True", $"watch({question.Text}) by {ann.Id} in {ann.Id}, may manage: True"], talk.Given);
        // What it answered is gone, and remembered still.
        ann.Delete(question);
        await talk.HandleAsync(() => ann.TapForged(answer, "w"));
        Assert.Equal($"watch({question.Text}) by {ann.Id} in {ann.Id}, may manage: True", talk.Given[2]);
        // Under what answers nothing, nobody knows what to watch.
        var plain = await talk.SendAsync(ann, new ReplyAction(ReplyActionKind.Command, "Stop", "/unwatch 3"));
        var tap = ann.TapForged(plain, "w");
        await talk.HandleAsync(() => { });
        Assert.Equal("That button no longer works. Please ask again.", await tap.Answer.WaitAsync(Cancellation));
        Assert.Equal(3, talk.Given.Count);
    }

    [Fact]
    public async Task A_choice_whose_button_says_something_else_asks_what_it_stands_for()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        ann.Start();
        var post = await talk.SendAsync(ann, new ReplyAction(ReplyActionKind.Ask, "The first", "/watch 1"), new ReplyAction(ReplyActionKind.Ask, "/watch " + new string('2', 70), "/watch " + new string('2', 70)));
        await talk.HandleAsync(() => ann.Tap(post, post.Buttons[0][0]));
        await talk.HandleAsync(() => ann.Tap(post, post.Buttons[1][0]));
        Assert.StartsWith("watch(1) by", talk.Given[0], StringComparison.Ordinal);
        Assert.StartsWith($"watch({new string('2', 70)}) by", talk.Given[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_itself_stumbles_it_says_so_and_what_it_cant_write_down_is_left_for_later()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        await talk.HandleAsync(() => ann.Say("/watch !fault"));
        Assert.Contains("Something went wrong with me there", talk.Server.Transcript(ann.Private), StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => talk.HandleAsync(() => ann.Say("/watch !store")));
        Assert.Equal(3, ann.Private.Posts.Count);
    }

    [Fact]
    public async Task In_a_group_only_those_who_manage_it_may_and_Telegram_is_asked_each_time()
    {
        await using var talk = await Talk.StartAsync();
        var (ann, bob) = (talk.Server.AddPerson("Ann"), talk.Server.AddPerson("Bob"));
        var group = talk.Server.AddGroup("Harbour talk", ann, bob);
        await talk.HandleAsync(() => ann.AddBot(group));
        await talk.HandleAsync(() => ann.Say("/watch@chat_test_bot it", group));
        await talk.HandleAsync(() => bob.Say("/watch@chat_test_bot it", group));
        Assert.Equal([$"watch(it) by {ann.Id} in {group.Id}, may manage: True", $"watch(it) by {bob.Id} in {group.Id}, may manage: False"], talk.Given);
        Assert.Equal(2, talk.Server.Ledger.Of("getChatMember").Count);
    }

    [Fact]
    public async Task An_edit_that_comes_too_soon_leaves_the_answer_as_it_is_and_is_answered_when_it_is_made_again()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        Post? question = null;
        await talk.HandleAsync(() => question = ann.Say("/watch the quay"));
        var answer = ann.Private.Posts.Last();
        talk.ExhaustQuestions(ann);
        await talk.HandleAsync(() => ann.Edit(question!, "/watch the cranes"));
        Assert.Equal("Done: watch.", answer.Text);
        Assert.Contains("my answer is still to your question as it was", ann.Private.Posts.Last().Text, StringComparison.Ordinal);
        talk.Clock.Pass(TimeSpan.FromMinutes(2));
        await talk.HandleAsync(() => ann.Edit(question!, "/watch the crane"));
        Assert.Equal("watch(the crane)", talk.Given[^1].Split(" by ")[0]);
        Assert.Single(talk.Server.Ledger.Of("editMessageText"));
    }

    [Fact]
    public async Task Where_the_bot_is_and_is_not_any_more_is_passed_on()
    {
        await using var talk = await Talk.StartAsync();
        var ann = talk.Server.AddPerson("Ann");
        var group = talk.Server.AddGroup("Harbour talk", ann);
        ann.Start();
        await talk.HandleAsync(() => ann.AddBot(group));
        await talk.HandleAsync(() => ann.Block());
        await talk.HandleAsync(() => ann.Unblock());
        Room? now = null;
        await talk.HandleAsync(() => now = ann.Migrate(group));
        await talk.HandleAsync(() => ann.KickBot(now!));
        Assert.Equal([$"joined {group.Id}", $"left {ann.Id}", $"joined {ann.Id}", $"moved {group.Id} to {now!.Id}", $"left {now.Id}"], talk.Heard);
    }

    private sealed class Talk : IAsyncDisposable, ICommandHandler, IChatMembership
    {
        private readonly SimulatedTelegram _telegram;
        private readonly TestStore _store;
        private readonly TelegramPacer _pacer = new(new PacingLimits(), TimeProvider.System);
        private readonly TelegramConversations _conversations;
        private readonly TelegramSender _sender;
        private readonly Allowance _allowance;
        private int _offset;

        private Talk(SimulatedTelegram telegram, TestStore store, BotUser me)
        {
            (_telegram, _store) = (telegram, store);
            var knowledge = KnowledgeBase.Build(KnownTopic.None, []);
            var memory = new ConversationMemory(TimeProvider.System);
            var membership = new TelegramMembership([this], TimeProvider.System);
            _allowance = new Allowance(Clock);
            _sender = new TelegramSender(telegram.Client, _pacer, membership, TimeProvider.System, new CollectedLog<TelegramSender>());
            _conversations = new TelegramConversations(
                me, telegram.Client, new MessageHandler(() => knowledge, memory, _allowance, [this]), memory, _sender, membership,
                new FeedbackBox(store.Database, "t"), TimeProvider.System, new CollectedLog<TelegramConversations>());
        }

        public TelegramSimulator Server => _telegram.Server;

        /// <summary>What the allowance goes by.</summary>
        public ManualTime Clock { get; } = new();

        public List<string> Given { get; } = [];

        public List<string> Heard { get; } = [];

        public static async Task<Talk> StartAsync()
        {
            var telegram = await SimulatedTelegram.StartAsync();
            return new Talk(telegram, await TestStore.OpenAsync(StoreKind.Sqlite), await telegram.Client.GetMe(Cancellation));
        }

        public async Task<Post> SendAsync(Person person, params ReplyAction[] actions)
        {
            var reply = Reply.Saying("Choose.") with { Actions = actions };
            await _sender.SendAsync(
                new ChatAddress("telegram", $"{person.Id}"), TelegramReplyWriter.Write(reply), TelegramKeyboard.Of(reply, KnowledgeBase.Build(KnownTopic.None, [])), null, SendUrgency.Reply, Cancellation);
            await SkipAsync();
            return person.Private.Posts.Last();
        }

        /// <summary>Takes all that somebody who has asked once may ask besides for now.</summary>
        public void ExhaustQuestions(Person person)
        {
            for (var i = 1; i < Allowance.PersonAtOnce; i++)
                Assert.Equal(Permission.Granted, _allowance.Take(new ChatAddress("telegram", $"{person.Id}"), new PersonId("telegram", $"{person.Id}"), Effort.Question, isPrivate: true));
        }

        /// <summary>Has somebody do something, and the bot deal with all that comes of it.</summary>
        public async Task HandleAsync(Action something)
        {
            something();
            foreach (var update in await NextAsync()) await _conversations.HandleAsync(update, Cancellation);
        }

        public bool Handles(string name) => name is "watch" or "unwatch";

        public async ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation)
        {
            if (command.Argument == "!fault") throw new InvalidOperationException("A fault.");
            if (command.Argument == "!store") throw new StoreException("The disk is full.", new IOException());
            Given.Add($"{command.Name}({command.Argument}) by {message.Person.Value} in {message.Chat.Chat}, may manage: {await message.MayManage(cancellation)}");
            return Reply.Saying($"Done: {command.Name}.");
        }

        public ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation) => Hear($"left {chat.Chat}");

        public ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation) => Hear($"joined {chat.Chat}");

        public ValueTask MovedAsync(ChatAddress from, ChatAddress to, CancellationToken cancellation) => Hear($"moved {from.Chat} to {to.Chat}");

        public async ValueTask DisposeAsync()
        {
            _pacer.Dispose();
            await _telegram.DisposeAsync();
            await _store.DisposeAsync();
        }

        private async Task SkipAsync() => await NextAsync();

        private async Task<BotUpdate[]> NextAsync()
        {
            var updates = await _telegram.Client.GetUpdates(_offset, timeout: 0, cancellationToken: Cancellation);
            if (updates.Length > 0) _offset = updates.Max(update => update.Id) + 1;
            return updates;
        }

        private ValueTask Hear(string what)
        {
            Heard.Add(what);
            return ValueTask.CompletedTask;
        }
    }
}
