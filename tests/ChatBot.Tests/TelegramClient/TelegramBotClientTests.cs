using System.Net;
using System.Text;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.InlineQueryResults;
using ChatBot.TelegramClient.Types.ReplyMarkups;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class TelegramBotClientTests
{
    private const string Token = "7000001:simulated-token_AbCdEf";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_method_with_every_parameter_is_as_published_and_works()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var client = telegram.Client;
        var ann = telegram.Server.AddPerson("Ann", language: "de");
        var bob = telegram.Server.AddPerson("Bob");
        var asked = ann.Start("watch_12");
        var forum = telegram.Server.AddSupergroup("Forum", isForum: true, ann, bob);
        ann.AddBot(forum, asAdministrator: true);
        var topic = ann.OpenTopic(forum, "News");
        var keyboard = new InlineKeyboardMarkup(
            [InlineKeyboardButton.WithCallbackData("Passage", "p:1"), InlineKeyboardButton.WithUrl("Source", "https://example.org/")],
            [InlineKeyboardButton.WithSwitchInlineQueryCurrentChat("Search", "when"), InlineKeyboardButton.WithSwitchInlineQuery("Share")]);

        Assert.Equal(client.BotId, (await client.GetMe(Cancellation)).Id);
        var sent = await client.SendMessage(
            ann.Id, "<b>24–25</b> June", ParseMode.Html, new ReplyParameters { MessageId = asked.Id, AllowSendingWithoutReply = true,
                Quote = "watch", ChatId = ann.Id },
            keyboard, new LinkPreviewOptions { IsDisabled = true, PreferSmallMedia = true, Url = "https://example.org/" },
                disableNotification: true, cancellationToken: Cancellation);
        Assert.Equal(MessageEntityType.Bold, sent.Entities?[0].Type);
        Assert.Equal(asked.Id, sent.ReplyToMessage?.Id);
        Assert.Equal("p:1", sent.ReplyMarkup?.InlineKeyboard[0][0].CallbackData);
        var inTopic = await client.SendMessage(forum.Id, "to the topic", messageThreadId: topic.Id,
            entities: [new() { Type = MessageEntityType.Italic, Offset = 0, Length = 2 }], cancellationToken: Cancellation);
        Assert.True(inTopic.IsTopicMessage && inTopic.MessageThreadId == topic.Id);
        var edited = await client.EditMessageText(ann.Id, sent.Id, "<i>other</i>", ParseMode.Html, keyboard, LinkPreviewOptions.Off,
            cancellationToken: Cancellation);
        Assert.NotNull(edited.EditDate);
        Assert.Empty((await client.EditMessageReplyMarkup(ann.Id, sent.Id, cancellationToken: Cancellation)).ReplyMarkup?.InlineKeyboard ?? []);
        Assert.True(await client.SendChatAction(forum.Id, ChatAction.Typing, topic.Id, Cancellation));
        Assert.True(await client.DeleteMessage(ann.Id, sent.Id, Cancellation));

        BotCommandScope[] scopes =
        [
            new BotCommandScopeDefault(), new BotCommandScopeAllPrivateChats(), new BotCommandScopeAllGroupChats(),
                new BotCommandScopeAllChatAdministrators(),
            new BotCommandScopeChat(forum.Id), new BotCommandScopeChatAdministrators(forum.Id), new BotCommandScopeChatMember(forum.Id, bob.Id),
        ];
        foreach (var scope in scopes)
        {
            var name = scope.GetType().Name["BotCommandScope".Length..].ToLowerInvariant();
            Assert.True(await client.SetMyCommands([new BotCommand(name, "Shows " + name)], scope, "de", Cancellation));
            Assert.True(await client.SetMyCommands([new BotCommand(name, "shows " + name)], scope, cancellationToken: Cancellation));
            Assert.Equal(name, Assert.Single(await client.GetMyCommands(scope, "de", Cancellation)).Command);
        }
        Assert.Equal(["/allprivatechats – Shows allprivatechats"], ann.CommandMenu());
        Assert.Equal(["/chatadministrators – Shows chatadministrators"], ann.CommandMenu(forum));
        Assert.Equal(["/chatmember – shows chatmember"], bob.CommandMenu(forum));
        Assert.True(await client.DeleteMyCommands(new BotCommandScopeChatMember(forum.Id, bob.Id), cancellationToken: Cancellation));
        Assert.Equal(["/chat – shows chat"], bob.CommandMenu(forum));
        Assert.True(await client.SetMyDescription("Answers from documents", "de", Cancellation));
        Assert.Equal("Answers from documents", telegram.Server.Description("de"));

        Assert.Equal(ann.Id, Assert.Single(await client.GetChatAdministrators(forum.Id, Cancellation)).User.Id);
        Assert.Equal(forum.Name, (await client.GetChat(forum.Id, Cancellation)).Title);
        Assert.True((await client.GetChatMember(forum.Id, ann.Id, Cancellation)).IsAdmin);
        Assert.True((await client.GetChatMember(forum.Id, bob.Id, Cancellation)).IsInChat);
        Assert.True(await client.LeaveChat(forum.Id, Cancellation));
        Assert.Equal(UpdateType.MyChatMember, (await client.GetUpdates(-1, 100, 0, [UpdateType.Message, UpdateType.MyChatMember],
            Cancellation))[^1].Type);
    }

    [Fact]
    public async Task Taps_and_inline_queries_are_answered_and_inline_messages_edited()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var client = telegram.Client;
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        var sent = await client.SendMessage(ann.Id, "pick", replyMarkup: InlineKeyboardMarkup.Row(InlineKeyboardButton.WithCallbackData("One", "1")), cancellationToken: Cancellation);
        var tap = ann.Tap(await telegram.Server.WaitForBotAsync(ann.Private, cancellationToken: Cancellation), "One");
        var asking = ann.AskInlineAsync("when", Cancellation);
        var updates = await client.GetUpdates(timeout: 0, cancellationToken: Cancellation);
        var query = updates.Single(update => update.Type == UpdateType.CallbackQuery).CallbackQuery!;
        Assert.Equal(("1", sent.Id), (query.Data, query.Message?.Id));
        Assert.True(await client.AnswerCallbackQuery(query.Id, "Chosen", showAlert: true, cacheTime: 0, Cancellation));
        Assert.Equal("Chosen", await tap.Answer.WaitAsync(Cancellation));
        Assert.True((await Assert.ThrowsAsync<ApiRequestException>(() => client.AnswerCallbackQuery(query.Id,
            cancellationToken: Cancellation))).IsQueryTooOld());

        var inline = updates.Single(update => update.Type == UpdateType.InlineQuery).InlineQuery!;
        Assert.Equal(("when", ChatType.Sender), (inline.Query, inline.ChatType));
        var article = new InlineQueryResultArticle("a1", "24–25 June",
            new InputTextMessageContent("<b>24–25 June</b>") { ParseMode = ParseMode.Html, LinkPreviewOptions = LinkPreviewOptions.Off })
        {
            Description = "NATO summit",
            ReplyMarkup = InlineKeyboardMarkup.Row(InlineKeyboardButton.WithCallbackData("More", "more")),
        };
        Assert.True(await client.AnswerInlineQuery(inline.Id, [article], cacheTime: 5, isPersonal: true, nextOffset: "", Cancellation));
        ann.Choose(await asking, "24–25 June");
        var chosen = (await client.GetUpdates(timeout: 0, cancellationToken: Cancellation)).Single(update => update.Type == UpdateType.ChosenInlineResult).ChosenInlineResult!;
        Assert.True(await client.EditMessageText(chosen.InlineMessageId!, "edited", cancellationToken: Cancellation));
        Assert.True(await client.EditMessageReplyMarkup(chosen.InlineMessageId!,
            InlineKeyboardMarkup.Row(InlineKeyboardButton.WithCallbackData("Less", "less")), Cancellation));
        Assert.Contains("#3 ChatBot changes it: edited", telegram.Server.Transcript(ann.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_says_so()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        var sent = await telegram.Client.SendMessage(ann.Id, "same", cancellationToken: Cancellation);
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => telegram.Client.EditMessageText(ann.Id, sent.Id, "same",
            cancellationToken: Cancellation));
        Assert.True(refusal.IsNotModified());
    }

    [Fact]
    public async Task The_content_type_is_bare_and_the_user_agent_set()
    {
        HttpRequestMessage? seen = null;
        using var client = ClientAnswering("""{"ok":true,"result":{"id":7000001,"is_bot":true,"first_name":"B","telepathy":{"range":5}},"new":1}""", request => seen = request);
        Assert.Equal("B", (await client.GetMe(Cancellation)).FirstName);
        Assert.Equal("application/json", seen?.Content?.Headers.ContentType?.ToString());
        Assert.NotEmpty(seen?.Headers.UserAgent.ToString() ?? "");
    }

    [Fact]
    public async Task Null_where_true_is_documented_means_done()
    {
        using var client = ClientAnswering("""{"ok":true,"result":null}""");
        Assert.True(await client.DeleteWebhook(cancellationToken: Cancellation));
        await Assert.ThrowsAsync<RequestException>(() => client.GetMe(Cancellation));
    }

    [Fact]
    public async Task A_refusal_carries_code_words_and_parameters()
    {
        using var client = ClientAnswering("""{"ok":false,"error_code":400,"description":"Bad Request: x","parameters":{"migrate_to_chat_id":-1001}}""");
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => client.GetMe(Cancellation));
        Assert.Equal((400, "Bad Request: x", -1001, "getMe"), (refusal.ErrorCode, refusal.Description, refusal.Parameters?.MigrateToChatId,
            refusal.MethodName));
    }

    [Fact]
    public async Task Giving_up_is_not_a_failure_of_the_request()
    {
        using var client = ClientAnswering("{}");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetMe(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Limits_of_buttons_and_commands_are_checked_where_they_are_made()
    {
        Assert.Equal(64, Encoding.UTF8.GetByteCount(InlineKeyboardButton.WithCallbackData("x", new string('é', 32)).CallbackData!));
        Assert.Throws<ArgumentException>(() => InlineKeyboardButton.WithCallbackData("x", new string('é', 33)));
        Assert.Throws<ArgumentException>(() => InlineKeyboardButton.WithCallbackData("x", ""));
        Assert.Throws<ArgumentException>(() => InlineKeyboardButton.WithCallbackData(" ", "x"));
        Assert.Throws<ArgumentException>(() => new BotCommand("Ask", "x"));
        Assert.Throws<ArgumentException>(() => new BotCommand("ask", ""));
        Assert.Throws<ArgumentException>(() => new ChatId("name"));
    }

    private static TelegramBotClient ClientAnswering(string body, Action<HttpRequestMessage>? see = null) =>
        new(new TelegramBotClientOptions(Token), new Answering(body, see));

    private sealed class Answering(string body, Action<HttpRequestMessage>? see) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see?.Invoke(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
        }
    }
}
