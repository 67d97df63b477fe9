using ChatBot.Discord.Conversations;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.DiscordClient.Support;
using ChatBot.Tests.Simulators.Discord;
using Microsoft.Extensions.Logging;
using Xunit;
using SlashCommand = ChatBot.DiscordClient.Interactions.SlashCommand;

namespace ChatBot.Tests.Discord;

public sealed class DeadlineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_takes_long_is_promised_in_time_and_given_later(bool isEphemeral)
    {
        await using var desk = await Desk.OpenAsync();
        var answer = new TaskCompletionSource<IReadOnlyList<MessageProperties>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var answering = desk.Responder.AnswerAsync(desk.Interaction, () => new ValueTask<IReadOnlyList<MessageProperties>>(answer.Task), isEphemeral, takesPlace: false, Cancellation);
        desk.Time.Advance(TimeSpan.FromSeconds(1.6));
        await desk.Asked.Acknowledged.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        Assert.Equal(5, desk.Asked.CallbackType);
        Assert.True(desk.Asked.Original!.IsLoading);
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        answer.SetResult([new MessageProperties { Content = "Here it is.", Flags = isEphemeral ? MessageFlags.Ephemeral : null }, new MessageProperties { Content = "And more." }]);
        Assert.Equal(2, (await answering).Count);
        Assert.Equal(("Here it is.", isEphemeral), (desk.Asked.Original.Content, desk.Asked.Original.IsEphemeral));
        Assert.Equal("And more.", Assert.Single(desk.Asked.Followups).Content);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_for_anything_is_noted_with_its_number()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await desk.Responder.AnswerAsync(
            desk.Interaction, () => ValueTask.FromResult<IReadOnlyList<MessageProperties>>([new MessageProperties { Content = "Late." }]), isEphemeral: false, takesPlace: false, Cancellation));
        var (level, text) = Assert.Single(desk.Logs.Entries);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains($"{desk.Interaction.Id} was answered too late, 4.0 s", text);
        Assert.DoesNotContain("interaction-token", text);
    }

    [Fact]
    public async Task An_interaction_told_of_twice_is_answered_once()
    {
        await using var desk = await Desk.OpenAsync();
        for (var i = 0; i < 2; i++)
            await desk.Responder.AnswerAsync(desk.Interaction, () => ValueTask.FromResult<IReadOnlyList<MessageProperties>>([new MessageProperties { Content = "Once." }]), false, false, Cancellation);
        Assert.Single(desk.Simulator.World.Messages);
    }

    /// <summary>A simulator on a clock that stands, and an interaction in it.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly DiscordRestClient _rest;

        private Desk()
        {
            Simulator = new DiscordSimulator(new DiscordSimulatorOptions { Time = Time });
            _rest = new DiscordRestClient(new DiscordRestConfig { ApiRoot = Simulator.ApiRoot }, new DiscordToken(Simulator.Options.Token), Time, new Random(1), Simulator.Handler);
            Responder = new InteractionResponder(_rest, Time, Logs.CreateLogger<InteractionResponder>());
        }

        public VirtualTime Time { get; } = new();

        public DiscordSimulator Simulator { get; }

        public CollectingLogs Logs { get; } = new();

        public InteractionResponder Responder { get; }

        public SimInteraction Asked { get; private set; } = new(0, 0, "", 0, new SimUser(0, ""), new SimChannel(0, SimChannelType.Text, "", null), default);

        public Interaction Interaction => new()
        {
            Id = Asked.Id,
            ApplicationId = Asked.ApplicationId,
            Type = InteractionType.ApplicationCommand,
            Token = Asked.Token,
            Data = new SlashCommand(1, "when", []),
            User = new User { Id = Asked.User.Id },
        };

        public static async Task<Desk> OpenAsync()
        {
            var desk = new Desk();
            await desk._rest.BulkOverwriteGlobalApplicationCommandsAsync(desk.Simulator.World.ApplicationId, [new ApplicationCommandProperties { Name = "when", Description = "when it is" }], Cancellation);
            var ada = desk.Simulator.AddPerson("Ada");
            desk.Asked = ada.Slash(desk.Simulator.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0], "when");
            return desk;
        }

        public async ValueTask DisposeAsync()
        {
            Assert.All(DiscordContract.ViolationsIn(Simulator.Ledger), violation => Assert.Fail(violation));
            _rest.Dispose();
            await Simulator.DisposeAsync();
        }
    }
}
