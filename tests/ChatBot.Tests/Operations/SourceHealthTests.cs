using ChatBot.Operations;
using ChatBot.Sources;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Operations;

public sealed class SourceHealthTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly SourceOptions Wire = new SourceOptions.Feed("wire", new Uri("https://news.example/rss"), TimeSpan.FromMinutes(15));
    private static readonly SourceState Well = new("wire", "https://news.example/rss")
    {
        NextAt = Now.AddMinutes(10), AskedAt = Now.AddMinutes(-5), SucceededAt = Now.AddMinutes(-5), BroughtAt = Now.AddHours(-3), Documents = 12,
    };

    [Fact]
    public void A_source_that_works_says_what_it_brought_and_when() =>
        Assert.Equal(new DoctorLine(Health.Fine, "source", "wire (https://news.example/rss): 12 documents, the last 3 hours ago; looked at 5 minutes ago, next in 10 minutes."), Line(Well));

    [Fact]
    public void Newer_versions_are_not_counted_as_documents() => Assert.Equal(
        "wire (https://news.example/rss): 9 documents and 3 newer versions, the last 3 hours ago; looked at 5 minutes ago, next in 10 minutes.", Line(Well with { DocumentsInStore = 9 }).Words);

    [Fact]
    public void A_note_is_told() => Assert.Equal(
        new DoctorLine(Health.Note, "source", "wire (https://news.example/rss): 12 documents, the last 3 hours ago; looked at 5 minutes ago, next in 10 minutes. At the last look: 100 repeat earlier ones."),
        Line(Well with { Note = "100 repeat earlier ones" }));

    [Fact]
    public void Of_many_notes_the_first_are_told_and_of_one_source_alone_all()
    {
        var state = Well with { Note = "a.md is empty.\nb.md: it is JSON. Save it as text.\nc.md is empty.\nd.md is empty." };
        Assert.EndsWith("At the last look: a.md is empty. b.md: it is JSON. Save it as text. c.md is empty. And 1 more: 'chatbot sources wire' tells all.", Line(state).Words);
        Assert.EndsWith("c.md is empty. d.md is empty.", Assert.Single(SourceHealth.Lines([Wire], [state], Now, all: true)).Words);
    }

    [Fact]
    public void What_is_off_topic_is_counted_and_of_one_source_alone_named()
    {
        var state = Well with { OffTopic = ["Cup final", "Weather"] };
        Assert.Equal("wire (https://news.example/rss): 12 documents (2 off topic), the last 3 hours ago; looked at 5 minutes ago, next in 10 minutes.", Line(state).Words);
        Assert.EndsWith("next in 10 minutes. Off topic, so nobody's news: “Cup final”, “Weather”.", Assert.Single(SourceHealth.Lines([Wire], [state], Now, all: true)).Words);
    }

    [Theory]
    [InlineData(1, "Note")]
    [InlineData(2, "Note")]
    [InlineData(3, "Wrong")]
    public void A_source_that_fails_is_wrong_once_it_can_hardly_be_passing(int failures, string health)
    {
        var line = Line(Well with { Failures = failures, Problem = "https://news.example/rss answers 503: the server has a fault.", SucceededAt = Now.AddDays(-3), NextAt = Now.AddSeconds(-1) });
        Assert.Equal(Enum.Parse<Health>(health), line.Health);
        Assert.Equal(
            $"wire failed {(failures == 1 ? "at the last look" : $"{failures} times in a row")}, 5 minutes ago, and last worked 3 days ago: https://news.example/rss answers 503: the server has a fault. The next try is as soon as the service runs.",
            line.Words);
    }

    [Fact]
    public void One_that_never_worked_is_wrong_at_once() =>
        Assert.Equal(Health.Wrong, Line(Well with { Failures = 1, Problem = "https://news.example/rss is no feed.", SucceededAt = null }).Health);

    [Fact]
    public void What_an_ingest_left_out_is_told_until_one_takes_all()
    {
        var ingest = new SourceState(SourceRecords.IngestName, SourceRecords.IngestName) { AskedAt = Now.AddMinutes(-30), Problem = "left out 1 of 3: a.pdf is no document." };
        Assert.Equal(
            new DoctorLine(Health.Note, "ingest", "30 minutes ago 'chatbot ingest' left out 1 of 3: a.pdf is no document. Ingest it again once that is mended; an ingest that takes all takes this note away."),
            SourceHealth.Ingest([Well, ingest], Now));
        Assert.Null(SourceHealth.Ingest([Well, ingest with { Problem = null }], Now));
        Assert.Null(SourceHealth.Ingest([Well], Now));
    }

    [Fact]
    public void One_that_was_never_looked_at_or_only_under_another_address_says_so()
    {
        Assert.Contains("has never been looked at", Assert.Single(SourceHealth.Lines([Wire], [], Now)).Words);
        Assert.Contains("has never been looked at", Line(Well with { Address = "https://old.example/" }).Words);
    }

    private static DoctorLine Line(SourceState state) => Assert.Single(SourceHealth.Lines([Wire], [state], Now));
}
