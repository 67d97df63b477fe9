namespace ChatBot.Simulators.Telegram;

/// <summary>How many messages and edits pass before 429; the platform's own figures are about 30 a second, 1 a second and 20 a minute.</summary>
public sealed record SendLimits(int AllPerSecond = 30, int ChatPerSecond = 1, int GroupPerMinute = 20);
