using System.Net;
using System.Text;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Webhooks;
using ChatBot.Tests.Simulators.Telegram;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>The webhook's address as a stranger, a careless Telegram and the real one call it.</summary>
public sealed class TelegramWebhookTests
{
    private const string Secret = "a-Secret_of_the_tests";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_are_turned_away_and_garbage_from_Telegram_is_taken_once_without_a_word_of_it_in_the_log()
    {
        await using var bot = await RunningBot.StartAsync(receiving: Receiving.Webhook, webhookSecret: Secret);
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        const string forged = """{"update_id":77,"message":{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},"from":{"id":3,"is_bot":false,"first_name":"x"},"text":"who?"}}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(bot, null, forged));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(bot, Secret + "x", forged));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(bot, Secret, "{ canary"));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(bot, Secret, """{"message":"canary"}"""));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await CallAsync(bot, Secret, new string(' ', (1024 * 1024) + 1)));
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync(new Uri(bot.WebUrl + "/telegram"), Cancellation)).StatusCode);

        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM seen_updates WHERE id = 77"));
        Assert.Single(bot.Server.Ledger.Of("sendMessage"));
    }

    [Fact]
    public async Task It_is_set_with_a_fresh_secret_at_each_start_and_removed_at_the_stop()
    {
        await using var bot = await RunningBot.StartAsync(receiving: Receiving.Webhook);
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("Who is Brandt?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.StopAsync();
        Assert.Single(bot.Server.Ledger.Of("deleteWebhook"));
        // What is said while nobody listens is kept by Telegram, and answered after the next start.
        ann.Say("What did Quist say?");
        await bot.RestartAsync();
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);

        var set = bot.Server.Ledger.Of("setWebhook");
        Assert.Equal(2, set.Select(request => request.Parameters["secret_token"]!.GetValue<string>()).Distinct().Count());
        Assert.All(set, request => Assert.Contains("callback_query", request.Parameters["allowed_updates"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.Empty(bot.Server.Ledger.Of("getUpdates"));
    }

    [Fact]
    public async Task With_a_secret_of_the_settings_it_stays_for_the_others_who_share_it()
    {
        await using var bot = await RunningBot.StartAsync(receiving: Receiving.Webhook, webhookSecret: Secret);
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("Who is Brandt?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.StopAsync();
        Assert.Empty(bot.Server.Ledger.Of("deleteWebhook"));
        Assert.Equal(Secret, Assert.Single(bot.Server.Ledger.Of("setWebhook")).Parameters["secret_token"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(Secret, "{ canary", 200)]
    [InlineData(Secret, "{\"message\":\"canary\"}", 200)]
    [InlineData("canary", "{\"update_id\":5,\"message\":\"canary\"}", 401)]
    [InlineData(null, "canary", 401)]
    [InlineData(Secret, "{\"update_id\":5,\"message\":\"canary\"}", 503)]
    public async Task Whatever_is_called_the_log_says_nothing_of_its_content(string? secret, string body, int status)
    {
        var log = new CollectedLog<TelegramWebhook>();
        var webhook = new TelegramWebhook(new WebhookRegistration("https://example.org/telegram", new WebhookSecret(Secret)), true, TimeProvider.System, log);
        for (var i = 0; i < 3; i++)
        {
            var context = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)) } };
            if (secret is not null) context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] = secret;
            await webhook.TakeAsync(context);
            Assert.Equal(status, context.Response.StatusCode);
        }
        // Once, however often it happens within a minute.
        Assert.Equal(status == 503 ? 0 : 1, log.Lines.Count);
        Assert.DoesNotContain(log.Lines, line => line.Contains("canary", StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_that_could_not_be_written_down_comes_again()
    {
        var log = new CollectedLog<TelegramWebhook>();
        var webhook = new TelegramWebhook(new WebhookRegistration("https://example.org/telegram", new WebhookSecret(Secret)), true, TimeProvider.System, log);
        await using var telegram = await SimulatedTelegram.StartAsync();
        using var stop = new CancellationTokenSource();
        var receiving = webhook.ReceiveAsync(telegram.Client, new FullDisk(), stop.Token);
        await telegram.Server.WaitUntilAsync(() => telegram.Server.Ledger.Of("setWebhook").Count > 0, "the webhook is set", Cancellation);
        var context = new DefaultHttpContext { Request = { Body = new MemoryStream("{\"update_id\":5}"u8.ToArray()) } };
        context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] = Secret;
        await webhook.TakeAsync(context);
        Assert.Equal(503, context.Response.StatusCode);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
        Assert.Single(telegram.Server.Ledger.Of("deleteWebhook"));
        Assert.Contains(log.Lines, line => line.StartsWith("Error: Telegram: update 5 could not be written down", StringComparison.Ordinal));
    }

    private sealed class FullDisk : IUpdateHandler
    {
        public Task HandleUpdatesAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken) => throw new StoreException("The disk is full.", new IOException());

        public Task HandleErrorAsync(PollingFailure failure, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static async Task<HttpStatusCode> CallAsync(RunningBot bot, string? secret, string body)
    {
        using var client = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, bot.WebUrl + "/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) message.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var response = await client.SendAsync(message, Cancellation);
        return response.StatusCode;
    }
}
