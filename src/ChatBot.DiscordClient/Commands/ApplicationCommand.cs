using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Commands;

/// <summary>A command as it stands at Discord.</summary>
public sealed record ApplicationCommand
{
    public ulong Id { get; init; }
    public ulong ApplicationId { get; init; }
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.Slash;
    public string Name { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
    public string Description { get; init => field = value ?? ""; } = "";
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }
    public GuildPermission? DefaultMemberPermissions { get; init; }
    public IReadOnlyList<InteractionContextType>? Contexts { get; init; }
    public IReadOnlyList<ApplicationIntegrationType>? IntegrationTypes { get; init; }
}
