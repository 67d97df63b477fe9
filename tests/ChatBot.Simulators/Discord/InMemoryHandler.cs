using System.Net;
using System.Text;
using ChatBot.Simulators.Discord.Rest;

namespace ChatBot.Simulators.Discord;

/// <summary>Requests straight into the simulator, with the faults of a line where asked for.</summary>
internal sealed class InMemoryHandler(DiscordRest rest) : HttpMessageHandler
{
    private const string Prefix = "/api/v10/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fault = rest.TakeFault();
        if (fault == LineFault.Refused)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        var uri = request.RequestUri!;
        if (!uri.AbsolutePath.StartsWith(Prefix, StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no such version") };
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        var response = rest.Handle(new SimRequest(request.Method.Method, uri.AbsolutePath[Prefix.Length..], uri.Query,
            request.Headers.Authorization?.ToString(), request.Headers.TryGetValues("User-Agent", out var agents) ? string.Join(' ', agents) : null,
            request.Content?.Headers.ContentType?.ToString(), body.ToArray()));
        if (fault == LineFault.AnswerLost)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer was lost");
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(response.Text ?? response.Body?.ToJsonString() ?? "")),
        };
        foreach (var (name, value) in response.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
