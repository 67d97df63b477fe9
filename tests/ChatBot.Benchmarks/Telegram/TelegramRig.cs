using System.Text;
using ChatBot.Questions;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Benchmarks.Telegram;

/// <summary>
/// The whole way of an update, from the bytes that are posted to the webhook to the bytes of the reply, over a real store on disk and the shipped
/// topic. Only sockets are left out, and the pacing to Telegram's own limits, which are far below what is measured.
/// </summary>
internal sealed class TelegramRig : IAsyncDisposable
{
    private const string Token = "7:benchmark-token";
    private const string Secret = "benchmark-secret";

    private readonly StoreDatabase _database;
    private readonly TelegramBotClient _client;
    private readonly TelegramPacer _pacer;
    private readonly TelegramWebhook _webhook;
    private readonly TelegramService _service;

    private TelegramRig(StoreDatabase database, TopicLibrary library, ILoggerFactory logs)
    {
        var time = TimeProvider.System;
        _database = database;
        _client = new TelegramBotClient(new TelegramBotClientOptions(Token), Wire, time);
        _pacer = new TelegramPacer(new PacingLimits { Overall = 100_000, ChatBurst = 1_000 }, time);
        var membership = new TelegramMembership([], time);
        var memory = new ConversationMemory(time);
        var handler = new MessageHandler(() => library.Current, memory, new Allowance(time), []);
        _webhook = new TelegramWebhook(new WebhookRegistration("https://example.org/telegram", new WebhookSecret(Secret)), true, time, logs.CreateLogger<TelegramWebhook>());
        _service = new TelegramService(
            _client, new TelegramSender(_client, _pacer, membership, time, logs.CreateLogger<TelegramSender>()), membership, handler, memory, database,
            new FeedbackBox(database, library.Current.Topic.Id), new UnansweredQuestions(database, library.Current.Topic.Id), time, logs, _webhook);
    }

    public InstantTelegram Wire { get; } = new();

    public static async Task<TelegramRig> StartAsync(string topic, string folder)
    {
        var database = StoreDatabase.At(new StoreAddress.SqliteFile(Path.Combine(folder, "benchmark.db")));
        var library = await TopicLibrary.OpenAsync(topic, database, folder, TimeProvider.System, CancellationToken.None);
        var rig = new TelegramRig(database, library, LoggerFactory.Create(logs => logs.SetMinimumLevel(LogLevel.Warning).AddConsole()));
        await rig._service.StartAsync(CancellationToken.None);
        while (await rig.PostAsync("{\"update_id\":1}") != 200) await Task.Yield();
        return rig;
    }

    public static string Update(int number, int person, string text) =>
        $$$"""{"update_id":{{{number}}},"message":{"message_id":{{{number}}},"from":{"id":{{{person}}},"is_bot":false,"first_name":"Person","language_code":"en"},"chat":{"id":{{{person}}},"first_name":"Person","type":"private"},"date":1750838400,"text":"{{{System.Text.Json.JsonEncodedText.Encode(text)}}}"}}""";

    /// <summary>Posts an update to the webhook, as the web server would.</summary>
    /// <returns>The status answered.</returns>
    public async Task<int> PostAsync(string update)
    {
        var context = new DefaultHttpContext { Request = { Method = "POST", Body = new MemoryStream(Encoding.UTF8.GetBytes(update)) } };
        context.Request.Headers[WebhookSecret.HeaderName] = Secret;
        await _webhook.TakeAsync(context);
        return context.Response.StatusCode;
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        return await connection.NumberAsync(null, sql, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _pacer.Dispose();
        _client.Dispose();
        await _database.DisposeAsync();
    }
}
