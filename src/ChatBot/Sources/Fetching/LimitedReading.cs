using System.IO.Compression;

namespace ChatBot.Sources.Fetching;

/// <summary>Reads a body whole, counting the bytes before and after decompression; whichever passes the limit first ends it.</summary>
internal static class LimitedReading
{
    /// <summary>All bytes; null where there are more than <paramref name="limit"/>.</summary>
    /// <param name="body">As it comes over the wire.</param>
    /// <param name="encoding">gzip, br, or null for none.</param>
    /// <param name="limit">The most bytes, before and after decompression.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The compressed data is damaged.</exception>
    public static async Task<byte[]?> ReadAsync(Stream body, string? encoding, int limit, CancellationToken cancellation)
    {
        await using var wire = new Counted(body, limit);
        await using Stream plain = encoding switch
        {
            "gzip" => new GZipStream(wire, CompressionMode.Decompress),
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            _ => wire,
        };
        using var read = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            for (int got; (got = await plain.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (read.Length + got > limit) return null;
                read.Write(buffer, 0, got);
            }
        }
        catch (TooMuchException)
        {
            return null;
        }
        return read.ToArray();
    }

    private sealed class TooMuchException : IOException;

    /// <summary>Passes a stream on until it has given more than the limit.</summary>
    private sealed class Counted(Stream inner, int limit) : Stream
    {
        private long _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Count(int got)
        {
            _given += got;
            return _given > limit ? throw new TooMuchException() : got;
        }
    }
}
