using System.Globalization;
using ChatBot.DiscordClient.Gateway;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

/// <summary>
/// Disconnects of every kind, one after another, in virtual time. Where Discord ends the session itself, what happens until the next one
/// is lost for any client, so nothing is said there; everywhere else people go on talking through the outage.
/// CHATBOT_DISCONNECTS sets how many (300).
/// </summary>
public sealed class DisconnectStormTests
{
    private static readonly Fault[] Faults =
    [
        new("4000", g => g.Close(0, 4000)), new("4001", g => g.Close(0, 4001)), new("4002", g => g.Close(0, 4002)), new("4005", g => g.Close(0, 4005)),
        new("4008", g => g.Close(0, 4008)), new("no code", g => g.Close(0, null)), new("unknown code", g => g.Close(0, 4999)),
        new("4003", g => g.Close(0, 4003), EndsSession: true), new("4007", g => g.Close(0, 4007), EndsSession: true), new("4009", g => g.Close(0, 4009), EndsSession: true),
        new("1000", g => g.Close(0, 1000), EndsSession: true), new("1001", g => g.Close(0, 1001), EndsSession: true),
        new("op 7", g => g.Reconnect(0)), new("op 9 true", g => g.InvalidSession(0, resumable: true)), new("op 9 false", g => g.InvalidSession(0, resumable: false), EndsSession: true),
        new("drop", g => g.Drop(0)), new("zombie", g => g.HalfOpen(0)),
        new("drop, then refused twice", g => { g.RefuseConnections(2); g.Drop(0); }),
        new("drop, then unreachable", g => { g.RefuseConnections(3); g.Drop(0); }, EndsSession: true),
        new("op 7 instead of hello", g => { g.InsteadOfHello.Enqueue(7); g.Drop(0); }),
        new("4000 instead of hello", g => { g.InsteadOfHello.Enqueue(4000); g.Drop(0); }),
        new("resume never answered", g => { g.IgnoreResumes = 1; g.Drop(0); }, EndsSession: true),
        new("duplicate, then drop", g => { g.SendDuplicate(0); g.Drop(0); }),
        new("slow, then drop", g => { g.Slow(0, TimeSpan.FromSeconds(1)); g.Drop(0); }),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20250624)]
    public void No_event_is_missed_or_handled_twice_and_identifies_stay_within_budget(int seed)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("CHATBOT_DISCONNECTS") ?? "300", CultureInfo.InvariantCulture);
        using var rig = new Rig(seed, config: new DiscordSocketConfig { Compress = seed % 2 == 0 });
        var random = new Random(seed);
        var gateway = rig.Simulator.Gateway;
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        var said = new List<ulong>();
        var ended = 0;
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<Ready>(ct);
            for (var i = 0; i < count; i++)
            {
                var fault = i < Faults.Length ? Faults[i] : Faults[random.Next(Faults.Length)];
                Talk(random.Next(4));
                if (fault.EndsSession)
                    await rig.PassAsync(TimeSpan.FromSeconds(1));
                var sessions = gateway.Sessions.Count;
                fault.Strike(gateway);
                if (fault.EndsSession)
                {
                    ended++;
                    while (gateway.Sessions.Count == sessions)
                        await rig.PassAsync(TimeSpan.FromSeconds(5));
                }
                else
                {
                    Talk(random.Next(4));
                    await rig.PassAsync(TimeSpan.FromSeconds(random.Next(3)));
                    Talk(random.Next(2));
                }
                while (!gateway.IsConnected(0))
                    await rig.PassAsync(TimeSpan.FromSeconds(1));
                gateway.InsteadOfHello.Clear();
                gateway.RefuseConnections(0);
            }
            await rig.PassAsync(TimeSpan.FromMinutes(1));
        }, TimeSpan.FromDays(400));

        Assert.Equal(said, rig.Handler.Of<MessageReceived>().Select(m => m.Message.Id));
        Assert.Equal(1 + ended, gateway.Identifies.Count);
        Assert.All(gateway.Identifies, t => Assert.True(gateway.Identifies.Count(o => o <= t && t - o < TimeSpan.FromDays(1)) <= rig.Config.IdentifyBudget));

        void Talk(int messages)
        {
            for (var n = 0; n < messages; n++)
                said.Add(ada.Say(channel, $"Message {said.Count}").Id);
        }
    }

    [Fact]
    public void The_storm_knows_every_close_code_that_is_not_fatal()
    {
        foreach (var code in new[] { 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 1000, 1001 })
            Assert.Contains(Faults, f => f.Name == code.ToString(CultureInfo.InvariantCulture));
    }

    private sealed record Fault(string Name, Action<DiscordGateway> Strike, bool EndsSession = false)
    {
        public override string ToString() => Name;
    }
}
