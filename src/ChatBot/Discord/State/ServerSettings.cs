namespace ChatBot.Discord.State;

/// <summary>What those who manage a server have set.</summary>
/// <param name="IsForOneAlone">Whether what a command brings is shown to nobody else, unless asked otherwise.</param>
/// <param name="Channels">The only channels where questions are answered; none for all.</param>
internal sealed record ServerSettings(bool IsForOneAlone, IReadOnlyList<ulong> Channels)
{
    /// <summary>As long as nobody has set anything.</summary>
    public static ServerSettings Unset { get; } = new(false, []);

    /// <summary>The settings with a change that somebody asked for in <paramref name="channel"/>.</summary>
    public ServerSettings With(ServerChange change, ulong channel) => change switch
    {
        ServerChange.ShowToAll => this with { IsForOneAlone = false },
        ServerChange.ShowToOne => this with { IsForOneAlone = true },
        ServerChange.AllowChannel => this with { Channels = [.. Channels.Append(channel).Distinct().Order()] },
        ServerChange.LeaveChannel => this with { Channels = [.. Channels.Where(known => known != channel)] },
        ServerChange.AllowAll => this with { Channels = [] },
        _ => this,
    };
}
