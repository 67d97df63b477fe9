using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Simulators.Web;

/// <summary>A request as it arrived.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers by name; several of one name with commas between.</param>
public sealed record SimulatedRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>Web sites and feeds on a loopback port, well and badly behaved. What isn't served is a 404.</summary>
public sealed class WebSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WebAnswer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SimulatedRequest> _requests = new();
    private readonly WebApplication _server;
    private int _count;

    private WebSimulator()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        // A client that stops reading must not keep the endless answers from ending.
        builder.WebHost.ConfigureKestrel(server => server.Limits.MinResponseDataRate = null);
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Which request, counted from 1, is answered in another way than its path is; null for none.</summary>
    public (int Request, WebAnswer Answer)? Fault { get; set; }

    /// <summary>What was asked for, in order.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => [.. _requests];

    public static async Task<WebSimulator> StartAsync(CancellationToken cancellation)
    {
        var simulator = new WebSimulator();
        await simulator._server.StartAsync(cancellation);
        return simulator;
    }

    /// <summary>The full address of a path.</summary>
    /// <param name="path">Begins with a slash; may have a query.</param>
    /// <param name="host">Another name for this machine, for tests that resolve names themselves.</param>
    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{new Uri(_server.Urls.First()).Port}{path}");

    /// <summary>Serves an answer from now on.</summary>
    /// <param name="path">Path and query, exactly.</param>
    /// <param name="answer">What is given.</param>
    public void Serve(string path, WebAnswer answer) => _answers[path] = answer;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString.ToString();
        var number = Interlocked.Increment(ref _count);
        _requests.Enqueue(new SimulatedRequest(path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        try
        {
            if (Fault is { } fault && fault.Request == number) await fault.Answer.WriteAsync(context);
            else if (_answers.TryGetValue(path, out var answer)) await answer.WriteAsync(context);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client has hung up, which is what most of the bad answers are for.
            context.Abort();
        }
    }
}
