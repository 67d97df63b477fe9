using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;

namespace ChatBot.Web;

/// <summary>The page to ask on. A conversation is the list of its questions, which the page carries along; their answers are found anew each time.</summary>
internal static class AskPage
{
    /// <summary>Questions before it that are carried along.</summary>
    public const int MostEarlier = Conversation.MostTurns - 1;

    /// <summary>The page without a question, with some to begin with.</summary>
    public static string Empty(KnowledgeBase knowledge)
    {
        var topic = knowledge.Topic;
        var body = new HtmlWriter().Element("h1", topic.Title).Element("p class=\"lead\"", topic.Description);
        Form(body, "", []);
        if (topic.Suggestions.Count > 0)
        {
            body.Markup("<h2>For instance</h2><ul class=\"chips\">");
            foreach (var suggestion in topic.Suggestions) body.Markup($"<li><a href=\"{WebAddress.Ask(suggestion, [])}\">").Text(suggestion).Markup("</a></li>");
            body.Markup("</ul>");
        }
        body.Markup("<p class=\"faint\">Claims are checked too: write /check before one. ").Markup($"<a href=\"{WebAddress.Ask("/help", [])}\">").Text("What else works").Markup("</a></p>");
        return PageFrame.Of(topic.Title, topic.Title, body);
    }

    /// <summary>The page with an answer.</summary>
    public static string Answered(KnowledgeBase knowledge, string question, IReadOnlyList<string> earlier, Handled handled)
    {
        var body = new HtmlWriter();
        if (earlier.Count > 0)
        {
            body.Markup("<ol class=\"earlier\" aria-label=\"Earlier in this conversation\">");
            for (var i = 0; i < earlier.Count; i++) body.Markup($"<li><a href=\"{WebAddress.Ask(earlier[i], [.. earlier.Take(i)])}\">").Text(earlier[i]).Markup("</a></li>");
            body.Markup("</ol>");
        }
        body.Markup("<article>").Element("h1 class=\"question\"", question);
        WebReplyWriter.Write(handled.Reply, body);
        body.Markup("</article>");
        Form(body, "A follow-up, or another question", [.. earlier.Append(question).TakeLast(MostEarlier)]);
        body.Markup("<p class=\"faint\"><a href=\"/\">Begin anew</a></p>");
        return PageFrame.Of($"{question} · {knowledge.Topic.Title}", knowledge.Topic.Title, body);
    }

    /// <summary>The page for a question that isn't taken.</summary>
    public static string Refused(KnowledgeBase knowledge, string why)
    {
        var body = new HtmlWriter().Element("h1", "That was not asked").Element("p", why);
        Form(body, "", []);
        return PageFrame.Of("Not asked", knowledge.Topic.Title, body);
    }

    private static void Form(HtmlWriter body, string hint, IReadOnlyList<string> earlier)
    {
        body.Markup("<form class=\"ask\" action=\"/\" method=\"get\" role=\"search\"><label for=\"q\">").Text(hint.Length > 0 ? hint : "Your question")
            .Markup($"</label><div><input id=\"q\" name=\"q\" type=\"search\" required maxlength=\"{MessageHandler.LongestQuestion}\" autocomplete=\"off\" enterkeyhint=\"search\"{(hint.Length > 0 ? "" : " autofocus")}>");
        foreach (var before in earlier) body.Markup("<input type=\"hidden\" name=\"h\" value=\"").Text(before).Markup("\">");
        body.Markup("<button>Ask</button></div></form>");
    }
}
