using System.Data.Common;
using System.Text;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Web;

/// <summary>The web page: ask, read the answer, open the passage. It works without scripts; everything from outside is encoded.</summary>
internal static class WebPages
{
    // No inline script or style, nothing from elsewhere, no framing: encoded text that slipped through still could do nothing.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the pages.</summary>
    /// <param name="site">Where to.</param>
    /// <param name="current">What is known at the moment of a request.</param>
    /// <param name="deliveries">The queue of deliveries; null: there is none to show.</param>
    public static void MapWebPages(this WebApplication site, Func<KnowledgeBase> current, DeliveryRecords? deliveries = null)
    {
        site.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            return next(context);
        });
        site.MapGet("/", (string? q, string[]? h) => Ask(current(), q, h));
        site.MapGet("/api/ask", (HttpRequest request, string? q, string[]? h) => AskForJson(current(), request, q, h));
        site.MapGet("/documents", () => Html(DocumentPage.List(current())));
        site.MapGet("/documents/{id}", (string id, string? place) => Document(current(), id, place));
        if (deliveries is not null) site.MapGet("/deliveries", (TimeProvider time, CancellationToken cancellation) => DeliveriesAsync(current(), deliveries, time.GetUtcNow(), cancellation));
        site.MapGet("/page.css", () => Asset("page.css", "text/css"));
        site.MapGet("/page.js", () => Asset("page.js", "text/javascript"));
    }

    private static IResult Ask(KnowledgeBase knowledge, string? question, string[]? earlier)
    {
        if (string.IsNullOrWhiteSpace(question)) return Html(AskPage.Empty(knowledge));
        if (Fault(question, earlier) is { } fault) return Html(AskPage.Refused(knowledge, fault), StatusCodes.Status400BadRequest);
        return Html(AskPage.Answered(knowledge, question, earlier ?? [], Handle(knowledge, question, earlier)));
    }

    private static IResult AskForJson(KnowledgeBase knowledge, HttpRequest request, string? question, string[]? earlier)
    {
        var fault = Parameters.Unknown(request, "q", "h") is { } unknown ? unknown : string.IsNullOrWhiteSpace(question) ? "Give a question: /api/ask?q=…" : Fault(question, earlier);
        return fault is not null || question is null
            ? Results.Text(fault, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest)
            : Results.Text(AnswerView.Of(question, Handle(knowledge, question, earlier)).ToJson(), "application/json", Encoding.UTF8);
    }

    private static IResult Document(KnowledgeBase knowledge, string id, string? place)
    {
        if (!DocumentId.TryParse(id, out var known) || knowledge.Find(known) is not { } document) return Html(DocumentPage.Missing(knowledge, "There is no document of that name; it may have been taken out since."), StatusCodes.Status404NotFound);
        return Html(DocumentPage.One(knowledge, document, place is null ? null : Passage.Find(knowledge, id, place)));
    }

    private static async Task<IResult> DeliveriesAsync(KnowledgeBase knowledge, DeliveryRecords deliveries, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return Html(DeliveriesPage.Of(knowledge.Topic.Title, await deliveries.CountAsync(now, cancellation), await deliveries.FailedAsync(100, cancellation), now));
        }
        catch (Exception failure) when (failure is StoreException or DbException)
        {
            return Html(DeliveriesPage.Unreachable(knowledge.Topic.Title), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string? Fault(string question, string[]? earlier) =>
        MessageHandler.TooLong(question) is { } tooLong ? tooLong
        : earlier?.Length > AskPage.MostEarlier || earlier?.Any(before => MessageHandler.TooLong(before) is not null) == true ? "The conversation carried along is too long. Begin anew."
        : null;

    private static Handled Handle(KnowledgeBase knowledge, string question, string[]? earlier)
    {
        var conversation = Conversation.New;
        foreach (var before in earlier ?? []) conversation = QuestionHandler.Handle(before, conversation, knowledge).Conversation;
        return QuestionHandler.Handle(question, conversation, knowledge);
    }

    private static IResult Html(string page, int status = StatusCodes.Status200OK) => Results.Text(page, "text/html", Encoding.UTF8, status);

    private static IResult Asset(string name, string type) =>
        typeof(WebPages).Assembly.GetManifestResourceStream(name) is { } asset ? Results.Stream(asset, type + "; charset=utf-8") : Results.NotFound();
}
