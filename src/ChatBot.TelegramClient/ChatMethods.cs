using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient;

/// <summary>Chats and who is in them. What is thrown: <see cref="ITelegramBotClient.SendRequest"/>.</summary>
public static class ChatMethods
{
    public static Task<bool> LeaveChat(this ITelegramBotClient client, ChatId chatId, CancellationToken cancellationToken = default) =>
        client.SendRequest(new LeaveChatRequest { ChatId = chatId }, cancellationToken);

    public static Task<Chat> GetChat(this ITelegramBotClient client, ChatId chatId, CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetChatRequest { ChatId = chatId }, cancellationToken);

    public static Task<ChatMember> GetChatMember(this ITelegramBotClient client, ChatId chatId, long userId,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetChatMemberRequest { ChatId = chatId, UserId = userId }, cancellationToken);

    public static Task<ChatMember[]> GetChatAdministrators(this ITelegramBotClient client, ChatId chatId,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetChatAdministratorsRequest { ChatId = chatId }, cancellationToken);
}
