using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Indexing;

/// <summary>
/// Saves an index and loads it again without reading the words of its documents anew. The file holds what was read of the facts' texts (forms, stems, kinds), not the facts
/// themselves: those come from the store, and the file is refused where it isn't of exactly these.
/// </summary>
/// <remarks>
/// Format: the eight bytes <c>CBINDEX1</c>, the length of the body (8 bytes, little-endian), the SHA-256 of the body, the body. The body has, as
/// <see cref="BinaryWriter"/> writes them: the number of stems and the stems; the number of forms, and each with its stem's number; the number of documents, and for each its
/// id, a SHA-256 of its facts' places and texts, the number of paragraphs, and for each its heading's stems and its sentences, a sentence being the number of tokens and for each its form and kinds.
/// </remarks>
public static class IndexFile
{
    private static ReadOnlySpan<byte> Magic => "CBINDEX1"u8;

    /// <summary>Writes <paramref name="index"/> to <paramref name="stream"/>.</summary>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Save(IndexSnapshot index, Stream stream)
    {
        var builder = new SegmentBuilder();
        foreach (var segment in index.Segments) builder.Add(segment);
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true)) WriteBody(builder.Build(), writer);
        Span<byte> length = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, body.Length);
        stream.Write(Magic);
        stream.Write(length);
        stream.Write(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
        stream.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Reads an index of <paramref name="documents"/> from <paramref name="stream"/>.</summary>
    /// <exception cref="IndexFileException">The file is damaged, of another version, or of other documents; the message says which.</exception>
    public static IndexSnapshot Load(Stream stream, IEnumerable<DocumentFacts> documents)
    {
        var body = ReadBody(stream);
        var byId = documents.ToDictionary(document => document.Document.Id.Value, StringComparer.Ordinal);
        var builder = new SegmentBuilder();
        try
        {
            using var reader = new BinaryReader(new MemoryStream(body, writable: false), Encoding.UTF8);
            var stems = ReadList(reader, () => reader.ReadString());
            var forms = ReadList(reader, () => (Form: reader.ReadString(), Stem: stems[reader.Read7BitEncodedInt()]));
            var count = reader.ReadInt32();
            if (count != byId.Count)
                throw new IndexFileException(string.Create(CultureInfo.InvariantCulture, $"The saved index is of {count} documents, and there are {byId.Count}; it must be built anew."));
            for (var d = 0; d < count; d++)
            {
                var id = reader.ReadString();
                var hash = reader.ReadBytes(SHA256.HashSizeInBytes);
                if (!byId.TryGetValue(id, out var document) || !hash.AsSpan().SequenceEqual(HashOf(document)))
                    throw new IndexFileException($"The saved index holds another '{id}' than there is now; it must be built anew.");
                ReadDocument(reader, builder, document, stems, forms);
            }
        }
        catch (Exception damage) when (damage is EndOfStreamException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new IndexFileException("The saved index contradicts itself although its checksum is right; it must be built anew.", damage);
        }
        return new IndexSnapshot(byId.Count == 0 ? [] : [builder.Build()]);
    }

    private static byte[] ReadBody(Stream stream)
    {
        Span<byte> head = stackalloc byte[8 + 8 + SHA256.HashSizeInBytes];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) throw new IndexFileException("The saved index ends within its head; it must be built anew.");
        if (!head[..7].SequenceEqual(Magic[..7])) throw new IndexFileException("The file is no saved index.");
        if (head[7] != Magic[7]) throw new IndexFileException($"The saved index is of version {(char)head[7]}, and this program reads version {(char)Magic[7]}; it must be built anew.");
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
        if (length is < 0 or > int.MaxValue / 2) throw new IndexFileException("The saved index gives itself an impossible length; it must be built anew.");

        // Read as it comes: a damaged length must not allocate what the stream doesn't hold.
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        while (body.Length < length)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length - body.Length));
            if (read == 0) throw new IndexFileException("The saved index is cut short; it must be built anew.");
            body.Write(buffer, 0, read);
        }
        var bytes = body.ToArray();
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(head[16..])) throw new IndexFileException("The saved index is damaged (its checksum is wrong); it must be built anew.");
        return bytes;
    }

    private static void WriteBody(IndexSegment segment, BinaryWriter writer)
    {
        writer.Write(segment.Stems.Length);
        foreach (var stem in segment.Stems) writer.Write(stem);
        writer.Write(segment.Forms.Length);
        for (var form = 0; form < segment.Forms.Length; form++)
        {
            writer.Write(segment.Forms[form]);
            writer.Write7BitEncodedInt(segment.FormStem[form]);
        }
        writer.Write(segment.Documents.Length);
        for (var d = 0; d < segment.Documents.Length; d++)
        {
            writer.Write(segment.Documents[d].Document.Id.Value);
            writer.Write(HashOf(segment.Documents[d]));
            writer.Write7BitEncodedInt(segment.DocumentParagraphs[d + 1] - segment.DocumentParagraphs[d]);
            for (var p = segment.DocumentParagraphs[d]; p < segment.DocumentParagraphs[d + 1]; p++)
            {
                var heading = segment.StemsOfHeading(segment.ParagraphHeading[p]);
                writer.Write7BitEncodedInt(heading.Length);
                foreach (var stem in heading) writer.Write7BitEncodedInt(stem);
                writer.Write7BitEncodedInt(segment.ParagraphSentences[p + 1] - segment.ParagraphSentences[p]);
                for (var s = segment.ParagraphSentences[p]; s < segment.ParagraphSentences[p + 1]; s++)
                {
                    writer.Write7BitEncodedInt(segment.SentenceTokens[s + 1] - segment.SentenceTokens[s]);
                    for (var t = segment.SentenceTokens[s]; t < segment.SentenceTokens[s + 1]; t++)
                    {
                        writer.Write7BitEncodedInt(segment.TokenForm[t]);
                        writer.Write((byte)segment.TokenKinds[t]);
                    }
                }
            }
        }
    }

    private static void ReadDocument(BinaryReader reader, SegmentBuilder builder, DocumentFacts document, List<string> stems, List<(string Form, string Stem)> forms)
    {
        builder.BeginDocument(document);
        var fact = 0;
        for (var paragraphs = reader.Read7BitEncodedInt(); paragraphs > 0; paragraphs--)
        {
            var heading = new List<int>();
            for (var n = reader.Read7BitEncodedInt(); n > 0; n--) heading.Add(builder.Stem(stems[reader.Read7BitEncodedInt()]));
            builder.BeginParagraph(heading);
            for (var sentences = reader.Read7BitEncodedInt(); sentences > 0; sentences--)
            {
                builder.BeginSentence(document.Facts[fact++]);
                for (var n = reader.Read7BitEncodedInt(); n > 0; n--)
                {
                    var (form, stem) = forms[reader.Read7BitEncodedInt()];
                    builder.AddToken(builder.Form(form, stem), (TokenKinds)reader.ReadByte());
                }
            }
        }
    }

    private static List<T> ReadList<T>(BinaryReader reader, Func<T> read)
    {
        var list = new List<T>();
        for (var n = reader.ReadInt32(); n > 0; n--) list.Add(read());
        return list;
    }

    private static byte[] HashOf(DocumentFacts document)
    {
        var text = new StringBuilder(document.Document.Source.Title).Append('\n');
        foreach (var fact in document.Facts) text.Append(CultureInfo.InvariantCulture, $"{fact.Id.Number} {fact.Span.Start} {fact.Text}\n");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
