using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Web;

/// <summary>
/// <c>POST /api/documents</c>: hands a document in. Whoever does must know the token (<c>Authorization: Bearer …</c>). The body is the document (plain text,
/// Markdown or HTML, by its content type); <c>?name=</c> is its file name, <c>?url=</c> its address: one of them gives it its id.
/// </summary>
internal static class DocumentsEndpoint
{
    /// <summary>The origin, in the store, of what comes this way.</summary>
    public const string Origin = "api";

    private const int LongestName = 300;

    private static readonly int MostBytes = new DocumentReaderOptions().MaximumBytes;
    private static readonly string[] Types = ["text/plain", "text/markdown", "text/html", "application/xhtml+xml"];

    /// <summary>Adds the endpoint.</summary>
    /// <param name="site">Where to.</param>
    /// <param name="token">What callers must know; null: nobody may.</param>
    /// <param name="intake">Takes documents in.</param>
    /// <param name="time">For when they came.</param>
    public static void MapDocuments(this WebApplication site, string? token, DocumentIntake intake, TimeProvider time)
    {
        // Hashes are of one length, so that comparing them tells nothing of the token's.
        var expected = token is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(token));
        site.MapPost("/api/documents", (Delegate)((HttpContext context) => HandleAsync(context, expected, intake, time)));
    }

    private static async Task<IResult> HandleAsync(HttpContext context, byte[]? expected, DocumentIntake intake, TimeProvider time)
    {
        var request = context.Request;
        if (expected is null) return Problem(404, "Handing documents in is off", "Set ChatBot__Ingest__Token (or ChatBot__Ingest__TokenFile) and start the service anew to turn it on.");
        if (!IsAllowed(request.Headers.Authorization.ToString(), expected))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(401, "The token is missing or wrong", "Send the token of the settings: 'Authorization: Bearer …'.");
        }
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is null || !Types.Contains(type)) return Problem(415, "Not a document", $"The content type is {type ?? "missing"}; send {string.Join(", ", Types)}.");
        if (request.Headers.ContentEncoding.Count > 0) return Problem(415, "Not a document", "Send it uncompressed.");
        if (Parameters.Unknown(request, "name", "url") is { } unknown) return Problem(400, "No such parameter", unknown);
        var (name, url) = (request.Query["name"].ToString(), request.Query["url"].ToString());
        if (name.Length > LongestName) return Problem(400, "The name is too long", $"A name may have {LongestName} characters.");
        if (name.Length > 0 && url.Length > 0) return Problem(400, "Two names for one document", "'name' and 'url' each give the document its id; send one of them.");
        Uri? address = null;
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
            return Problem(400, "Not an address", "'url' must be a full http or https address, without user and password.");
        if (await ReadAsync(request, context.RequestAborted) is not { } body) return Problem(413, "Too large", string.Create(CultureInfo.InvariantCulture, $"A document may have {MostBytes:N0} bytes; hand in the article alone, or in parts. No setting raises this limit."));

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var input = new DocumentInput(body, name) { ContentType = request.ContentType, Id = address is null ? null : DocumentAddress.IdOf(address), Received = today };
        return StatedDay.Come(new DocumentReader().Read(input), today) switch
        {
            // Without a name of its own (the id is a digest then) it is known by what it says.
            ReadResult.Read read when name.Length == 0 && address is null && read.Document.Id.Value.StartsWith("doc-", StringComparison.Ordinal) && intake.FindSame(read.Document) is { } same => Results.Text(
                StoredReply.AlreadyThere(same.Document.Id, same.Facts).ToJson(), "application/json", Encoding.UTF8),
            ReadResult.Read read => await TakeAsync(
                address is null ? read.Document : read.Document with { Source = read.Document.Source with { Url = DocumentAddress.Canonical(address) } }, read.Warnings, intake, context),
            ReadResult.Refused refused => Problem(422, "The document can't be taken", $"{(name.Length == 0 ? "The document " : "")}{refused.Message.TrimStart()} {refused.WhatToDo}"),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private static async Task<IResult> TakeAsync(Document document, IReadOnlyList<string> warnings, DocumentIntake intake, HttpContext context)
    {
        try
        {
            var report = await intake.TakeAsync([document], Origin, false, context.RequestAborted);
            var outcome = report.Outcomes[0];
            if (outcome.Effect == SaveEffect.Kept)
                return Problem(409, "The document came another way", $"The document '{document.Id}' came by {SourceOptions.Words(outcome.KeptOrigin)} and stays. Give this one another name or id, or change it there.");
            context.Response.Headers.Location = WebAddress.Document(document.Id.Value);
            return Results.Text(
                StoredReply.Of(report, outcome, warnings).ToJson(), "application/json", Encoding.UTF8, outcome.Effect == SaveEffect.Added ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (Exception failure) when (failure is StoreException or DbException)
        {
            return Problem(503, "The store can't be used", failure.Message);
        }
    }

    private static bool IsAllowed(string header, byte[] expected) =>
        header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..].Trim())), expected);

    /// <summary>The body; null where it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        for (int got; (got = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + got > MostBytes) return null;
            body.Write(buffer, 0, got);
        }
        return body.ToArray();
    }

    /// <summary>As RFC 9457 has it.</summary>
    private static IResult Problem(int status, string title, string detail) => Results.Text(new ProblemReply(title, status, detail).ToJson(), "application/problem+json", Encoding.UTF8, status);
}
