using System.Net;
using System.Net.Http.Headers;

namespace ChatBot.TelegramClient;

/// <summary>
/// A JSON body that remembers whether the transport began to write it. While it did not, the server cannot have acted on the request:
/// sending it again is safe. The content type is bare, because a strict server loses the body of one with a charset.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    private readonly byte[] json;
    private volatile bool wasRead;

    public RequestContent(byte[] json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool WasRead => wasRead;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        wasRead = true;
        await stream.WriteAsync(json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
