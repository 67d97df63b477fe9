using ChatBot.Simulators.Discord;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Several services on one PostgreSQL: each shard is run by one of them at a time.</summary>
public sealed class SharedShardsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_service_stops_another_goes_on_from_its_place()
    {
        await using var store = TestStore.Empty(StoreKind.PostgreSql);
        await using var first = await RunningBot.StartAsync(store: ((StoreAddress.PostgreSqlServer)store.Address).ConnectionString);
        var ada = first.Server.AddPerson("Ada");
        var channel = first.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        await using var second = await RunningBot.JoinAsync(first);
        first.Ask(ada, channel, "When does the quay open?");
        await first.AnswersAsync(channel, 1);
        Assert.Single(first.Server.Gateway.Identifies);
        Assert.Equal(0, first.Server.Gateway.Resumes);

        await first.StopAsync();
        // Asked while nobody runs the shard: told again by the session that the other resumes.
        first.Ask(ada, channel, "What did Quist say?");
        await second.AnswersAsync(channel, 2);
        Assert.Single(first.Server.Gateway.Identifies);
        Assert.Equal(1, first.Server.Gateway.Resumes);
        await second.AnsweredAsync(ada.Slash(channel, "when"));
        Assert.Equal(1, Questions(second.Server, "Quist say"));
    }

    [Fact]
    public async Task A_service_that_loses_its_shard_lets_it_go_and_gets_it_back_when_it_is_free()
    {
        await using var store = TestStore.Empty(StoreKind.PostgreSql);
        await using var bot = await RunningBot.StartAsync(store: ((StoreAddress.PostgreSqlServer)store.Address).ConnectionString);
        var ada = bot.Server.AddPerson("Ada");
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        bot.Ask(ada, channel, "What did Quist say?");
        await bot.AnswersAsync(channel, 1);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(
                null, "UPDATE leases SET holder = 'a process that has died since', held_until = (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 9000", Cancellation);
        }
        await bot.UntilAsync(() => !bot.Server.Gateway.IsConnected(0));
        bot.Ask(ada, channel, "When does the quay open?");
        await bot.AnswersAsync(channel, 2);
        Assert.Single(bot.Server.Gateway.Identifies);
        Assert.Equal(1, bot.Server.Gateway.Resumes);
    }

    private static int Questions(DiscordSimulator server, string words)
    {
        lock (server.World.Lock)
            return server.World.Messages.Count(message => message.ReplyTo is { } asked && asked.Content.Contains(words, StringComparison.Ordinal));
    }
}
