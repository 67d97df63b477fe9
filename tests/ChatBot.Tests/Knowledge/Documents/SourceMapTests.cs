using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;
using FsCheck;
using FsCheck.Fluent;
using System.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class SourceMapTests
{
    [Fact]
    public void Every_character_of_every_page_leads_to_where_it_was_received() => Assert.All(PageCorpus.All, page => AssertExact(PageCorpus.Read(page.File).Document));

    [Fact]
    public void Every_character_leads_back_whatever_the_markup()
    {
        var pieces = Gen.Elements("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<a href='x'>", "</a>", "<br>", "&amp;", "&eacute;", "&#8217;", "&#x1F600;", "&nbsp;", "&bogus;", "&",
            "<li>", "<ul>", "</ul>", "<td>", "<tr>", "<table>", "</table>", "<h2>", "</h2>", " ", "\n", "\r\n  ", "<", "<!-- c -->", "<script>", "</script>", "\"", "word", "The harbour was closed for a year, the council said.", "é", "\u200B", "<nav>", "</nav>", "<q>", "</q>");
        Prop.ForAll(Arb.From(Gen.ArrayOf(pieces)), parts =>
        {
            var html = "<html><p>The council of Kelby met on Monday to talk about the wall.</p>" + string.Concat(parts);
            var result = new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(html), "page.html"));
            if (result is ReadResult.Read read) AssertExact(read.Document);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_character_reference_leads_to_the_whole_of_it()
    {
        const string html = "<html><p>The caf&eacute; of <b>Kel</b>by has been closed for a year now.</p>";
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(html), "a.html"))).Document;
        Assert.Equal("caf&eacute;", document.Map.ToReceived(new TextSpan(document.Text.IndexOf("café", StringComparison.Ordinal), 4)).Of(html));
        Assert.Equal("Kel</b>by", document.Map.ToReceived(new TextSpan(document.Text.IndexOf("Kelby", StringComparison.Ordinal), 5)).Of(html));
    }

    [Fact]
    public void Runs_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SourceMap([new SourceMap.Run(5, 1, 5, 1), new SourceMap.Run(0, 1, 9, 1)]));

    [Fact]
    public void An_empty_span_stands_nowhere() => Assert.Throws<ArgumentOutOfRangeException>(() => new SourceMap([new SourceMap.Run(0, 3, 0, 3)]).ToReceived(new TextSpan(1, 0)));

    /// <summary>A run of equal lengths is the same characters, white space aside; the others are references, tags and wraps.</summary>
    private static void AssertExact(Document document)
    {
        foreach (var run in document.Map.Runs.Where(run => run.Length == run.ReceivedLength && run.Length > 1))
            Assert.Equal(PageCorpus.Plain(document.Received.Substring(run.Received, run.Length)), PageCorpus.Plain(document.Text.Substring(run.Text, run.Length)));
        foreach (var paragraph in document.Paragraphs)
        {
            Assert.NotEmpty(paragraph.Sentences);
            Assert.All(paragraph.Sentences, sentence => Assert.True(paragraph.Span.Contains(sentence.Span)));
            var last = 0;
            for (var i = paragraph.Span.Start; i < paragraph.Span.End; i++)
            {
                var received = document.Map.ToReceived(new TextSpan(i, 1));
                Assert.InRange(received.Start, last, document.Received.Length - 1);
                last = received.Start;
                var (c, source) = (document.Text[i], received.Of(document.Received));
                Assert.True(source == c.ToString() || source[0] is '&' or '<' or '\\' || string.IsNullOrWhiteSpace(source) || c is ' ' or '|', $"'{c}' is said to come from '{source}'.");
            }
        }
    }
}
