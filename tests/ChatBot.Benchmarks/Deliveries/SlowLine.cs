namespace ChatBot.Benchmarks.Deliveries;

/// <summary>A request takes a while to its server and an answer a while back, so that a crash finds some on their way there and some on their way back.</summary>
internal sealed class SlowLine(HttpMessageHandler inner, int seed, int mostMilliseconds) : DelegatingHandler(inner)
{
    private readonly Random _random = new(seed);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Some(), cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await Task.Delay(Some(), cancellationToken);
        return response;
    }

    private int Some()
    {
        lock (_random) return _random.Next(mostMilliseconds + 1);
    }
}
