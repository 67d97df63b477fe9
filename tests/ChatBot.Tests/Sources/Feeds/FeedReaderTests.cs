using System.Text;
using ChatBot.Sources.Feeds;
using Xunit;

namespace ChatBot.Tests.Sources.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feeds/all.xml");

    [Fact]
    public void An_rss_feed_is_read_with_its_full_text()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>The Freedonian &amp; Son</title><link>https://news.example/</link><atom:link href="https://news.example/feeds/all.xml" rel="self"/><language>en-GB</language>
            <item><title>Quay opens</title><link>https://news.example/quay</link><guid isPermaLink="false">n-17</guid><pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate>
            <dc:creator>Zoë Quist</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>The quay <b>opened</b>.</p>]]></content:encoded></item>
            <item><title>Ferry &amp;amp; tram</title><guid>https://news.example/ferry</guid><author>desk@news.example (Berta Lind)</author><description>Plain words, no markup.</description></item>
            <item><description>&lt;p&gt;Only a text.&lt;/p&gt;</description><author>desk@news.example</author></item>
            <item><link>https://news.example/nothing</link></item>
            </channel></rss>
            """);
        Assert.Equal(("The Freedonian & Son", "en-GB", 3), (feed.Title, feed.Language, feed.Entries.Count));
        Assert.Equal(
            new FeedEntry("n-17", new Uri("https://news.example/quay"), "Quay opens", "<p>The quay <b>opened</b>.</p>", true, "Zoë Quist", "Mon, 02 Jun 2025 10:00:00 GMT"), feed.Entries[0]);
        Assert.Equal(new FeedEntry("https://news.example/ferry", new Uri("https://news.example/ferry"), "Ferry & tram", "Plain words, no markup.", false, "Berta Lind", null), feed.Entries[1]);
        Assert.Equal(new FeedEntry(null, null, null, "<p>Only a text.</p>", true, null, null), feed.Entries[2]);
    }

    [Fact]
    public void An_rdf_feed_is_read()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://news.example/"><title>Old wire</title></channel>
            <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><description>The first.</description><dc:date>2025-06-02T10:00:00+02:00</dc:date></item>
            </rdf:RDF>
            """);
        Assert.Equal("Old wire", feed.Title);
        Assert.Equal(new FeedEntry("https://news.example/1", new Uri("https://news.example/1"), "One", "The first.", false, null, "2025-06-02T10:00:00+02:00"), Assert.Single(feed.Entries));
    }

    [Fact]
    public void An_atom_feed_is_read_with_relative_links_and_xhtml()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="/docs/"><title type="html">The &lt;i&gt;Gazette&lt;/i&gt;</title>
            <entry xml:base="2025/"><id>urn:1</id><title>A &lt; B</title><link rel="self" href="x.atom"/><link rel="alternate" type="text/html" href="a.html"/>
            <author><name>Ann</name></author><author><name>Bo</name></author><published>2025-06-02T10:00:00Z</published><updated>2025-06-03T10:00:00Z</updated>
            <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>All of <em>it</em>.</p></div></content></entry>
            <entry><id>urn:2</id><title>B</title><link href="b"/><updated>2025-06-03T10:00:00Z</updated><content type="application/pdf" src="b.pdf"/><summary type="html">&lt;p&gt;Sum.&lt;/p&gt;</summary></entry>
            </feed>
            """);
        Assert.Equal("The Gazette", feed.Title);
        Assert.Equal(new FeedEntry("urn:1", new Uri("https://news.example/docs/2025/a.html"), "A < B", "<div><p>All of <em>it</em>.</p></div>", true, "Ann, Bo", "2025-06-02T10:00:00Z") { Updated = "2025-06-03T10:00:00Z" }, feed.Entries[0]);
        Assert.Equal(new FeedEntry("urn:2", new Uri("https://news.example/docs/b"), "B", "<p>Sum.</p>", true, null, "2025-06-03T10:00:00Z") { Updated = "2025-06-03T10:00:00Z" }, feed.Entries[1]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me:geheim@news.example/")]
    [InlineData("http://[broken")]
    public void A_link_that_is_none_is_no_link(string link) => Assert.Null(Assert.Single(Read($"<rss><channel><item><title>t</title><link>{link}</link></item></channel></rss>").Entries).Link);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html><html><head><title>Error 503 &mdash; sorry</title></head><body>x</body></html>", "is a web page, not a feed; it calls itself “Error 503 — sorry”")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\" \"y\"><html/>", "is a web page, not a feed")]
    [InlineData("<!-- cached --><html lang=\"en\"><body>x</body></html>", "is a web page, not a feed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", "is no XML")]
    [InlineData("<svg xmlns=\"x\"/>", "is XML, but neither RSS nor Atom: its root is <svg>")]
    [InlineData("<rss><channel><item><title>half", "is broken in line 1, column 32")]
    [InlineData("<rss><channel>\n<item><title>a & b</title></item></channel></rss>", "is broken in line 2, column 17")]
    [InlineData("<rss><channel><item><title>a&nbsp;b</title></item></channel></rss>", "is broken in line 1")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss><channel><title>&c;</title></channel></rss>", "declares a document type")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>", "declares a document type")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1/p\"> %p;]><rss><channel/></rss>", "declares a document type")]
    public void What_is_no_feed_is_told(string text, string expected) => Assert.Contains(expected, Refused(text));

    [Fact]
    public void A_document_type_behind_a_long_comment_is_refused_too() =>
        Assert.Contains("is broken", Refused($"<!--{new string('x', 30_000)}--><!DOCTYPE rss [<!ENTITY a \"a\">]><rss><channel><title>&a;</title></channel></rss>"));

    [Fact]
    public void A_million_levels_of_nesting_are_refused_at_once()
    {
        var text = new StringBuilder("<rss><channel>");
        for (var i = 0; i < 1_000_000; i++) text.Append("<a>");
        Assert.Contains("nested deeper than 64", Refused(text.ToString()));
    }

    [Fact]
    public void Of_endless_entries_the_first_are_read_and_the_others_counted()
    {
        var feed = Read($"<rss><channel>{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<item><title>Entry {i}</title></item>"))}</channel></rss>");
        Assert.Equal((FeedReader.MostEntries, 20_000 - FeedReader.MostEntries), (feed.Entries.Count, feed.Beyond));
    }

    [Theory]
    [InlineData("utf-8", null, "utf-8")]
    [InlineData("windows-1252", "windows-1252", "utf-8")]
    [InlineData("iso-8859-1", "iso-8859-1", null)]
    [InlineData("iso-8859-2", null, "iso-8859-2")]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("windows-1252", "no-such-charset", null)]
    public void The_text_is_decoded_as_it_was_written(string written, string? declared, string? contentType)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var xml = $"<?xml version=\"1.0\" encoding=\"{declared ?? "utf-8"}\"?><rss><channel><item><title>Zoë á</title></item></channel></rss>";
        var result = FeedReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)], contentType is null ? null : $"text/xml; charset={contentType}", Address);
        Assert.Equal("Zoë á", Assert.Single(Assert.IsType<FeedReadResult.Read>(result).Feed.Entries).Title);
    }

    private static Feed Read(string text) => Assert.IsType<FeedReadResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(text), "text/xml", Address)).Feed;

    private static string Refused(string text) => Assert.IsType<FeedReadResult.Refused>(FeedReader.Read(Encoding.UTF8.GetBytes(text), "text/xml", Address)).Words;
}
