using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Discord;
using ChatBot.Discord.Conversations;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>An hour of deliveries on a virtual clock, through the client as it is, to a simulator that refuses what is too much.</summary>
public sealed class DiscordPacingTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Many channels: all of them together may get 50 messages a second. Few: each may get 5 in 5 seconds.</summary>
    [Theory]
    [InlineData(200, 50.0)]
    [InlineData(4, 4.0)]
    public void Nearly_all_that_may_be_sent_in_an_hour_is_sent_and_nothing_is_refused(int channels, double perSecond)
    {
        var thread = new VirtualThread();
        var (sent, refused) = (0, 0);
        thread.Run(async () =>
        {
            await using var simulator = new DiscordSimulator(new DiscordSimulatorOptions { Time = thread.Time });
            var guild = simulator.World.AddGuild("Harbour watchers", simulator.AddPerson("Ada").User, [.. Enumerable.Range(0, channels).Select(i => $"channel-{i}")]);
            using var rest = new DiscordRestClient(
                new DiscordRestConfig { ApiRoot = simulator.ApiRoot }, new DiscordToken(simulator.Options.Token), thread.Time, new Random(1), simulator.Handler);
            var knowledge = KnowledgeBase.Build(Topic.None, []);
            var deliveries = new DiscordDeliveries(rest, () => knowledge);
            var end = thread.Time.Now + Hour;
            var next = 0;
            var lanes = Enumerable.Range(0, new DeliveryOptions().Lanes).Select(_ => LaneAsync()).ToList();
            while (thread.Time.Now < end)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), thread.Time);
                Count(simulator);
            }
            await Task.WhenAll(lanes);

            async Task LaneAsync()
            {
                while (thread.Time.Now < end)
                {
                    var number = next++;
                    var channel = guild.Channels[number % channels];
                    var outcome = await deliveries.SendAsync(
                        new Delivery(string.Create(CultureInfo.InvariantCulture, $"key{number}"), new ChatAddress("discord", channel.Id.ToString(CultureInfo.InvariantCulture)), Reply.Saying("News."), 1), CancellationToken.None);
                    Assert.IsType<DeliveryOutcome.Sent>(outcome);
                }
            }
        });
        Assert.Equal(0, refused);
        Assert.InRange(sent, 0.99 * perSecond * Hour.TotalSeconds, perSecond * Hour.TotalSeconds + 50);

        void Count(DiscordSimulator simulator)
        {
            foreach (var entry in simulator.Ledger.Take())
            {
                if (entry.Status == 200) sent++;
                else refused++;
            }
            simulator.World.Messages.Clear();
            foreach (var channel in simulator.World.Guilds[0].Channels) channel.Messages.Clear();
        }
    }
}
