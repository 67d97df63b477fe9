using ChatBot.TelegramClient.Exceptions;

namespace ChatBot.TelegramClient.Sending;

/// <summary>
/// Reads a failure as an outcome. Descriptions are for people and may change, so the error code decides first and the words only
/// refine it; words nobody knows end in the widest reason of their code. A server's own error (5xx) proves nothing.
/// </summary>
public static class SendClassification
{
    public static SendOutcome Of(RequestException failure) => failure switch
    {
        ApiRequestException { ErrorCode: >= 500 } refusal => new SendOutcome.Unknown(refusal),
        ApiRequestException refusal => new SendOutcome.Refused(ReasonOf(refusal), refusal),
        { WasWritten: false } => new SendOutcome.NotSent(failure),
        _ => new SendOutcome.Unknown(failure),
    };

    public static RefusalReason ReasonOf(ApiRequestException refusal) => refusal switch
    {
        { ErrorCode: 429 } => RefusalReason.TooManyRequests,
        { ErrorCode: 401 or 404 } => RefusalReason.Unauthorized,
        { Parameters.MigrateToChatId: not null } => RefusalReason.ChatMigrated,
        { ErrorCode: 403 } => Forbidden(refusal.Description),
        _ => BadRequest(refusal.Description),
    };

    private static RefusalReason Forbidden(string description)
    {
        if (Says(description, "kicked") || Says(description, "not a member"))
            return RefusalReason.Kicked;
        if (Says(description, "not enough rights") || Says(description, "need administrator rights") || Says(description, "CHAT_WRITE_FORBIDDEN"))
            return RefusalReason.NoRights;
        return RefusalReason.Blocked;
    }

    private static RefusalReason BadRequest(string description) => description switch
    {
        _ when Says(description, "can't parse entities") => RefusalReason.ParseError,
        _ when Says(description, "message text is empty") || Says(description, "is too long") => RefusalReason.TextLength,
        _ when Says(description, "thread not found") || Says(description, "TOPIC_CLOSED") || Says(description, "TOPIC_DELETED") =>
            RefusalReason.ThreadGone,
        _ when Says(description, "replied not found") || Says(description, "reply message not found") => RefusalReason.ReplyGone,
        _ when Says(description, "upgraded to a supergroup") => RefusalReason.ChatMigrated,
        _ when Says(description, "chat not found") || Says(description, "PEER_ID_INVALID") || Says(description, "CHANNEL_PRIVATE") =>
            RefusalReason.ChatNotFound,
        _ when Says(description, "not enough rights") || Says(description, "need administrator rights")
            || Says(description, "CHAT_WRITE_FORBIDDEN") || Says(description, "CHAT_RESTRICTED") => RefusalReason.NoRights,
        _ => RefusalReason.BadRequest,
    };

    private static bool Says(string description, string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
