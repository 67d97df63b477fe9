namespace ChatBot.DiscordClient.Commands;

/// <summary>A text offered for an option, also as an autocomplete result. Name 1–100 characters, value up to 100.</summary>
public sealed record ApplicationCommandChoice(string Name, string Value, IReadOnlyDictionary<string, string>? NameLocalizations = null);
