using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Webhooks;

/// <summary>Where the platform shall post updates to; set at start, and removed at stop unless others serve the same address.</summary>
public sealed class WebhookRegistration
{
    private static readonly int[] AllowedPorts = [443, 80, 88, 8443];

    /// <param name="url">The public HTTPS address. Plain HTTP only for loopback, where a simulator or a local server calls.</param>
    /// <param name="secret">Comes back with every call.</param>
    /// <exception cref="FormatException">The platform would not call such an address.</exception>
    public WebhookRegistration(string url, WebhookSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FormatException($"A webhook's address is like https://example.org/telegram: '{url}' is not.");
        if (!address.IsLoopback && (address.Scheme != "https" || !AllowedPorts.Contains(address.Port)))
            throw new FormatException($"A webhook's address is HTTPS on port 443, 80, 88 or 8443: '{url}' is not.");
        Url = address;
        Secret = secret;
    }

    public Uri Url { get; }

    public WebhookSecret Secret { get; }

    /// <summary>Null leaves what the platform remembers.</summary>
    public IReadOnlyList<UpdateType>? AllowedUpdates { get; init; }

    /// <summary>1–100; null for the platform's 40.</summary>
    public int? MaxConnections { get; init; }

    public Task RegisterAsync(ITelegramBotClient client, CancellationToken cancellationToken) =>
        client.SetWebhook(Url.AbsoluteUri, Secret, AllowedUpdates, MaxConnections, cancellationToken: cancellationToken);

    /// <summary>Removes it if it is still this one: another instance may have moved it since.</summary>
    /// <returns>Whether it was removed.</returns>
    public async Task<bool> RemoveAsync(ITelegramBotClient client, CancellationToken cancellationToken)
    {
        var info = await client.GetWebhookInfo(cancellationToken);
        return info.Url == Url.AbsoluteUri && await client.DeleteWebhook(cancellationToken: cancellationToken);
    }
}
