using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Where the gateway is. The address is kept until connecting with it fails; the limits are asked for afresh each time. Thread-safe.</summary>
public sealed class GatewayDirectory(DiscordRestClient rest)
{
    private volatile BotGateway? _last;

    public string? CachedUrl => _last?.Url;

    public async Task<RestResult<BotGateway>> AskAsync(CancellationToken cancellationToken)
    {
        var result = await rest.GetBotGatewayAsync(cancellationToken);
        if (result is RestResult<BotGateway>.Done done)
            _last = done.Value;
        return result;
    }

    public void Forget() => _last = null;
}
