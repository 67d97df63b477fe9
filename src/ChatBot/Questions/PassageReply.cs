using ChatBot.Knowledge.Documents;
using ChatBot.Chat;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>Shows a cited place within its paragraph.</summary>
internal static class PassageReply
{
    public static Reply Of(Passage passage)
    {
        var document = passage.Document;
        var paragraphs = document.Paragraphs.Where(paragraph => paragraph.Span.Overlaps(passage.Cited)).ToList();
        var blocks = new List<ReplyBlock>();
        foreach (var paragraph in paragraphs)
        {
            var (before, cited, behind) = passage.Split(paragraph.Span);
            ReplySpan[] spans = [new ReplySpan.Words(before), new ReplySpan.Strong(cited), new ReplySpan.Words(behind)];
            blocks.Add(new ReplyBlock.Passage([.. spans.Where(span => span is not ReplySpan.Words { Text.Length: 0 })]));
        }
        var place = paragraphs.Count == 0 ? "" : $", {paragraphs[0].Locator}";
        var source = new ReplySource(document.Id.Value, SourceLabel.Of(document.Id, document.Source) + place + (document.Kind == DocumentKind.Brief ? $" ({PhraseCatalogue.OurBrief})" : ""), $"{passage.Cited.Start}-{passage.Cited.End}", document.Source.Url) { IsNumbered = false };
        return new Reply(blocks, [source], []);
    }
}
