using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>Sends what is in the outbox, each platform by a loop of its own, and forgets what has long ended.</summary>
internal sealed class DeliveryWorker(
    DeliveryOutbox outbox, IEnumerable<IDeliveryChannel> channels, ComposeDeliveries compose, DeliveryOptions options, DeliverySignal signal, TimeProvider time, ILogger<DeliveryPump> log) : BackgroundService
{
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        [.. channels.Select(channel => new DeliveryPump(outbox, channel, compose, options, signal, time, log).RunAsync(stoppingToken)), CleanAsync(stoppingToken)]);

    private async Task CleanAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(BetweenCleanings, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested) await outbox.ForgetAsync(time.GetUtcNow() - options.Kept, stopping);
        }
    }
}
