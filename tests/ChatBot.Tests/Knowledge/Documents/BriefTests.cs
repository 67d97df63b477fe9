using System.Text;
using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class BriefTests
{
    private const string Front = "---\nid: kelby-wall\nkind: brief\npublisher: Kelby Post\ntitle: \"The wall: what now?\"\nauthor: Una Brack\npublished: 2031-03-04\n---\n";

    [Fact]
    public void A_brief_says_of_each_statement_what_it_rests_on()
    {
        const string text = Front + "\n# Notes on the wall\n\n## title\nThe Kelby Post asks what now.\n\n## p5, p1\n- The wall will be raised by **1.5 metres**.\n- Mayor Dell Harrow called it \"overdue\".\n<!-- check -->\n\n## caption 2\nDr. Slate stands on the wall.\n";
        var document = Assert.IsType<ReadResult.Read>(Read(text)).Document;
        Assert.Equal(DocumentKind.Brief, document.Kind);
        Assert.Equal(new DocumentSource("Kelby Post", "The wall: what now?", "Una Brack", new DateOnly(2031, 3, 4)), document.Source);
        Assert.Equal("kelby-wall", document.Id.Value);
        Assert.Equal(["title", "p5", "caption 2"], document.Paragraphs.Select(p => p.Locator.ToString()));
        var second = document.Paragraphs[1];
        Assert.Equal(["p5", "p1"], second.RestsOn.Select(locator => locator.ToString()));
        Assert.Equal(["The wall will be raised by 1.5 metres.", "Mayor Dell Harrow called it \"overdue\"."], second.Sentences.Select(s => document.At(s.Span)));
        Assert.Equal([1, 2], second.Sentences.Select(s => s.Number));
        Assert.StartsWith("The wall will be raised by **1.5 metres", document.Map.ToReceived(second.Sentences[0].Span).Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## p1\nIt rained. Nobody came.\n", "brief.md:10: a statement must be one sentence, and this line has 2; the second begins 'Nobody came.'.")]
    [InlineData("## p1\n\nNo stop at the end\n", "brief.md:11: the statement 'No stop at the end' does not end like a sentence.")]
    [InlineData("It rained.\n", "brief.md:9: a statement stands before the first heading that names the passage it rests on, such as '## p5'.")]
    [InlineData("## p1, page 3\nIt rained.\n", "brief.md:9: the heading '## p1, page 3' must name passages of the article")]
    [InlineData("## p1\n", "the brief holds no statement")]
    public void A_brief_that_breaks_the_rules_is_refused_with_its_line(string body, string message)
    {
        var refused = Assert.IsType<ReadResult.Refused>(Read(Front + body));
        Assert.Equal(RefusalReason.BadBrief, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id: a\npublischer: X\n", "brief.md:3: the key 'publischer' is not known. Known are id,")]
    [InlineData("id: Ä\n", "brief.md:2: 'Ä' is not a document id")]
    [InlineData("kind: essay\n", "brief.md:2: kind is 'essay'; it must be 'brief' or 'article'.")]
    [InlineData("url: kelby.example\n", "brief.md:2: url is 'kelby.example'")]
    [InlineData("title: a\ntitle: b\n", "brief.md:3: the key 'title' stands twice.")]
    [InlineData("- a\n- b\n", "must be a list of 'key: value' lines")]
    [InlineData("title: \"open\nid: b\n", "brief.md:")]
    [InlineData("author: {a: b}\n", "brief.md:2: 'author' must be one value or a list of values.")]
    public void Front_matter_that_is_wrong_is_refused_with_its_line(string yaml, string message)
    {
        var refused = Assert.IsType<ReadResult.Refused>(Read($"---\n{yaml}---\n## p1\nIt rained.\n"));
        Assert.Equal(RefusalReason.BadFrontMatter, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_that_nothing_closes_is_refused() =>
        Assert.Contains("no closing line", Assert.IsType<ReadResult.Refused>(Read("---\nid: a\n")).Message, StringComparison.Ordinal);

    private static ReadResult Read(string text) => new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), "brief.md"));
}
