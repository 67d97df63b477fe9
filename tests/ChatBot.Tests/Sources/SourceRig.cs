using ChatBot.Simulators.Web;
using ChatBot.Sources;
using ChatBot.Sources.Fetching;
using ChatBot.Store;
using ChatBot.Tests.DiscordClient.Support;
using ChatBot.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Sources;

/// <summary>The sources' real parts over an empty topic, a simulated web and a clock of the test's own: 24 June 2025, 8 o'clock.</summary>
internal sealed class SourceRig : IAsyncDisposable, IDocumentsStored
{
    private readonly TestStore _store;
    private readonly SafeFetcher _fetcher;
    private readonly DocumentIntake _intake;
    private readonly Dictionary<SourceOptions, Func<CancellationToken, Task<TimeSpan>>> _lookers = [];

    private SourceRig(TestStore store, WebSimulator web, string folder, VirtualTime time, TopicLibrary library)
    {
        (_store, Web, Folder, Time, Library) = (store, web, folder, time, library);
        Assert.True(AddressPolicy.TryParse("127.0.0.1", out var policy, out _));
        _fetcher = new SafeFetcher(policy, new FetchLimits(), time);
        _intake = new DocumentIntake(library, store.Database, [this], time);
        Records = new SourceRecords(store.Database, "none");
    }

    public WebSimulator Web { get; }

    /// <summary>An empty folder of the test's own.</summary>
    public string Folder { get; }

    public VirtualTime Time { get; }

    public TopicLibrary Library { get; }

    public SourceRecords Records { get; }

    /// <summary>The database, for another process on it.</summary>
    public StoreDatabase Database => _store.Database;

    /// <summary>What was told within the transactions, in order: the document, its version, and whether it was backlog.</summary>
    public List<(string Document, int Version, bool Backlog)> News { get; } = [];

    /// <summary>A document that makes this program trip when it is stored; null: none.</summary>
    public string? TripsOver { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SourceRig> StartAsync(StoreKind kind = StoreKind.Sqlite)
    {
        var store = await TestStore.OpenAsync(kind);
        var folder = Directory.CreateTempSubdirectory("chatbot-sources-").FullName;
        var time = new VirtualTime();
        return new SourceRig(store, await WebSimulator.StartAsync(Cancellation), folder, time, await TopicLibrary.OpenAsync(TopicFolder.NoTopic, store.Database, Path.Combine(folder, ".data"), time, Cancellation));
    }

    public SourceOptions.Feed Feed(string path, bool pages = false) => new("wire", Web.At(path), TimeSpan.FromMinutes(15)) { FromPages = pages };

    /// <summary>Looks once, whenever it is due, and moves the clock on to then.</summary>
    /// <returns>How the source does.</returns>
    public async Task<SourceState> LookAsync(SourceOptions source)
    {
        if (!_lookers.TryGetValue(source, out var look)) look = _lookers[source] = Poller().LookerAt(source);
        Time.Advance(await look(Cancellation));
        return Assert.Single(await Records.AllAsync(Cancellation), state => state.Name == source.Name);
    }

    /// <summary>Looks once.</summary>
    /// <returns>How long is waited until the next look.</returns>
    public async Task<TimeSpan> WaitAsync(SourceOptions source)
    {
        await LookAsync(source);
        return await _lookers[source](Cancellation);
    }

    public SourcePoller Poller() => new([], _fetcher, _intake, Records, Time, new Random(1), NullLogger<SourcePoller>.Instance);

    /// <summary>Every sentence that is known now.</summary>
    public IReadOnlyList<string> Sentences() => [.. Library.Current.Documents.SelectMany(document => document.Facts).Select(fact => fact.Text)];

    public ValueTask StoredAsync(DocumentsStored stored, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, CancellationToken cancellation)
    {
        if (stored.Outcomes.Any(outcome => outcome.HasChanged && outcome.Id.Value == TripsOver)) throw new InvalidOperationException("Stack empty.");
        News.AddRange(stored.Outcomes.Where(outcome => outcome.Effect is SaveEffect.Added or SaveEffect.Revised).Select(outcome => (outcome.Id.Value, outcome.Version, stored.Ingest.Backlog)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        _intake.Dispose();
        await Web.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(Folder, true);
    }
}
