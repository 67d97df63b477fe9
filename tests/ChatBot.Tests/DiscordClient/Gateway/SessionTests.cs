using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

public sealed class SessionTests
{
    [Fact]
    public void A_hundred_restarts_lose_nothing_and_cost_no_identify()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        var said = new List<ulong>();
        for (var restart = 0; restart < 100; restart++)
        {
            rig.Run(async (_, ct) =>
            {
                while (!rig.Simulator.Gateway.IsConnected(0))
                    await rig.PassAsync(TimeSpan.FromSeconds(1));
                said.Add(ada.Say(channel, "while it runs").Id);
                await rig.PassAsync(TimeSpan.FromSeconds(restart % 3));
            });
            if (restart > 0 || rig.Simulator.Gateway.Sessions.Count > 0)
                said.Add(ada.Say(channel, "while it is away").Id);
            rig.Time.Advance(TimeSpan.FromSeconds(20));
        }
        rig.Run((_, _) => rig.PassAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(said, rig.Handler.Of<MessageReceived>().Select(m => m.Message.Id));
        Assert.Single(rig.Simulator.Gateway.Identifies);
        Assert.Equal(100, rig.Simulator.Gateway.Resumes);
    }

    [Fact]
    public void After_a_crash_the_event_that_was_being_handled_comes_again_and_none_is_missed()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = ada.DirectChannel;
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            rig.Handler.OnEvent = (e, c) => e is MessageReceived { Message.Content: "second" } ? Task.Delay(Timeout.InfiniteTimeSpan, rig.Time, c) : Task.CompletedTask;
            foreach (var text in new[] { "first", "second", "third" })
                ada.Say(channel, text);
            await rig.PassAsync(TimeSpan.FromSeconds(1));
        });
        Assert.Equal(["first"], rig.Handler.Of<MessageReceived>().Select(m => m.Message.Content));
        rig.Handler.OnEvent = null;
        rig.Run((_, _) => rig.PassAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(["first", "second", "third"], rig.Handler.Of<MessageReceived>().Select(m => m.Message.Content));
    }

    [Fact]
    public void A_zombie_is_found_within_two_heartbeats()
    {
        using var rig = new Rig();
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            await rig.PassAsync(TimeSpan.FromMinutes(3));
            var since = rig.Time.Now;
            rig.Simulator.Gateway.HalfOpen(0);

            await rig.Handler.NextAsync<Resumed>(ct);
            Assert.InRange(rig.Time.Now - since, TimeSpan.Zero, rig.Simulator.Options.HeartbeatInterval * 2 + TimeSpan.FromSeconds(1));
        });
        Assert.DoesNotContain(rig.Simulator.Gateway.ClientCloses, c => c is 1000 or 1001);
    }

    [Fact]
    public void A_handler_that_sends_on_every_event_never_blocks_the_connection()
    {
        using var rig = new Rig(options: new DiscordSimulatorOptions { MessagesPerFiveSeconds = 1000 });
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        rig.Handler.OnEvent = async (e, ct) =>
        {
            if (e is MessageReceived { Message: { IsFromPerson: true } m })
                (await rig.Rest.SendMessageAsync(m.ChannelId, new MessageProperties { Content = "heard" }, ct)).OrThrow();
        };
        rig.Run(async (client, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            for (var i = 0; i < 20; i++)
            {
                ada.Say(channel, $"question {i}");
                rig.Simulator.Gateway.Reconnect(0);
                ada.Say(channel, $"question {i}, again");
                await client.SetPresenceAsync(new Presence(CustomStatus: $"{i}"), ct);
                await rig.PassAsync(TimeSpan.FromSeconds(5));
            }
        });
        Assert.Equal(40, rig.Simulator.World.Messages.Count(m => m.Content == "heard"));
    }

    [Fact]
    public void A_handler_that_falls_behind_gets_everything_later()
    {
        using var rig = new Rig(config: new DiscordSocketConfig { QueueCapacity = 4 }, thread: new VirtualThread { Settle = TimeSpan.FromMilliseconds(5) });
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        rig.Handler.OnEvent = (_, ct) => Task.Delay(TimeSpan.FromSeconds(2), rig.Time, ct);
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            var said = Enumerable.Range(0, 40).Select(i => ada.Say(channel, $"{i}").Id).ToList();
            await rig.PassAsync(TimeSpan.FromMinutes(3));
            Assert.Equal(said, rig.Handler.Of<MessageReceived>().Select(m => m.Message.Id));
        });
        Assert.True(rig.Simulator.Gateway.Resumes > 0);
        Assert.Single(rig.Simulator.Gateway.Identifies);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void A_fatal_close_stops_the_client_with_the_reason_and_no_further_try(int code)
    {
        using var rig = new Rig();
        rig.Thread.Run(async () =>
        {
            var running = rig.NewClient().RunAsync(CancellationToken.None);
            await rig.Handler.NextAsync<Ready>(CancellationToken.None);
            rig.Simulator.Gateway.Close(0, code);
            var stop = await running;
            Assert.True(stop.IsFatal);
            Assert.Equal(code, stop.CloseCode);
            Assert.Equal(1, rig.Simulator.Gateway.Connections);
        });
    }

    [Fact]
    public void An_intent_that_the_portal_does_not_allow_is_named()
    {
        using var rig = new Rig(config: new DiscordSocketConfig { GatewayIntents = GatewayIntents.Unprivileged | GatewayIntents.MessageContent });
        rig.Thread.Run(async () =>
        {
            var stop = await rig.NewClient().RunAsync(CancellationToken.None);
            Assert.Equal(4014, stop.CloseCode);
            Assert.Contains("portal", stop.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Shards_take_the_recommended_number_begin_in_turn_and_share_the_servers()
    {
        using var rig = new Rig(options: new DiscordSimulatorOptions { RecommendedShards = 4, MaxConcurrency = 2 });
        var ada = rig.Simulator.AddPerson("Ada");
        var guilds = new List<SimGuild>();
        for (var i = 0; i < 12; i++)
        {
            rig.Time.Advance(TimeSpan.FromMilliseconds(7));
            guilds.Add(rig.Simulator.World.AddGuild($"Server {i}", ada.User, "general"));
        }
        rig.Run(async (client, ct) =>
        {
            for (var shard = 0; shard < 4; shard++)
                await rig.Handler.NextAsync<Ready>(r => r.ShardId == shard, ct);
            Assert.Equal(4, client.Shards.Count);
            await rig.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(guilds.Select(g => g.Id).Order(), rig.Handler.Of<GuildAvailable>().Select(g => g.Guild.Id).Order());
            Assert.All(rig.Handler.Of<GuildAvailable>(), g => Assert.Equal(DiscordShardedClient.ShardOf(g.Guild.Id, 4), g.ShardId));
            ada.Say(ada.DirectChannel, "in private");
            Assert.Equal(0, (await rig.Handler.NextAsync<MessageReceived>(ct)).ShardId);
        });
        Assert.Equal(4, rig.Simulator.Gateway.Identifies.Count);
        Assert.Equal(4, rig.Budget.Budget.Used(rig.Time.Now));
    }

    [Fact]
    public void A_used_up_budget_waits_instead_of_losing_the_token()
    {
        using var rig = new Rig(config: new DiscordSocketConfig { IdentifyBudget = 3 });
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            var begun = rig.Time.Now;
            for (var i = 2; i <= 4; i++)
            {
                rig.Simulator.Gateway.InvalidSession(0, resumable: false);
                while (rig.Simulator.Gateway.Sessions.Count < i || !rig.Simulator.Gateway.IsConnected(0))
                    await rig.PassAsync(TimeSpan.FromMinutes(1));
            }
            Assert.True(rig.Time.Now - begun > TimeSpan.FromHours(23));
        }, TimeSpan.FromDays(3));
        Assert.Contains(rig.Log, l => l.Message.Contains("used up", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_hundred_presence_changes_wait_their_turn_and_heartbeats_do_not()
    {
        using var rig = new Rig();
        rig.Run(async (client, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            for (var i = 0; i < 200; i++)
                await client.SetPresenceAsync(new Presence(CustomStatus: $"{i}"), ct);
            await rig.PassAsync(TimeSpan.FromMinutes(2));
        });
        Assert.Equal(200, rig.Simulator.Gateway.Received.Count);
        Assert.Equal(1, rig.Simulator.Gateway.Connections);
    }

    [Fact]
    public void What_is_unknown_broken_or_huge_is_passed_over_and_the_rest_arrives()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var world = rig.Simulator.World;
        var channel = ada.DirectChannel;
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            rig.Simulator.Gateway.SendRaw(0, "not json");
            rig.Simulator.Gateway.SendRaw(0, """{"op":99,"d":{"x":[1,{"y":null}]}}""");
            rig.Simulator.Gateway.SendRaw(0, """{"op":0}""");
            rig.Simulator.Gateway.SendRaw(0, "[]");
            rig.Simulator.Gateway.AskForHeartbeat(0);
            world.EmitRaw("SOMETHING_NEW", new() { ["a"] = 1 });
            world.EmitRaw("MESSAGE_CREATE", new() { ["id"] = "not a number", ["content"] = "secret words" });
            world.EmitRaw("MESSAGE_CREATE", new() { ["content"] = "no id" });
            world.EmitRaw("INTERACTION_CREATE", new() { ["id"] = "1", ["type"] = 77 });
            world.EmitRaw("MESSAGE_CREATE", new() { ["id"] = "5", ["channel_id"] = "6", ["content"] = new string('x', 5_000_000), ["type"] = 4711, ["new_field"] = new System.Text.Json.Nodes.JsonArray(1) });
            ada.Say(channel, "after all that");
            await rig.Handler.NextAsync<MessageReceived>(m => m.Message.Content == "after all that", ct);
            await rig.PassAsync(TimeSpan.FromMinutes(2));
        });
        Assert.Equal([5_000_000, 14], rig.Handler.Of<MessageReceived>().Select(m => m.Message.Content.Length));
        Assert.Equal(1, rig.Simulator.Gateway.Connections);
        Assert.DoesNotContain(rig.Log, l => l.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Joining_leaving_and_outages_are_told_apart()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var world = rig.Simulator.World;
        var old = world.AddGuild("Old", ada.User, "general");
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<GuildAvailable>(ct);
            var joined = world.AddGuild("New", ada.User, "general");
            Assert.Equal(joined.Id, (await rig.Handler.NextAsync<JoinedGuild>(ct)).Guild.Id);
            world.Outage(old, over: false);
            world.Outage(old, over: true);
            await rig.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(old.Id, Assert.Single(rig.Handler.Of<GuildUnavailable>()).GuildId);
            Assert.Equal(2, rig.Handler.Of<GuildAvailable>().Count(g => g.Guild.Id == old.Id));
            world.RemoveBot(joined);
            Assert.Equal(joined.Id, (await rig.Handler.NextAsync<LeftGuild>(ct)).GuildId);
            world.DeleteChannel(old.Channels[0]);
            Assert.Equal("general", (await rig.Handler.NextAsync<ChannelDestroyed>(ct)).Channel.Name);
        });
    }
}
