using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Discord.Conversations;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.Rest;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.Discord;

public sealed class DiscordDeliveriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_same_key_makes_one_message() => With(async (deliveries, simulator, channel) =>
    {
        var first = Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(deliveries, channel));
        Assert.Equal(first, await SendAsync(deliveries, channel, attempt: 2));
        simulator.Rest.BreakNext(LineFault.AnswerLost);
        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(deliveries, channel, key: "another"));
        Assert.Equal(2, simulator.World.Messages.Count);
    });

    [Fact]
    public Task A_long_delivery_has_a_key_for_each_message() => With(async (deliveries, simulator, channel) =>
    {
        var reply = new Reply([.. Enumerable.Range(0, 9).Select(i => new ReplyBlock.Line([new ReplySpan.Words(new string((char)('a' + i), 1500))]))], [], []);
        var key = new string('k', 25);
        for (var attempt = 1; attempt <= 2; attempt++) Assert.IsType<DeliveryOutcome.Sent>(await deliveries.SendAsync(new Delivery(key, Address(channel), reply, attempt), Cancellation));
        Assert.Equal(5, simulator.World.Messages.Count);
        Assert.Equal(5, simulator.World.Messages.Select(message => message.Nonce).Distinct().Count());
    });

    [Theory]
    [InlineData(Permission.SendMessages)]
    [InlineData(Permission.ViewChannel)]
    public Task A_channel_where_a_right_is_missing_waits_for_it(Permission denied) => With(async (deliveries, _, channel) =>
    {
        channel.DeniedToBot = denied;
        Assert.IsType<DeliveryOutcome.Paused>(await SendAsync(deliveries, channel));
    });

    [Fact]
    public Task A_deleted_channel_is_gone_and_someone_who_takes_no_messages_may_take_them_again() => With(async (deliveries, simulator, channel) =>
    {
        simulator.World.DeleteChannel(channel);
        Assert.IsType<DeliveryOutcome.Gone>(await SendAsync(deliveries, channel));
        var ada = simulator.AddPerson("Shy");
        ada.User.AcceptsDirectMessages = false;
        Assert.IsType<DeliveryOutcome.Paused>(await SendAsync(deliveries, ada.DirectChannel));
        Assert.IsType<DeliveryOutcome.Gone>(await deliveries.SendAsync(new Delivery("k", new ChatAddress("discord", "general"), Reply.Saying("News."), 1), Cancellation));
    });

    [Fact]
    public Task Where_frames_are_forbidden_it_is_delivered_without() => With(async (deliveries, simulator, channel) =>
    {
        channel.DeniedToBot = Permission.EmbedLinks;
        var reply = new Reply([new ReplyBlock.Line([new ReplySpan.Strong("News")])], [new ReplySource("d", "The Post", "0-1", null)], []);
        Assert.IsType<DeliveryOutcome.Sent>(await deliveries.SendAsync(new Delivery("k", Address(channel), reply, 1), Cancellation));
        Assert.Equal("**News**\n· [1] The Post", Markup.ToReadable(Assert.Single(simulator.World.Messages).Content).Replace("\n\n", "\n", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_long_wait_is_handed_back_and_a_server_that_fails_leaves_it_unknown() => With(async (deliveries, simulator, channel) =>
    {
        simulator.Rest.RateLimitNext(TimeSpan.FromMinutes(5));
        Assert.Equal(new DeliveryOutcome.Later(TimeSpan.FromMinutes(5)), await SendAsync(deliveries, channel));
        var other = simulator.World.Guilds[0].Channels[1];
        for (var i = 0; i < 2; i++) simulator.Rest.AnswerNextWith(new SimResponse(502) { Text = "bad gateway" });
        Assert.IsType<DeliveryOutcome.Unknown>(await SendAsync(deliveries, other));
        for (var i = 0; i < 2; i++) simulator.Rest.BreakNext(LineFault.Refused);
        Assert.IsType<DeliveryOutcome.Later>(await SendAsync(deliveries, other));
    });

    private static Task<DeliveryOutcome> SendAsync(DiscordDeliveries deliveries, SimChannel channel, string key = "0123456789abcdefghijklmno", int attempt = 1) =>
        deliveries.SendAsync(new Delivery(key, Address(channel), Reply.Saying("News."), attempt), Cancellation);

    private static ChatAddress Address(SimChannel channel) => new("discord", $"{channel.Id}");

    private static async Task With(Func<DiscordDeliveries, DiscordSimulator, SimChannel, Task> scenario)
    {
        await using var simulator = new DiscordSimulator(new DiscordSimulatorOptions { MessagesPerFiveSeconds = 1000 });
        var channel = simulator.World.AddGuild("Harbour watchers", simulator.AddPerson("Ada").User, "general", "other").Channels[0];
        using var rest = new DiscordRestClient(
            new DiscordRestConfig { ApiRoot = simulator.ApiRoot, Attempts = 2 }, new DiscordToken(simulator.Options.Token), TimeProvider.System, new Random(1), simulator.Handler);
        var knowledge = KnowledgeBase.Build(Topic.None, []);
        await scenario(new DiscordDeliveries(rest, () => knowledge), simulator, channel);
        Assert.All(DiscordContract.ViolationsIn(simulator.Ledger), violation => Assert.Fail(violation));
    }
}
