namespace ChatBot.TelegramClient.Types;

/// <summary>A person or a bot.</summary>
public sealed record User
{
    public long Id { get; init; }
    public bool IsBot { get; init; }
    public string FirstName { get => field ?? ""; init; }
    public string? LastName { get; init; }

    /// <summary>Without the @; compared without regard to case.</summary>
    public string? Username { get; init; }

    /// <summary>IETF language tag of the person's app, when it tells one.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Only in the answer of getMe.</summary>
    public bool? CanJoinGroups { get; init; }

    /// <summary>Only in the answer of getMe: privacy mode is off.</summary>
    public bool? CanReadAllGroupMessages { get; init; }

    /// <summary>Only in the answer of getMe: inline mode is on.</summary>
    public bool? SupportsInlineQueries { get; init; }
}
