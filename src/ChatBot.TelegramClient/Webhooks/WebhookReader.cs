using System.Text.Json;

namespace ChatBot.TelegramClient.Webhooks;

/// <summary>Reads what is posted to the webhook's address. Nothing of the body is looked at before the secret is right.</summary>
/// <param name="secret">What setWebhook was given.</param>
/// <param name="maxBytes">The largest body that is read; 1 MiB unless told.</param>
public sealed class WebhookReader(WebhookSecret secret, int maxBytes = 1024 * 1024)
{
    /// <param name="header">The value of <see cref="WebhookSecret.HeaderName"/>; null when absent or repeated.</param>
    /// <param name="body">Read to its end or to the limit; not closed.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    /// <exception cref="IOException">The body broke off.</exception>
    public async Task<WebhookRequest> ReadAsync(string? header, Stream body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!secret.Matches(header))
            return new WebhookRequest.WrongSecret();
        if (await ReadToLimitAsync(body, cancellationToken) is not { } bytes)
            return new WebhookRequest.TooLarge();
        try
        {
            var update = UpdateJson.Read(bytes);
            return update.Id == 0 ? new WebhookRequest.Unreadable() : new WebhookRequest.Accepted(update);
        }
        catch (JsonException)
        {
            return new WebhookRequest.Unreadable();
        }
    }

    private async Task<byte[]?> ReadToLimitAsync(Stream body, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > maxBytes)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
