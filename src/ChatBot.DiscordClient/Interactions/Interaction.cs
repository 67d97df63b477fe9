using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Interactions;

/// <summary>
/// A command, a tap, a form or a half-typed option. Its <see cref="Token"/> lets anyone answer it for 15 minutes: never log it, and it is
/// left out of <see cref="ToString"/>.
/// </summary>
public sealed record Interaction
{
    public required ulong Id { get; init; }
    public required ulong ApplicationId { get; init; }
    public required InteractionType Type { get; init; }
    public required string Token { get; init; }
    public required InteractionData Data { get; init; }

    /// <summary>Who acted, in a server or out of one.</summary>
    public required User User { get; init; }
    public Member? Member { get; init; }
    public ulong? GuildId { get; init; }
    public ulong? ChannelId { get; init; }
    public Channel? Channel { get; init; }

    /// <summary>The message whose component was used.</summary>
    public Message? Message { get; init; }
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }

    /// <summary>What the bot itself may do in that channel.</summary>
    public GuildPermission? AppPermissions { get; init; }
    public InteractionContextType? Context { get; init; }

    /// <summary>By whom the application was installed: keys as numbers of <see cref="ApplicationIntegrationType"/>.</summary>
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>The moment Discord made it, from which the three seconds count.</summary>
    public DateTimeOffset CreatedAt => SnowflakeUtils.FromSnowflake(Id);

    public override string ToString() => $"Interaction {Id} ({Type})";
}
