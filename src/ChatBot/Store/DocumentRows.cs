using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Store;

/// <summary>Documents and facts as rows, and back. Column order is the order of the lists here.</summary>
internal static class DocumentRows
{
    public const string DocumentColumns =
        "id, version, basis, received_at, kind, publisher, title, author, published, published_note, language, url, encoding, received, text, layout, origin";

    public const string FactColumns = "document_id, number, locator, sentence, start, length, stance, attributes, details";

    public static (string, object?)[] Values(Document document, string topic, int version, string hash, string origin, string basis, DateTimeOffset receivedAt)
    {
        var encoding = StoredText.EncodingFor(document.Received, document.Text);
        var layout = new StoredLayout(
            document.Map.Runs,
            [.. document.Paragraphs.Select(paragraph => new StoredParagraph(
                paragraph.Locator, paragraph.Span, [.. paragraph.Sentences.Select(sentence => sentence.Span)], paragraph.Section,
                paragraph.RestsOn.Count == 0 ? null : paragraph.RestsOn))],
            document.Stripped);
        return
        [
            ("topic", topic), ("id", document.Id.Value), ("version", version), ("content_hash", hash), ("origin", origin), ("basis", basis), ("received_at", receivedAt.ToUnixTimeMilliseconds()),
            ("kind", document.Kind.ToString()), ("publisher", Clean(document.Source.Publisher)), ("title", Clean(document.Source.Title)), ("author", Clean(document.Source.Author)),
            ("published", document.Source.Published?.ToString("O", CultureInfo.InvariantCulture)), ("published_note", Clean(document.Source.PublishedNote)),
            ("language", document.Source.Language), ("url", Clean(document.Source.Url?.OriginalString)), ("encoding", encoding),
            ("received", StoredText.ToBytes(document.Received, encoding)), ("text", StoredText.ToBytes(document.Text, encoding)),
            ("layout", JsonSerializer.Serialize(layout, StoredJson.Default.StoredLayout)),
        ];
    }

    public static (string, object?)[] Values(Fact fact, string topic, int version)
    {
        var details = new StoredDetails(
            NullIfEmpty(fact.Entities), fact.Attribution == Attribution.None ? null : fact.Attribution, NullIfEmpty(fact.Dates), fact.When, NullIfEmpty(fact.Quantities),
            NullIfEmpty(fact.Roles), NullIfEmpty(fact.Times), NullIfEmpty(fact.Replaced), NullIfEmpty(fact.Denied), NullIfEmpty(fact.DeniedRoles));
        return
        [
            ("topic", topic), ("document_id", fact.Id.Document.Value), ("version", version), ("number", fact.Id.Number), ("locator", fact.Locator.ToString()),
            ("sentence", fact.SentenceNumber), ("start", fact.Span.Start), ("length", fact.Span.Length), ("stance", fact.Stance.ToString()),
            ("attributes", JsonSerializer.Serialize(fact.Attributes, StoredJson.Default.IReadOnlyListAttributeValue)),
            ("details", JsonSerializer.Serialize(details, StoredJson.Default.StoredDetails)),
        ];
    }

    public static StoredDocument ReadDocument(DbDataReader row)
    {
        var layout = JsonSerializer.Deserialize(row.GetString(15), StoredJson.Default.StoredLayout) ?? throw new JsonException("A document's layout is null.");
        var encoding = row.GetString(12);
        var document = new Document
        {
            Id = DocumentId.Parse(row.GetString(0)),
            Kind = Enum.Parse<DocumentKind>(row.GetString(4)),
            Source = new DocumentSource(
                row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7),
                row.TextOrNull(8) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null, row.TextOrNull(9), row.GetString(10),
                row.TextOrNull(11) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null),
            Received = StoredText.FromBytes(row.GetFieldValue<byte[]>(13), encoding),
            Text = StoredText.FromBytes(row.GetFieldValue<byte[]>(14), encoding),
            Map = new SourceMap(layout.Map),
            Paragraphs =
            [
                .. layout.Paragraphs.Select(paragraph => new Paragraph(
                    paragraph.At, paragraph.Span, [.. paragraph.Sentences.Select((span, i) => new Sentence(i + 1, span))], paragraph.Section)
                {
                    RestsOn = paragraph.RestsOn ?? [],
                }),
            ],
            Stripped = layout.Stripped,
        };
        var received = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3));
        return new StoredDocument(new DocumentFacts(document, []) { ReceivedAt = received }, row.GetInt32(1), row.GetString(16), row.GetString(2), received);
    }

    public static Fact ReadFact(DbDataReader row, Document document)
    {
        var details = JsonSerializer.Deserialize(row.GetString(8), StoredJson.Default.StoredDetails) ?? throw new JsonException("A fact's details are null.");
        var span = new TextSpan(row.GetInt32(4), row.GetInt32(5));
        return new Fact
        {
            Id = new FactId(document.Id, row.GetInt32(1)),
            Locator = PassageLocator.TryParse(row.GetString(2), out var locator) ? locator : throw new FormatException($"'{row.GetString(2)}' is no passage."),
            SentenceNumber = row.GetInt32(3),
            Span = span,
            Text = document.At(span),
            Stance = Enum.Parse<Stance>(row.GetString(6)),
            Attributes = JsonSerializer.Deserialize(row.GetString(7), StoredJson.Default.IReadOnlyListAttributeValue) ?? [],
            Entities = details.Entities ?? [],
            Attribution = details.Attribution ?? Attribution.None,
            Dates = details.Dates ?? [],
            When = details.When,
            Quantities = details.Quantities ?? [],
            Roles = details.Roles ?? [],
            Times = details.Times ?? [],
            Replaced = details.Replaced ?? [],
            Denied = details.Denied ?? [],
            DeniedRoles = details.DeniedRoles ?? [],
        };
    }

    /// <summary>SHA-256, in hex, of all that makes two documents the same: the text as received, the kind, and what is known of the source.</summary>
    public static string ContentHash(Document document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var source = document.Source;
        ReadOnlySpan<string?> parts =
        [
            document.Kind.ToString(), source.Publisher, source.Title, source.Author, source.Published?.ToString("O", CultureInfo.InvariantCulture), source.PublishedNote,
            source.Language, source.Url?.OriginalString, document.Received,
        ];
        foreach (var part in parts)
        {
            // The length goes first, so that no two lists of parts run together into the same bytes; -1 tells "not known" from "empty".
            hash.AppendData(BitConverter.GetBytes(part?.Length ?? -1));
            if (part is not null) hash.AppendData(Encoding.Unicode.GetBytes(part));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Clean(string? text) => text is null ? null : StoredText.Clean(text, int.MaxValue);

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
