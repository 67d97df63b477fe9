namespace ChatBot.DiscordClient.Commands;

public enum ApplicationCommandType { Slash = 1, User = 2, Message = 3 }

public enum ApplicationCommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>Where a command can be used.</summary>
public enum InteractionContextType { Guild = 0, BotDm = 1, PrivateChannel = 2 }

/// <summary>Who installs the application: a server, or a person who takes it along.</summary>
public enum ApplicationIntegrationType { GuildInstall = 0, UserInstall = 1 }
