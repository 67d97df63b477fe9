namespace ChatBot.DiscordClient;

public enum LogSeverity { Critical, Error, Warning, Info, Debug }

/// <summary>What the client has to say about itself: ids, codes and times, never a token and never what people wrote.</summary>
public sealed record LogMessage(LogSeverity Severity, string Source, string Message, Exception? Exception = null);
