using System.Net;

namespace ChatBot.DiscordClient.Rest;

/// <summary>What to do after one attempt.</summary>
internal enum Verdict { Done, RetryLater, NotSent, Refused, Unknown }

/// <summary>
/// The whole policy of repeating, apart from the loop that obeys it:
/// a request that provably never left, or that a 429 turned away, is repeated; one whose answer is missing is repeated only where doing it
/// twice has the effect of doing it once (reads, overwriting, deleting, editing, a message with a nonce, an interaction's first answer).
/// Refusals (4xx) are never repeated.
/// </summary>
internal static class RetryDecision
{
    public static Verdict AfterAnswer(HttpStatusCode status, bool repeatable, bool attemptsLeft) => (int)status switch
    {
        >= 200 and < 300 => Verdict.Done,
        429 => attemptsLeft ? Verdict.RetryLater : Verdict.NotSent,
        >= 500 when repeatable && attemptsLeft => Verdict.RetryLater,
        >= 500 => Verdict.Unknown,
        _ => Verdict.Refused,
    };

    public static Verdict AfterFailure(bool provablyNotSent, bool repeatable, bool attemptsLeft) => (provablyNotSent, repeatable, attemptsLeft) switch
    {
        (true, _, true) or (false, true, true) => Verdict.RetryLater,
        (true, _, false) => Verdict.NotSent,
        _ => Verdict.Unknown,
    };

    /// <summary>An error that can only arise before the request is written.</summary>
    public static bool ProvesNotSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError,
    };
}
