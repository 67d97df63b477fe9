using System.Buffers;
using System.IO.Compression;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// <c>zlib-stream</c>: one inflate context for the whole connection (RFC 1950); a payload is complete when its bytes end with the marker
/// of a sync flush (RFC 1951, an empty stored block: 00 00 FF FF). Make a new one for each connection.
/// </summary>
internal sealed class ZlibStreamInflater(int maxPayload) : IDisposable
{
    private readonly Feed _feed = new();
    private readonly ArrayBufferWriter<byte> _output = new(16 * 1024);
    private ZLibStream? _inflate;

    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);

    /// <summary>The payload inflated; valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a zlib stream, or hold a payload larger than allowed.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        _output.ResetWrittenCount();
        _feed.Next = compressed;
        _inflate ??= new ZLibStream(_feed, CompressionMode.Decompress);
        int read;
        while ((read = _inflate.Read(_output.GetSpan(4096))) > 0)
        {
            _output.Advance(read);
            if (_output.WrittenCount > maxPayload)
                throw new InvalidDataException($"A gateway payload inflates to more than {maxPayload} bytes.");
        }
        return _output.WrittenMemory;
    }

    public void Dispose() => _inflate?.Dispose();

    /// <summary>Hands out what it was given and then says "no more for now", which leaves the inflate context as it is.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(buffer.Length, Next.Length);
            Next.Span[..length].CopyTo(buffer);
            Next = Next[length..];
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
