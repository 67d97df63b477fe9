using System.Globalization;
using ChatBot.Chat;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.Telegram;

/// <summary>Reads updates. In private everything is meant for the bot; in groups only commands, replies to it and mentions of it are.</summary>
internal static class TelegramMapping
{
    public const string Platform = "telegram";

    private static readonly TelegramEvent.Ignored Nothing = new();

    /// <param name="update">The update.</param>
    /// <param name="me">The bot itself.</param>
    public static TelegramEvent Read(Update update, User me) => update switch
    {
        { CallbackQuery: { } query } => query.From.IsBot ? Nothing : new TelegramEvent.Tapped(query),
        { Message: { } message } => Read(message, me, isEdit: false),
        { EditedMessage: { } message } => Read(message, me, isEdit: true),
        _ => Nothing,
    };

    /// <summary>The chat whose updates must stay in order with this one.</summary>
    public static long LaneOf(Update update) =>
        (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.CallbackQuery?.From.Id ?? 0;

    public static ChatAddress AddressOf(Message message) =>
        new(Platform, Number(message.Chat.Id), message.IsTopicMessage && message.MessageThreadId is { } thread ? Number(thread) : null);

    public static PersonId PersonOf(User user) => new(Platform, Number(user.Id));

    /// <summary>A message's words without the bot's name and without a command's addressee; null where it has none.</summary>
    public static string? WordsOf(Message message, User me)
    {
        if ((message.Text ?? message.Caption) is not { } text) return null;
        foreach (var mention in MentionsOf(message, me).OrderByDescending(entity => entity.Offset)) text = text.Remove(mention.Offset, mention.Length);
        text = text.Trim();
        return CommandText.Read(text) is { Addressee: not null } command ? $"/{command.Name} {command.Argument}".TrimEnd() : text;
    }

    private static TelegramEvent Read(Message message, User me, bool isEdit)
    {
        // Bots never answer bots; an anonymous administrator or a channel writing in a group only looks like one.
        if (message.ViaBot is not null || message.IsAutomaticForward || (message.SenderChat is null && message.From is null or { IsBot: true })) return Nothing;
        var isPrivate = message.Chat.Type == ChatType.Private;
        if (!isPrivate && message.Chat.Type is not (ChatType.Group or ChatType.Supergroup)) return Nothing;
        var person = message.SenderChat is { } sender ? new PersonId(Platform, Number(sender.Id)) : PersonOf(message.From ?? new User());
        var answered = message.ReplyToMessage is { From: { } author, ForumTopicCreated: null } replied && author.Id == me.Id ? replied : null;
        var incoming = new IncomingMessage(
            AddressOf(message), person, Number(message.Id), WordsOf(message, me) ?? "", isPrivate, isEdit, answered is null ? null : Number(answered.Id));
        if (message.Text is null && message.Caption is null) return isPrivate && !isEdit && message.Type == MessageType.Media ? new TelegramEvent.Wordless(incoming) : Nothing;
        return isPrivate || IsAddressed(message, me, answered is not null) ? new TelegramEvent.Asked(incoming) : Nothing;
    }

    private static bool IsAddressed(Message message, User me, bool isReply)
    {
        if (CommandText.Read(message.Text ?? "") is { } command)
            return command.Addressee is { } name ? name.Equals(me.Username, StringComparison.OrdinalIgnoreCase) : CommandCatalogue.Find(command.Name) is not null;
        return isReply || MentionsOf(message, me).Any();
    }

    private static IEnumerable<MessageEntity> MentionsOf(Message message, User me)
    {
        var text = message.Text ?? message.Caption ?? "";
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

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
