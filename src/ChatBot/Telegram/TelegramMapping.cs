using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.Telegram;

/// <summary>
/// Reads updates. In private everything is meant for the bot, and what is forwarded is to be checked; in groups only commands, replies to it and
/// mentions of it are.
/// </summary>
internal static class TelegramMapping
{
    public const string Platform = "telegram";

    /// <summary>The command that a link or a button to watch something stands for.</summary>
    public const string WatchCommand = "watch";

    private static readonly TelegramEvent.Ignored Nothing = new();

    /// <param name="update">The update.</param>
    /// <param name="me">The bot itself.</param>
    public static TelegramEvent Read(Update update, User me) => update switch
    {
        { CallbackQuery: { } query } => query.From.IsBot ? Nothing : new TelegramEvent.Tapped(query),
        { Message: { } message } => Read(message, me, isEdit: false),
        { EditedMessage: { } message } => Read(message, me, isEdit: true),
        { InlineQuery: { } query } => query.From.IsBot ? Nothing : new TelegramEvent.AskedInline(query),
        { MyChatMember: { Chat.Type: not ChatType.Channel } change } => Read(change),
        _ => Nothing,
    };

    /// <summary>The chat whose updates must stay in order with this one.</summary>
    public static long LaneOf(Update update) => update switch
    {
        // Typed in some other chat, and worth nothing half a minute later: it must not wait behind the private chat with the bot.
        { InlineQuery: { } query } => long.MinValue + query.From.Id,
        { MyChatMember: { } change } => change.Chat.Id,
        _ => (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.CallbackQuery?.From.Id ?? 0,
    };

    public static ChatAddress AddressOf(long chat) => new(Platform, Number(chat));

    public static ChatAddress AddressOf(Message message) =>
        new(Platform, Number(message.Chat.Id), message.IsTopicMessage && message.MessageThreadId is { } thread ? Number(thread) : null);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static PersonId PersonOf(User user) => new(Platform, Number(user.Id));

    /// <summary>
    /// What a message says to the bot: its words without the bot's name and without a command's addressee; of a link's /start what the link asks, of
    /// a bare /check under a message, and "is that true?" under somebody else's, that message as the claim, of a forward in private its words as a claim. Null where it has no words.
    /// </summary>
    public static string? WordsOf(Message message, User me)
    {
        if (message.Text is null && message.Caption is null) return null;
        var text = WithoutMentions(message, me);
        if (message.ForwardOrigin is not null && message.Chat.Type == ChatType.Private && !IsQuestionAlone(text)) return $"/{CommandCatalogue.Check} {text}".TrimEnd();
        if (IsUnderAnothers(message, me) && KnowledgeBase.AsksToCheck(TypedQuestion.Of(text) ?? text) && ClaimUnder(message) is { } said) return $"/{CommandCatalogue.Check} {said}";
        return CommandText.Read(text) switch
        {
            { Name: CommandCatalogue.Start, Argument.Length: > 0 } start when DeepLink.Read(start.Argument) is { } asked => asked,
            { Name: CommandCatalogue.Check, Argument.Length: 0 } when ClaimUnder(message) is { } claim => $"/{CommandCatalogue.Check} {claim}",
            { Addressee: not null } command => $"/{command.Name} {command.Argument}".TrimEnd(),
            _ => text,
        };
    }

    /// <summary>How the bot is asked in a group, given a question to show it by; unless it sees all messages there, a mention of it doesn't reach it.</summary>
    public static string HowToAsk(User me, string? question) => PhraseCatalogue.AskInGroup(me.Username, question, me.CanReadAllGroupMessages == true);

    private static string WithoutMentions(Message message, User me)
    {
        var text = WordsTyped(message);
        foreach (var mention in MentionsOf(message, me).OrderByDescending(entity => entity.Offset)) text = text.Remove(mention.Offset, mention.Length);
        return text.Trim();
    }

    private static MessageAbove? AboveOf(Message message, User me) =>
        message.ReplyToMessage is not { ForumTopicCreated: null } above ? null
        : new MessageAbove(Number(above.Id), message.Quote is { IsManual: true } quote ? quote.Text : WithoutMentions(above, me));

    /// <summary>A question that somebody forwards claims nothing; it is asked.</summary>
    private static bool IsQuestionAlone(string text) => text.EndsWith('?') && text[0] != '/' && text.IndexOfAny(['.', '!', '\n']) < 0;

    private static bool IsUnderAnothers(Message message, User me) => message.ReplyToMessage is { From: { } author, ForumTopicCreated: null } && author.Id != me.Id;

    /// <summary>A message's words, or those under its picture.</summary>
    private static string WordsTyped(Message message) => message.Text ?? message.Caption ?? "";

    private static string? ClaimUnder(Message message) => message.Quote is { IsManual: true } quote ? quote.Text : message.ReplyToMessage?.Text ?? message.ReplyToMessage?.Caption;

    private static TelegramEvent Read(ChatMemberUpdated change) => change.NewChatMember switch
    {
        { Status: ChatMemberStatus.Unknown } => Nothing,
        { IsInChat: false } => new TelegramEvent.Left(AddressOf(change.Chat.Id)),
        // It is still there: what it is to send waits until it may write again.
        { Status: ChatMemberStatus.Restricted, CanSendMessages: false } => Nothing,
        _ => new TelegramEvent.Joined(AddressOf(change.Chat.Id), change is { Chat.Type: ChatType.Group or ChatType.Supergroup, OldChatMember: { Status: not ChatMemberStatus.Unknown, IsInChat: false } }),
    };

    private static TelegramEvent Read(Message message, User me, bool isEdit)
    {
        if (message.MigrateToChatId is { } now) return new TelegramEvent.Moved(AddressOf(message.Chat.Id), AddressOf(now));
        if (message.MigrateFromChatId is { } before) return new TelegramEvent.Moved(AddressOf(before), AddressOf(message.Chat.Id));
        // Bots never answer bots; an anonymous administrator or a channel writing in a group only looks like one.
        if (message.ViaBot is not null || message.IsAutomaticForward || (message.SenderChat is null && message.From is null or { IsBot: true })) return Nothing;
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (!isPrivate && message.Chat.Type is not (ChatType.Group or ChatType.Supergroup)) return Nothing;
        var person = message.SenderChat is { } sender ? new PersonId(Platform, Number(sender.Id)) : PersonOf(message.From ?? new User());
        var answered = message.ReplyToMessage is { From: { } author, ForumTopicCreated: null } replied && author.Id == me.Id ? replied : null;
        var incoming = new IncomingMessage(
            AddressOf(message), person, Number(message.Id), WordsOf(message, me) ?? "", isPrivate, isEdit, answered is null ? null : Number(answered.Id))
        {
            Above = AboveOf(message, me),
            OtherWayToCheck = PhraseCatalogue.CheckByReply(isPrivate),
            HowToAsk = isPrivate ? null : question => HowToAsk(me, question),
            BeginsAnew = CommandText.Read(WordsTyped(message)) is { Name: CommandCatalogue.Start },
            ChecksOwnAnswer = answered is not null && message.Quote is not { IsManual: true } && CommandText.Read(WordsTyped(message)) is { Name: CommandCatalogue.Check, Argument.Length: 0 },
        };
        if (message.Text is null && message.Caption is null) return isPrivate && !isEdit && message.Type == MessageType.Media ? new TelegramEvent.Wordless(incoming) : Nothing;
        if (isPrivate || IsAddressed(message, me, answered is not null)) return new TelegramEvent.Asked(incoming);
        return isEdit ? new TelegramEvent.Withdrawn(incoming) : Nothing;
    }

    private static bool IsAddressed(Message message, User me, bool isReply)
    {
        if (CommandText.Read(WordsTyped(message)) is { } command)
            return command.Addressee is { } name ? name.Equals(me.Username, StringComparison.OrdinalIgnoreCase) : CommandCatalogue.Find(command.Name) is not null;
        return isReply || MentionsOf(message, me).Any();
    }

    private static IEnumerable<MessageEntity> MentionsOf(Message message, User me)
    {
        var text = WordsTyped(message);
        foreach (var entity in (message.Text is null ? message.CaptionEntities : message.Entities) ?? [])
        {
            if (entity.Offset < 0 || entity.Length <= 0 || entity.Offset > text.Length - entity.Length) continue;
            var isOurs = entity.Type switch
            {
                MessageEntityType.Mention => text.AsSpan(entity.Offset + 1, entity.Length - 1).Equals(me.Username, StringComparison.OrdinalIgnoreCase),
                MessageEntityType.TextMention => entity.User?.Id == me.Id,
                _ => false,
            };
            if (isOurs) yield return entity;
        }
    }
}
