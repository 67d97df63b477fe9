namespace ChatBot.Simulators.Telegram;

/// <summary>A tapped button.</summary>
/// <param name="QueryId">The callback query that the bot got.</param>
/// <param name="Answer">What the person is shown; empty for a silent answer. Never completes for an unanswered tap.</param>
public sealed record Tap(string QueryId, Task<string> Answer);
