using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Interactions;

/// <summary>What was asked for: one of the kinds below, or <see cref="UnknownInteraction"/> from a version newer than this client.</summary>
public abstract record InteractionData;

public sealed record SlashCommand(ulong CommandId, string Name, IReadOnlyList<SlashCommandOption> Options) : InteractionData
{
    public string? Text(string option) => Options.FirstOrDefault(o => o.Name == option)?.Text;

    public bool? Flag(string option) => Options.FirstOrDefault(o => o.Name == option)?.Flag;
}

/// <summary>A half-typed command: required options may be missing, one is being typed.</summary>
public sealed record Autocomplete(ulong CommandId, string Name, IReadOnlyList<SlashCommandOption> Options) : InteractionData
{
    public SlashCommandOption? Focused => Options.SelectMany(o => o.Options.Append(o)).FirstOrDefault(o => o.Focused);
}

/// <summary>The menu of a message; <see cref="Message"/> has its content whatever the intents. Null if Discord sent none.</summary>
public sealed record MessageCommand(ulong CommandId, string Name, Message? Message) : InteractionData;

public sealed record UserCommand(ulong CommandId, string Name, ulong? TargetId) : InteractionData;

/// <summary>A tap on a button (no values) or a choice in a menu.</summary>
public sealed record ComponentUse(string CustomId, ComponentType ComponentType, IReadOnlyList<string> Values) : InteractionData;

/// <summary>A form as filled in: input's custom id → text.</summary>
public sealed record ModalSubmit(string CustomId, IReadOnlyDictionary<string, string> Fields) : InteractionData;

public sealed record UnknownInteraction(int Type) : InteractionData;
