using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>What people do, and what the bot learns of it.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/when", true)]
    [InlineData("/when@chat_test_bot", true)]
    [InlineData("/when@CHAT_TEST_BOT now", true)]
    [InlineData("/when@other_bot", false)]
    [InlineData("not a /when at the start", false)]
    [InlineData("just talk", false)]
    [InlineData("@chat_test_bot when?", false)]
    public async Task Privacy_mode_lets_only_what_is_meant_for_the_bot_through(string text, bool isDelivered)
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var (ann, group) = Group(telegram);
        ann.Say(text, group);
        Assert.Equal(isDelivered, (await TextsAsync(telegram)).Contains(text));
    }

    [Fact]
    public async Task Replies_to_the_bot_mentions_where_switched_on_and_everything_to_an_administrator_get_through()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(new SimulatorOptions { MentionsReachTheBot = true });
        var (ann, group) = Group(telegram);
        await telegram.Client.SendMessage(group.Id, "hello all", cancellationToken: Cancellation);
        ann.Reply(await telegram.Server.WaitForBotAsync(group, cancellationToken: Cancellation), "a reply");
        ann.Say("@chat_test_bot a mention", group);
        ann.Say("among people", group);
        Assert.Equal(["a reply", "@chat_test_bot a mention"], await TextsAsync(telegram));
        ann.AddBot(group, asAdministrator: true);
        ann.Say("now heard", group);
        Assert.Contains("now heard", await TextsAsync(telegram));
    }

    [Fact]
    public async Task A_bare_command_goes_to_the_bot_that_wrote_last_and_other_bots_are_not_heard()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(new SimulatorOptions { PrivacyMode = false });
        await using var quiet = await SimulatedTelegram.StartAsync();
        foreach (var (server, heard) in new[] { (telegram, true), (quiet, false) })
        {
            var (ann, group) = Group(server);
            var other = server.Server.AddOtherBot("Other", "other_bot");
            server.Server.AddMember(group, other);
            other.Say("beep", group);
            ann.Say("/when", group);
            Assert.Equal(heard ? ["/when"] : [], await TextsAsync(server));
        }
    }

    [Fact]
    public async Task Topics_keep_their_thread_and_replies_stay_in_it()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        var forum = telegram.Server.AddSupergroup("Forum", isForum: true, ann);
        ann.AddBot(forum, asAdministrator: true);
        var topic = ann.OpenTopic(forum, "Dates");
        ann.Say("/when", forum, topic);
        ann.Say("/when in general", forum);
        var messages = (await telegram.Client.GetUpdates(timeout: 0, cancellationToken: Cancellation)).Select(update => update.Message).Where(message => message?.Text is not null).ToArray();
        Assert.Equal([(topic.Id, true), (null, false)], messages.Select(message => (message!.MessageThreadId, message.IsTopicMessage)));
        await telegram.Client.SendMessage(forum.Id, "answer", messageThreadId: topic.Id, cancellationToken: Cancellation);
        Assert.Contains("ChatBot in topic “Dates”: answer", telegram.Server.Transcript(forum), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocking_kicking_and_adding_are_told_as_my_chat_member()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var (ann, group) = Group(telegram);
        ann.Start();
        ann.Block();
        ann.Unblock();
        ann.KickBot(group);
        var changes = (await telegram.Client.GetUpdates(timeout: 0, cancellationToken: Cancellation)).Select(update => update.MyChatMember).OfType<ChatMemberUpdated>();
        Assert.Equal(
            [(ChatType.Group, true), (ChatType.Private, false), (ChatType.Private, true), (ChatType.Group, false)],
            changes.Select(change => (change.Chat.Type, change.NewChatMember.IsInChat)));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_tells_both_ids()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var (ann, group) = Group(telegram);
        var now = ann.Migrate(group);
        var messages = (await telegram.Client.GetUpdates(timeout: 0, cancellationToken: Cancellation)).Select(update => update.Message).OfType<Message>().ToArray();
        Assert.Contains(messages, message => message.Chat.Id == group.Id && message.MigrateToChatId == now.Id);
        Assert.Contains(messages, message => message.Chat.Id == now.Id && message.MigrateFromChatId == group.Id);
        await telegram.Client.SendMessage(now.Id, "still here", cancellationToken: Cancellation);
        Assert.Throws<InvalidOperationException>(() => ann.Say("too late", group));
    }

    [Fact]
    public async Task Stickers_forwards_edits_and_forged_taps_arrive_as_what_they_are()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        foreach (var kind in new[] { "sticker", "photo", "voice", "document", "location" })
            ann.SendMedia(kind, kind == "photo" ? "a caption" : null);
        ann.ForwardFromChannel("The Daily", "The summit moves.");
        var said = ann.Say("first");
        ann.Edit(said, "second");
        await telegram.Client.SendMessage(ann.Id, "tap", replyMarkup: InlineKeyboardMarkup.Row(InlineKeyboardButton.WithCallbackData("A",
            "a")), cancellationToken: Cancellation);
        var post = await telegram.Server.WaitForBotAsync(ann.Private, cancellationToken: Cancellation);
        ann.TapForged(post, "forged");
        await telegram.Client.DeleteMessage(ann.Id, post.Id, Cancellation);
        ann.TapForged(post, "on a deleted message");
        var updates = await telegram.Client.GetUpdates(timeout: 0, cancellationToken: Cancellation);
        Assert.All(updates.Take(5), update => Assert.Equal(MessageType.Media, update.Message?.Type));
        Assert.Equal("a caption", updates[1].Message?.Caption);
        Assert.Equal((MessageOriginType.Channel, "The Daily"), (updates[5].Message?.ForwardOrigin?.Type,
            updates[5].Message?.ForwardOrigin?.Chat?.Title));
        Assert.Equal("second", updates[7].EditedMessage?.Text);
        Assert.Equal(["forged", "on a deleted message"], updates[8..].Select(update => update.CallbackQuery?.Data));
        Assert.True(updates[9].CallbackQuery?.Message?.IsInaccessible);
    }

    [Fact]
    public async Task A_transcript_reads_as_a_chat()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        var asked = ann.Say("When is it?");
        var sent = await telegram.Client.SendMessage(
            ann.Id,
            "<b>24–25 June 2025</b>\n<blockquote expandable>The summit opens\non Tuesday.</blockquote>",
            ParseMode.Html,
            asked.Id,
            new InlineKeyboardMarkup([InlineKeyboardButton.WithCallbackData("Passage", "p"),
                InlineKeyboardButton.WithCallbackData("Watch", "w")], [InlineKeyboardButton.WithUrl("Source", "https://example.org/")]),
            cancellationToken: Cancellation);
        var post = await telegram.Server.WaitForBotAsync(ann.Private, cancellationToken: Cancellation);
        var tap = ann.Tap(post, "Watch");
        await telegram.Client.AnswerCallbackQuery(tap.QueryId, "I will tell you.", cancellationToken: Cancellation);
        await telegram.Client.EditMessageReplyMarkup(ann.Id, sent.Id, cancellationToken: Cancellation);
        await telegram.Client.EditMessageText(ann.Id, sent.Id, "Moved to <s>24</s> 26 June.", ParseMode.Html, cancellationToken: Cancellation);
        await telegram.Client.DeleteMessage(ann.Id, sent.Id, Cancellation);
        ann.SendMedia("sticker");
        ann.Block();
        Assert.Equal(
            """
            — private chat with Ann —
            #1 Ann: When is it?
            #2 ChatBot to #1: **24–25 June 2025**
                >> The summit opens
                >> on Tuesday.
                [Passage] [Watch]
                [Source → https://example.org/]
            Ann taps [Watch] of #2
                (notice for Ann: I will tell you.)
            #2 loses its buttons
            #2 ChatBot changes it: Moved to ~~24~~ 26 June.
            #2 is deleted by ChatBot
            #3 Ann: (sticker)
            Ann blocks ChatBot

            """,
            telegram.Server.Transcript(ann.Private));
    }

    private static (Person Ann, Room Group) Group(SimulatedTelegram telegram)
    {
        var ann = telegram.Server.AddPerson("Ann");
        var group = telegram.Server.AddGroup("Group", ann);
        ann.AddBot(group);
        return (ann, group);
    }

    private static async Task<string[]> TextsAsync(SimulatedTelegram telegram) =>
        [.. (await telegram.Client.GetUpdates(timeout: 0, cancellationToken: Cancellation)).Select(update => update.Message?.Text).OfType<string>()];
}
