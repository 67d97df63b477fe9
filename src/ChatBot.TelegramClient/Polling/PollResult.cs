namespace ChatBot.TelegramClient.Polling;

/// <summary>How one poll ended; the whole set.</summary>
public abstract record PollResult
{
    private PollResult()
    {
    }

    /// <summary>A batch came and is stored.</summary>
    public sealed record Stored : PollResult;

    /// <summary>Nothing came, after this long.</summary>
    public sealed record Empty(TimeSpan Took) : PollResult;

    /// <summary>A batch came and could not be stored.</summary>
    public sealed record NotStored : PollResult;

    /// <summary>No answer, a server's error, or one that nobody foresaw.</summary>
    public sealed record Failed : PollResult;

    /// <summary>The platform asks for this much patience.</summary>
    public sealed record TooMany(TimeSpan RetryAfter) : PollResult;

    /// <summary>409: someone else polls with the token.</summary>
    public sealed record OtherInstance : PollResult;

    /// <summary>409: a webhook is set.</summary>
    public sealed record WebhookActive : PollResult;

    /// <summary>401: the token is wrong or was revoked.</summary>
    public sealed record Unauthorized : PollResult;
}
