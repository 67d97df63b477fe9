using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Tests.Builders;

/// <summary>Documents with plain facts, one a sentence, for tests of the index and the search.</summary>
internal static class FactDocuments
{
    /// <summary>A document of the given paragraphs.</summary>
    public static DocumentFacts Of(string id, string? title, params string[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs);
        var facts = new List<Fact>();
        var read = new List<Paragraph>();
        var from = 0;
        foreach (var paragraph in paragraphs)
        {
            var span = new TextSpan(from, paragraph.Length);
            var locator = new PassageLocator(ParagraphKind.Body, read.Count + 1);
            var sentences = SentenceSplitter.Split(text, span).Select((sentence, i) => new Sentence(i + 1, sentence)).ToList();
            read.Add(new Paragraph(locator, span, sentences));
            foreach (var sentence in sentences)
                facts.Add(new Fact
                {
                    Id = new FactId(DocumentId.Parse(id), facts.Count + 1), Locator = locator, SentenceNumber = sentence.Number, Span = sentence.Span,
                    Text = sentence.Span.Of(text),
                });
            from += paragraph.Length + 2;
        }
        return new DocumentFacts(
            new Document
            {
                Id = DocumentId.Parse(id), Source = new DocumentSource(Title: title), Received = text, Text = text,
                Map = new SourceMap([new SourceMap.Run(0, text.Length, 0, text.Length)]), Paragraphs = read,
            },
            facts);
    }
}
