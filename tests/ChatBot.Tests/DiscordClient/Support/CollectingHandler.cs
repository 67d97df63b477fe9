using ChatBot.DiscordClient.Gateway;

namespace ChatBot.Tests.DiscordClient.Support;

/// <summary>Keeps what it is told, and lets a test wait for it or answer it.</summary>
internal sealed class CollectingHandler : IGatewayEventHandler
{
    private readonly Lock _lock = new();
    private readonly List<GatewayEvent> _events = [];
    private TaskCompletionSource _more = new();

    public Func<GatewayEvent, CancellationToken, Task>? OnEvent { get; set; }

    public IReadOnlyList<GatewayEvent> Events
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    public IEnumerable<T> Of<T>() where T : GatewayEvent => Events.OfType<T>();

    public async ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken)
    {
        if (OnEvent is { } act)
            await act(gatewayEvent, cancellationToken);
        TaskCompletionSource more;
        lock (_lock)
        {
            _events.Add(gatewayEvent);
            more = _more;
            _more = new TaskCompletionSource();
        }
        // Not by way of the thread pool: a virtual clock would run away meanwhile.
        more.SetResult();
    }

    public async Task<T> NextAsync<T>(Func<T, bool> which, CancellationToken cancellationToken) where T : GatewayEvent
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_events.OfType<T>().FirstOrDefault(which) is { } found)
                    return found;
                more = _more.Task;
            }
            await more.WaitAsync(cancellationToken);
        }
    }

    public Task<T> NextAsync<T>(CancellationToken cancellationToken) where T : GatewayEvent => NextAsync<T>(_ => true, cancellationToken);
}
