namespace ChatBot.Web;

/// <summary>What is around every page: head, title line, footer.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="topic">The topic's title.</param>
    /// <param name="body">Its content.</param>
    public static string Of(string title, string topic, HtmlWriter body) => new HtmlWriter()
        .Markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .Markup("<meta name=\"color-scheme\" content=\"light dark\">").Element("title", title)
        .Markup("<link rel=\"stylesheet\" href=\"/page.css\"><link rel=\"icon\" href=\"data:,\"><script src=\"/page.js\" defer></script></head><body>")
        .Markup("<a class=\"skip\" href=\"#main\">To the content</a><header><a class=\"home\" href=\"/\">ChatBot</a>").Element("span", topic)
        .Markup("<nav><a href=\"/documents\">Documents</a></nav></header><main id=\"main\">").Markup(body.ToString())
        .Markup("</main><footer><p>Every answer is made of words that stand in the documents, with their place. No language model.</p><p><a href=\"/deliveries\">What was and is to be sent</a></p></footer></body></html>")
        .ToString();
}
