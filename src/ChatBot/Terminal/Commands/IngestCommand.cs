using System.CommandLine;
using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Questions;
using ChatBot.Sources;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot ingest PATH|URL …</c>: documents into the store.</summary>
internal static class IngestCommand
{
    public static Command Build(CommandContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Files of text, Markdown or HTML, folders of them (.txt, .md, .html), and web addresses.", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            // An unset variable of the shell would mean the folder that one happens to be in.
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError("One of the paths is empty. For the folder that you are in, write: chatbot ingest .");
        });
        var facts = new Option<bool>("--facts") { Description = "Also every fact drawn." };
        var command = new Command("ingest", "Brings documents into the store, and tells what was kept, what was stripped, and what they disagree about.") { paths, facts };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = context.SettingsOf(parsed);
            await using var database = StoreDatabase.At(settings.Store);
            var library = await TopicLibrary.OpenAsync(settings.Topic, database, settings.Data, context.Time, FolderUse.Leave, _ => [], cancellation, context.SayPreparing);
            using var intake = new DocumentIntake(library, database, context.WhenStored(database, () => library.Current), context.Time);
            using var fetcher = new SafeFetcher(settings.Fetching, new FetchLimits(), context.Time);
            var report = await new Ingestion(intake, fetcher, settings.Topic, context.Time)
                .RunAsync([.. (parsed.GetValue(paths) ?? []).Select(path => path.Contains("://", StringComparison.Ordinal) ? path : context.Absolute(path))], cancellation);
            await NoteAsync(report, new SourceRecords(database, library.Current.Topic.Id), context.Time.GetUtcNow(), cancellation);
            Show(report, parsed.GetValue(facts), context.Screen);
            return report.Files.All(file => file.Result is ReadResult.Read) ? 0 : CommandLine.NotInOrder;
        });
        return command;
    }

    /// <summary>Leaves word for <c>chatbot doctor</c> of what was left out; the next ingest that takes all takes it back.</summary>
    private static Task NoteAsync(IngestReport report, SourceRecords records, DateTimeOffset now, CancellationToken cancellation)
    {
        var left = report.Files.Select(file => file.LeftOut ?? (file.Result as ReadResult.Refused)?.Message).OfType<string>().ToList();
        var problem = left.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"left out {left.Count} of {report.Files.Count}: {left[0].Trim()}{(left.Count > 1 ? " …" : "")}");
        return records.NoteIngestAsync(problem, report.Files.Count - left.Count, now, cancellation);
    }

    private static void Show(IngestReport report, bool facts, TerminalScreen screen)
    {
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var file in report.Files)
        {
            if (file.LeftOut is { } why) Write(lines.Add("left out: ", TerminalStyle.Bad).Add(why), 0);
            foreach (var line in file.Result is null ? [] : DocumentSummary.Lines(file.Result)) Write(lines.Add(line.TrimStart()), line.StartsWith(' ') ? 2 : 0);
            if (file.Saved is { } saved) Write(lines.Add($"{PhraseCatalogue.Counted(file.Facts.Count, "fact")}; {Effect(saved)}"), 2);
            if (!facts) continue;
            foreach (var fact in file.Facts) Write(lines.Add($"{fact.Locator}: ", TerminalStyle.Faint).Add(fact.Text), 4);
        }
        foreach (var conflict in report.Conflicts)
            Write(lines.Add("differs: ", TerminalStyle.Bad).Add(conflict.ToString()), 0);
        var stored = report.Files.Count(file => file.Saved is not null);
        Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"{stored} of {PhraseCatalogue.Counted(report.Files.Count, "document")} {(stored == 1 ? "is" : "are")} in the store.{(stored > 0 ? " A running service knows what is new within seconds." : "")}")), 0);

        void Write(StyledLines paragraph, int indent)
        {
            foreach (var line in paragraph.Take(indent, 2)) screen.Output.WriteLine(line);
        }
    }

    private static string Effect(SaveOutcome saved) => saved.Effect switch
    {
        SaveEffect.Added => "new in the store",
        SaveEffect.Revised => string.Create(CultureInfo.InvariantCulture, $"stored as version {saved.Version}; the older text is kept"),
        SaveEffect.Restored => "in the store again, with the text it had",
        SaveEffect.Redrawn => "the same text, its facts drawn anew",
        _ => "the store has it already; nothing was changed",
    };
}
