using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>getUpdates, setWebhook, deleteWebhook, getWebhookInfo. One poll at a time: a second one ends the first.</summary>
internal sealed class UpdateMethods(PlatformWorld world, Ledger ledger) : IAsyncDisposable
{
    private static readonly int[] AllowedPorts = [443, 80, 88, 8443];

    private Poll? current;
    private WebhookSender? webhook;
    private int maxConnections = 40;

    /// <summary>Somebody has polled, or set a webhook; to be read under the gate.</summary>
    public bool IsListenedTo { get; private set; }

    public async Task<JsonNode> GetUpdatesAsync(Parameters parameters, bool answerEarly, CancellationToken cancellationToken)
    {
        var limit = (int)Math.Clamp(parameters.Number("limit") ?? 100, 1, 100);
        var deadline = world.Now + TimeSpan.FromSeconds(answerEarly ? 0 : Math.Clamp(parameters.Number("timeout") ?? 0, 0, 50));
        var mine = Begin(parameters);
        try
        {
            while (true)
            {
                Task change;
                lock (world.Gate)
                {
                    if (mine.Ended is { } reason)
                        throw ApiError.Conflict(reason);
                    var batch = world.Updates.Take(limit);
                    if (batch.Count > 0 || world.Now >= deadline)
                        return Deliver(batch);
                    change = world.NextChange;
                }
                await WaitAsync(change, deadline - world.Now, cancellationToken);
            }
        }
        finally
        {
            lock (world.Gate)
                current = current == mine ? null : current;
        }
    }

    public async Task<JsonNode> SetWebhookAsync(Parameters parameters)
    {
        var url = parameters.Text("url") ?? "";
        if (url.Length == 0)
            return await DeleteWebhookAsync(parameters);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != "https" && !address.IsLoopback))
            throw ApiError.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        if (!address.IsLoopback && !AllowedPorts.Contains(address.Port))
            throw ApiError.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        var secret = parameters.Text("secret_token");
        if (secret is { Length: > 256 } || secret?.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) == true)
            throw ApiError.BadRequest("secret token contains unallowed characters");
        var next = new WebhookSender(world, ledger, address, string.IsNullOrEmpty(secret) ? null : secret);
        WebhookSender? previous;
        lock (world.Gate)
        {
            previous = webhook;
            webhook = next;
            maxConnections = (int)Math.Clamp(parameters.Number("max_connections") ?? 40, 1, 100);
            Remember(parameters);
            Listen();
            if (parameters.Flag("drop_pending_updates"))
                world.Updates.Clear();
            EndCurrent("terminated by setWebhook request");
        }
        if (previous is not null)
            await previous.DisposeAsync();
        next.Start();
        return true;
    }

    public async Task<JsonNode> DeleteWebhookAsync(Parameters parameters)
    {
        WebhookSender? previous;
        lock (world.Gate)
        {
            previous = webhook;
            webhook = null;
            if (parameters.Flag("drop_pending_updates"))
                world.Updates.Clear();
        }
        if (previous is not null)
            await previous.DisposeAsync();
        return true;
    }

    public JsonNode GetWebhookInfo()
    {
        var info = new JsonObject
        {
            ["url"] = webhook?.Address.AbsoluteUri ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Updates.Count,
        };
        if (webhook is null)
            return info;
        info["max_connections"] = maxConnections;
        if (world.Updates.Allowed.Count > 0)
            info["allowed_updates"] = new JsonArray([.. world.Updates.Allowed.Select(kind => (JsonNode)kind)]);
        if (webhook.LastError is { } error)
        {
            info["last_error_date"] = webhook.LastErrorDate.ToUnixTimeSeconds();
            info["last_error_message"] = error;
        }
        return info;
    }

    public async ValueTask DisposeAsync()
    {
        WebhookSender? last;
        lock (world.Gate)
        {
            last = webhook;
            webhook = null;
            EndCurrent("terminated by the end of the simulation");
        }
        if (last is not null)
            await last.DisposeAsync();
    }

    private Poll Begin(Parameters parameters)
    {
        lock (world.Gate)
        {
            if (webhook is not null)
                throw ApiError.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            EndCurrent("terminated by other getUpdates request; make sure that only one bot instance is running");
            Remember(parameters);
            if (parameters.Number("offset") is { } offset)
                world.Updates.Confirm(offset);
            Listen();
            return current = new Poll();
        }
    }

    private void Listen()
    {
        if (IsListenedTo)
            return;
        IsListenedTo = true;
        world.Changed();
    }

    private void EndCurrent(string reason)
    {
        if (current is null)
            return;
        current.Ended = reason;
        current = null;
        world.Changed();
    }

    private void Remember(Parameters parameters)
    {
        if (parameters.Structure("allowed_updates") is JsonArray kinds)
            world.Updates.Allow([.. kinds.Select(kind => kind!.GetValue<string>())]);
    }

    private JsonNode Deliver(IReadOnlyList<JsonObject> batch)
    {
        foreach (var update in batch)
            ledger.Delivered(update);
        return new JsonArray([.. batch]);
    }

    private async Task WaitAsync(Task change, TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(atMost > TimeSpan.Zero ? atMost : TimeSpan.FromMilliseconds(1), world.Options.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return;
        }
    }

    private sealed class Poll
    {
        public string? Ended { get; set; }
    }
}
