using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class UpdateReceiverTests
{
    private static readonly ReceiverOptions Quick = new() { PollTimeout = TimeSpan.FromSeconds(1), FirstPause = TimeSpan.FromMilliseconds(2),
        LongestPause = TimeSpan.FromMilliseconds(10) };

    [Fact]
    public async Task The_offset_moves_only_after_the_batch_is_stored()
    {
        using var stop = Stop();
        var batches = new Queue<Update[]>([[new Update { Id = 7 }, new Update { Id = 8 }], [new Update { Id = 7 }, new Update { Id = 8 }],
            [new Update { Id = 9 }]]);
        var client = new ScriptedClient(_ => batches.Dequeue());
        var refusals = 1;
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 3, Refuse = _ => refusals-- > 0 ? new IOException("disk full") : null };
        var receiver = new UpdateReceiver(client, new ReceiverOptions(), new SkippingTime(), new Random(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiver.ReceiveAsync(handler, stop.Token));
        Assert.Equal([null, null, 9], client.Asked.Cast<GetUpdatesRequest>().Select(request => request.Offset));
        Assert.Equal([7, 8, 9], handler.Stored.Select(update => update.Id));
        Assert.Equal(HandleErrorSource.HandleUpdates, Assert.Single(handler.Failures).Source);
        Assert.Equal(10, receiver.Offset);
    }

    [Fact]
    public async Task A_month_of_outage_is_survived_and_each_pause_is_capped()
    {
        using var stop = Stop();
        var time = new SkippingTime();
        var begun = time.GetUtcNow();
        var client = new ScriptedClient(_ => time.GetUtcNow() - begun < TimeSpan.FromDays(30)
            ? new RequestException("getUpdates: connection refused", false, null, null)
            : new[] { new Update { Id = 1 } });
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 1 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new UpdateReceiver(client, new ReceiverOptions(), time,
            new Random(1)).ReceiveAsync(handler, stop.Token));
        Assert.Single(handler.Stored);
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(60)));
        Assert.InRange(handler.Failures.Count, 43_200, 90_000);
        Assert.Equal([handler.Failures.Count], handler.Recoveries);
    }

    [Fact]
    public async Task A_server_that_answers_nothing_at_once_is_not_asked_in_a_circle()
    {
        using var stop = Stop();
        var time = new SkippingTime();
        var begun = time.GetUtcNow();
        var client = new ScriptedClient(_ =>
        {
            if (time.GetUtcNow() - begun > TimeSpan.FromHours(1))
                stop.Cancel();
            return Array.Empty<Update>();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new UpdateReceiver(client, new ReceiverOptions(), time,
            new Random(1)).ReceiveAsync(new CollectingHandler(stop), stop.Token));
        Assert.InRange(client.Asked.Count, 700, 1_500);
    }

    [Fact]
    public async Task An_option_outside_of_its_range_is_refused_before_the_first_poll()
    {
        using var stop = Stop();
        var client = new ScriptedClient(_ => Array.Empty<Update>());
        foreach (var options in new ReceiverOptions[] { new() { Limit = 0 }, new() { Limit = 101 },
            new() { PollTimeout = TimeSpan.FromMilliseconds(10) }, new() { FirstPause = TimeSpan.Zero } })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
                new UpdateReceiver(client, options, new SkippingTime(), new Random(1)).ReceiveAsync(new CollectingHandler(stop), stop.Token));
        Assert.Empty(client.Asked);
    }

    [Fact]
    public async Task A_revoked_token_ends_receiving_after_telling_of_it()
    {
        using var stop = Stop();
        var client = new ScriptedClient(_ => new ApiRequestException("getUpdates", "Unauthorized", 401, null));
        var handler = new CollectingHandler(stop);
        var failure = await Assert.ThrowsAsync<ApiRequestException>(() => new UpdateReceiver(client, new ReceiverOptions(),
            new SkippingTime(), new Random(1)).ReceiveAsync(handler, stop.Token));
        Assert.Equal(401, failure.ErrorCode);
        Assert.Single(handler.Failures);
    }

    [Fact]
    public async Task Updates_without_a_number_neither_pass_for_updates_nor_stop_the_poll()
    {
        using var stop = Stop();
        var batches = new Queue<Update[]>([[new Update { Problem = "an update without a usable update_id" }],
            [new Update { Id = 4, Problem = "garbled" }]]);
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 1 };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new UpdateReceiver(new ScriptedClient(_ => batches.Dequeue()), new ReceiverOptions(), new SkippingTime(),
                new Random(1)).ReceiveAsync(handler, stop.Token));
        Assert.Equal(4, Assert.Single(handler.Stored).Id);
        Assert.IsType<InvalidDataException>(Assert.Single(handler.Failures).Exception);
    }

    [Fact]
    public async Task Every_fault_of_the_network_is_survived_and_nothing_is_lost()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(isFaithful: false);
        var ann = telegram.Server.AddPerson("Ann");
        telegram.Server.Faults.Next(
            "getUpdates",
            new Fault.DropBefore(),
            new Fault.ServerError(),
            new Fault.Garbled(),
            new Fault.Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
            new Fault.Refusal(429, "Too Many Requests: retry after 0", 0),
            new Fault.DropAfter(),
            new Fault.HalfAnswer(),
            new Fault.EarlyAnswer());
        for (var i = 0; i < 250; i++)
            ann.Say($"question {i}");
        using var stop = Stop();
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 250 };
        await ReceiveAsync(telegram.Client, handler, stop);
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"question {i}"), handler.Effects.Select(update => update.Message?.Text));
        Assert.Equal(7, handler.Failures.Count);
        Assert.Contains(handler.Failures, failure => failure.Source == HandleErrorSource.OtherInstance);
    }

    [Fact]
    public async Task A_forgotten_webhook_is_removed_and_what_waited_for_it_arrives()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        await telegram.Client.SetWebhook("http://127.0.0.1:9/nobody", cancellationToken: cancellation);
        telegram.Server.AddPerson("Ann").Say("still there?");
        using var stop = Stop();
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 1 };
        await ReceiveAsync(telegram.Client, handler, stop);
        Assert.Equal("still there?", Assert.Single(handler.Stored).Message?.Text);
        Assert.Equal(HandleErrorSource.Webhook, Assert.Single(handler.Failures).Source);
        Assert.Equal("", (await telegram.Client.GetWebhookInfo(cancellation)).Url);
    }

    [Fact]
    public async Task A_second_instance_ends_the_first_ones_poll_and_the_first_is_told()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        using var stop = Stop();
        var handler = new CollectingHandler(stop) { StopAfterFailures = 1 };
        var first = ReceiveAsync(telegram.Client, handler, stop, new ReceiverOptions());
        using var second = telegram.NewClient();
        for (var i = 0; i < 1_000 && !first.IsCompleted; i++)
            await PollOnceAsync(second);
        await first;
        Assert.Equal(HandleErrorSource.OtherInstance, Assert.Single(handler.Failures).Source);
    }

    [Fact]
    public async Task Garbled_and_unknown_updates_are_handed_on_as_such_and_spoil_no_other()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(isFaithful: false);
        var ann = telegram.Server.AddPerson("Ann");
        ann.Say("before");
        telegram.Server.InjectUpdate(new JsonObject { ["message"] = new JsonObject { ["message_id"] = "not a number", ["text"] = 5 } });
        telegram.Server.InjectUpdate(new JsonObject { ["telepathy"] = new JsonObject { ["thought"] = "?" } });
        telegram.Server.InjectUpdate(new JsonObject { ["callback_query"] = JsonValue.Create(true) });
        ann.Say("after");
        using var stop = Stop();
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 5 };
        await ReceiveAsync(telegram.Client, handler, stop);
        Assert.Equal([UpdateType.Message, UpdateType.Unknown, UpdateType.Unknown, UpdateType.Unknown, UpdateType.Message],
            handler.Stored.Select(update => update.Type));
        Assert.Equal([false, true, false, true, false], handler.Stored.Select(update => update.Problem is not null));
        Assert.Equal("after", handler.Stored[4].Message?.Text);
    }

    [Fact]
    public async Task Numbers_that_begin_anew_lower_down_are_followed()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        using var stop = Stop();
        var client = telegram.Client;
        ann.Say("last week");
        var first = await client.GetUpdates(timeout: 0, cancellationToken: TestContext.Current.CancellationToken);
        await client.GetUpdates(offset: first[0].Id + 1, timeout: 0, cancellationToken: TestContext.Current.CancellationToken);
        telegram.Server.RestartUpdateIds(1_000);
        ann.Say("this week");
        ann.Say("and more");
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 2 };
        var receiver = new UpdateReceiver(client, Quick, TimeProvider.System, new Random(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiver.ReceiveAsync(handler, stop.Token));
        Assert.Equal(1_002, receiver.Offset);
    }

    [Fact]
    public async Task Ten_thousand_updates_replayed_three_times_out_of_order_have_one_effect_each()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(isFaithful: false);
        var people = Enumerable.Range(0, 50).Select(i => telegram.Server.AddPerson($"P{i}")).ToArray();
        telegram.Server.DisorderUpdates(deliveries: 3, new Random(20250624));
        for (var i = 0; i < 10_000; i++)
            people[i % people.Length].Say($"question {i}");
        using var stop = Stop();
        var handler = new CollectingHandler(stop) { StopAfterUpdates = 30_000 };
        await ReceiveAsync(telegram.Client, handler, stop);
        Assert.Equal(30_000, handler.Stored.Count);
        Assert.Equal(10_000, handler.Effects.Count);
        Assert.Equal(10_000, handler.Effects.Select(update => update.Message?.Text).Distinct().Count());
        Assert.All(telegram.Server.Ledger.Deliveries.Values, times => Assert.Equal(3, times));
        Assert.NotEqual(handler.Effects.Select(update => update.Id).Order(), handler.Effects.Select(update => update.Id));
    }

    /// <summary>Either of two instances may be the one that is ended.</summary>
    private static async Task PollOnceAsync(TelegramBotClient client)
    {
        try
        {
            await client.GetUpdates(timeout: 0, cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (ApiRequestException conflict) when (conflict.ErrorCode == 409)
        {
            return;
        }
    }

    private static CancellationTokenSource Stop() => CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private static async Task ReceiveAsync(TelegramBotClient client, CollectingHandler handler, CancellationTokenSource stop,
        ReceiverOptions? options = null)
    {
        var receiver = new UpdateReceiver(client, options ?? Quick, TimeProvider.System, new Random(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiver.ReceiveAsync(handler, stop.Token));
    }
}
