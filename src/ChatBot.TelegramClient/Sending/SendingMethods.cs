using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;

namespace ChatBot.TelegramClient.Sending;

/// <summary>Sending for those who must know how it ended.</summary>
public static class SendingMethods
{
    /// <summary>Sends once; every end but the caller's own giving up is a value.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether it was sent is then as unknown as after a time-out.</exception>
    public static async Task<SendOutcome> TrySendMessage(this ITelegramBotClient client, SendMessageRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            return new SendOutcome.Sent(await client.SendRequest(request, cancellationToken));
        }
        catch (RequestException failure)
        {
            return SendClassification.Of(failure);
        }
    }

    /// <summary>True for the refusal of an edit that would change nothing: the message already says what it should.</summary>
    public static bool IsNotModified(this ApiRequestException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.ErrorCode == 400 && refusal.Description.Contains("message is not modified", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for the refusal of an answer that came too late, or to a query that never was.</summary>
    public static bool IsQueryTooOld(this ApiRequestException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.ErrorCode == 400 && (refusal.Description.Contains("query is too old", StringComparison.OrdinalIgnoreCase)
            || refusal.Description.Contains("QUERY_ID_INVALID", StringComparison.OrdinalIgnoreCase));
    }
}
