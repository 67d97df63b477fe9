using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatBot.Simulators.Web;

/// <summary>What a path answers with.</summary>
public abstract class WebAnswer
{
    private protected WebAnswer()
    {
    }

    public abstract Task WriteAsync(HttpContext context);

    /// <summary>Text, with an entity tag and a date where given; a request that names either gets 304.</summary>
    public sealed class Text(string body, string contentType = "text/html; charset=utf-8") : WebAnswer
    {
        public int Status { get; init; } = StatusCodes.Status200OK;

        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        /// <summary>gzip, br, or a name that the body doesn't bear out.</summary>
        public string? Encoding { get; init; }

        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        public override async Task WriteAsync(HttpContext context)
        {
            var (request, response) = (context.Request.Headers, context.Response);
            response.StatusCode = Status;
            if (ETag is not null) response.Headers.ETag = ETag;
            if (LastModified is not null) response.Headers.LastModified = LastModified;
            foreach (var (name, value) in Headers) response.Headers[name] = value;
            if ((ETag is not null && request.IfNoneMatch == ETag) || (LastModified is not null && request.IfNoneMatch.Count == 0 && request.IfModifiedSince == LastModified))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            if (contentType.Length > 0) response.ContentType = contentType;
            var bytes = System.Text.Encoding.UTF8.GetBytes(body);
            if (Encoding is not null) response.Headers.ContentEncoding = Encoding;
            switch (Encoding)
            {
                case "gzip": await using (var gzip = new GZipStream(response.Body, CompressionLevel.Fastest)) await gzip.WriteAsync(bytes, context.RequestAborted); break;
                case "br": await using (var brotli = new BrotliStream(response.Body, CompressionLevel.Fastest)) await brotli.WriteAsync(bytes, context.RequestAborted); break;
                default: await response.Body.WriteAsync(bytes, context.RequestAborted); break;
            }
        }
    }

    /// <summary>Leads elsewhere. The target is sent as it is.</summary>
    public sealed class Redirect(string target, int status = StatusCodes.Status302Found) : WebAnswer
    {
        public override Task WriteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.Headers[HeaderNames.Location] = target;
            return Task.CompletedTask;
        }
    }

    /// <summary>So many zeros, compressed as they are sent; counts what was sent until the client hung up.</summary>
    public sealed class Bomb(long length, string encoding) : WebAnswer
    {
        private long _packed;

        /// <summary>Zeros packed so far.</summary>
        public long Packed => Interlocked.Read(ref _packed);

        public override async Task WriteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream packer = encoding == "br" ? new BrotliStream(context.Response.Body, CompressionLevel.Fastest) : new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            var zeros = new byte[1 << 20];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                await packer.WriteAsync(zeros, context.RequestAborted);
                Interlocked.Add(ref _packed, zeros.Length);
            }
        }
    }

    /// <summary>Letters without end, uncompressed and without a length.</summary>
    public sealed class Endless : WebAnswer
    {
        public override async Task WriteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/plain";
            var letters = Encoding.ASCII.GetBytes(new string('a', 64 << 10));
            while (true) await context.Response.Body.WriteAsync(letters, context.RequestAborted);
        }
    }

    /// <summary>One byte, and then one more each time it has waited; never ends.</summary>
    public sealed class Drip(TimeSpan pause) : WebAnswer
    {
        public override async Task WriteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            while (true)
            {
                await context.Response.Body.WriteAsync("a"u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(pause, TimeProvider.System, context.RequestAborted);
            }
        }
    }

    /// <summary>Takes the request and says nothing.</summary>
    public sealed class Silence : WebAnswer
    {
        public override Task WriteAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
    }

    /// <summary>Promises more than it gives and cuts the connection.</summary>
    public sealed class Cut(string body) : WebAnswer
    {
        public override async Task WriteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = body.Length + 1000;
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(body), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
