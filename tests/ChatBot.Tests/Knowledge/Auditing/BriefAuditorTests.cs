using System.Text;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Auditing;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Knowledge.Auditing;

/// <summary>The audit of briefs: what stands in the article passes, whatever was changed is found.</summary>
public sealed partial class BriefAuditorTests
{
    private const string Article = """
        ---
        id: port
        title: The port of Aldenburg
        published: 2031-03-12
        ---

        Mayor Hedda Quist opened the new quay of Aldenburg on Tuesday. She called it "the longest quay this coast has ever had".

        It cost $40 million, and 12 percent of that came from Norway. Norwegian engineers began the work on 3 May two years ago, Quist said.

        Under Article 5 of the lease, 32 firms may use it until June 24-26.
        """;

    private const string Statements = """
        Hedda Quist opened the quay of Aldenburg on 11 March 2031. | p1
        Quist said the quay was "the longest quay this coast has ever had". | p1
        The quay cost $40 million. | p2
        Norway gave 12 percent of the cost. | p2
        The Norwegians began on 3 May. | p2
        Article 5 of the lease lets 32 firms use it. | p3
        Thirty-two firms may use it until 24–26 June 2031. | p3
        """;

    private static readonly string[] ShippedTopic = ["config", "topics", "hague-2025"];

    public static TheoryData<string> Supported => [.. Statements.Split('\n', StringSplitOptions.TrimEntries)];

    [Theory]
    [MemberData(nameof(Supported))]
    public void What_stands_in_the_passage_passes(string statement) => Assert.Empty(Findings(statement));

    [Theory]
    [InlineData("Hedda Quist opened the quay of Aldenburg on 12 March 2031. | p1", "Date 12 March 2031")]
    [InlineData("Hedda Brandt opened the quay of Aldenburg on 11 March 2031. | p1", "Name Brandt")]
    [InlineData("Brandt opened the quay. | p1", "Name Brandt")]
    [InlineData("Quist said the quay was \"the longest quay this country has ever had\". | p1", "Quotation the longest quay this country has ever had")]
    [InlineData("The quay cost $41 million. | p2", "Number $41 million")]
    [InlineData("The quay cost $40 billion. | p2", "Number $40 billion")]
    [InlineData("The quay cost €40 million. | p2", "Number €40 million")]
    [InlineData("Norway gave 13 percent of the cost. | p2", "Number 13 percent of the cost")]
    [InlineData("Denmark gave 12 percent of the cost. | p2", "Name Denmark")]
    [InlineData("Danes began on 3 May. | p2", "Name Danes")]
    [InlineData("The work began on 4 May. | p2", "Date 4 May")]
    [InlineData("Article 6 of the lease lets firms use it. | p3", "Number 6")]
    [InlineData("Thirty-three firms may use it. | p3", "Number Thirty-three firms")]
    [InlineData("Firms may use it until 24–25 June 2031. | p3", "Date 24–25 June 2031")]
    [InlineData("Firms may use it until 24–26 June 2032. | p3", "Date 24–26 June 2032")]
    [InlineData("The quay cost $40 million. | p1", "Number $40 million")]
    [InlineData("The quay cost $40 million. | p9", "Passage p9")]
    public void What_was_changed_is_found(string statement, string expected) => Assert.Equal(expected, Assert.Single(Findings(statement)));

    [Fact]
    public void Without_its_article_no_statement_is_supported()
    {
        var brief = Brief("The quay is long. | p1");
        Assert.Equal(AuditMatter.Passage, Assert.Single(Assert.Single(new BriefAuditor(Topic.None, [brief]).Audit(brief, null).Unsupported).Findings).Matter);
    }

    [Fact]
    public void Every_statement_of_the_shipped_briefs_is_supported_by_its_article()
    {
        foreach (var audit in AuditShipped(text => text)) Assert.Equal([], audit.Unsupported.Select(statement => $"{statement.Text} [{statement.Findings[0]}]"));
    }

    [Theory]
    [InlineData("a number")]
    [InlineData("a year")]
    [InlineData("a name")]
    [InlineData("a quotation")]
    public void Whatever_is_changed_in_the_shipped_briefs_is_found(string what)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        string Change(string line)
        {
            var after = what switch
            {
                "a number" => Number().Replace(line, match => (int.Parse(match.Value) + 17).ToString(), 1),
                "a year" => Year().Replace(line, match => (int.Parse(match.Value) + 40).ToString(), 1),
                "a name" => Name().Replace(line, "Brenninkmeyer", 1),
                _ => LastQuotedWord().Replace(line, "marmalade", 1),
            };
            if (after != line) changed.Add(after);
            return after;
        }
        var found = AuditShipped(Change).SelectMany(audit => audit.Unsupported).Select(statement => statement.Text).ToHashSet(StringComparer.Ordinal);
        Assert.True(changed.Count > 10, $"Only {changed.Count} statements could be changed.");
        Assert.Equal([], changed.Where(statement => !found.Contains(statement)));
    }

    private static IEnumerable<string> Findings(string statement)
    {
        var article = Read("port.md", Article);
        var brief = Brief(statement);
        return new BriefAuditor(Topic.None, [article, brief]).Audit(brief, article).Unsupported.SelectMany(unsupported => unsupported.Findings).Select(finding => $"{finding.Matter} {finding.What}");
    }

    private static Document Brief(string statement)
    {
        var (text, place) = statement.Split('|', StringSplitOptions.TrimEntries) is [var before, var after] ? (before, after) : throw new ArgumentException(statement);
        return Read("port.md", $"---\nid: port\nkind: brief\ntitle: The port of Aldenburg\npublished: 2031-03-12\n---\n\n## {place}\n\n{text}\n");
    }

    private static Document Read(string name, string text) => Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), name))).Document;

    /// <summary>The audit of the shipped briefs, each statement changed first.</summary>
    private static List<DocumentAudit> AuditShipped(Func<string, string> change)
    {
        var articlesFolder = Path.Combine(RepositoryRoot.Path, "..", "shared", "documents");
        if (Environment.GetEnvironmentVariable("CI") != "true") Assert.SkipUnless(Directory.Exists(articlesFolder), "The five articles aren't here: they are looked for in ../shared/documents.");
        var topicFolder = RepositoryRoot.File(ShippedTopic);
        var articles = TopicFolder.ReadDocuments(articlesFolder).Select(r => r.Result).OfType<ReadResult.Read>().ToDictionary(read => read.Document.Id, read => read.Document);
        var briefs = TopicFolder.DocumentFiles(TopicFolder.DocumentsOf(topicFolder)).Select(path => Read(Path.GetFileName(path), Changed(File.ReadAllLines(path), change))).ToList();
        var auditor = new BriefAuditor(TopicFolder.ReadTopic(topicFolder), [.. briefs, .. articles.Values]);
        return briefs.ConvertAll(brief => auditor.Audit(brief, articles[brief.Id]));
    }

    private static string Changed(string[] lines, Func<string, string> change)
    {
        var head = Array.IndexOf(lines, "---", 1);
        return string.Join('\n', lines.Select((line, i) => i <= head || line.Length == 0 || line.StartsWith('#') || line.StartsWith("<!--", StringComparison.Ordinal) ? line : change(line)));
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?![\d.,:])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b20\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<=^[^""]*[a-z,] )[A-Z][a-z]{3,}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\w+(?=[.,]?""\W)")]
    private static partial Regex LastQuotedWord();
}
