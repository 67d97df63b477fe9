using ChatBot.Knowledge.Documents;
using ChatBot.Sources.Fetching;

namespace ChatBot.Sources;

/// <summary>Reads what was fetched as a document. Its id and address are those it was asked for by, whatever the page says of itself.</summary>
internal static class WebPage
{
    public static ReadResult Read(DocumentReader reader, Uri asked, FetchOutcome.Fetched page, DateOnly received)
    {
        var address = DocumentAddress.Canonical(asked);
        var result = reader.Read(new DocumentInput(page.Body, address.AbsoluteUri) { ContentType = page.ContentType, Id = DocumentAddress.IdOf(asked), Received = received });
        return result is ReadResult.Read read ? read with { Document = read.Document with { Source = read.Document.Source with { Url = address } } } : result;
    }
}
