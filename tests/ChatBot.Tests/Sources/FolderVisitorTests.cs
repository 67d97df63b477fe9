using ChatBot.Sources;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Sources;

public sealed class FolderVisitorTests : IAsyncLifetime
{
    private SourceRig? _rig;

    private SourceRig Rig => _rig ?? throw new InvalidOperationException("Not started.");

    private SourceOptions.Folder Folder => new("inbox", Rig.Folder, TimeSpan.FromSeconds(5));

    public async ValueTask InitializeAsync() => _rig = await SourceRig.StartAsync();

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    [Theory, EachDatabase]
    public async Task What_lies_there_at_first_is_backlog_and_what_appears_or_changes_is_news(StoreKind kind)
    {
        await using var rig = await SourceRig.StartAsync(kind);
        var folder = new SourceOptions.Folder("inbox", rig.Folder, TimeSpan.FromSeconds(5));
        Write(rig, "quay.txt", "The quay of Aldenburg opens.");
        var state = await rig.LookAsync(folder);
        Assert.Equal((1, true), (state.Documents, state.CaughtUp));
        Write(rig, "ferry.md", "The ferry of Aldenburg sails.");
        Write(rig, "quay.txt", "The quay of Aldenburg stays closed.");
        for (var i = 0; i < 3; i++) await rig.LookAsync(folder);
        Assert.Equal([("ferry", 1, false), ("quay", 1, true), ("quay", 2, false)], rig.News.Order());
        Assert.Contains("The quay of Aldenburg stays closed.", rig.Sentences());
    }

    [Fact]
    public async Task What_was_still_being_written_at_the_first_look_is_backlog_too_and_what_changes_behind_it_news()
    {
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        File.SetLastWriteTimeUtc(Path.Combine(Rig.Folder, "quay.txt"), Rig.Time.Now.AddSeconds(-1).UtcDateTime);
        for (var i = 0; i < 3; i++) await Rig.LookAsync(Folder);
        Write(Rig, "quay.txt", "The quay of Aldenburg stays closed.");
        for (var i = 0; i < 3; i++) await Rig.LookAsync(Folder);
        Assert.Equal([("quay", 1, true), ("quay", 2, false)], Rig.News);
    }

    [Fact]
    public async Task A_folder_within_it_is_not_looked_into_and_that_is_said_until_it_has_no_documents()
    {
        Directory.CreateDirectory(Path.Combine(Rig.Folder, "older"));
        Directory.CreateDirectory(Path.Combine(Rig.Folder, "pictures"));
        Write(Rig, "older/quay.txt", "The quay of Aldenburg opens.");
        Assert.StartsWith("older/: folders within it are not looked into", (await Rig.LookAsync(Folder)).Note, StringComparison.Ordinal);
        Assert.Empty(Rig.News);
        File.Move(Path.Combine(Rig.Folder, "older", "quay.txt"), Path.Combine(Rig.Folder, "quay.txt"));
        for (var i = 0; i < 3; i++) await Rig.LookAsync(Folder);
        Assert.Null((await Rig.LookAsync(Folder)).Note);
        Assert.Single(Rig.News);
    }

    [Fact]
    public async Task A_folder_that_fails_is_looked_at_again_as_soon_as_one_that_works_however_often_it_has_failed()
    {
        var gone = new SourceOptions.Folder("inbox", Path.Combine(Rig.Folder, "gone"), TimeSpan.FromSeconds(1));
        for (var i = 0; i < 8; i++) Assert.Equal(TimeSpan.FromSeconds(1), await Rig.WaitAsync(gone));
    }

    [Fact]
    public async Task A_link_to_a_file_is_taken_like_the_file()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(Rig.Folder, "elsewhere"));
        Write(Rig, "elsewhere/quay.text", "The quay of Aldenburg opens.");
        File.CreateSymbolicLink(Path.Combine(Rig.Folder, "quay.txt"), Path.Combine(elsewhere.FullName, "quay.text"));
        for (var i = 0; i < 3; i++) await Rig.LookAsync(Folder);
        Assert.Equal("The quay of Aldenburg opens.", Assert.Single(Rig.Sentences()));
    }

    [Fact]
    public async Task A_file_that_makes_this_program_trip_is_named_and_keeps_no_other_out()
    {
        Rig.TripsOver = "ferry";
        Write(Rig, "ferry.md", "The ferry of Aldenburg sails.");
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        Write(Rig, "tram.txt", "The tram of Aldenburg rolls.");
        var state = await Rig.LookAsync(Folder);
        Assert.Null(state.Problem);
        Assert.Equal("ferry.md made this program trip (InvalidOperationException: Stack empty); it is tried again once it has changed.", state.Note);
        Assert.Equal(["The quay of Aldenburg opens.", "The tram of Aldenburg rolls."], Rig.Sentences());
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_not_taken()
    {
        await Rig.LookAsync(Folder);
        Write(Rig, "quay.txt", "The quay of Alden");
        await Rig.LookAsync(Folder);
        for (var i = 0; i < 5; i++)
        {
            File.AppendAllText(Path.Combine(Rig.Folder, "quay.txt"), "burg");
            await Rig.LookAsync(Folder);
        }
        Assert.Empty(Rig.News);
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        await Rig.LookAsync(Folder);
        Assert.Empty(Rig.News);
        await Rig.LookAsync(Folder);
        Assert.Equal("The quay of Aldenburg opens.", Assert.Single(Rig.Sentences()));
    }

    [Theory]
    [InlineData("empty.txt", "")]
    [InlineData(".hidden.txt", "The quay of Aldenburg opens.")]
    [InlineData("~$draft.md", "The quay of Aldenburg opens.")]
    [InlineData("quay.txt.part", "The quay of Aldenburg opens.")]
    [InlineData("picture.png", "The quay of Aldenburg opens.")]
    public async Task What_is_no_finished_document_is_left_alone(string name, string text)
    {
        Write(Rig, name, text);
        for (var i = 0; i < 4; i++) Assert.Null((await Rig.LookAsync(Folder)).Problem);
        Assert.Empty(Rig.News);
    }

    [Fact]
    public async Task A_file_that_stays_empty_is_told_until_something_stands_in_it()
    {
        Write(Rig, "quay.md", "");
        var state = await Rig.LookAsync(Folder);
        for (var i = 0; i < 3; i++) state = await Rig.LookAsync(Folder);
        Assert.StartsWith("quay.md is empty", state.Note);
        Write(Rig, "quay.md", "The quay of Aldenburg opens.");
        for (var i = 0; i < 3; i++) state = await Rig.LookAsync(Folder);
        Assert.Null(state.Note);
        Assert.Equal("The quay of Aldenburg opens.", Assert.Single(Rig.Sentences()));
    }

    [Fact]
    public async Task A_day_that_has_not_come_or_is_none_is_told_with_the_file()
    {
        Write(Rig, "quay.md", "---\npublished: 2999-01-02\n---\n\nThe quay of Aldenburg opens.");
        Write(Rig, "tram.md", "---\npublished: 2025-13-45\n---\n\nThe tram of Aldenburg rolls.");
        var state = await Rig.LookAsync(Folder);
        Assert.Contains("quay.md: It states the day 2 January 2999, which has not come yet", state.Note);
        Assert.Contains("tram.md: published is '2025-13-45', which is no day", state.Note);
        Assert.Equal(2, Rig.Library.Current.Documents.Count);
        Assert.All(Rig.Library.Current.Documents, document => Assert.Null(document.Document.Source.Published));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_until_it_is_mended_and_keeps_no_other_out()
    {
        Write(Rig, "bad.md", "---\nid: [\n---\n");
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        var state = await Rig.LookAsync(Folder);
        Assert.Contains("bad.md", state.Note);
        Assert.Equal(1, state.Documents);
        Write(Rig, "bad.md", "---\nid: ferry\n---\n\nThe ferry of Aldenburg sails.");
        for (var i = 0; i < 3; i++) state = await Rig.LookAsync(Folder);
        Assert.Null(state.Note);
        Assert.Equal(2, state.Documents);
    }

    [Fact]
    public async Task Two_files_with_one_id_and_another_sources_document_are_told()
    {
        using (var intake = new DocumentIntake(Rig.Library, Rig.Database, [], Rig.Time))
            await intake.TakeAsync([StoredSamples.Plain("quay", "The whole report on the quay.").Document], Ingestion.Origin, false, TestContext.Current.CancellationToken);
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        Write(Rig, "a.md", "---\nid: tram\n---\n\nThe tram of Aldenburg rolls.");
        Write(Rig, "b.md", "---\nid: tram\n---\n\nThe tram of Aldenburg rests.");
        var state = await Rig.LookAsync(Folder);
        Assert.Contains("the document 'quay' came by 'chatbot ingest' and stays", state.Note);
        Assert.Contains("b.md and a.md are both the document 'tram'", state.Note);
        Assert.Contains("The whole report on the quay.", Rig.Sentences());
        Assert.Contains("The tram of Aldenburg rolls.", Rig.Sentences());
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_and_keeps_no_other_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own on Windows.");
        File.CreateSymbolicLink(Path.Combine(Rig.Folder, "a.md"), "/nowhere/a.md");
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        var state = await Rig.LookAsync(Folder);
        for (var i = 0; i < 3; i++) state = await Rig.LookAsync(Folder);
        Assert.Equal((1, null, "a.md is a link to /nowhere/a.md, which isn't there; mend the link or take it away."), (state.Documents, state.Problem, state.Note));
        File.Delete(Path.Combine(Rig.Folder, "a.md"));
        Write(Rig, "a.md", "The ferry of Aldenburg sails.");
        for (var i = 0; i < 3; i++) state = await Rig.LookAsync(Folder);
        Assert.Equal((2, null), (state.Documents, state.Note));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_and_takes_nothing_with_it()
    {
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        await Rig.LookAsync(Folder);
        File.Delete(Path.Combine(Rig.Folder, "quay.txt"));
        await Rig.LookAsync(Folder);
        Assert.Contains("The quay of Aldenburg opens.", Rig.Sentences());
        var elsewhere = Folder with { Path = Path.Combine(Rig.Folder, "nowhere") };
        Assert.Contains("there is no such folder", (await Rig.LookAsync(elsewhere)).Problem);
    }

    [Fact]
    public async Task A_look_at_which_nothing_happens_writes_nothing()
    {
        Write(Rig, "quay.txt", "The quay of Aldenburg opens.");
        var first = await Rig.LookAsync(Folder);
        for (var i = 0; i < 10; i++) Assert.Equal(first, await Rig.LookAsync(Folder));
    }

    private static void Write(SourceRig rig, string name, string text)
    {
        var path = Path.Combine(rig.Folder, name);
        File.WriteAllText(path, text);
        // Files carry the machine's own time; the test's clock stands in 2025.
        File.SetLastWriteTimeUtc(path, rig.Time.Now.AddSeconds(-10).UtcDateTime);
    }
}
