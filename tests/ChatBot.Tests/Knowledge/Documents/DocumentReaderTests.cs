using System.Diagnostics;
using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class DocumentReaderTests
{
    private const string Prose = "The council of Kelby met on Monday to talk about the harbour wall. It will be raised by a metre before the winter.";

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t  ")]
    [InlineData("\u200B\u2060 \uFEFF\u202E")]
    public void Text_that_nobody_can_see_is_refused_as_empty(string text) => AssertRefused(RefusalReason.Empty, Read(text));

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public void Front_matter_is_read_whatever_the_file_is_called(string name)
    {
        var read = Assert.IsType<ReadResult.Read>(Read($"---\npublisher: Coast Courier\ntitle: Correction\npublished: 2031-07-07\n---\n\n{Prose}\n", name));
        Assert.Equal(("Coast Courier", "Correction", new DateOnly(2031, 7, 7)), (read.Document.Source.Publisher, read.Document.Source.Title, read.Document.Source.Published));
    }

    [Fact]
    public void Who_published_it_between_the_headline_and_the_byline_is_no_title()
    {
        var text = $"Harbour wall to be raised before the winter storms\n\nKelby Post\n\nBy Ann Lee, 3 May 2031\n\n{Prose} The Kelby Post was told so by the council on Monday.\n\n{Prose} Kelby Post readers had asked for it.\n";
        Assert.Equal("Harbour wall to be raised before the winter storms", Assert.IsType<ReadResult.Read>(Read(text, "a.txt")).Document.Source.Title);
    }

    [Fact]
    public void A_line_of_dashes_alone_is_no_front_matter() => Assert.Contains("Kelby", Assert.IsType<ReadResult.Read>(Read($"---\n{Prose}\n", "a.txt")).Document.Text, StringComparison.Ordinal);

    [Fact]
    public void More_than_the_limit_is_refused_and_the_limit_named()
    {
        var refused = Assert.IsType<ReadResult.Refused>(new DocumentReader(new DocumentReaderOptions { MaximumBytes = 10 }).Read(new DocumentInput(new byte[11], "a.txt")));
        Assert.Equal(RefusalReason.TooLarge, refused.Reason);
        Assert.Equal("a.txt has 11 bytes; a document may have 10.", refused.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "a PDF")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, "office document")]
    [InlineData(new byte[] { 1, 2, 3, 0, 5, 6, 7, 0, 9, 200, 3, 1 }, "control characters")]
    public void What_is_no_text_is_refused_as_binary(byte[] bytes, string says) =>
        Assert.Contains(says, AssertRefused(RefusalReason.Binary, new DocumentReader().Read(new DocumentInput(bytes, "a.txt"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_of_menus_alone_is_refused_since_nothing_is_left() =>
        AssertRefused(RefusalReason.NothingLeft, Read("<html><nav><a href='/'>Home</a> <a href='/n'>News</a></nav><div class='cookie'>We use cookies.</div></html>", "a.html"));

    [Fact]
    public void A_list_of_headings_is_refused_since_it_holds_no_sentence() =>
        AssertRefused(RefusalReason.NothingLeft, Read("Harbour wall of Kelby to be raised, council says\nFerry to Ostrey stays in port\nKelby invites its neighbours to the fair in May\n"));

    [Fact]
    public void A_title_alone_is_kept_with_a_warning()
    {
        var read = AssertRead(Read("Kelby closes its harbour for a year"));
        Assert.Equal("title", Assert.Single(read.Document.Paragraphs).Locator.ToString());
        Assert.Contains("The document holds a title and nothing else.", read.Warnings);
    }

    [Fact]
    public void A_text_without_title_and_date_has_neither_and_says_so()
    {
        var read = AssertRead(Read(Prose, "note.txt"));
        Assert.Null(read.Document.Source.Title);
        Assert.Null(read.Document.Source.Published);
        Assert.Equal("undated", read.Document.Source.PublishedNote);
        Assert.Contains("No title is stated.", read.Warnings);
        Assert.Contains("No date is stated.", read.Warnings);
    }

    [Fact]
    public void The_day_received_is_told_but_never_taken_for_the_date()
    {
        var source = AssertRead(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(Prose), "note.txt") { Received = new DateOnly(2031, 5, 6) })).Document.Source;
        Assert.Null(source.Published);
        Assert.Equal("undated; received on 2031-05-06", source.PublishedNote);
    }

    [Fact]
    public void A_document_of_too_many_sentences_is_refused_with_their_number_and_what_to_do()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 1000).Select(n => $"The ferry to Aldenburg carried {n} people that day."));
        Assert.Equal(1000, AssertRead(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), "ferry.txt"))).Document.Paragraphs.Sum(paragraph => paragraph.Sentences.Count));
        var refused = Assert.IsType<ReadResult.Refused>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text + "\n\nNobody was left behind."), "ferry.txt")));
        Assert.Equal((RefusalReason.TooLarge, "ferry.txt has 1,001 sentences; a document may have 1,000."), (refused.Reason, refused.Message));
        Assert.Contains("in parts", refused.WhatToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_open_elements_neither_overflow_nor_take_long()
    {
        var html = "<html><p>" + Prose + "</p>" + string.Concat(Enumerable.Repeat("<b>", 500_000)) + string.Concat(Enumerable.Repeat("<div>", 500_000)) + "deep down";
        var reader = new DocumentReader(new DocumentReaderOptions { MaximumBytes = 16 << 20 });
        var watch = Stopwatch.StartNew();
        var document = AssertRead(reader.Read(new DocumentInput(Encoding.UTF8.GetBytes(html), "deep.html"))).Document;
        Assert.Contains(Prose, document.Text, StringComparison.Ordinal);
        // Far above what it takes, far below what anything beyond linear would.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Theory(Timeout = 180_000)]
    [InlineData("<a \"")]
    [InlineData("<a x='")]
    [InlineData("&#")]
    [InlineData("<!--")]
    [InlineData("</span><li>")]
    [InlineData("<td><p>x")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("<script>")]
    [InlineData("IT US WHO ")]
    [InlineData("U.S. No. ")]
    [InlineData("\"\n")]
    [InlineData("10:40\n")]
    [InlineData("Share\n\nA Headline Of The Day Again\n")]
    public async Task Much_of_anything_is_read_in_good_time(string piece)
    {
        await Task.Yield();
        var text = Prose + "\n\n" + string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        foreach (var name in (string[])["a.html", "a.md", "a.txt"])
        {
            var watch = Stopwatch.StartNew();
            Assert.NotNull(Read(text, name));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name}: {watch.Elapsed}");
        }
    }

    [Fact]
    public void Html_that_nothing_closes_is_read_to_its_end()
    {
        var document = AssertRead(Read("<html><body><div><p>" + Prose + "<p>The <b>mayor, Dell Harrow, said that the county would pay for most of it.<p>Nobody voted against it on the night.", "a.html")).Document;
        Assert.Equal(["p1", "p2", "p3"], document.Paragraphs.Select(p => p.Locator.ToString()));
    }

    [Fact]
    public void A_menu_that_nothing_closes_does_not_swallow_the_article()
    {
        var document = AssertRead(Read($"<html><nav><a href='/'>Home</a><h1>The wall of Kelby</h1><p>{Prose}</p><p>{Prose}</p>", "a.html")).Document;
        Assert.Equal(2, document.Paragraphs.Count(p => p.Locator.Kind == ParagraphKind.Body));
    }

    [Fact]
    public void Invisible_characters_stay_in_the_text_as_received()
    {
        var text = Prose.Replace("council", "coun\u200Bcil", StringComparison.Ordinal) + " \u202Eabc\u202C stood on it.";
        var document = AssertRead(Read(text)).Document;
        Assert.Equal(text, document.Text);
        Assert.Contains(Tokenizer.Tokenize(document.Text), token => token.Term == "council");
    }

    [Theory]
    [InlineData("Reports/Kelby Wall (final).TXT", "kelby-wall-final")]
    [InlineData("https://courier.example/2031/03/bridge.html?ref=1#top", "bridge")]
    [InlineData("C:\\docs\\Łódź.md", "lodz")]
    [InlineData("новини.txt", "doc-")]
    public void An_id_is_made_of_the_name(string name, string id) => Assert.StartsWith(id, AssertRead(Read(Prose, name)).Document.Id.Value, StringComparison.Ordinal);

    [Fact]
    public void The_received_text_is_kept_whole() => Assert.All(PageCorpus.All, page => Assert.Equal(File.ReadAllText(page.File), PageCorpus.Read(page.File).Document.Received));

    private static ReadResult Read(string text, string name = "a.txt") => new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), name));

    private static ReadResult.Read AssertRead(ReadResult result) => Assert.IsType<ReadResult.Read>(result);

    private static ReadResult.Refused AssertRefused(RefusalReason reason, ReadResult result)
    {
        var refused = Assert.IsType<ReadResult.Refused>(result);
        Assert.Equal(reason, refused.Reason);
        Assert.NotEmpty(refused.WhatToDo);
        return refused;
    }
}
