using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ChatBot.Benchmarks.Telegram;

/// <summary>The platform's end of the client's wire: takes every request at once, notes when, and answers with nothing in between that costs time.</summary>
internal sealed class InstantTelegram : HttpMessageHandler
{
    private int _messages;

    /// <summary>When the reply to each message was handed over, by the message's number; each of them, should there be several.</summary>
    public ConcurrentDictionary<int, ConcurrentBag<long>> Replies { get; } = [];

    public int Sent => Volatile.Read(ref _messages);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var arrived = Stopwatch.GetTimestamp();
        var method = request.RequestUri!.Segments[^1];
        var result = method switch
        {
            "getMe" => """{"id":7,"is_bot":true,"first_name":"Bot","username":"the_bot"}""",
            "getMyCommands" => "[]",
            "getWebhookInfo" => """{"url":"","has_custom_certificate":false,"pending_update_count":0}""",
            "sendMessage" => Message(body, arrived),
            _ => "true",
        };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"ok":true,"result":{{result}}}""", Encoding.UTF8, "application/json") };
    }

    private string Message(byte[] body, long arrived)
    {
        using var json = JsonDocument.Parse(body);
        var question = json.RootElement.GetProperty("reply_parameters").GetProperty("message_id").GetInt32();
        Replies.GetOrAdd(question, _ => []).Add(arrived);
        var chat = json.RootElement.GetProperty("chat_id").ToString();
        var id = 1_000_000_000 + Interlocked.Increment(ref _messages);
        return string.Create(CultureInfo.InvariantCulture, $$"""{"message_id":{{id}},"date":1,"chat":{"id":{{chat}},"type":"private"},"text":"x"}""");
    }
}
