using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class RawArticlesTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "..", "shared", "documents");

    [Theory]
    [InlineData("chatham-house-2025-06-09", null, null, null, "2025-06-09")]
    [InlineData("kyiv-independent-2025-05-21", "The Kyiv Independent", "NATO summit in The Hague to focus on long-term support, lasting peace for Ukraine, Rutte says", "Anna Fratsyvir", "2025-05-21")]
    [InlineData("particle-defense-acceleration", "Particle.news", "NATO Invites Ukraine to Hague Summit, Proposes Defense Spending Acceleration", null, null)]
    [InlineData("particle-trump-attendance", "Particle.news", "NATO Invites Ukraine to Hague Summit as Trump Confirms Attendance", null, null)]
    [InlineData("reuters-2025-06-25", "Reuters", "All NATO, Including US, ‘Totally Committed’ to Keeping Ukraine in Fight, Rutte Says", "Andrew Gray", "2025-06-25")]
    public void An_article_is_told_from_its_page(string id, string? publisher, string? title, string? author, string? published)
    {
        var document = Read(id).Document;
        var kept = document.Paragraphs.Select(p => $"{Line(document, p)}\t{p.Locator}");
        var expected = File.ReadLines(RepositoryFolder.Find("tests", "ChatBot.Tests", "Knowledge", "Documents", "raw-articles.tsv"))
            .Where(line => line.StartsWith(id + "\t", StringComparison.Ordinal)).Select(line => line[(id.Length + 1)..]);
        Assert.Equal(expected, kept);
        Assert.Equal((publisher, title, author, published), (document.Source.Publisher, document.Source.Title, document.Source.Author, document.Source.Published?.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void A_date_out_of_the_file_name_is_said_to_be_one()
    {
        Assert.Contains("name it came under", Read("reuters-2025-06-25").Document.Source.PublishedNote, StringComparison.Ordinal);
        Assert.Null(Read("kyiv-independent-2025-05-21").Document.Source.PublishedNote);
        Assert.Equal("undated", Read("particle-trump-attendance").Document.Source.PublishedNote);
    }

    [Fact]
    public void A_sentence_wrapped_over_two_lines_is_one_paragraph()
    {
        var document = Read("reuters-2025-06-25").Document;
        var wrapped = Assert.Single(document.Paragraphs, p => p.Locator == new PassageLocator(ParagraphKind.Body, 2));
        Assert.Single(wrapped.Sentences);
        Assert.Contains('\n', document.Map.ToReceived(wrapped.Span).Of(document.Received));
    }

    private static int Line(Document document, Paragraph paragraph) => document.Received.AsSpan(0, document.Map.ToReceived(paragraph.Span).Start).Count('\n') + 1;

    private static ReadResult.Read Read(string id)
    {
        var file = Path.Combine(Folder, id + ".txt");
        Assert.SkipUnless(File.Exists(file) || Environment.GetEnvironmentVariable("CI") == "true", $"The article {file} is not at hand.");
        return PageCorpus.Read(file);
    }
}
