namespace ChatBot.DiscordClient.Components;

public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    SelectMenu = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Label = 18,
}

public enum ButtonStyle { Primary = 1, Secondary = 2, Success = 3, Danger = 4, Link = 5 }

public enum TextInputStyle { Short = 1, Paragraph = 2 }

/// <summary>
/// A component as it stands in JSON: one record for all kinds, so that a kind from a newer version is read and kept instead of refused.
/// The builders make the kinds this client sends.
/// </summary>
public sealed record MessageComponent
{
    public ComponentType Type { get; init; }
    public string? CustomId { get; init; }
    public int? Style { get; init; }
    public string? Label { get; init; }
    public string? Description { get; init; }
    public Emoji? Emoji { get; init; }
    public string? Url { get; init; }
    public bool? Disabled { get; init; }
    public string? Placeholder { get; init; }
    public int? MinValues { get; init; }
    public int? MaxValues { get; init; }
    public IReadOnlyList<SelectMenuOption>? Options { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public bool? Required { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<string>? Values { get; init; }
    public IReadOnlyList<MessageComponent>? Components { get; init; }

    /// <summary>What a label holds.</summary>
    public MessageComponent? Component { get; init; }
}

public sealed record Emoji(string Name, ulong? Id = null);

public sealed record SelectMenuOption(string Label, string Value, string? Description = null, bool? Default = null, Emoji? Emoji = null);
