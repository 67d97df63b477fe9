using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;

namespace ChatBot.Terminal;

/// <summary>Shows the paragraph that a source's words stand in, the words themselves in bold.</summary>
internal static class PassageText
{
    /// <summary>The paragraph and its source, each line ended; why not, where it is gone.</summary>
    public static string Of(KnowledgeBase knowledge, ReplySource source, TerminalScreen screen)
    {
        if (Passage.Find(knowledge, source.Document, source.Place) is not { } passage) return $"The document {TerminalText.Clean(source.Document)} is not stored any more.\n";
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var paragraph in passage.Document.Paragraphs.Where(paragraph => paragraph.Span.Overlaps(passage.Cited)))
        {
            var (before, cited, behind) = passage.Split(paragraph.Span);
            lines.Add(before).Add(cited, TerminalStyle.Strong).Add(behind).Add(" ");
        }
        return string.Concat(lines.Take(2).Concat(lines.Add(source.Label, TerminalStyle.Faint).Take(2)).Select(line => line + "\n"));
    }
}
