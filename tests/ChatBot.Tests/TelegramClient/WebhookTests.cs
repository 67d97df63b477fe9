using System.Collections.Concurrent;
using System.Text;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Webhooks;
using ChatBot.Tests.Simulators.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class WebhookTests
{
    private static readonly WebhookSecret Secret = new("right-Secret_1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_with_the_right_secret_is_accepted()
    {
        var request = await ReadAsync("right-Secret_1", """{"update_id":5,"message":{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},"text":"hi"},"new_field":[1]}""");
        var accepted = Assert.IsType<WebhookRequest.Accepted>(request);
        Assert.Equal((5, "hi", 200), (accepted.Update.Id, accepted.Update.Message?.Text, accepted.StatusCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("right-Secret_")]
    [InlineData("right-Secret_1 ")]
    [InlineData("Right-Secret_1")]
    public async Task Any_other_secret_is_turned_away_before_the_body_is_read(string? header)
    {
        using var body = new MemoryStream("{}"u8.ToArray());
        var request = await new WebhookReader(Secret).ReadAsync(header, body, Cancellation);
        Assert.IsType<WebhookRequest.WrongSecret>(request);
        Assert.Equal((401, 0L), (request.StatusCode, body.Position));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"five"}""")]
    [InlineData("""{"update_id":99999999999}""")]
    public async Task A_body_without_an_updates_number_is_unreadable_and_need_not_come_again(string body)
    {
        var request = await ReadAsync("right-Secret_1", body);
        Assert.IsType<WebhookRequest.Unreadable>(request);
        Assert.Equal(200, request.StatusCode);
    }

    [Fact]
    public async Task A_garbled_update_with_a_number_is_accepted_so_that_it_does_not_come_again()
    {
        var accepted = Assert.IsType<WebhookRequest.Accepted>(await ReadAsync("right-Secret_1", """{"update_id":5,"message":"?"}"""));
        Assert.Equal(UpdateType.Unknown, accepted.Update.Type);
        Assert.NotNull(accepted.Update.Problem);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_not_read_to_its_end()
    {
        using var body = new MemoryStream(new byte[100_000]);
        var request = await new WebhookReader(Secret, maxBytes: 10_000).ReadAsync("right-Secret_1", body, Cancellation);
        Assert.IsType<WebhookRequest.TooLarge>(request);
        Assert.True(body.Position < 30_000);
    }

    [Fact]
    public void A_secret_shows_nothing_of_itself()
    {
        Assert.Equal("[secret]", $"{Secret}");
        Assert.DoesNotContain("right", Assert.Throws<FormatException>(() => new WebhookSecret("right or wrong")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("right", new ChatBot.TelegramClient.Requests.SetWebhookRequest { Url = "https://example.org",
            SecretToken = Secret }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fresh_secrets_differ() => Assert.False(WebhookSecret.Create().Matches(null) || WebhookSecret.Create().Equals(WebhookSecret.Create()));

    [Theory]
    [InlineData("http://example.org/telegram")]
    [InlineData("https://example.org:5000/telegram")]
    [InlineData("/telegram")]
    [InlineData("ftp://example.org")]
    public void An_address_that_the_platform_would_not_call_is_refused(string address) =>
        Assert.Contains(address, Assert.Throws<FormatException>(() => new WebhookRegistration(address, Secret)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Updates_reach_a_registered_webhook_in_order_and_again_until_they_are_taken()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var taken = new ConcurrentQueue<(int Id, string? Text)>();
        var refusals = 2;
        await using var door = await OpenDoorAsync(new WebhookReader(Secret), update =>
        {
            if (update.Message?.Text == "second" && Interlocked.Decrement(ref refusals) >= 0)
                return 503;
            taken.Enqueue((update.Id, update.Message?.Text));
            return 200;
        });
        var registration = new WebhookRegistration(door.Urls.First() + "/telegram", Secret) { AllowedUpdates = [UpdateType.Message] };
        await registration.RegisterAsync(telegram.Client, Cancellation);
        var ann = telegram.Server.AddPerson("Ann");
        ann.Say("first");
        ann.Say("second");
        ann.Say("third");
        await telegram.Server.WaitUntilAsync(() => telegram.Server.PendingUpdates == 0, "all updates taken", Cancellation);
        Assert.Equal(["first", "second", "third"], taken.Select(update => update.Text));
        var info = await telegram.Client.GetWebhookInfo(Cancellation);
        Assert.Contains("503", info.LastErrorMessage, StringComparison.Ordinal);
        Assert.Equal(["message"], info.AllowedUpdates);

        Assert.True(await registration.RemoveAsync(telegram.Client, Cancellation));
        Assert.False(await registration.RemoveAsync(telegram.Client, Cancellation));
        Assert.Equal("", (await telegram.Client.GetWebhookInfo(Cancellation)).Url);
    }

    [Fact]
    public async Task A_webhook_that_another_instance_has_moved_is_left_alone()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var mine = new WebhookRegistration("http://127.0.0.1:9/mine", Secret);
        await mine.RegisterAsync(telegram.Client, Cancellation);
        await telegram.Client.SetWebhook("http://127.0.0.1:9/theirs", cancellationToken: Cancellation);
        Assert.False(await mine.RemoveAsync(telegram.Client, Cancellation));
        Assert.EndsWith("/theirs", (await telegram.Client.GetWebhookInfo(Cancellation)).Url, StringComparison.Ordinal);
    }

    private static async Task<WebhookRequest> ReadAsync(string? header, string body)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return await new WebhookReader(Secret).ReadAsync(header, stream, Cancellation);
    }

    private static async Task<WebApplication> OpenDoorAsync(WebhookReader reader, Func<ChatBot.TelegramClient.Types.Update, int> take)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var door = builder.Build();
        door.Run(async context =>
        {
            var request = await reader.ReadAsync(context.Request.Headers[WebhookSecret.HeaderName], context.Request.Body, context.RequestAborted);
            context.Response.StatusCode = request is WebhookRequest.Accepted accepted ? take(accepted.Update) : request.StatusCode;
        });
        await door.StartAsync(Cancellation);
        return door;
    }
}
