using System.Net;

namespace ChatBot.TelegramClient;

/// <summary>
/// The one place where the token enters a request and leaves it again. Everything outside of this handler, the loggers, traces and
/// events of HttpClient and of a client factory included, sees <c>/bot/method</c>; only the transport below sees the token. What the
/// transport throws is passed on as it is, or, should its text contain the token, as a like exception without it.
/// </summary>
internal sealed class BotTokenHandler(BotToken token, HttpMessageHandler transport) : DelegatingHandler(transport)
{
    /// <summary>Stands in the path where the token goes.</summary>
    public const string Placeholder = "/bot/";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var place = shown.AbsoluteUri.LastIndexOf(Placeholder, StringComparison.Ordinal);
        if (place < 0)
            throw new InvalidOperationException($"{shown.GetLeftPart(UriPartial.Authority)} is asked for something that is no bot method.");
        request.RequestUri = new Uri($"{shown.AbsoluteUri[..place]}/bot{token.Reveal()}/{shown.AbsoluteUri[(place + Placeholder.Length)..]}");
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.RequestMessage = request;
            if (token.IsIn(response.ReasonPhrase))
                response.ReasonPhrase = null;
            return response;
        }
        catch (Exception failure) when (token.IsIn(failure.ToString()))
        {
            var message = token.Redact(failure.Message);
            throw failure switch
            {
                OperationCanceledException => new OperationCanceledException(message, cancellationToken),
                HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, null, http.StatusCode),
                _ => new HttpRequestException(HttpRequestError.Unknown, message),
            };
        }
        finally
        {
            request.RequestUri = shown;
        }
    }

    /// <summary>
    /// The transport of an ordinary client. Its own tracing is off, because that would name the address in full (<c>url.full</c>);
    /// no redirects are followed, because they would carry the token elsewhere.
    /// </summary>
    public static SocketsHttpHandler CreateTransport(TimeSpan connectTimeout) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        MaxResponseHeadersLength = 64,
    };
}
