using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Json;

namespace ChatBot.DiscordClient.Rest;

/// <summary>Discord's HTTP API. Every call waits for its rate limit, repeats what is safe to repeat, and says how it ended. Thread-safe.</summary>
public sealed class DiscordRestClient : IDisposable
{
    private readonly RestRequester _requester;
    private readonly HttpMessageHandler? _ownHandler;

    /// <param name="handler">What carries the requests; null for sockets of its own, which write no traces (an interaction's address holds its token).</param>
    public DiscordRestClient(DiscordRestConfig config, DiscordToken token, TimeProvider time, Random random, HttpMessageHandler? handler = null, Action<LogMessage>? log = null)
    {
        if (handler is null)
            handler = _ownHandler = new SocketsHttpHandler { ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(10), AllowAutoRedirect = false };
        _requester = new RestRequester(handler, config, token, time, random, log ?? (_ => { }));
    }

    /// <summary>Discord answered 401: the token is wrong or was reset, and nothing is sent with it any more.</summary>
    public bool TokenRefused => _requester.TokenRefused;

    public Task<RestResult<BotGateway>> GetBotGatewayAsync(CancellationToken cancellationToken) =>
        GetAsync(RestRoute.To(HttpMethod.Get, "/gateway/bot"), DiscordJson.Default.BotGateway, cancellationToken);

    public Task<RestResult<Application>> GetApplicationInfoAsync(CancellationToken cancellationToken) =>
        GetAsync(RestRoute.To(HttpMethod.Get, "/applications/@me"), DiscordJson.Default.Application, cancellationToken);

    public Task<RestResult<IReadOnlyList<ApplicationCommand>>> GetGlobalApplicationCommandsAsync(ulong applicationId, CancellationToken cancellationToken)
    {
        var route = RestRoute.To(HttpMethod.Get, "/applications/{application_id}/commands", applicationId);
        return GetAsync(route with { Path = route.Path + "?with_localizations=true" }, DiscordJson.Default.IReadOnlyListApplicationCommand, cancellationToken);
    }

    /// <summary>These commands and no others; what is not listed is deleted.</summary>
    public async Task<RestResult<IReadOnlyList<ApplicationCommand>>> BulkOverwriteGlobalApplicationCommandsAsync(
        ulong applicationId, IReadOnlyList<ApplicationCommandProperties> commands, CancellationToken cancellationToken) =>
        Read(await SendAsync(RestRoute.To(HttpMethod.Put, "/applications/{application_id}/commands", applicationId), commands,
            DiscordJson.Default.IReadOnlyListApplicationCommandProperties, repeatable: true, cancellationToken), DiscordJson.Default.IReadOnlyListApplicationCommand);

    /// <summary>Sends a message. With a nonce it can be repeated without making a second one; without, a lost answer is <c>Unknown</c>.</summary>
    public async Task<RestResult<Message>> SendMessageAsync(ulong channelId, MessageProperties message, CancellationToken cancellationToken)
    {
        if (message.Nonce?.Length > DiscordConfig.MaxNonceLength)
            throw new ArgumentException($"A nonce has at most {DiscordConfig.MaxNonceLength} characters.", nameof(message));
        return Read(await SendAsync(RestRoute.To(HttpMethod.Post, "/channels/{channel_id}/messages", channelId), message,
            DiscordJson.Default.MessageProperties, repeatable: message.Nonce is not null, cancellationToken), DiscordJson.Default.Message);
    }

    public async Task<RestResult<Message>> ModifyMessageAsync(ulong channelId, ulong messageId, MessageProperties change, CancellationToken cancellationToken) =>
        Read(await SendAsync(RestRoute.To(HttpMethod.Patch, "/channels/{channel_id}/messages/{message_id}", channelId, messageId), change,
            DiscordJson.Default.MessageProperties, repeatable: true, cancellationToken), DiscordJson.Default.Message);

    public Task<RestResult<Nothing>> DeleteMessageAsync(ulong channelId, ulong messageId, CancellationToken cancellationToken) =>
        DoAsync(RestRoute.To(HttpMethod.Delete, "/channels/{channel_id}/messages/{message_id}", channelId, messageId), cancellationToken);

    public Task<RestResult<Message>> GetMessageAsync(ulong channelId, ulong messageId, CancellationToken cancellationToken) =>
        GetAsync(RestRoute.To(HttpMethod.Get, "/channels/{channel_id}/messages/{message_id}", channelId, messageId), DiscordJson.Default.Message, cancellationToken);

    public Task<RestResult<Channel>> GetChannelAsync(ulong channelId, CancellationToken cancellationToken) =>
        GetAsync(RestRoute.To(HttpMethod.Get, "/channels/{channel_id}", channelId), DiscordJson.Default.Channel, cancellationToken);

    /// <summary>The conversation with that person, opened if there was none.</summary>
    public async Task<RestResult<Channel>> CreateDMChannelAsync(ulong userId, CancellationToken cancellationToken) =>
        Read(await SendAsync(RestRoute.To(HttpMethod.Post, "/users/@me/channels"), new CreateDMRequest(userId),
            DiscordJson.Default.CreateDMRequest, repeatable: true, cancellationToken), DiscordJson.Default.Channel);

    /// <summary>A thread that begins with that message. One message has at most one, so a repeat is refused and does no harm.</summary>
    public async Task<RestResult<Channel>> CreateThreadAsync(ulong channelId, ulong messageId, string name, CancellationToken cancellationToken) =>
        Read(await SendAsync(RestRoute.To(HttpMethod.Post, "/channels/{channel_id}/messages/{message_id}/threads", channelId, messageId), new CreateThreadRequest(name, 1440),
            DiscordJson.Default.CreateThreadRequest, repeatable: false, cancellationToken), DiscordJson.Default.Channel);

    /// <summary>"… is typing", for ten seconds or until a message comes.</summary>
    public Task<RestResult<Nothing>> TriggerTypingAsync(ulong channelId, CancellationToken cancellationToken) =>
        DoAsync(RestRoute.To(HttpMethod.Post, "/channels/{channel_id}/typing", channelId), cancellationToken);

    public Task<RestResult<Guild>> GetGuildAsync(ulong guildId, CancellationToken cancellationToken) =>
        GetAsync(RestRoute.To(HttpMethod.Get, "/guilds/{guild_id}", guildId), DiscordJson.Default.Guild, cancellationToken);

    /// <summary>The first answer, due within three seconds of the event. Returns the id of the message that it made or changed, if it did and that is known.</summary>
    public async Task<RestResult<ulong?>> RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        var body = response switch
        {
            { Modal: { } modal } => JsonSerializer.SerializeToUtf8Bytes(new ModalCallback(response.Type, modal), DiscordJson.Default.ModalCallback),
            { Choices: { } choices } => JsonSerializer.SerializeToUtf8Bytes(new AutocompleteCallback(response.Type, new AutocompleteChoices(choices)), DiscordJson.Default.AutocompleteCallback),
            { Type: InteractionResponseType.DeferredChannelMessage or InteractionResponseType.DeferredUpdateMessage } => JsonSerializer.SerializeToUtf8Bytes(
                new DeferredCallback(response.Type, response.Message?.Flags is { } flags ? new DeferredCallbackData(flags) : null), DiscordJson.Default.DeferredCallback),
            _ => JsonSerializer.SerializeToUtf8Bytes(new MessageCallback(response.Type, response.Message), DiscordJson.Default.MessageCallback),
        };
        var route = RestRoute.To(HttpMethod.Post, "/interactions/{interaction_id}/{interaction_token}/callback", interaction.Id, interaction.Token);
        if (response.Type is InteractionResponseType.ChannelMessage or InteractionResponseType.UpdateMessage) route = route with { Path = route.Path + "?with_response=true" };
        return (await _requester.SendAsync(route, body, repeatable: true, cancellationToken)).Then(ResponseMessage);
    }

    public Task<RestResult<Message>> GetOriginalResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        GetAsync(Original(HttpMethod.Get, interaction), DiscordJson.Default.Message, cancellationToken);

    public async Task<RestResult<Message>> ModifyOriginalResponseAsync(Interaction interaction, MessageProperties change, CancellationToken cancellationToken) =>
        Read(await SendAsync(Original(HttpMethod.Patch, interaction), change, DiscordJson.Default.MessageProperties, repeatable: true, cancellationToken), DiscordJson.Default.Message);

    public Task<RestResult<Nothing>> DeleteOriginalResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        DoAsync(Original(HttpMethod.Delete, interaction), cancellationToken);

    /// <summary>A further message to the same person's action. Discord knows no nonce here: a lost answer is <c>Unknown</c>.</summary>
    /// <exception cref="ArgumentException">The message has a nonce or a reference, which would be dropped in silence.</exception>
    public async Task<RestResult<Message>> FollowupAsync(Interaction interaction, MessageProperties message, CancellationToken cancellationToken)
    {
        if (message.Nonce is not null || message.MessageReference is not null)
            throw new ArgumentException("A follow-up knows neither a nonce nor a reference.", nameof(message));
        return Read(await SendAsync(RestRoute.To(HttpMethod.Post, "/webhooks/{webhook_id}/{webhook_token}", interaction.ApplicationId, interaction.Token), message,
            DiscordJson.Default.MessageProperties, repeatable: false, cancellationToken), DiscordJson.Default.Message);
    }

    public void Dispose()
    {
        _requester.Dispose();
        _ownHandler?.Dispose();
    }

    private static RestRoute Original(HttpMethod method, Interaction interaction) =>
        RestRoute.To(method, "/webhooks/{webhook_id}/{webhook_token}/messages/@original", interaction.ApplicationId, interaction.Token);

    private async Task<RestResult<T>> GetAsync<T>(RestRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Read(await _requester.SendAsync(route, null, repeatable: true, cancellationToken), type);

    private async Task<RestResult<Nothing>> DoAsync(RestRoute route, CancellationToken cancellationToken) =>
        (await _requester.SendAsync(route, null, repeatable: true, cancellationToken)).Then(_ => new Nothing());

    private Task<RestResult<byte[]>> SendAsync<T>(RestRoute route, T body, JsonTypeInfo<T> type, bool repeatable, CancellationToken cancellationToken) =>
        _requester.SendAsync(route, JsonSerializer.SerializeToUtf8Bytes(body, type), repeatable, cancellationToken);

    private static ulong? ResponseMessage(byte[] answer)
    {
        try
        {
            return answer.Length == 0 ? null : JsonSerializer.Deserialize(answer, DiscordJson.Default.CallbackAnswer)?.Interaction?.ResponseMessageId;
        }
        catch (JsonException)
        {
            // The answer was taken; only its id stays unknown.
            return null;
        }
    }

    /// <summary>An answer that cannot be read is still an answer: the thing was done, but what came of it is not known.</summary>
    private static RestResult<T> Read<T>(RestResult<byte[]> result, JsonTypeInfo<T> type)
    {
        if (result is not RestResult<byte[]>.Done done)
            return result.Then<T>(_ => throw new InvalidOperationException());
        try
        {
            return JsonSerializer.Deserialize(done.Value, type) is { } value ? new RestResult<T>.Done(value) : new RestResult<T>.Unknown("Discord's answer was empty");
        }
        catch (JsonException e)
        {
            return new RestResult<T>.Unknown($"Discord's answer could not be read ({e.Path})");
        }
    }
}
