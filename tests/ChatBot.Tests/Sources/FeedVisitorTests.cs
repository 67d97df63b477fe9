using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Questions;
using ChatBot.Simulators.Web;
using ChatBot.Sources;
using ChatBot.Sources.Feeds;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Sources;

public sealed class FeedVisitorTests : IAsyncLifetime
{
    private SourceRig? _rig;

    private SourceRig Rig => _rig ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _rig = await SourceRig.StartAsync();

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    [Theory, EachDatabase]
    public async Task What_a_feed_had_at_first_is_backlog_and_what_comes_later_is_news(StoreKind kind)
    {
        await using var rig = await SourceRig.StartAsync(kind);
        var feed = rig.Feed("/rss");
        Serve(rig, "/rss", Item("1", "The quay of Aldenburg opens."), Item("2", "The ferry of Aldenburg sails."));
        var state = await rig.LookAsync(feed);
        Assert.Equal((2, 0, null, true), (state.Documents, state.Failures, state.Problem, state.CaughtUp));
        Assert.Equal([true, true], rig.News.Select(news => news.Backlog));
        Assert.Contains("The ferry of Aldenburg sails.", rig.Sentences());

        Serve(rig, "/rss", Item("3", "The tram of Aldenburg rolls."), Item("1", "The quay of Aldenburg stays closed."), Item("2", "The ferry of Aldenburg sails."));
        state = await rig.LookAsync(feed);
        Assert.Equal(4, state.Documents);
        Assert.Equal([(1, false), (2, false)], rig.News.Skip(2).Select(news => (news.Version, news.Backlog)).Order());
        Assert.Contains("The quay of Aldenburg stays closed.", rig.Sentences());
        Assert.DoesNotContain("The quay of Aldenburg opens.", rig.Sentences());
    }

    [Fact]
    public async Task Of_a_long_row_of_new_entries_none_is_lost_and_a_known_one_below_them_is_still_seen_to_change()
    {
        var feed = Rig.Feed("/rss");
        Serve(Rig, "/rss", Item("old", "The quay of Aldenburg opens."));
        await Rig.LookAsync(feed);
        Serve(Rig, "/rss", [.. Enumerable.Range(0, FeedVisitor.MostTaken + 20).Select(i => Item($"n{i}", $"Boat {i} of Aldenburg sails.")), Item("old", "The quay of Aldenburg stays closed.")]);
        var state = await Rig.LookAsync(feed);
        Assert.Contains("The quay of Aldenburg stays closed.", Rig.Sentences());
        Assert.Equal((1 + FeedVisitor.MostTaken, "21 wait for the next look"), (state.Documents, state.Note));
        Assert.True(state.NextAt - state.AskedAt < TimeSpan.FromMinutes(2));
        state = await Rig.LookAsync(feed);
        Assert.Equal((FeedVisitor.MostTaken + 22, null), (state.Documents, state.Note));
        Assert.Contains($"Boat {FeedVisitor.MostTaken + 19} of Aldenburg sails.", Rig.Sentences());
    }

    [Fact]
    public async Task An_entry_is_a_document_with_publisher_title_author_day_and_address()
    {
        Rig.Web.Serve("/rss", new WebAnswer.Text("""
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Freedonian</title>
            <item><title>Quay opens</title><link>/quay?utm_source=rss</link><pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate><dc:creator>Zoë Quist</dc:creator>
            <description>&lt;p&gt;The quay of Aldenburg opens. &lt;script&gt;alert(1)&lt;/script&gt; &lt;/article&gt; Everybody is invited to it.&lt;/p&gt;</description></item></channel></rss>
            """, "application/rss+xml"));
        await Rig.LookAsync(Rig.Feed("/rss"));
        var document = Assert.Single(Rig.Library.Current.Documents).Document;
        var source = document.Source;
        Assert.Equal(("The Freedonian", "Quay opens", "Zoë Quist", new DateOnly(2025, 6, 2), null), (source.Publisher, source.Title, source.Author, source.Published, source.PublishedNote));
        Assert.Equal(Rig.Web.At("/quay"), source.Url);
        Assert.Equal(DocumentAddress.IdOf(Rig.Web.At("/quay")), document.Id);
        Assert.Contains("The quay of Aldenburg opens.", document.Text);
        Assert.DoesNotContain("alert", document.Text);
    }

    [Theory]
    [InlineData("Mon, 02 Jun 2025 10:00:00", 2025, null)]
    [InlineData("Wed, 25 Jun 2025 01:00:00 +1400", 2025, null)]
    [InlineData("Thu, 01 Jan 2099 00:00:00 GMT", null, "undated; its feed states “Thu, 01 Jan 2099 00:00:00 GMT”, which had not come")]
    [InlineData("last week", null, "undated; its feed states “last week”, which can't be read")]
    [InlineData("the day before the day after the feast of Saint Nicholas", null, "undated; its feed states “the day before the day after t…”, which can't be read")]
    [InlineData("", null, "undated; received on 2025-06-24")]
    public async Task A_day_that_has_not_come_or_cannot_be_read_is_told_and_not_taken(string date, int? year, string? note)
    {
        Rig.Web.Serve("/rss", new WebAnswer.Text($"<rss><channel><item><title>Quay</title><pubDate>{date}</pubDate><description>The quay of Aldenburg opens.</description></item></channel></rss>", "text/xml"));
        var state = await Rig.LookAsync(Rig.Feed("/rss"));
        var source = Assert.Single(Rig.Library.Current.Documents).Document.Source;
        Assert.Equal(year, source.Published?.Year);
        if (note is null) Assert.Null(source.PublishedNote);
        else Assert.Contains(note, source.PublishedNote);
        // Whoever reads a statement of it reads why it is undated.
        if (note is not null) Assert.Contains(note, SourceLabel.Of(DocumentId.Parse("quay"), source));
        // The operator is told too, where the feed gave a date and it was not taken.
        if (note is null || date.Length == 0) Assert.Null(state.Note);
        else Assert.StartsWith($"1 with a date that has not come or can't be read counts as undated, as “Quay” (undated; its feed states “{date[..Math.Min(date.Length, 30)]}", state.Note);
    }

    [Fact]
    public async Task An_unchanged_feed_is_asked_for_with_what_it_gave_and_not_read_again()
    {
        Rig.Web.Serve("/rss", new WebAnswer.Text(Rss(Item("1", "The quay opens.")), "text/xml") { ETag = "\"one\"" });
        await Rig.LookAsync(Rig.Feed("/rss"));
        var state = await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal((1, null, "\"one\""), (state.Documents, state.Problem, state.ETag));
        Assert.Equal("\"one\"", Rig.Web.Requests[1].Headers["If-None-Match"]);
        Assert.Single(Rig.News);
    }

    [Fact]
    public async Task A_whole_history_with_new_ids_is_passed_over_and_told()
    {
        Serve(Rig, "/rss", [.. Enumerable.Range(0, 100).Select(i => Item($"old-{i}", $"Report number {i} of the port tells of {i} ships."))]);
        await Rig.LookAsync(Rig.Feed("/rss"));
        Serve(Rig, "/rss", [.. Enumerable.Range(0, 100).Select(i => Item($"new-{i}", $"Report number {i} of the port tells of {i} ships."))]);
        var state = await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal((100, "100 repeat earlier ones under new ids and were passed over"), (state.Documents, state.Note));
        Assert.Equal(100, Rig.News.Count);
    }

    [Fact]
    public async Task An_entry_that_changes_back_and_forth_floods_nobody_and_is_told()
    {
        WebAnswer.Text Version(string text) => new(Rss(Item("1", text)), "text/xml") { ETag = $"\"{text.Length}\"" };
        Rig.Web.Serve("/rss", Version("The quay opens."));
        await Rig.LookAsync(Rig.Feed("/rss"));
        Rig.Web.Serve("/rss", Version("The quay stays closed."));
        await Rig.LookAsync(Rig.Feed("/rss"));
        for (var i = 0; i < 10; i++)
        {
            Rig.Web.Serve("/rss", Version(i % 2 == 0 ? "The quay opens." : "The quay stays closed."));
            var swinging = await Rig.LookAsync(Rig.Feed("/rss"));
            if (i % 2 == 0) Assert.Contains("1 went back to an earlier text", swinging.Note);
        }
        Assert.Equal(2, Rig.News.Count);

        Rig.Web.Serve("/rss", Version("The quay opens."));
        for (var i = 0; i < FeedMemory.LooksToBelieve; i++) await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal(3, Rig.News[^1].Version);
        Assert.Equal(["The quay opens."], Rig.Sentences().Where(sentence => sentence.StartsWith("The quay", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("application/x-rss+xml")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    [InlineData("text/x-feed; charset=utf-8")]
    public async Task A_feed_is_known_by_what_it_says_whatever_its_server_calls_it(string type)
    {
        Rig.Web.Serve("/rss", new WebAnswer.Text("<rss version=\"2.0\"><channel><title>The Courier</title><item><guid>1</guid><title>Quay</title><description>The quay of Aldenburg opens.</description></item></channel></rss>", type));
        Assert.Null((await Rig.LookAsync(Rig.Feed("/rss"))).Problem);
        Assert.Contains("The quay of Aldenburg opens.", Rig.Sentences());
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>We will be back</title></head></html>", "text/html", 200, "is a web page, not a feed")]
    [InlineData("<rss><channel><item>", "text/xml", 200, "is broken in line 1")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"a\">]><rss/>", "text/xml", 200, "declares a document type")]
    [InlineData("gone", "text/plain", 410, "taken down for good")]
    [InlineData("busy", "text/plain", 503, "the server has a fault")]
    [InlineData("a picture", "image/png", 200, "a feed is RSS or Atom")]
    public async Task A_broken_feed_loses_nothing_and_its_health_says_why(string body, string type, int status, string problem)
    {
        Serve(Rig, "/rss", Item("1", "The quay of Aldenburg opens."));
        await Rig.LookAsync(Rig.Feed("/rss"));
        Rig.Web.Serve("/rss", new WebAnswer.Text(body, type) { Status = status });
        await Rig.LookAsync(Rig.Feed("/rss"));
        var state = await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal(2, state.Failures);
        Assert.Contains(problem, state.Problem);
        Assert.Contains("The quay of Aldenburg opens.", Rig.Sentences());

        Serve(Rig, "/rss", Item("2", "The ferry of Aldenburg sails."));
        state = await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal((0, null, 2), (state.Failures, state.Problem, state.Documents));
    }

    [Fact]
    public async Task The_text_may_come_from_the_linked_page_and_a_page_that_fails_is_tried_again()
    {
        Serve(Rig, "/rss", Item("1", "Short.", "/quay"), Item("2", "The ferry of Aldenburg was there when it went.", "/ferry"), Item("3", "The tram of Aldenburg rolls.", "http://169.254.169.254/tram"), Item("4", "Short.4", "/later"));
        Rig.Web.Serve("/quay", new WebAnswer.Text("<html><head><title>Quay</title><meta property=\"og:site_name\" content=\"The Freedonian\"></head><body><article><h1>Quay</h1><p>The quay of Aldenburg opens with a band and a speech.</p></article></body></html>"));
        Rig.Web.Serve("/later", new WebAnswer.Text("busy") { Status = 503 });
        var state = await Rig.LookAsync(Rig.Feed("/rss", pages: true));
        Assert.Contains("The quay of Aldenburg opens with a band and a speech.", Rig.Sentences());
        Assert.Contains("The ferry of Aldenburg was there when it went.", Rig.Sentences());
        Assert.Contains("The tram of Aldenburg rolls.", Rig.Sentences());
        Assert.DoesNotContain("Short.", string.Join(' ', Rig.Sentences()));
        Assert.Contains("1 waits for the next look", state.Note);
        Assert.False(state.CaughtUp);

        Rig.Web.Serve("/later", new WebAnswer.Text("<html><body><article><h1>Later</h1><p>The bridge of Aldenburg has been painted green at last.</p></article></body></html>"));
        state = await Rig.LookAsync(Rig.Feed("/rss", pages: true));
        Assert.Contains("The bridge of Aldenburg has been painted green at last.", Rig.Sentences());
        Assert.True(state.CaughtUp);
        Assert.NotEmpty(Rig.News);
        Assert.All(Rig.News, news => Assert.True(news.Backlog));
        Assert.Equal(1, Rig.Web.Requests.Count(request => request.Path == "/quay"));
    }

    [Fact]
    public async Task A_page_whose_entry_says_that_it_was_changed_is_fetched_again_and_a_moment_that_all_share_says_nothing()
    {
        var feed = Rig.Feed("/atom", pages: true);
        ServeAtom("2025-06-02T10:00:00Z", "2025-06-02T11:00:00Z");
        Page("/quay", "The quay of Aldenburg opens with a band.");
        Page("/ferry", "The ferry of Aldenburg sails at ten.");
        await Rig.LookAsync(feed);
        Page("/quay", "The quay of Aldenburg stays closed this summer.");
        ServeAtom("2025-06-03T10:00:00Z", "2025-06-02T11:00:00Z");
        await Rig.LookAsync(feed);
        Assert.Contains("The quay of Aldenburg stays closed this summer.", Rig.Sentences());
        Assert.DoesNotContain("The quay of Aldenburg opens with a band.", Rig.Sentences());
        Assert.Equal((2, 1), (Fetched("/quay"), Fetched("/ferry")));

        foreach (var minute in new[] { "01", "02", "03" })
        {
            ServeAtom($"2025-06-04T10:{minute}:00Z", $"2025-06-04T10:{minute}:00Z");
            await Rig.LookAsync(feed);
        }
        Assert.InRange(Fetched("/quay") + Fetched("/ferry"), 3, 5);

        int Fetched(string path) => Rig.Web.Requests.Count(request => request.Path == path);
        void Page(string path, string text) => Rig.Web.Serve(path, new WebAnswer.Text($"<html><body><article><h1>News</h1><p>{text}</p></article></body></html>"));
        void ServeAtom(string quay, string ferry) => Rig.Web.Serve("/atom", new WebAnswer.Text($"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>The Freedonian</title>
            <entry><id>1</id><title>Quay</title><link href="/quay"/><published>2025-06-01T10:00:00Z</published><updated>{quay}</updated><summary>On the quay.</summary></entry>
            <entry><id>2</id><title>Ferry</title><link href="/ferry"/><published>2025-06-01T10:00:00Z</published><updated>{ferry}</updated><summary>On the ferry.</summary></entry></feed>
            """, "application/atom+xml"));
    }

    [Fact]
    public async Task A_feed_takes_no_other_documents_place()
    {
        var link = Rig.Web.At("/quay");
        using (var intake = new DocumentIntake(Rig.Library, Rig.Database, [], Rig.Time))
            await intake.TakeAsync([StoredSamples.Plain(DocumentAddress.IdOf(link).Value, "The whole report on the quay.").Document], Ingestion.Origin, false, TestContext.Current.CancellationToken);
        Serve(Rig, "/rss", Item("1", "A teaser for the quay.", link.AbsoluteUri));
        var state = await Rig.LookAsync(Rig.Feed("/rss"));
        Assert.Equal((0, "1 came another way and was left as it is"), (state.Documents, state.Note));
        Assert.Contains("The whole report on the quay.", Rig.Sentences());
    }

    [Theory, EachDatabase]
    public async Task Of_two_feeds_looked_at_together_the_first_keeps_an_address_that_both_list(StoreKind kind)
    {
        await using var rig = await SourceRig.StartAsync(kind);
        var links = Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"/story-{i}")).ToList();
        SourceOptions[] feeds = [rig.Feed("/one") with { Name = "one" }, rig.Feed("/two") with { Name = "two" }];
        foreach (var feed in feeds) Serve(rig, "/" + feed.Name, [.. links.Select(link => Item(link, $"As {feed.Name} tells it, {link[1..]} of Aldenburg has an end.", link))]);
        var poller = rig.Poller();
        await Task.WhenAll(feeds.Select(feed => Task.Run(() => poller.LookerAt(feed)(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)));
        var states = await rig.Records.AllAsync(TestContext.Current.CancellationToken);
        Assert.Equal([8, 0], states.Select(state => state.Documents).OrderDescending());
        Assert.Equal([null, "8 came another way and were left as they are"], states.Select(state => state.Note).Order());
        Assert.Equal(8, rig.Library.Current.Documents.Count);
        Assert.Single(rig.Library.Current.Documents.SelectMany(document => document.Facts).Where(fact => fact.Text.StartsWith("As ", StringComparison.Ordinal)).Select(fact => fact.Text.Split(' ')[1]).Distinct());
    }

    [Fact]
    public async Task A_crash_between_storing_and_remembering_repeats_no_news()
    {
        Serve(Rig, "/rss", Item("1", "The quay of Aldenburg opens."), Item("2", "The ferry of Aldenburg sails."));
        await Rig.LookAsync(Rig.Feed("/rss"));
        await using (var connection = await Rig.Database.OpenAsync(TestContext.Current.CancellationToken))
        await using (var forget = connection.CreateCommand())
        {
            forget.CommandText = "DELETE FROM source_entries";
            Assert.Equal(2, await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(2, (await Rig.LookAsync(Rig.Feed("/rss"))).Documents);
        Assert.Equal(2, Rig.News.Count);
    }

    [Fact]
    public async Task Another_address_under_the_name_starts_anew_and_repeats_nothing()
    {
        Serve(Rig, "/rss", Item("1", "The quay of Aldenburg opens."));
        Serve(Rig, "/moved", Item("1", "The quay of Aldenburg opens."), Item("2", "The ferry of Aldenburg sails."));
        await Rig.LookAsync(Rig.Feed("/rss"));
        var state = await Rig.LookAsync(Rig.Feed("/moved"));
        Assert.Equal((2, true), (state.Documents, Rig.News[^1].Backlog));
        Assert.EndsWith("/moved", state.Address);
    }

    private static void Serve(SourceRig rig, string path, params string[] items) => rig.Web.Serve(path, new WebAnswer.Text(Rss(items), "application/rss+xml"));

    private static string Rss(params string[] items) => $"<rss version=\"2.0\"><channel><title>The Freedonian</title>{string.Concat(items)}</channel></rss>";

    private static string Item(string id, string text, string? link = null) => string.Create(
        CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{id}</guid><title>News of the day</title>{(link is null ? "" : $"<link>{link}</link>")}<description>{text}</description></item>");
}
