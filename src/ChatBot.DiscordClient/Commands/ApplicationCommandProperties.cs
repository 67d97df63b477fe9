using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Commands;

/// <summary>A command as the bot wants it registered.</summary>
public sealed record ApplicationCommandProperties
{
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.Slash;
    public required string Name { get; init; }
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1–100 characters for a slash command, empty for a menu.</summary>
    public string Description { get; init; } = "";
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Null for everyone, <see cref="GuildPermission.None"/> for administrators only.</summary>
    public GuildPermission? DefaultMemberPermissions { get; init; }
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }
}
