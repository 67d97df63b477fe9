using ChatBot.Sources.Fetching;

namespace ChatBot.Sources;

/// <summary>What looking at a source came to.</summary>
/// <param name="Documents">New documents and new versions that it brought.</param>
internal sealed record SourceVisit(int Documents)
{
    /// <summary>Why it failed, in words; null where it didn't.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether a failure may well pass by itself.</summary>
    public bool Transient { get; init; }

    /// <summary>How long the source asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the operator should know of a success, a line each; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How much of what is there was left for the next time.</summary>
    public int Left { get; init; }

    /// <summary>How much of what is there is not looked at, because there is so much of it.</summary>
    public int Beyond { get; init; }

    /// <summary>What to ask with the next time.</summary>
    public FetchValidators Validators { get; init; }

    /// <summary>A failure.</summary>
    public static SourceVisit Failed(string problem, bool transient, TimeSpan? retryAfter = null) => new(0) { Problem = problem, Transient = transient, RetryAfter = retryAfter };
}
