namespace ChatBot.Discord.State;

/// <summary>What can be changed of a server's settings. The numbers stand in buttons that people have: they never change.</summary>
internal enum ServerChange
{
    ShowToAll = 0,
    ShowToOne = 1,

    /// <summary>Answer in this channel, and no longer in all.</summary>
    AllowChannel = 2,

    /// <summary>Answer no longer in this channel.</summary>
    LeaveChannel = 3,
    AllowAll = 4,
}
