using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;

namespace ChatBot.DiscordClient.Rest;

/// <summary>Where to connect, with how many shards, and how many sessions may still be begun today.</summary>
public sealed record BotGateway
{
    public string Url { get; init => field = value ?? ""; } = "";
    public int Shards { get; init; } = 1;
    public SessionStartLimit SessionStartLimit { get; init => field = value ?? new(); } = new();
}

/// <summary><see cref="ResetAfter"/> is in milliseconds; <see cref="MaxConcurrency"/> sessions may be begun every five seconds.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; } = 1000;
    public int Remaining { get; init; } = 1000;
    public long ResetAfter { get; init; }
    public int MaxConcurrency { get; init; } = 1;
}

/// <summary>The application behind the bot.</summary>
public sealed record Application
{
    public ulong Id { get; init; }
    public string Name { get; init => field = value ?? ""; } = "";
    public int Flags { get; init; }
    public User? Owner { get; init; }
    public User? Bot { get; init; }
    public int? ApproximateGuildCount { get; init; }

    /// <summary>The portal's switch for message content, in its limited or its reviewed form.</summary>
    public bool MayReadMessageContent => (Flags & (1 << 18 | 1 << 19)) != 0;
}

internal sealed record CreateDMRequest(ulong RecipientId);

internal sealed record CreateThreadRequest(string Name, int AutoArchiveDuration);

internal sealed record MessageCallback(InteractionResponseType Type, MessageProperties? Data);

internal sealed record DeferredCallbackData(MessageFlags Flags);

internal sealed record DeferredCallback(InteractionResponseType Type, DeferredCallbackData? Data);

internal sealed record ModalCallback(InteractionResponseType Type, Modal Data);

internal sealed record AutocompleteCallback(InteractionResponseType Type, AutocompleteChoices Data);

internal sealed record AutocompleteChoices(IReadOnlyList<ApplicationCommandChoice> Choices);

internal sealed record CallbackAnswer(CallbackInteraction? Interaction);

internal sealed record CallbackInteraction(ulong? ResponseMessageId);
