using ChatBot.Sources.Feeds;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Sources.Feeds;

public sealed class FeedMemoryTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, RememberedEntry> _known = new(StringComparer.Ordinal);

    [Fact]
    public void An_entry_is_new_once_and_changed_when_it_says_something_else()
    {
        Assert.Equal([EntryNews.New], Look(Entry("1", "The quay opens.")));
        Assert.Equal([EntryNews.Same], Look(Entry("1", "The quay  opens.")));
        Assert.Equal([EntryNews.Changed], Look(Entry("1", "The quay stays closed.")));
        Assert.Equal([EntryNews.Same], Look(Entry("1", "The quay stays closed.")));
        Assert.Single(_known.Values.Select(entry => entry.Document).Distinct());
    }

    [Fact]
    public void Markup_links_and_dates_make_no_other_text()
    {
        var first = new FeedEntry("1", new Uri("https://news.example/a"), "Quay", "<p>The quay opens.</p><img src=\"https://count.example/1\">", true, null, "2025-06-02");
        Assert.Equal([EntryNews.New], Look(first));
        Assert.Equal([EntryNews.Same], Look(first with { Content = "<div>The quay opens. <img src=\"https://count.example/2\"></div>", Link = new Uri("https://news.example/b"), Date = "2025-06-09" }));
    }

    [Fact]
    public void A_feed_that_repeats_its_whole_history_with_new_ids_brings_nothing()
    {
        Assert.All(Look([.. Enumerable.Range(0, 200).Select(i => Entry($"old-{i}", $"Report number {i}."))]), news => Assert.Equal(EntryNews.New, news));
        Assert.All(Look([.. Enumerable.Range(0, 200).Select(i => Entry($"new-{i}", $"Report number {i}."))]), news => Assert.Equal(EntryNews.Repeated, news));
        Assert.Equal(200, _known.Values.Select(entry => entry.Document).Distinct().Count());
        Assert.Equal([EntryNews.Changed], Look(Entry("new-7", "Report number 7, corrected.")));
    }

    [Fact]
    public void A_text_that_swings_is_left_alone_and_one_that_stays_back_is_believed()
    {
        Look(Entry("1", "A"));
        Assert.Equal([EntryNews.Changed], Look(Entry("1", "B")));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal([EntryNews.WentBack], Look(Entry("1", "A")));
            Assert.Equal([EntryNews.Same], Look(Entry("1", "B")));
        }
        Assert.Equal([EntryNews.WentBack], Look(Entry("1", "A")));
        Assert.Equal([EntryNews.WentBack], Look(Entry("1", "A")));
        Assert.Equal([EntryNews.Changed], Look(Entry("1", "A")));
        Assert.Equal([EntryNews.Same], Look(Entry("1", "A")));
    }

    [Fact]
    public void An_old_text_under_a_new_id_is_no_news_even_where_it_has_changed_since()
    {
        Look(Entry("1", "A"));
        Look(Entry("1", "B"));
        Assert.Equal([EntryNews.Repeated, EntryNews.Same], Look(Entry("2", "A"), Entry("1", "B")));
    }

    [Fact]
    public void A_new_id_with_a_known_link_is_a_new_version_of_that_document()
    {
        Look(Entry("1", "A", "https://news.example/a"));
        var before = _known.Values.Single().Document;
        Assert.Equal([EntryNews.New], Look(Entry("2", "A, corrected", "https://news.example/a")));
        Assert.Equal(before, _known.Values.Single(entry => entry.Content != _known.Values.First().Content).Document);
    }

    [Fact]
    public void Two_entries_with_one_link_are_two_documents()
    {
        Look(Entry("1", "A", "https://news.example/live#1"), Entry("2", "B", "https://news.example/live#2"));
        Look(Entry("3", "C", "https://news.example/live#3"), Entry("1", "A", "https://news.example/live#1"), Entry("2", "B", "https://news.example/live#2"));
        Assert.Equal(3, _known.Values.Select(entry => entry.Document).Distinct().Count());
    }

    [Fact]
    public void Without_an_id_the_link_counts_and_without_a_link_the_text()
    {
        Look(Entry(null, "A", "https://news.example/a"), Entry(null, "B"));
        Assert.Equal([EntryNews.Changed, EntryNews.Same], Look(Entry(null, "A2", "https://news.example/a"), Entry(null, "B")));
    }

    [Fact]
    public void An_id_given_twice_counts_once() => Assert.Equal([EntryNews.New], Look(Entry("1", "A"), Entry("1", "B")));

    private static FeedEntry Entry(string? id, string text, string? link = null) => new(id, link is null ? null : new Uri(link), "Report", text, false, null, null);

    private EntryNews[] Look(params FeedEntry[] entries)
    {
        var judged = FeedMemory.Judge("wire", entries, [.. _known.Values], Now);
        foreach (var entry in judged) _known[entry.Remembered.Key] = entry.Remembered;
        return [.. judged.Select(entry => entry.News)];
    }
}
