namespace ChatBot.Simulators.Telegram;

/// <summary>Something that goes wrong with one request; the whole set.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Done, but late.</summary>
    public sealed record Delay(TimeSpan Time) : Fault;

    /// <summary>The connection breaks before anything is done.</summary>
    public sealed record DropBefore : Fault;

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    public sealed record DropAfter : Fault;

    /// <summary>It is done, and the connection breaks in the middle of the answer.</summary>
    public sealed record HalfAnswer : Fault;

    /// <summary>It is not done; a proxy's page comes instead.</summary>
    public sealed record ServerError(int Code = 502) : Fault;

    /// <summary>It is done; 200 comes with these bytes instead of the answer.</summary>
    public sealed record Garbled(string Body = "<html>") : Fault;

    /// <summary>It is not done; the platform says this.</summary>
    public sealed record Refusal(int Code, string Description, int? RetryAfter = null) : Fault;

    /// <summary>An empty poll is answered at once, as some servers do.</summary>
    public sealed record EarlyAnswer : Fault;
}
