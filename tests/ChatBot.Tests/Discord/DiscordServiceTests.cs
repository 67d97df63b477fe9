using ChatBot.Discord;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Simulators.Discord;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ChatBot.Tests.Discord;

public sealed class DiscordServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_token_ends_this_platform_and_not_the_service()
    {
        await using var simulator = new DiscordSimulator();
        await simulator.StartAsync(Cancellation);
        var logs = await RunAsync(simulator, "dGhl.wrong.canary-token");
        var (level, text) = Assert.Single(logs.Entries, entry => entry.Level == LogLevel.Critical);
        Assert.Equal(LogLevel.Critical, level);
        Assert.Contains("refused the token", text);
        Assert.Single(simulator.Ledger.Entries);
    }

    [Fact]
    public async Task A_gateway_that_closes_for_good_ends_this_platform_with_the_reason()
    {
        await using var simulator = new DiscordSimulator();
        await simulator.StartAsync(Cancellation);
        simulator.Gateway.InsteadOfHello.Enqueue(4013);
        var logs = await RunAsync(simulator, simulator.Options.Token);
        Assert.Contains(logs.Entries, entry => entry.Level == LogLevel.Critical && entry.Text.Contains("4013", StringComparison.Ordinal) && entry.Text.Contains("intents", StringComparison.Ordinal));
    }

    private static async Task<CollectingLogs> RunAsync(DiscordSimulator simulator, string text)
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var (memory, knowledge, logs, token) = (new ConversationMemory(TimeProvider.System), KnowledgeBase.Build(Topic.None, []), new CollectingLogs(), new DiscordToken(text));
        var config = new DiscordRestConfig { ApiRoot = simulator.ApiRoot };
        using var rest = new DiscordRestClient(config, token, TimeProvider.System, new Random(1), null, DiscordLog.To(logs));
        using var service = new DiscordService(
            token, config, rest, new MessageHandler(() => knowledge, memory, new Allowance(TimeProvider.System), []), memory, store.Database, new FeedbackBox(store.Database, "t"),
            new UnansweredQuestions(store.Database, "t"), [], TimeProvider.System, logs);
        await service.StartAsync(Cancellation);
        Assert.NotNull(service.ExecuteTask);
        await service.ExecuteTask.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        Assert.All(logs.Entries, entry => Assert.DoesNotContain(text, entry.Text, StringComparison.Ordinal));
        return logs;
    }
}
