namespace ChatBot.DiscordClient.Components;

/// <summary>A form that opens over the chat. <see cref="Components"/> are labels, each with one input.</summary>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<MessageComponent> Components);
