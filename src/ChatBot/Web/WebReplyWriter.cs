using System.Globalization;
using ChatBot.Chat;

namespace ChatBot.Web;

/// <summary>Writes a reply as HTML: the direct answer, the statements with their source marks, the choices, the sources with their passages.</summary>
internal static class WebReplyWriter
{
    /// <summary>Adds the reply.</summary>
    public static void Write(Reply reply, HtmlWriter html)
    {
        html.Markup("<div class=\"answer\">");
        foreach (var block in reply.Blocks)
        {
            var spans = PlainReplyWriter.Spans(block);
            html.Markup(block is ReplyBlock.Statement ? "<p class=\"statement\">" : spans is [ReplySpan.Strong] ? "<p class=\"direct\">" : "<p>");
            foreach (var span in spans) Write(span, html);
            html.Markup("</p>");
        }
        var choices = reply.Actions.Where(action => action.Kind == ReplyActionKind.Ask).ToList();
        if (choices.Count > 0)
        {
            html.Markup("<ul class=\"chips\">");
            foreach (var choice in choices) html.Markup($"<li><a href=\"{WebAddress.Ask(choice.Subject, [])}\">").Text(choice.Label).Markup("</a></li>");
            html.Markup("</ul>");
        }
        html.Markup("</div>");
        if (reply.Sources.Count == 0) return;
        html.Markup("<h2>Sources</h2><ol class=\"sources\">");
        for (var i = 0; i < reply.Sources.Count; i++)
        {
            var source = reply.Sources[i];
            html.Markup(string.Create(CultureInfo.InvariantCulture, $"<li id=\"source-{i + 1}\"><span class=\"mark\">{i + 1}</span><div>")).Text(source.Label)
                .Markup($"<br><a class=\"passage\" href=\"{WebAddress.Passage(source.Document, source.Place)}\">Open the passage</a>");
            if (source.Url is { Scheme: "http" or "https" } url) html.Markup(" · <a rel=\"noopener noreferrer\" href=\"").Text(url.AbsoluteUri).Markup("\">At the publisher</a>");
            html.Markup("</div></li>");
        }
        html.Markup("</ol>");
    }

    private static void Write(ReplySpan span, HtmlWriter html)
    {
        switch (span)
        {
            case ReplySpan.Words words: html.Text(words.Text); break;
            case ReplySpan.Strong strong: html.Element("strong", strong.Text); break;
            case ReplySpan.Faint faint: html.Element("span class=\"faint\"", faint.Text); break;
            case ReplySpan.Moment moment: html.Text(moment.InWords); break;
            case ReplySpan.SourceMark mark:
                html.Markup(string.Create(CultureInfo.InvariantCulture, $"<a class=\"mark\" href=\"#source-{mark.Number}\" aria-label=\"source {mark.Number}\">{mark.Number}</a>"));
                break;
        }
    }
}
