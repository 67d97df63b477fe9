namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// How a request ended. The set is closed, and what the client repeated by itself is already behind it:
/// <see cref="Done"/>, Discord did it; <see cref="NotSent"/>, it certainly did not, and the same request may be made again later;
/// <see cref="Refused"/>, it said no and will say so again; <see cref="Unknown"/>, it may have done it.
/// </summary>
public abstract record RestResult<T>
{
    private RestResult() { }

    public sealed record Done(T Value) : RestResult<T>;

    /// <summary>Nothing happened at Discord. <paramref name="RetryAfter"/> is how long to wait at least, where known.</summary>
    public sealed record NotSent(string Why, TimeSpan? RetryAfter = null) : RestResult<T>;

    public sealed record Refused(HttpException Error) : RestResult<T>;

    /// <summary>The connection broke, or the server failed, after the request was written, and repeating it could do it twice.</summary>
    public sealed record Unknown(string Why) : RestResult<T>;

    public bool IsDone => this is Done;

    /// <summary>The value, for callers to whom anything else is exceptional.</summary>
    /// <exception cref="HttpException">Discord refused.</exception>
    /// <exception cref="RequestFailedException">It was not sent, or its outcome is not known.</exception>
    public T OrThrow() => this switch
    {
        Done done => done.Value,
        Refused refused => throw refused.Error,
        NotSent not => throw new RequestFailedException(not.Why, mayHaveHappened: false),
        Unknown unknown => throw new RequestFailedException(unknown.Why, mayHaveHappened: true),
        _ => throw new InvalidOperationException(),
    };

    internal RestResult<TOther> Then<TOther>(Func<T, TOther> map) => this switch
    {
        Done done => new RestResult<TOther>.Done(map(done.Value)),
        Refused refused => new RestResult<TOther>.Refused(refused.Error),
        NotSent not => new RestResult<TOther>.NotSent(not.Why, not.RetryAfter),
        Unknown unknown => new RestResult<TOther>.Unknown(unknown.Why),
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>The answer of a request that returns nothing.</summary>
public readonly record struct Nothing;
