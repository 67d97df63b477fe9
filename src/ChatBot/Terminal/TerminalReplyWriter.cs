using System.Globalization;
using ChatBot.Chat;

namespace ChatBot.Terminal;

/// <summary>Writes a reply for a terminal: the direct answer, the statements, then the sources, one each, wrapped to its width.</summary>
/// <param name="width">Columns of a line.</param>
/// <param name="colours">Whether bold and colours may be used.</param>
internal sealed class TerminalReplyWriter(int width, bool colours)
{
    private const int Indent = 2;

    /// <summary>The reply, each line ended.</summary>
    public string Write(Reply reply)
    {
        var lines = new StyledLines(width, colours);
        var written = new List<string>();
        foreach (var block in reply.Blocks)
        {
            foreach (var span in PlainReplyWriter.Spans(block)) Add(lines, span);
            written.AddRange(lines.Take(Indent));
        }
        var choices = reply.Actions.Where(action => action.Kind == ReplyActionKind.Ask).ToList();
        for (var i = 0; i < choices.Count; i++)
            written.AddRange(lines.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choices[i].Label}")).Take(2 * Indent, 3));
        if (reply.Sources.Count > 0) written.Add("");
        for (var i = 0; i < reply.Sources.Count; i++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"[{i + 1}]");
            written.AddRange(lines.Add(mark, TerminalStyle.Mark).Add(" " + reply.Sources[i].Label, TerminalStyle.Faint).Take(Indent, mark.Length + 1));
            if (reply.Sources[i].Url is { } url) written.AddRange(lines.Add(url.AbsoluteUri, TerminalStyle.Faint).Take(Indent + mark.Length + 1));
        }
        return string.Concat(written.Select(line => line + "\n"));
    }

    private static void Add(StyledLines lines, ReplySpan span)
    {
        switch (span)
        {
            case ReplySpan.Words words: lines.Add(words.Text); break;
            case ReplySpan.Strong strong: lines.Add(strong.Text, TerminalStyle.Strong); break;
            case ReplySpan.Faint faint: lines.Add(faint.Text, TerminalStyle.Faint); break;
            case ReplySpan.Moment moment: lines.Add(moment.InWords); break;
            case ReplySpan.SourceMark mark: lines.Add(string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}]"), TerminalStyle.Mark); break;
        }
    }
}
