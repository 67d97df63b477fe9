namespace ChatBot.Chat;

/// <summary>Where a conversation takes place.</summary>
/// <param name="Platform">The platform's name ("telegram").</param>
/// <param name="Chat">The chat's id there.</param>
/// <param name="Thread">The topic or thread within it; null where there is none.</param>
internal readonly record struct ChatAddress(string Platform, string Chat, string? Thread = null);

/// <summary>Someone on one platform; nobody is recognised across platforms.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Value">The person's id there.</param>
internal readonly record struct PersonId(string Platform, string Value);
