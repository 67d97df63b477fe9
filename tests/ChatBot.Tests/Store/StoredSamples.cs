using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Tests.Store;

/// <summary>Documents for the store's tests: each given sentence is a paragraph and a fact.</summary>
internal static class StoredSamples
{
    public static DocumentFacts Plain(string id, params string[] sentences)
    {
        var text = string.Join("\n\n", sentences);
        var spans = new List<TextSpan>();
        foreach (var sentence in sentences) spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End + 2, sentence.Length));
        var document = new Document
        {
            Id = DocumentId.Parse(id),
            Source = new DocumentSource("The Freedonian", "News of the day"),
            Received = text,
            Text = text,
            Map = new SourceMap([new SourceMap.Run(0, text.Length, 0, text.Length)]),
            Paragraphs = [.. spans.Select((span, i) => new Paragraph(new PassageLocator(ParagraphKind.Body, i + 1), span, [new Sentence(1, span)]))],
        };
        return new DocumentFacts(document, [.. spans.Select((span, i) => new Fact
        {
            Id = new FactId(document.Id, i + 1), Locator = new PassageLocator(ParagraphKind.Body, i + 1), SentenceNumber = 1, Span = span, Text = sentences[i],
        })]);
    }

    /// <summary>A document that uses every field there is.</summary>
    public static DocumentFacts Full()
    {
        const string received = "<p>“Yes”, Zoë said; NATO&amp;Co. met on 24–25 June 🙂.</p><nav>Menu</nav>";
        const string text = "“Yes”, Zoë said; NATO&Co. met on 24–25 June 🙂.";
        var whole = new TextSpan(0, text.Length);
        var ampersand = text.IndexOf('&', StringComparison.Ordinal);
        var document = new Document
        {
            Id = DocumentId.Parse("full"),
            Kind = DocumentKind.Brief,
            Source = new DocumentSource(
                "Publisher", "Title", "Author", new DateOnly(2025, 6, 9), "a note", "nl", new Uri("https://example.org/a?b=c")),
            Received = received,
            Text = text,
            Map = new SourceMap([
                new SourceMap.Run(0, ampersand, 3, ampersand), new SourceMap.Run(ampersand, 1, 3 + ampersand, 5),
                new SourceMap.Run(ampersand + 1, text.Length - ampersand - 1, 3 + ampersand + 5, text.Length - ampersand - 1),
            ]),
            Paragraphs =
            [
                new Paragraph(new PassageLocator(ParagraphKind.Caption, 2), whole, [new Sentence(1, whole)], "A heading")
                {
                    RestsOn = [new PassageLocator(ParagraphKind.Body, 4), new PassageLocator(ParagraphKind.Standfirst, 1)],
                },
            ],
            Stripped = [new StrippedPart(TextSpan.FromBounds(received.IndexOf("<nav>", StringComparison.Ordinal), received.Length), "menu")],
        };
        var zoe = new EntityMention(new TextSpan(7, 3), new EntityId("zoe"), EntityKind.Person, true);
        var nato = new EntityMention(new TextSpan(17, 4), new EntityId("nato"), EntityKind.Organisation, false);
        var days = new DateRange(new DateOnly(2025, 6, 24), new DateOnly(2025, 6, 25));
        var quantity = new Quantity(new TextSpan(33, 2), 3.5e12, "percent", "gdp");
        return new DocumentFacts(document, [new Fact
        {
            Id = new FactId(document.Id, 1),
            Locator = new PassageLocator(ParagraphKind.Caption, 2),
            SentenceNumber = 1,
            Span = whole,
            Text = text,
            Entities = [zoe, nato],
            Attribution = new Attribution(zoe.Id, "Zoë", [nato], [new TextSpan(1, 3)]),
            Stance = Stance.Reported,
            Dates = [new DateMention(new TextSpan(33, 10), days, DatePrecision.Days, true)],
            When = days,
            Quantities = [quantity],
            Roles = [new RoleMention(new TextSpan(7, 3), zoe.Id, new TextSpan(7, 1), nato.Id)],
            Attributes =
            [
                new AttributeValue("summit.dates", nato.Id, new TextSpan(33, 10), days),
                new AttributeValue("attendance", zoe.Id, new TextSpan(1, 3), Yes: false),
                new AttributeValue("host", null, new TextSpan(17, 4), Named: nato.Id),
                new AttributeValue("target", null, new TextSpan(33, 2), Number: quantity),
            ],
            Denied = [new AttributeValue("host", null, new TextSpan(17, 4), Named: nato.Id, IsDenied: true)],
            DeniedRoles = [new RoleMention(new TextSpan(7, 3), zoe.Id, new TextSpan(7, 1), nato.Id, IsDenied: true)],
        }]);
    }
}
