namespace ChatBot.TelegramClient.Types;

/// <summary>What a message answers to.</summary>
public sealed record ReplyParameters
{
    public required int MessageId { get; init; }
    public ChatId? ChatId { get; init; }

    /// <summary>Send even if the message is gone; otherwise that is refused.</summary>
    public bool? AllowSendingWithoutReply { get; init; }

    /// <summary>An exact part of the message answered to, up to 1024 characters.</summary>
    public string? Quote { get; init; }

    public static implicit operator ReplyParameters(int messageId) => new() { MessageId = messageId, AllowSendingWithoutReply = true };
}
