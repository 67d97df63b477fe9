using System.Globalization;
using System.Text;

namespace ChatBot.Chat;

/// <summary>Writes a reply as plain text: what the batch commands put out, and what a log or a test reads.</summary>
public static class PlainReplyWriter
{
    /// <summary>The reply without its source list; bold as <c>**bold**</c>.</summary>
    public static string WriteText(Reply reply, bool marks = true)
    {
        var text = new StringBuilder();
        foreach (var block in reply.Blocks)
        {
            if (text.Length > 0) text.Append('\n');
            foreach (var span in Spans(block)) Append(text, span, marks);
        }
        foreach (var action in reply.Actions)
            if (action.Kind == ReplyActionKind.Ask) text.Append("\n- ").Append(action.Label);
        return text.ToString().TrimEnd();
    }

    /// <summary>The spans of a block, whatever its kind.</summary>
    public static IReadOnlyList<ReplySpan> Spans(ReplyBlock block) => block switch
    {
        ReplyBlock.Line line => line.Spans,
        ReplyBlock.Statement statement => statement.Spans,
        ReplyBlock.Passage passage => passage.Spans,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "An unknown kind of block."),
    };

    private static void Append(StringBuilder text, ReplySpan span, bool marks)
    {
        switch (span)
        {
            case ReplySpan.Words words: text.Append(words.Text); break;
            case ReplySpan.Strong strong: text.Append("**").Append(strong.Text).Append("**"); break;
            case ReplySpan.Faint faint: text.Append(faint.Text); break;
            case ReplySpan.Moment moment: text.Append(moment.InWords); break;
            case ReplySpan.SourceMark mark when marks: text.Append(CultureInfo.InvariantCulture, $"[{mark.Number}]"); break;
        }
    }
}
