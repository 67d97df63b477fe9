using System.Globalization;
using System.Text.Json;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Interactions;

/// <summary>An interaction as it stands in JSON, every part optional; <see cref="ToInteraction"/> sorts it into its kind.</summary>
internal sealed record InteractionJson
{
    public ulong Id { get; init; }
    public ulong ApplicationId { get; init; }
    public InteractionType Type { get; init; }
    public string? Token { get; init; }
    public InteractionDataJson? Data { get; init; }
    public User? User { get; init; }
    public Member? Member { get; init; }
    public ulong? GuildId { get; init; }
    public ulong? ChannelId { get; init; }
    public Channel? Channel { get; init; }
    public Message? Message { get; init; }
    public string? Locale { get; init; }
    public string? GuildLocale { get; init; }
    public GuildPermission? AppPermissions { get; init; }
    public InteractionContextType? Context { get; init; }
    public IReadOnlyDictionary<string, JsonElement>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Null if what no interaction can lack is missing: id, token, or the person.</summary>
    public Interaction? ToInteraction() => Token is null || Id == 0 || (Member?.User ?? User) is not { } user ? null : new Interaction
    {
        Id = Id,
        ApplicationId = ApplicationId,
        Type = Type,
        Token = Token,
        Data = (Data ?? new InteractionDataJson()).ToData(Type),
        User = user,
        Member = Member,
        GuildId = GuildId,
        ChannelId = ChannelId ?? Channel?.Id,
        Channel = Channel,
        Message = Message,
        Locale = Locale,
        GuildLocale = GuildLocale,
        AppPermissions = AppPermissions,
        Context = Context,
        AuthorizingIntegrationOwners = AuthorizingIntegrationOwners?.ToDictionary(o => o.Key, o => o.Value.ToString()),
    };
}

internal sealed record InteractionDataJson
{
    public ulong? Id { get; init; }
    public string? Name { get; init; }
    public ApplicationCommandType Type { get; init; } = ApplicationCommandType.Slash;
    public IReadOnlyList<InteractionOptionJson>? Options { get; init; }
    public ulong? TargetId { get; init; }
    public ResolvedJson? Resolved { get; init; }
    public string? CustomId { get; init; }
    public ComponentType ComponentType { get; init; }
    public IReadOnlyList<string>? Values { get; init; }
    public IReadOnlyList<MessageComponent>? Components { get; init; }

    public InteractionData ToData(InteractionType type) => (type, Type) switch
    {
        (InteractionType.ApplicationCommand, ApplicationCommandType.Slash) => new SlashCommand(Id ?? 0, Name ?? "", FilledIn()),
        (InteractionType.ApplicationCommand, ApplicationCommandType.Message) => new MessageCommand(Id ?? 0, Name ?? "", Target()),
        (InteractionType.ApplicationCommand, ApplicationCommandType.User) => new UserCommand(Id ?? 0, Name ?? "", TargetId),
        (InteractionType.Autocomplete, _) => new Autocomplete(Id ?? 0, Name ?? "", FilledIn()),
        (InteractionType.MessageComponent, _) => new ComponentUse(CustomId ?? "", ComponentType, Values ?? []),
        (InteractionType.ModalSubmit, _) => new ModalSubmit(CustomId ?? "", Fields()),
        _ => new UnknownInteraction((int)type),
    };

    private List<SlashCommandOption> FilledIn() => Options is null ? [] : [.. Options.Select(SlashCommandOption.From)];

    private Message? Target() => Resolved?.Messages is { } messages && TargetId is { } id && messages.TryGetValue(id.ToString(CultureInfo.InvariantCulture), out var message) ? message : null;

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(Components);
        return fields;

        void Collect(IReadOnlyList<MessageComponent>? components)
        {
            foreach (var component in components ?? [])
            {
                if (component is { CustomId: { } id, Value: { } value })
                    fields[id] = value;
                Collect(component.Components);
                Collect(component.Component is { } held ? [held] : null);
            }
        }
    }
}

internal sealed record ResolvedJson
{
    public IReadOnlyDictionary<string, Message>? Messages { get; init; }
}

internal sealed record InteractionOptionJson
{
    public string? Name { get; init; }
    public ApplicationCommandOptionType Type { get; init; }
    public JsonElement Value { get; init; }
    public bool Focused { get; init; }
    public IReadOnlyList<InteractionOptionJson>? Options { get; init; }
}
