using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>A message that a person would see.</summary>
/// <param name="Chat">Where.</param>
/// <param name="Key">The delivery's key.</param>
/// <param name="Text">What it says.</param>
internal sealed record Shown(string Chat, string Key, string Text);

/// <summary>
/// Two platforms on loopback that keep the truth: one that shows a key once however often it comes ("keyed", as Discord does within its window), one that
/// shows all it gets ("plain", as Telegram does). Answers take a while, so that a crash finds some on their way.
/// </summary>
internal sealed class LoopbackSink : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Random _random;
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Platform, Shown Message)> _shown = new();

    public LoopbackSink(int port, int seed)
    {
        _random = new Random(seed);
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address { get; }

    /// <summary>What people saw on a platform, in order.</summary>
    public IReadOnlyList<Shown> On(string platform) => [.. _shown.Where(entry => entry.Platform == platform).Select(entry => entry.Message)];

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var query = context.Request.QueryString;
            var (platform, chat, key) = (query["platform"] ?? "", query["chat"] ?? "", query["key"] ?? "");
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            // A request that was cut off in the middle has not arrived.
            if (text.Length > 0 && (platform == "plain" || _keys.TryAdd(key, true))) _shown.Enqueue((platform, new Shown(chat, key, text)));
            int wait;
            lock (_random) wait = _random.Next(2, 20);
            await Task.Delay(wait);
            context.Response.StatusCode = 200;
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The sender was killed before it heard the answer.
        }
    }
}
