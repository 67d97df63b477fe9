using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ChatBot.Sources.Fetching;

/// <summary>
/// Fetches what people on the Internet put there, trusting none of it: http and https only, every hop's addresses checked as they are connected to
/// (<see cref="SafeConnector"/>), redirects followed by hand, size and time limited, no cookies, no proxy, no credentials. Safe for use by many threads.
/// </summary>
internal sealed class SafeFetcher : IDisposable
{
    private const int HighestSystemPort = 1023;

    private static readonly string[] PageTypes = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"];

    /// <summary>What no feed calls itself, by how its type begins. Feeds go by so many other names that what they are is seen when they are read.</summary>
    private static readonly string[] NoFeedTypes = ["image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/gzip", "application/json"];

    private readonly AddressPolicy _policy;
    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;

    /// <param name="policy">Where it may connect to.</param>
    /// <param name="limits">How much a fetch may cost.</param>
    /// <param name="time">For the time limit.</param>
    /// <param name="resolve">How hosts are resolved; null asks the system.</param>
    public SafeFetcher(AddressPolicy policy, FetchLimits limits, TimeProvider time, HostResolver? resolve = null)
    {
        (_policy, _limits, _time) = (policy, limits, time);
        var connector = new SafeConnector(policy, resolve ?? Dns.GetHostAddressesAsync);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellation) => connector.ConnectAsync(context.DnsEndPoint, cancellation),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = limits.Time,
            MaxResponseHeadersLength = 32,
            // What is left of a refused body is not read to save a connection.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        });
    }

    /// <summary>What this program calls itself.</summary>
    public static string UserAgent { get; } =
        string.Create(CultureInfo.InvariantCulture, $"ChatBot/{typeof(SafeFetcher).Assembly.GetName().Version?.ToString(2)} (reads pages and feeds for its operator)");

    public void Dispose() => _client.Dispose();

    /// <summary>Fetches. Nothing is thrown for what the other side does.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_limits.Time, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchOutcome.Failed(true, string.Create(CultureInfo.InvariantCulture, $"{Shown(request.Address)} took longer than {_limits.Time.TotalSeconds:0.#} seconds."));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return OfFailure(request.Address, failure);
        }
    }

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var address = request.Address;
        for (var hop = 0; ; hop++)
        {
            if (Objection(address) is { } refused) return hop == 0 ? refused : refused with { Words = $"{Shown(request.Address)} redirects to where it may not: {refused.Words}" };
            using var response = await _client.SendAsync(Message(address, request), cancellation);
            switch (response.StatusCode)
            {
                case HttpStatusCode.NotModified: return new FetchOutcome.NotModified();
                case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                    if (hop == _limits.Redirects) return new FetchOutcome.Refused(FetchRefusal.Redirect, $"{Shown(request.Address)} redirects more than {_limits.Redirects} times.");
                    if (!Uri.TryCreate(address, Header(response.Headers, "Location") ?? "", out var next) || Header(response.Headers, "Location") is null)
                        return new FetchOutcome.Failed(false, $"{Shown(address)} redirects without saying where to.");
                    if (address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
                        return new FetchOutcome.Refused(FetchRefusal.Redirect, $"{Shown(address)} redirects from https to http ({Shown(next)}), where anybody on the way could change the text.");
                    address = next;
                    break;
                case HttpStatusCode.OK: return await ReadAsync(address, request.Kind, response, cancellation);
                default: return OfStatus(address, response);
            }
        }
    }

    private FetchOutcome.Refused? Objection(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return new FetchOutcome.Refused(FetchRefusal.NotWeb, $"{Shown(address)} is no http or https address, and nothing else is fetched.");
        if (address.UserInfo.Length > 0)
            return new FetchOutcome.Refused(FetchRefusal.Credentials, $"{Shown(address)} has a user name or password in it; give the address without them.");
        return address.Port <= HighestSystemPort && address.Port is not (80 or 443) && !_policy.Names(address.IdnHost)
            ? new FetchOutcome.Refused(FetchRefusal.Port, $"{Shown(address)}: port {address.Port} belongs to another kind of service; if pages are there, name its host in Fetch:Allow.")
            : null;
    }

    private static HttpRequestMessage Message(Uri address, FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("Accept", request.Kind == FetchKind.Feed
            ? "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"
            : "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (request.Validators.ETag is { } tag) headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Validators.LastModified is { } moment) headers.TryAddWithoutValidation("If-Modified-Since", moment);
        return message;
    }

    private async Task<FetchOutcome> ReadAsync(Uri address, FetchKind kind, HttpResponseMessage response, CancellationToken cancellation)
    {
        var content = response.Content;
        var type = Header(content.Headers, "Content-Type");
        var plainType = type?.Split(';')[0].Trim().ToLowerInvariant();
        if (plainType is { Length: > 0 } && (kind == FetchKind.Feed ? NoFeedTypes.Any(start => plainType.StartsWith(start, StringComparison.Ordinal)) : !PageTypes.Contains(plainType)))
            return new FetchOutcome.Refused(FetchRefusal.ContentType, $"{Shown(address)} is {plainType}; {(kind == FetchKind.Feed ? "a feed is RSS or Atom." : "only HTML, Markdown and plain text are taken.")}");
        var encoding = Header(content.Headers, "Content-Encoding")?.Trim().ToLowerInvariant() switch { null or "" or "identity" => null, "x-gzip" => "gzip", var named => named };
        if (encoding is not (null or "gzip" or "br")) return new FetchOutcome.Refused(FetchRefusal.Encoding, $"{Shown(address)} is compressed as '{encoding}'; only gzip and br are read.");
        var body = content.Headers.ContentLength > _limits.Bytes ? null
            : await LimitedReading.ReadAsync(await content.ReadAsStreamAsync(cancellation), encoding, _limits.Bytes, cancellation);
        return body is null
            ? new FetchOutcome.Refused(FetchRefusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{Shown(address)} gives more than {_limits.Bytes >> 10} KiB{(encoding is null ? "" : " when unpacked")}; no more is taken."))
            : new FetchOutcome.Fetched(body, type, address, new FetchValidators(Header(response.Headers, "ETag"), Header(content.Headers, "Last-Modified")));
    }

    private FetchOutcome.Failed OfStatus(Uri address, HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var transient = code is 408 or 425 or 429 or >= 500;
        var words = code switch
        {
            401 or 403 => "it may not be read without signing in",
            404 => "there is nothing at this address",
            410 => "its server says that it has been taken down for good",
            429 => "it was asked too often",
            >= 500 => "the server has a fault",
            _ => "that is no page",
        };
        var retry = response.Headers.RetryAfter;
        var wait = retry?.Delta ?? retry?.Date - _time.GetUtcNow();
        return new FetchOutcome.Failed(transient, $"{Shown(address)} answers {code}: {words}.") { RetryAfter = wait > TimeSpan.Zero ? wait : null };
    }

    private FetchOutcome OfFailure(Uri address, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case ForbiddenAddressException forbidden:
                    return new FetchOutcome.Refused(
                        FetchRefusal.ForbiddenAddress, $"{Shown(address)}: {forbidden.Message}. Nothing is fetched from there unless Fetch:Allow names it.");
                case AuthenticationException: return new FetchOutcome.Failed(false, $"{Shown(address)}: the certificate is not valid for this address ({cause.Message}).");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }: return new FetchOutcome.Failed(true, $"{Shown(address)}: no such host is known.");
                case InvalidDataException: return new FetchOutcome.Failed(true, $"{Shown(address)}: the compressed content is damaged.");
            }
        return new FetchOutcome.Failed(true, $"{Shown(address)} can't be reached: {failure.GetBaseException().Message}.");
    }

    private static string? Header(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>For messages: no password, no fragment, not endless.</summary>
    private static string Shown(Uri address)
    {
        var text = address.IsAbsoluteUri && address.UserInfo.Length > 0 ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped) : address.OriginalString;
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
