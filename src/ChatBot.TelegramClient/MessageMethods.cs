using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient;

/// <summary>Writing, changing and deleting messages. What is thrown: <see cref="ITelegramBotClient.SendRequest"/>.</summary>
public static class MessageMethods
{
    public static Task<Message> SendMessage(
        this ITelegramBotClient client,
        ChatId chatId,
        string text,
        ParseMode? parseMode = null,
        ReplyParameters? replyParameters = null,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        int? messageThreadId = null,
        IReadOnlyList<MessageEntity>? entities = null,
        bool? disableNotification = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new SendMessageRequest
            {
                ChatId = chatId,
                Text = text,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                MessageThreadId = messageThreadId,
                Entities = entities,
                DisableNotification = disableNotification,
            },
            cancellationToken);

    public static Task<Message> EditMessageText(
        this ITelegramBotClient client,
        ChatId chatId,
        int messageId,
        string text,
        ParseMode? parseMode = null,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        IReadOnlyList<MessageEntity>? entities = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new EditMessageTextRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
            },
            cancellationToken);

    /// <summary>Of a message sent by inline mode.</summary>
    public static Task<bool> EditMessageText(
        this ITelegramBotClient client,
        string inlineMessageId,
        string text,
        ParseMode? parseMode = null,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new EditInlineMessageTextRequest
            {
                InlineMessageId = inlineMessageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
            },
            cancellationToken);

    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient client, ChatId chatId, int messageId, InlineKeyboardMarkup? replyMarkup = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new EditMessageReplyMarkupRequest { ChatId = chatId, MessageId = messageId, ReplyMarkup = replyMarkup },
            cancellationToken);

    /// <summary>Of a message sent by inline mode.</summary>
    public static Task<bool> EditMessageReplyMarkup(
        this ITelegramBotClient client, string inlineMessageId, InlineKeyboardMarkup? replyMarkup = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new EditInlineMessageReplyMarkupRequest { InlineMessageId = inlineMessageId, ReplyMarkup = replyMarkup },
            cancellationToken);

    public static Task<bool> DeleteMessage(this ITelegramBotClient client, ChatId chatId, int messageId,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    public static Task<bool> SendChatAction(
        this ITelegramBotClient client, ChatId chatId, ChatAction action, int? messageThreadId = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new SendChatActionRequest { ChatId = chatId, Action = action, MessageThreadId = messageThreadId }, cancellationToken);
}
