using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Sources;

public sealed class TopicLibraryTests : IDisposable
{
    private readonly string _topic = Directory.CreateTempSubdirectory("chatbot-topic-").FullName;

    public TopicLibraryTests()
    {
        Directory.CreateDirectory(TopicFolder.DocumentsOf(_topic));
        Write("topic.yaml", "title: A meeting\ndescription: Of somebody.\n");
        Write("briefs/first.md", Article("first", "The meeting takes place in Freedonia on 3 May 2025. Everybody is invited."));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_topic, true);

    [Fact]
    public async Task The_topics_documents_are_stored_with_their_facts_once()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var library = await OpenAsync(store);
        Assert.Contains("Everybody is invited.", Facts(library));
        Assert.Empty(library.Remarks);
        var before = Assert.Single(await StoredAsync(store));

        var again = await OpenAsync(store);
        Assert.Equal(Facts(library), Facts(again));
        var after = Assert.Single(await StoredAsync(store));
        Assert.Equal((before.Version, before.ReceivedAt, TopicLibrary.TopicOrigin), (after.Version, after.ReceivedAt, after.Origin));
    }

    [Fact]
    public async Task A_changed_file_is_a_new_version_and_a_file_that_is_gone_is_withdrawn()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        Write("briefs/second.md", Article("second", "A second article of some length stands here."));
        await OpenAsync(store);

        Write("briefs/first.md", Article("first", "The meeting has been moved to Sylvania, says the host."));
        File.Delete(Path.Combine(_topic, "briefs", "second.md"));
        var library = await OpenAsync(store);
        Assert.Contains("The meeting has been moved to Sylvania, says the host.", Facts(library));
        Assert.DoesNotContain("Everybody is invited.", Facts(library));
        Assert.Equal((DocumentId.Parse("first"), 2), Assert.Single((await StoredAsync(store)).Select(document => (document.Content.Document.Id, document.Version))));
    }

    [Fact]
    public async Task What_changed_in_the_folder_is_told_with_what_was_known_before_and_the_first_start_tells_nothing()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var told = new List<DocumentsStored>();
        var before = new List<string>();
        await OpenAsync();
        await OpenAsync();
        // Facts drawn anew are no news.
        Write("entities.yaml", "entities:\n  - {id: freedonia, kind: country, name: Freedonia}\n");
        await OpenAsync();
        Assert.Empty(told);

        Write("briefs/first.md", Article("first", "The meeting has been moved to Sylvania, says the host."));
        await OpenAsync();
        await OpenAsync();
        var news = Assert.Single(told);
        Assert.Equal((false, SaveEffect.Revised), (news.Ingest.Backlog, Assert.Single(news.Outcomes).Effect));
        Assert.Contains("Everybody is invited.", before);

        Task OpenAsync() => TopicLibrary.OpenAsync(_topic, store.Database, _topic, TimeProvider.System, FolderUse.Store, known => [new Collector(told, before, known)], Cancellation);
    }

    [Fact]
    public async Task What_this_process_stores_is_known_as_if_it_had_been_read_back_also_where_another_has_stored_meanwhile()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var (library, other) = (await OpenAsync(store), await OpenAsync(store));
        using var intake = new DocumentIntake(library, store.Database, [], TimeProvider.System);
        using var others = new DocumentIntake(other, store.Database, [], TimeProvider.System);
        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", false, Cancellation);
        await others.TakeAsync([StoredSamples.Plain("another", "The guests have gone home.").Document], "feed:wire", false, Cancellation);
        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host is well again.").Document], "feed:wire", false, Cancellation);
        // The same again changes nothing, and what another stores at that moment is still read.
        await others.TakeAsync([StoredSamples.Plain("third", "The meeting is over for good.").Document], "feed:wire", false, Cancellation);
        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host is well again.").Document], "feed:wire", false, Cancellation);
        var known = library.Current.Documents.Select(document => (document.Document.Id.Value, document.Document.Text)).ToList();
        Assert.Equal((await StoredAsync(store)).Select(document => (document.Content.Document.Id.Value, document.Content.Document.Text)), known);
        Assert.Equal(["another", "elsewhere", "first", "third"], known.Select(document => document.Value));
        Assert.Contains("The host is well again.", Facts(library));
    }

    [Fact]
    public async Task A_command_knows_what_lies_new_in_the_folder_but_leaves_it_to_the_next_start_which_tells_of_it()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        File.Delete(Path.Combine(_topic, "briefs", "first.md"));
        var told = new List<DocumentsStored>();
        // The service runs on a topic that has no document yet.
        await OpenAsync(FolderUse.Store);
        Write("briefs/late.md", Article("late", "The host has fallen ill, says the mayor."));

        var asked = await OpenAsync(FolderUse.Know);
        Assert.Contains("The host has fallen ill, says the mayor.", Facts(asked));
        Assert.Empty((await OpenAsync(FolderUse.Leave)).Current.Documents);
        Assert.Empty(await StoredAsync(store));
        Assert.Empty(told);

        await OpenAsync(FolderUse.Store);
        Assert.Equal(SaveEffect.Added, Assert.Single(Assert.Single(told).Outcomes).Effect);
        // New settings draw other facts: the command knows these too, and writes none.
        var basis = Assert.Single(await StoredAsync(store)).Basis;
        Write("entities.yaml", "entities:\n  - {id: freedonia, kind: country, name: Freedonia}\n");
        await OpenAsync(FolderUse.Know);
        File.Delete(Path.Combine(_topic, "briefs", "late.md"));
        Assert.Empty((await OpenAsync(FolderUse.Know)).Current.Documents);
        Assert.Equal(basis, Assert.Single(await StoredAsync(store)).Basis);

        Task<TopicLibrary> OpenAsync(FolderUse use) => TopicLibrary.OpenAsync(_topic, store.Database, _topic, TimeProvider.System, use, known => [new Collector(told, [], known)], Cancellation);
    }

    [Fact]
    public async Task A_store_that_has_nothing_of_the_topic_is_filled_by_whoever_comes_first_and_that_is_nobodys_news()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var told = new List<DocumentsStored>();
        foreach (var use in new[] { FolderUse.Know, FolderUse.Leave, FolderUse.Store })
            Assert.Contains("Everybody is invited.", Facts(await TopicLibrary.OpenAsync(_topic, store.Database, _topic, TimeProvider.System, use, known => [new Collector(told, [], known)], Cancellation)));
        Assert.Single(await StoredAsync(store));
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_file_that_is_put_back_as_it_was_is_known_again_and_nothing_of_it_is_new()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var told = new List<DocumentsStored>();
        await OpenAsync();
        var path = Path.Combine(_topic, "briefs", "first.md");
        var text = File.ReadAllText(path);
        File.Delete(path);
        var without = await OpenAsync();
        Assert.Empty(Facts(without));
        Assert.Contains("first lies there no more", Assert.Single(without.Remarks));
        File.WriteAllText(path, text);
        Assert.Contains("Everybody is invited.", Facts(await OpenAsync()));
        Assert.Equal((SaveEffect.Restored, 2), Assert.Single(told).Outcomes.Select(outcome => (outcome.Effect, outcome.Version)).Single());

        Task<TopicLibrary> OpenAsync() => TopicLibrary.OpenAsync(_topic, store.Database, _topic, TimeProvider.System, FolderUse.Store, known => [new Collector(told, [], known)], Cancellation);
    }

    private sealed class Collector(List<DocumentsStored> told, List<string> before, Func<ChatBot.Knowledge.KnowledgeBase> known) : IDocumentsStored
    {
        public ValueTask StoredAsync(DocumentsStored stored, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, CancellationToken cancellation)
        {
            told.Add(stored);
            before.AddRange(known().Documents.SelectMany(document => document.Facts).Select(fact => fact.Text));
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Documents_that_came_by_other_ways_stay()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await new DocumentStore(store.Database, Path.GetFileName(_topic)).SaveAsync(
            new Ingest([StoredSamples.Plain("elsewhere", "From a feed.")], "feed", "old basis", DateTimeOffset.UnixEpoch), Cancellation);
        Assert.Contains("From a feed.", Facts(await OpenAsync(store)));
        Assert.Contains("From a feed.", Facts(await OpenAsync(store)));
        Assert.Equal(("feed", DateTimeOffset.UnixEpoch, 1), (await StoredAsync(store)).Where(document => document.Content.Document.Id.Value == "elsewhere")
            .Select(document => (document.Origin, document.ReceivedAt, document.Version)).Single());
    }

    [Fact]
    public async Task New_topic_settings_draw_the_facts_anew()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await OpenAsync(store);
        var before = Assert.Single(await StoredAsync(store));
        Write("entities.yaml", "entities:\n  - {id: freedonia, kind: country, name: Freedonia}\n");
        await OpenAsync(store);
        var after = Assert.Single(await StoredAsync(store));
        Assert.NotEqual(before.Basis, after.Basis);
        Assert.Equal(1, after.Version);
        Assert.Contains(after.Content.Facts.SelectMany(fact => fact.Entities), mention => mention is { Listed: true, Id.Value: "freedonia" });
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_left_out_and_told()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        Write("briefs/empty.txt", "");
        var library = await OpenAsync(store);
        Assert.Contains("empty.txt", Assert.Single(library.Remarks));
        Assert.Single(library.Current.Documents);
    }

    [Fact]
    public async Task A_known_document_whose_file_got_broken_stays_as_it_was()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await OpenAsync(store);
        Write("briefs/first.md", "---\nid: [\n---\n");
        var library = await OpenAsync(store);
        Assert.Contains("first.md", Assert.Single(library.Remarks));
        Assert.Contains("Everybody is invited.", Facts(library));
    }

    [Fact]
    public async Task Two_files_with_one_id_are_an_error_that_names_both_and_nothing_is_stored()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        Write("briefs/other.md", Article("first", "Another text under the same id is no new version within one folder."));
        var clash = await Assert.ThrowsAsync<UnreadableFilesException>(() => OpenAsync(store));
        Assert.Contains("first.md", clash.Message);
        Assert.Contains("other.md", clash.Message);
        Assert.Empty(await StoredAsync(store));
    }

    [Fact]
    public async Task What_another_process_stores_is_taken_up_and_nothing_is_rebuilt_where_nothing_was()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await OpenAsync(store);
        var library = await OpenAsync(store);
        Assert.False(await library.RefreshAsync(Cancellation));
        var before = library.Current;

        using var intake = new DocumentIntake(await OpenAsync(store), store.Database, [], TimeProvider.System);
        var report = await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", false, Cancellation);
        Assert.Equal(SaveEffect.Added, Assert.Single(report.Outcomes).Effect);
        Assert.Same(before, library.Current);
        Assert.True(await library.RefreshAsync(Cancellation));
        Assert.Contains("The host has fallen ill.", Facts(library));
        Assert.DoesNotContain("The host has fallen ill.", before.Documents.SelectMany(document => document.Facts).Select(fact => fact.Text));

        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", false, Cancellation);
        Assert.False(await library.RefreshAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Whoever_follows_from_documents_is_told_within_their_transaction(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var library = await OpenAsync(store);
        var listener = new Listener();
        using var intake = new DocumentIntake(library, store.Database, [listener], TimeProvider.System);
        listener.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", true, Cancellation));
        Assert.Single(await StoredAsync(store));
        Assert.Single(library.Current.Documents);

        listener.Fails = false;
        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", true, Cancellation);
        await intake.TakeAsync([StoredSamples.Plain("elsewhere", "The host has fallen ill.").Document], "feed:wire", false, Cancellation);
        var told = Assert.Single(listener.Told);
        Assert.Equal(("feed:wire", true, SaveEffect.Added), (told.Ingest.Origin, told.Ingest.Backlog, Assert.Single(told.Outcomes).Effect));
        Assert.Equal(2, library.Current.Documents.Count);
    }

    private sealed class Listener : IDocumentsStored
    {
        public bool Fails { get; set; }

        public List<DocumentsStored> Told { get; } = [];

        public async ValueTask StoredAsync(DocumentsStored stored, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, CancellationToken cancellation)
        {
            // The document is there already for whoever asks within the transaction.
            Assert.Equal(1, await connection.NumberAsync(transaction, "SELECT count(*) FROM documents WHERE id = 'elsewhere'", cancellation));
            if (Fails) throw new InvalidOperationException("The outbox is full.");
            Told.Add(stored);
        }
    }

    private static string Article(string id, string text) => $"---\nid: {id}\npublisher: The Freedonian\ntitle: News\npublished: 2025-05-01\n---\n\n{text}\n";

    private static IEnumerable<string> Facts(TopicLibrary library) => library.Current.Documents.SelectMany(document => document.Facts).Select(fact => fact.Text);

    private Task<TopicLibrary> OpenAsync(TestStore store) => TopicLibrary.OpenAsync(_topic, store.Database, _topic, TimeProvider.System, Cancellation);

    private Task<IReadOnlyList<StoredDocument>> StoredAsync(TestStore store) => new DocumentStore(store.Database, Path.GetFileName(_topic)).LoadAsync(Cancellation);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_topic, name), text);
}
