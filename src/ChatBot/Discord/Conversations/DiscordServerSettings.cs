using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;

namespace ChatBot.Discord.Conversations;

/// <summary>Obeys a server's settings, and lets those who manage the server change them: whether they may is looked at with every command and every tap.</summary>
internal sealed class DiscordServerSettings(DiscordServerStore store, DiscordServers servers, InteractionResponder responder)
{
    /// <summary>Whether a message in that channel is answered: a thread as the channel that it hangs on.</summary>
    public async ValueTask<bool> MayAnswerAsync(ulong? guild, ulong channel, CancellationToken cancellation)
    {
        if (guild is not { } server || await store.FindAsync(server, cancellation) is not { Channels.Count: > 0 } settings || settings.Channels.Contains(channel)) return true;
        return await servers.ParentOfAsync(channel, cancellation) is { } parent && settings.Channels.Contains(parent);
    }

    /// <summary>Whether what a look-up brings is shown to nobody else: as whoever gave it says, else as the server has it; in a channel that is not to be answered in, always.</summary>
    /// <param name="interaction">The command, or a tap.</param>
    /// <param name="wish">What whoever gave it says; null for nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> IsForOneAloneAsync(Interaction interaction, bool? wish, CancellationToken cancellation)
    {
        if (interaction.GuildId is not { } server) return false;
        var settings = await store.FindAsync(server, cancellation);
        var isElsewhere = settings.Channels.Count > 0 && !settings.Channels.Contains(interaction.ChannelId ?? 0) && !settings.Channels.Contains(interaction.Channel?.ParentId ?? 0);
        return isElsewhere || (wish ?? settings.IsForOneAlone);
    }

    /// <summary>Shows the settings, with buttons to change them.</summary>
    public Task ShowAsync(Interaction interaction, CancellationToken cancellation) => AnswerAsync(interaction, takesPlace: false, settings => settings, cancellation);

    /// <summary>Changes one, and shows them all anew.</summary>
    public Task ChangeAsync(Interaction interaction, ServerChange change, CancellationToken cancellation) =>
        AnswerAsync(interaction, takesPlace: true, settings => settings.With(change, interaction.Channel?.IsThread == true ? interaction.Channel.ParentId ?? 0 : interaction.ChannelId ?? 0), cancellation);

    private Task AnswerAsync(Interaction interaction, bool takesPlace, Func<ServerSettings, ServerSettings> change, CancellationToken cancellation)
    {
        var server = interaction.GuildId ?? 0;
        var mayManage = server != 0 && DiscordMapping.MayManage(interaction);
        return responder.AnswerAsync(
            interaction,
            async () =>
            {
                if (!mayManage) return [DiscordTaps.Word(PhraseCatalogue.ServerManagersOnly)];
                var before = await store.FindAsync(server, cancellation);
                var settings = change(before);
                if (settings != before) await store.SetAsync(server, settings, cancellation);
                return [Message(settings, interaction.Channel?.IsThread == true ? interaction.Channel.ParentId ?? 0 : interaction.ChannelId ?? 0)];
            },
            isEphemeral: true, takesPlace: takesPlace && mayManage, cancellation);
    }

    private static MessageProperties Message(ServerSettings settings, ulong channel)
    {
        var where = settings.Channels.Count == 0
            ? Format.Sanitize(PhraseCatalogue.AnsweredEverywhere)
            : $"{Format.Sanitize(PhraseCatalogue.AnsweredOnlyIn)} {string.Join(' ', settings.Channels.Select(MentionUtils.MentionChannel))}";
        var buttons = new ComponentBuilder()
            .WithButton(settings.IsForOneAlone ? Button("Show to all", ServerChange.ShowToAll) : Button("Show to whoever asks", ServerChange.ShowToOne))
            .WithButton(settings.Channels.Contains(channel) ? Button("No longer in this channel", ServerChange.LeaveChannel) : Button(settings.Channels.Count == 0 ? "Only in this channel" : "Also in this channel", ServerChange.AllowChannel));
        if (settings.Channels.Count > 0) buttons.WithButton(Button("In every channel", ServerChange.AllowAll));
        return new MessageProperties
        {
            Content = $"{Format.Sanitize(settings.IsForOneAlone ? PhraseCatalogue.ShownToOne : PhraseCatalogue.ShownToAll)}\n{where}",
            Components = buttons.Build(),
            Flags = MessageFlags.Ephemeral,
        };
    }

    private static MessageComponent Button(string label, ServerChange change) => ButtonBuilder.Create(label, new ButtonData.Setting(change).Write());
}
