using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Webhooks;

namespace ChatBot.TelegramClient;

/// <summary>Getting updates, by polling or by webhook. What is thrown: <see cref="ITelegramBotClient.SendRequest"/>.</summary>
public static class UpdateMethods
{
    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient client,
        int? offset = null,
        int? limit = null,
        int? timeout = null,
        IReadOnlyList<UpdateType>? allowedUpdates = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetUpdatesRequest { Offset = offset, Limit = limit, Timeout = timeout, AllowedUpdates = allowedUpdates },
            cancellationToken);

    public static Task<bool> SetWebhook(
        this ITelegramBotClient client,
        string url,
        WebhookSecret? secretToken = null,
        IReadOnlyList<UpdateType>? allowedUpdates = null,
        int? maxConnections = null,
        bool? dropPendingUpdates = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new SetWebhookRequest
            {
                Url = url,
                SecretToken = secretToken,
                AllowedUpdates = allowedUpdates,
                MaxConnections = maxConnections,
                DropPendingUpdates = dropPendingUpdates,
            },
            cancellationToken);

    public static Task<bool> DeleteWebhook(this ITelegramBotClient client, bool? dropPendingUpdates = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = dropPendingUpdates }, cancellationToken);

    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient client, CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetWebhookInfoRequest(), cancellationToken);
}
