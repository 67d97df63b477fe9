using ChatBot.Chat;

namespace ChatBot.Telegram;

/// <summary>What is to be noted of an update that was dealt with.</summary>
/// <param name="Unanswered">The question, where the documents don't answer it; else null.</param>
/// <param name="Answer">Which messages answer it; null where none do.</param>
internal sealed record UpdateOutcome(string? Unanswered = null, KeptAnswer? Answer = null)
{
    public static UpdateOutcome Nothing { get; } = new();
}
