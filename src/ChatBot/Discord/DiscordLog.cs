using ChatBot.DiscordClient;

namespace ChatBot.Discord;

/// <summary>What the client has to say, into the service's log.</summary>
internal static partial class DiscordLog
{
    public static Action<LogMessage> To(ILogger log) => message => OfClient(
        log,
        message.Severity switch
        {
            LogSeverity.Critical => LogLevel.Critical,
            LogSeverity.Error => LogLevel.Error,
            LogSeverity.Warning => LogLevel.Warning,
            LogSeverity.Info => LogLevel.Information,
            _ => LogLevel.Debug,
        },
        message.Source, message.Message, message.Exception);

    [LoggerMessage(EventId = 1, Message = "Discord {Part}: {Message}")]
    private static partial void OfClient(ILogger log, LogLevel level, string part, string message, Exception? failure);
}
