using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class PageCorpusTests
{
    private const double Floor = 0.95;
    private const double FloorOfOnePage = 0.80;

    [Fact]
    public void What_is_kept_of_the_pages_is_what_a_reader_would_keep()
    {
        var scores = PageCorpus.All.Select(page => (page.File, Score: PageCorpus.Measure(page))).ToList();
        Assert.True(scores.Count >= 11);
        foreach (var (file, score) in scores)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(file)}: {score}");
            Assert.True(score.F1 >= FloorOfOnePage, $"{Path.GetFileName(file)}: {score}");
        }
        var total = scores.Select(entry => entry.Score).Aggregate((a, b) => a + b);
        TestContext.Current.TestOutputHelper?.WriteLine($"{scores.Count} pages: {total}");
        Assert.True(total.Precision >= Floor && total.Recall >= Floor && total.Places >= Floor, total.ToString());
    }

    [Fact]
    public void Every_part_left_out_lies_in_the_page_and_has_a_reason() => Assert.All(PageCorpus.All, page =>
    {
        var document = PageCorpus.Read(page.File).Document;
        Assert.All(document.Stripped, part => Assert.False(string.IsNullOrWhiteSpace(part.Span.Of(document.Received)) || part.Reason.Length == 0));
    });

    [Fact]
    public void The_same_bytes_give_the_same_document() => Assert.All(PageCorpus.All, page =>
    {
        var (first, second) = (PageCorpus.Read(page.File).Document, PageCorpus.Read(page.File).Document);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Paragraphs.Select(p => (p.Locator, p.Span, p.Section)), second.Paragraphs.Select(p => (p.Locator, p.Span, p.Section)));
        Assert.Equal(first.Source, second.Source);
        Assert.Equal(first.Stripped, second.Stripped);
    });
}
