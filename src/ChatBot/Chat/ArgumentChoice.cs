namespace ChatBot.Chat;

/// <summary>Something that can stand behind a command.</summary>
/// <param name="Label">As people are shown it.</param>
/// <param name="Argument">As it is typed.</param>
internal sealed record ArgumentChoice(string Label, string Argument);
