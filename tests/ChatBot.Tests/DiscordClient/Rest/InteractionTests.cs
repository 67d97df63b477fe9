using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.Rest;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Rest;

public sealed class InteractionTests
{
    private static readonly ApplicationCommandProperties[] Commands =
    [
        new()
        {
            Name = "ask",
            Description = "Any question",
            NameLocalizations = new Dictionary<string, string> { ["nl"] = "vraag", ["de"] = "frage" },
            DescriptionLocalizations = new Dictionary<string, string> { ["nl"] = "Elke vraag" },
            Options =
            [
                new() { Type = ApplicationCommandOptionType.String, Name = "question", Description = "Your question", Required = true, Autocomplete = true, MaxLength = 300 },
                new() { Type = ApplicationCommandOptionType.Boolean, Name = "private", Description = "Only for me" },
            ],
            Contexts = [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel],
            IntegrationTypes = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        },
        new() { Name = "settings", Description = "Settings", DefaultMemberPermissions = GuildPermission.ManageGuild, Contexts = [InteractionContextType.Guild] },
        new() { Name = "Check against sources", Type = ApplicationCommandType.Message },
    ];

    [Fact]
    public void Commands_are_written_only_when_they_differ()
    {
        using var rig = new Rig();
        var application = rig.Simulator.World.ApplicationId;
        rig.Thread.Run(async () =>
        {
            Assert.False(CommandSet.AreSame(Commands, await StandingAsync()));
            var written = (await rig.Rest.BulkOverwriteGlobalApplicationCommandsAsync(application, Commands, CancellationToken.None)).OrThrow();
            Assert.True(CommandSet.AreSame(Commands, written));
            var standing = await StandingAsync();
            Assert.True(CommandSet.AreSame([.. Commands.Reverse()], standing));
            Assert.False(CommandSet.AreSame(Commands[..2], standing));
            Assert.False(CommandSet.AreSame([Commands[0] with { Description = "Every question" }, .. Commands[1..]], standing));
        });

        async Task<IReadOnlyList<ApplicationCommand>> StandingAsync() => (await rig.Rest.GetGlobalApplicationCommandsAsync(application, CancellationToken.None)).OrThrow();
    }

    [Fact]
    public void A_slash_command_comes_typed_and_is_answered_edited_followed_up_and_taken_back() => With((rig, ada, channel) => async ct =>
    {
        var asked = ada.Slash(channel, "ask", ("question", "when is it?"), ("private", true));
        var interaction = await NextAsync(rig, asked, ct);
        var command = Assert.IsType<SlashCommand>(interaction.Data);
        Assert.Equal(("ask", "when is it?", true), (command.Name, command.Text("question"), command.Flag("private")));
        Assert.Equal((ada.User.Id, channel.Id, "en-US"), (interaction.User.Id, interaction.ChannelId, interaction.Locale));
        Assert.True(interaction.AppPermissions!.Value.HasFlag(GuildPermission.SendMessages));
        Assert.Equal(rig.Time.Now, interaction.CreatedAt, TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(interaction.Token, interaction.ToString(), StringComparison.Ordinal);

        Assert.True((await rig.Rest.RespondAsync(interaction, InteractionResponse.Defer(ephemeral: true), ct)).IsDone);
        Assert.True(asked.Original!.IsLoading);
        var embed = new EmbedBuilder().WithTitle("When").WithDescription("24–25 June").AddField("Source", "brief", inline: true).WithFooter("2 sources").WithColor(0x336699).Build();
        var components = new ComponentBuilder().WithButton(ButtonBuilder.Create("Passage", "p:1")).WithButton(ButtonBuilder.Create("", "up", emoji: "👍"))
            .WithSelectMenu(SelectMenuBuilder.Create("related", [new("Who attends?", "r1"), new("How much?", "r2", "spending")], "Related")).Build();
        var edited = (await rig.Rest.ModifyOriginalResponseAsync(interaction, new() { Embeds = [embed], Components = components }, ct)).OrThrow();
        Assert.True(edited.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Equal(edited.Id, (await rig.Rest.GetOriginalResponseAsync(interaction, ct)).OrThrow().Id);
        var more = (await rig.Rest.FollowupAsync(interaction, new() { Content = "And more", Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds }, ct)).OrThrow();
        Assert.True(more.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Equal(
            """
            ChatBot (bot) to Ada, only visible to you:
              | When
              | 24–25 June
              | Source:
              |   brief
              | 2 sources
              [Passage] [👍]
              [Related ▾ Who attends? / How much?]
            ChatBot (bot), reply to ChatBot, only visible to you: And more

            """, rig.Simulator.TranscriptFor(ada, channel));
        Assert.True((await rig.Rest.DeleteOriginalResponseAsync(interaction, ct)).IsDone);
        Assert.StartsWith("ChatBot (bot) to Ada: (deleted)", rig.Simulator.TranscriptFor(ada, channel), StringComparison.Ordinal);
    });

    [Fact]
    public void Typing_an_option_asks_for_choices() => With((rig, ada, channel) => async ct =>
    {
        var typing = ada.Type(channel, "ask", "question", "whe");
        var interaction = await NextAsync(rig, typing, ct);
        Assert.Equal("whe", Assert.IsType<Autocomplete>(interaction.Data).Focused!.Text);
        await rig.Rest.RespondAsync(interaction, InteractionResponse.AutocompleteResult([new("When is it?", "when"), new("Where is it?", "where")]), ct);
        Assert.Equal(["when", "where"], typing.Choices.Select(c => (string?)c["value"]));
        Assert.Throws<ArgumentException>(() => InteractionResponse.AutocompleteResult([.. Enumerable.Range(0, 26).Select(i => new ApplicationCommandChoice($"{i}", $"{i}"))]));
    });

    [Fact]
    public void A_tap_a_choice_and_a_form_come_typed() => With((rig, ada, channel) => async ct =>
    {
        var components = new ComponentBuilder().WithButton(ButtonBuilder.Create("Note", "note", ButtonStyle.Primary))
            .WithSelectMenu(SelectMenuBuilder.Create("pick", [new("One", "1"), new("Two", "2")], maxValues: 2)).Build();
        var message = (await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "Choose", Components = components }, ct)).OrThrow();
        var shown = channel.Messages[^1];

        var use = Assert.IsType<ComponentUse>((await NextAsync(rig, ada.Select(shown, "pick", "One", "Two"), ct)).Data);
        Assert.Equal(("pick", ComponentType.SelectMenu), (use.CustomId, use.ComponentType));
        Assert.Equal(["1", "2"], use.Values);

        var tapped = ada.Tap(shown, "Note");
        var tap = await NextAsync(rig, tapped, ct);
        Assert.Equal(message.Id, tap.Message!.Id);
        var modal = new ModalBuilder("A note", "form").AddTextInput("Text", "text", TextInputStyle.Paragraph, maxLength: 500).Build();
        await rig.Rest.RespondAsync(tap, InteractionResponse.WithModal(modal), ct);
        var filled = await NextAsync(rig, ada.Submit(tapped, ("text", "so it is")), ct);
        Assert.Equal("so it is", Assert.IsType<ModalSubmit>(filled.Data).Fields["text"]);
        await rig.Rest.RespondAsync(filled, InteractionResponse.Update(new() { Content = "Noted", Components = [] }), ct);
        Assert.Equal("ChatBot (bot), edited: Noted\n", rig.Simulator.TranscriptFor(ada, channel));
    });

    [Fact]
    public void A_message_menu_brings_the_content_that_the_intents_hide() => With((rig, ada, channel) => async ct =>
    {
        var claim = ada.Say(channel, "They agreed on 5 %.");
        var received = await rig.Handler.NextAsync<MessageReceived>(m => m.Message.Id == claim.Id, ct);
        Assert.Equal("", received.Message.Content);
        var interaction = await NextAsync(rig, ada.UseMessageMenu(claim, "Check against sources"), ct);
        Assert.Equal("They agreed on 5 %.", Assert.IsType<MessageCommand>(interaction.Data).Message!.Content);
    });

    [Fact]
    public void Late_second_and_lost_answers_are_told_apart() => With((rig, ada, channel) => async ct =>
    {
        var late = await NextAsync(rig, ada.Slash(channel, "ask", ("question", "x")), ct);
        await rig.PassAsync(TimeSpan.FromSeconds(3.1));
        Assert.Equal(DiscordErrorCode.UnknownInteraction, Refused(await rig.Rest.RespondAsync(late, InteractionResponse.Defer(), ct)));

        var twice = await NextAsync(rig, ada.Slash(channel, "ask", ("question", "y")), ct);
        Assert.True((await rig.Rest.RespondAsync(twice, InteractionResponse.Defer(), ct)).IsDone);
        Assert.Equal(DiscordErrorCode.InteractionHasAlreadyBeenAcknowledged, Refused(await rig.Rest.RespondAsync(twice, InteractionResponse.Defer(), ct)));

        var lost = await NextAsync(rig, ada.Slash(channel, "ask", ("question", "z")), ct);
        rig.Simulator.Rest.BreakNext(LineFault.AnswerLost);
        Assert.True((await rig.Rest.RespondAsync(lost, InteractionResponse.Respond(new() { Content = "once" }), ct)).IsDone);
        Assert.Single(channel.Messages, m => m.Content == "once");

        await rig.PassAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(DiscordErrorCode.InvalidWebhookToken, Refused(await rig.Rest.FollowupAsync(lost, new() { Content = "too late" }, ct)));
        var requests = rig.Simulator.Ledger.Entries.Count;
        Assert.IsType<RestResult<Message>.NotSent>(await rig.Rest.FollowupAsync(lost, new() { Content = "too late" }, ct));
        Assert.Equal(requests, rig.Simulator.Ledger.Entries.Count);
    });

    [Fact]
    public void No_token_stands_in_any_log_line_or_error_of_a_hard_day() => With((rig, ada, channel) => async ct =>
    {
        var interaction = await NextAsync(rig, ada.Slash(channel, "ask", ("question", "x")), ct);
        var texts = new List<string>();
        foreach (var fault in new[] { LineFault.AnswerLost, LineFault.Refused })
        {
            for (var i = 0; i < (fault == LineFault.Refused ? 4 : 1); i++)
                rig.Simulator.Rest.BreakNext(fault);
            var result = await rig.Rest.FollowupAsync(interaction, new() { Content = "x" }, ct);
            texts.Add(result.ToString());
            texts.Add(Assert.ThrowsAny<Exception>(() => result.OrThrow()).ToString());
        }
        var refused = await rig.Rest.FollowupAsync(interaction, new() { Content = "" }, ct);
        texts.Add(Assert.ThrowsAny<Exception>(() => refused.OrThrow()).ToString());
        rig.Simulator.Gateway.InsteadOfHello.Enqueue(4000);
        rig.Simulator.Gateway.Drop(0);
        await rig.PassAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(rig.Log);
        foreach (var text in texts.Concat(rig.Log.Select(l => l.ToString())))
        {
            Assert.DoesNotContain(rig.Simulator.Options.Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(interaction.Token, text, StringComparison.Ordinal);
        }
    });

    private static void With(Func<Rig, Person, SimChannel, Func<CancellationToken, Task>> scenario)
    {
        using var rig = new Rig(thread: new VirtualThread { Settle = TimeSpan.FromMilliseconds(5) });
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        rig.Run(async (_, ct) =>
        {
            (await rig.Rest.BulkOverwriteGlobalApplicationCommandsAsync(rig.Simulator.World.ApplicationId, Commands, ct)).OrThrow();
            await rig.Handler.NextAsync<GuildAvailable>(ct);
            await scenario(rig, ada, channel)(ct);
        });
    }

    private static async Task<Interaction> NextAsync(Rig rig, SimInteraction made, CancellationToken ct) =>
        (await rig.Handler.NextAsync<InteractionCreated>(i => i.Interaction.Id == made.Id, ct)).Interaction;

    private static int? Refused<T>(RestResult<T> result) => Assert.IsType<RestResult<T>.Refused>(result).Error.DiscordCode;
}
