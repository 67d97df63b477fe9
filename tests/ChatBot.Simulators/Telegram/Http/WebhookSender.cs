using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Http;

/// <summary>Posts updates to the webhook one after the other, each until it is taken with a 2xx, with pauses that double.</summary>
internal sealed class WebhookSender(PlatformWorld world, Ledger ledger, Uri address, string? secret) : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public Uri Address => address;

    public string? LastError { get; private set; }

    public DateTimeOffset LastErrorDate { get; private set; }

    public void Start() => running = Task.Run(() => RunAsync(stopping.Token));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        http.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                JsonObject? update;
                Task change;
                lock (world.Gate)
                {
                    update = world.Updates.Take(1).FirstOrDefault();
                    change = world.NextChange;
                }
                if (update is null)
                    await change.WaitAsync(cancellationToken);
                else
                    await DeliverAsync(update, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task DeliverAsync(JsonObject update, CancellationToken cancellationToken)
    {
        var pause = world.Options.WebhookRetry;
        while (!await TryPostAsync(update, cancellationToken))
        {
            await Task.Delay(pause, world.Options.Time, cancellationToken);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, world.Options.WebhookRetry.Ticks * 64));
        }
        lock (world.Gate)
        {
            if (update["update_id"] is JsonValue id && id.TryGetValue<int>(out var number))
                world.Updates.Taken(number);
        }
    }

    private async Task<bool> TryPostAsync(JsonObject update, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address);
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(update.ToJsonString()));
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret is not null)
            message.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        ledger.Delivered(update);
        if (world.Options.Contract is { } contract)
            ledger.AnswerViolates(contract.CheckObject("Update", update));
        try
        {
            using var response = await http.SendAsync(message, cancellationToken);
            if (response.IsSuccessStatusCode)
                return true;
            Failed($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (HttpRequestException failure)
        {
            Failed($"Connection failed: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failed("Read timeout expired");
        }
        return false;
    }

    private void Failed(string error)
    {
        lock (world.Gate)
        {
            LastError = error;
            LastErrorDate = world.Now;
        }
    }
}
