using System.Net;

namespace ChatBot.DiscordClient.Rest;

/// <summary>Discord's refusal: the HTTP status, its own code where it gave one, and for a bad form which fields it means.</summary>
public sealed class HttpException(HttpStatusCode httpCode, int? discordCode, string reason, IReadOnlyList<DiscordJsonError> errors, string request)
    : Exception($"Discord refused {request}: {(int)httpCode}{(discordCode is null ? "" : $", code {discordCode}")}: {reason}"
        + string.Concat(errors.Select(e => $"\n  {e.Path}: {e.Code}: {e.Message}")))
{
    public HttpStatusCode HttpCode { get; } = httpCode;
    public int? DiscordCode { get; } = discordCode;
    public string Reason { get; } = reason;
    public IReadOnlyList<DiscordJsonError> Errors { get; } = errors;
}

/// <summary>One complaint about a form, with the place it is about, such as <c>embeds.0.title</c>.</summary>
public sealed record DiscordJsonError(string Path, string Code, string Message);
