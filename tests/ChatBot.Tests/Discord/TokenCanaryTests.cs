using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using ChatBot.Discord;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.Rest;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>The bot's token and the interactions' tokens stand in no log, exception or trace, whatever goes wrong.</summary>
public sealed class TokenCanaryTests
{
    private const string Canary = "Y2FuYXJ5.Discord.token-that-must-not-be-seen";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_log_exception_or_trace_holds_a_token()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        void OnException(object? sender, FirstChanceExceptionEventArgs e) => seen.Enqueue(e.Exception.Message);
        AppDomain.CurrentDomain.FirstChanceException += OnException;
        var logs = new CollectingLogs();
        try
        {
            await RunWithFaultsAsync(logs);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= OnException;
        }
        Assert.NotEmpty(logs.Entries);
        Assert.All(logs.Entries.Select(entry => entry.Text).Concat(seen), text =>
        {
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain("interaction-token", text, StringComparison.Ordinal);
        });
    }

    private static async Task RunWithFaultsAsync(CollectingLogs logs)
    {
        await using var simulator = new DiscordSimulator(new DiscordSimulatorOptions { Token = Canary, MessagesPerFiveSeconds = 1000 });
        await simulator.StartAsync(Cancellation);
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var (memory, knowledge, token) = (new ConversationMemory(TimeProvider.System), KnowledgeBase.Build(Topic.None, []), new DiscordToken(Canary));
        var config = new DiscordRestConfig { ApiRoot = simulator.ApiRoot, Attempts = 2 };
        using var rest = new DiscordRestClient(config, token, TimeProvider.System, new Random(1), null, DiscordLog.To(logs));
        using var service = new DiscordService(
            token, config, rest, new MessageHandler(() => knowledge, memory, new Allowance(TimeProvider.System), []), memory, store.Database, new FeedbackBox(store.Database, "t"),
            new UnansweredQuestions(store.Database, "t"), [], TimeProvider.System, logs);
        simulator.Rest.BreakNext(LineFault.Refused);
        await service.StartAsync(Cancellation);
        var ada = simulator.AddPerson("Ada");
        var channel = simulator.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        await UntilAsync(() => simulator.Gateway.IsConnected(0));
        Action[] faults =
        [
            () => simulator.Rest.BreakNext(LineFault.AnswerLost), () => simulator.Rest.BreakNext(LineFault.Refused), () => simulator.Rest.AnswerNextWith(new SimResponse(404)),
            () => simulator.Rest.AnswerNextWith(new SimResponse(500) { Text = "oops" }), () => simulator.Rest.RateLimitNext(TimeSpan.FromMilliseconds(20)), () => simulator.Gateway.Drop(0),
            () => simulator.Gateway.Reconnect(0), () => simulator.Gateway.Close(0, 4000), () => simulator.Gateway.SendRaw(0, "{{{"),
        ];
        for (var i = 0; i < faults.Length; i++)
        {
            faults[i]();
            var alive = simulator.World.Messages.Count(message => message.Author.IsBot);
            await UntilAsync(() => simulator.Gateway.IsConnected(0));
            ada.Slash(channel, "help");
            ada.Say(ada.DirectChannel, "hello");
            await UntilAsync(() => simulator.World.Messages.Count(message => message.Author.IsBot) > alive);
        }
        await service.StopAsync(Cancellation);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }
}
