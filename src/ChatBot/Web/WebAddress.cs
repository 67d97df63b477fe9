namespace ChatBot.Web;

/// <summary>Addresses within the page's own site; safe in a quoted attribute.</summary>
internal static class WebAddress
{
    /// <summary>Asks a question after others.</summary>
    public static string Ask(string question, IReadOnlyList<string> earlier) =>
        "/?q=" + Uri.EscapeDataString(question) + string.Concat(earlier.Select(before => "&amp;h=" + Uri.EscapeDataString(before)));

    /// <summary>A document, scrolled to the characters cited.</summary>
    public static string Passage(string document, string place) => $"/documents/{Uri.EscapeDataString(document)}?place={Uri.EscapeDataString(place)}#cited";

    /// <summary>A document.</summary>
    public static string Document(string document) => $"/documents/{Uri.EscapeDataString(document)}";
}
