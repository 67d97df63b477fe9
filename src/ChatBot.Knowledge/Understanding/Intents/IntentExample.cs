namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>A message and what it is about.</summary>
/// <param name="Text">The message as someone would type it.</param>
/// <param name="Intent">The intent's name, or null for a message that is about none of them.</param>
public sealed record IntentExample(string Text, string? Intent);
