using System.Text.Json;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class DocumentStoreTests
{
    private static readonly DateTimeOffset Monday = new(2025, 6, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Of_many_that_may_not_replace_each_other_one_has_the_document_and_the_others_are_told_whose_it_is(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "topic");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => documents.SaveAsync(new Ingest([StoredSamples.Plain("a", $"Text {i}.")], $"feed:{i}", "b", Monday) { MayReplace = there => there == $"feed:{i}" }, Cancellation), Cancellation)));
        var first = Array.FindIndex(outcomes, outcome => outcome[0].Effect == SaveEffect.Added);
        Assert.Equal(7, outcomes.Count(outcome => outcome[0] == new SaveOutcome(DocumentId.Parse("a"), SaveEffect.Kept, 1) { KeptOrigin = $"feed:{first}" }));
        Assert.Equal($"Text {first}.", Assert.Single(await documents.LoadAsync(Cancellation)).Content.Document.Text.Trim());
        Assert.Equal(1, await documents.ChangesAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task What_follows_from_changed_documents_is_worked_out_while_others_can_write(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var slow = new Slow(async () => await new DocumentStore(store.Database, "other").SaveAsync(new Ingest([StoredSamples.Plain("b", "Of another.")], "test", "b", Monday), Cancellation));
        var documents = new DocumentStore(store.Database, "topic", slow);
        var ingest = new Ingest([StoredSamples.Plain("a", "One.")], "test", "b1", Monday);
        await documents.SaveAsync(ingest, Cancellation);
        Assert.Equal(["prepared a", "stored 1"], slow.Told);
        Assert.Single(await new DocumentStore(store.Database, "other").LoadAsync(Cancellation));
        // What is known already, and what may not be replaced, follows nothing from.
        await documents.SaveAsync(ingest, Cancellation);
        await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "Two."), StoredSamples.Plain("c", "Three.")], "else", "b1", Monday) { MayReplace = origin => origin == "else" }, Cancellation);
        Assert.Equal(["prepared a", "stored 1", "prepared c", "stored 2"], slow.Told);
    }

    private sealed class Slow(Func<Task> meanwhile) : IDocumentsStored
    {
        public List<string> Told { get; } = [];

        public async ValueTask PrepareAsync(Ingest ingest, IReadOnlyList<DocumentFacts> changing, System.Data.Common.DbConnection connection, CancellationToken cancellation)
        {
            await meanwhile();
            Told.Add($"prepared {string.Join(' ', changing.Select(document => document.Document.Id))}");
        }

        public ValueTask StoredAsync(DocumentsStored stored, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, CancellationToken cancellation)
        {
            Told.Add($"stored {stored.Outcomes.Count}");
            return ValueTask.CompletedTask;
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_saved_is_read_back_whole(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var full = StoredSamples.Full();
        var outcomes = await documents.SaveAsync(new Ingest([full, StoredSamples.Plain("a", "One.", "Two.")], "test", "b1", Monday), Cancellation);
        Assert.Equal([new SaveOutcome(full.Document.Id, SaveEffect.Added, 1), new SaveOutcome(DocumentId.Parse("a"), SaveEffect.Added, 1)], outcomes);

        var loaded = await documents.LoadAsync(Cancellation);
        Assert.Equal(["a", "full"], loaded.Select(document => document.Content.Document.Id.Value));
        Assert.Equal((1, "test", "b1", Monday), (loaded[1].Version, loaded[1].Origin, loaded[1].Basis, loaded[1].ReceivedAt));
        Assert.Equal(["One.", "Two."], loaded[0].Content.Facts.Select(fact => fact.Text));
        Assert.Equal(Print(full with { ReceivedAt = Monday }), Print(loaded[1].Content));
    }

    [Theory, EachDatabase]
    public async Task The_same_document_twice_changes_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        await documents.SaveAsync(new Ingest([StoredSamples.Full()], "test", "b1", Monday), Cancellation);
        var again = await documents.SaveAsync(new Ingest([StoredSamples.Full()], "test", "b1", Tuesday), Cancellation);
        Assert.Equal(SaveEffect.Unchanged, Assert.Single(again).Effect);
        Assert.Equal(Monday, Assert.Single(await documents.LoadAsync(Cancellation)).ReceivedAt);
        Assert.Single(await documents.HistoryAsync(DocumentId.Parse("full"), Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Other_content_under_a_known_id_is_a_new_version_and_the_old_text_is_kept(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "Old one.", "Old two.")], "test", "b1", Monday), Cancellation);
        var revised = await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "New.")], "test", "b1", Tuesday), Cancellation);
        Assert.Equal(new SaveOutcome(DocumentId.Parse("a"), SaveEffect.Revised, 2), Assert.Single(revised));

        var current = Assert.Single(await documents.LoadAsync(Cancellation));
        Assert.Equal(["New."], current.Content.Facts.Select(fact => fact.Text));
        Assert.Equal(
            [new DocumentVersion(1, Monday, Tuesday, "Old one.\n\nOld two."), new DocumentVersion(2, Tuesday, null, "New.")],
            await documents.HistoryAsync(DocumentId.Parse("a"), Cancellation));
    }

    [Theory, EachDatabase]
    public async Task New_metadata_alone_is_a_new_version_too(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var before = StoredSamples.Plain("a", "Same.");
        await documents.SaveAsync(new Ingest([before], "test", "b1", Monday), Cancellation);
        var after = before with { Document = before.Document with { Source = before.Document.Source with { Published = new DateOnly(2025, 6, 1) } } };
        Assert.Equal(SaveEffect.Revised, Assert.Single(await documents.SaveAsync(new Ingest([after], "test", "b1", Tuesday), Cancellation)).Effect);
    }

    [Theory, EachDatabase]
    public async Task A_new_basis_replaces_the_facts_and_makes_no_version(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var before = StoredSamples.Plain("a", "One.", "Two.");
        await documents.SaveAsync(new Ingest([before], "test", "b1", Monday), Cancellation);
        var outcome = await documents.SaveAsync(new Ingest([before with { Facts = [before.Facts[0] with { Stance = Stance.Denied }] }], "test", "b2", Tuesday), Cancellation);
        Assert.Equal(new SaveOutcome(DocumentId.Parse("a"), SaveEffect.Redrawn, 1), Assert.Single(outcome));

        var loaded = Assert.Single(await documents.LoadAsync(Cancellation));
        Assert.Equal(("b2", Monday, 1), (loaded.Basis, loaded.ReceivedAt, loaded.Version));
        Assert.Equal(Stance.Denied, Assert.Single(loaded.Content.Facts).Stance);
    }

    [Theory, EachDatabase]
    public async Task A_withdrawn_document_answers_no_more_but_is_kept_and_may_come_back(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var id = DocumentId.Parse("a");
        await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "One.")], "test", "b1", Monday), Cancellation);
        await documents.SaveAsync(new Ingest([], "test", "b1", Tuesday) { Withdrawn = [id] }, Cancellation);
        await documents.SaveAsync(new Ingest([], "test", "b1", Tuesday.AddDays(1)) { Withdrawn = [id, DocumentId.Parse("unheard-of")] }, Cancellation);
        Assert.Empty(await documents.LoadAsync(Cancellation));
        Assert.Equal(Tuesday, Assert.Single(await documents.HistoryAsync(id, Cancellation)).ReplacedAt);
        Assert.Equal(["a"], (await documents.OfOriginAsync("test", Tuesday, Cancellation)).TakenOut);
        Assert.Empty((await documents.OfOriginAsync("test", Tuesday.AddDays(1), Cancellation)).TakenOut);

        var back = await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "One.")], "test", "b1", Tuesday), Cancellation);
        Assert.Equal(new SaveOutcome(id, SaveEffect.Restored, 2), Assert.Single(back));
        var (inUse, takenOut) = await documents.OfOriginAsync("test", Monday, Cancellation);
        Assert.Equal(("a", 0), (Assert.Single(inUse), takenOut.Count));
        Assert.Empty((await documents.OfOriginAsync("other", Monday, Cancellation)).InUse);
        Assert.Single(await documents.LoadAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Topics_share_a_store_and_see_nothing_of_each_other(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await new DocumentStore(store.Database, "one").SaveAsync(new Ingest([StoredSamples.Plain("a", "Of one.")], "test", "b", Monday), Cancellation);
        await new DocumentStore(store.Database, "two").SaveAsync(new Ingest([StoredSamples.Plain("a", "Of two.")], "test", "b", Monday), Cancellation);
        Assert.Equal("Of one.", Assert.Single(Assert.Single(await new DocumentStore(store.Database, "one").LoadAsync(Cancellation)).Content.Facts).Text);
        Assert.Equal("Of two.", Assert.Single(Assert.Single(await new DocumentStore(store.Database, "two").LoadAsync(Cancellation)).Content.Facts).Text);
    }

    [Theory, EachDatabase]
    public async Task Nothing_of_a_hostile_text_is_lost(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        string[] sentences = ["NUL \0 inside.", "Half a pair \uD83D alone.", "Zero\u200Bwidth and \u202Eturned\u202C.", "'; DROP TABLE facts; --", "Long " + new string('x', 1_000_000)];
        await documents.SaveAsync(new Ingest([StoredSamples.Plain("a", sentences), StoredSamples.Plain("b", "NUL \0 but well-formed 🙂.")], "test", "b", Monday), Cancellation);
        var loaded = await documents.LoadAsync(Cancellation);
        Assert.Equal(sentences, loaded[0].Content.Facts.Select(fact => fact.Text));
        Assert.Equal("NUL \0 but well-formed 🙂.", loaded[1].Content.Document.Received);
    }

    [Theory, EachDatabase]
    public async Task Two_documents_with_one_id_at_once_are_refused_and_nothing_is_stored(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var clash = await Assert.ThrowsAsync<ArgumentException>(() => documents.SaveAsync(new Ingest([StoredSamples.Plain("a", "One."), StoredSamples.Plain("a", "Two.")], "test", "b", Monday), Cancellation));
        Assert.Contains("'a'", clash.Message);
        Assert.Empty(await documents.LoadAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_fact_whose_words_stand_elsewhere_is_refused(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var honest = StoredSamples.Plain("a", "One.", "Two.");
        var forged = honest with { Facts = [honest.Facts[0], honest.Facts[1] with { Text = "Ten." }] };
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => documents.SaveAsync(new Ingest([forged], "test", "b", Monday), Cancellation));
        Assert.Contains("a#2", refused.Message);
        Assert.Empty(await documents.LoadAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Many_savers_at_once_leave_one_current_version(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var documents = new DocumentStore(store.Database, "t");
        var saves = Enumerable.Range(1, 8).Select(i => Task.Run(
            () => documents.SaveAsync(new Ingest([StoredSamples.Plain("a", $"Text {i % 4}.")], "test", "b", Monday), Cancellation), Cancellation));
        var outcomes = (await Task.WhenAll(saves)).SelectMany(saved => saved).ToArray();

        Assert.Single(outcomes, outcome => outcome.Effect == SaveEffect.Added);
        var written = outcomes.Where(outcome => outcome.Effect != SaveEffect.Unchanged).Select(outcome => outcome.Version).Order().ToArray();
        Assert.Equal(Enumerable.Range(1, written.Length), written);
        Assert.Equal(written.Length, Assert.Single(await documents.LoadAsync(Cancellation)).Version);
    }

    [Fact]
    public async Task A_row_written_by_the_first_release_still_loads()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
            await connection.ExecuteAsync(null, await File.ReadAllTextAsync(RepositoryRoot.File("tests", "ChatBot.Tests", "Store", "Data", "rows-of-schema-1.sql"), Cancellation), Cancellation);
        var loaded = Assert.Single(await new DocumentStore(store.Database, "t").LoadAsync(Cancellation));
        // It knew of nothing that is denied.
        var full = StoredSamples.Full();
        Assert.Equal(Print(full with { ReceivedAt = loaded.ReceivedAt, Facts = [.. full.Facts.Select(fact => fact with { Denied = [], DeniedRoles = [] })] }), Print(loaded.Content));
    }

    /// <summary>Everything in it, by the types' own names, so that a field that isn't stored shows.</summary>
    private static string Print(DocumentFacts content) => JsonSerializer.Serialize(content);
}
