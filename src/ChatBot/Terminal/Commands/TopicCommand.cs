using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Topics;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot topic new NAME --documents DIR</c>: drafts another topic.</summary>
internal static class TopicCommand
{
    private const int MostPassedOver = 10;

    /// <summary>Of sentences that no attribute takes, so many are shown beside what says otherwise.</summary>
    private const int MostSentences = 10;

    public static Command Build(CommandContext context)
    {
        var command = new Command("topic", "Makes topics.") { BuildNew(context) };
        // Alone it makes nothing: what can stand behind it is shown.
        command.SetAction(parsed => parsed.RootCommandResult.Command.Options.OfType<HelpOption>().Single().Action is SynchronousCommandLineAction help ? help.Invoke(parsed) : CommandLine.BadInput);
        return command;
    }

    private static Command BuildNew(CommandContext context)
    {
        var name = new Argument<string>("name") { Description = "What the topic's folder is called: lower-case letters, digits and hyphens, as port-opening-2031." };
        var documents = new Option<string>("--documents") { Description = "The folder of documents (.txt, .md, .html) that it is drafted from; they are copied.", HelpName = "DIR", Required = true };
        var into = new Option<string?>("--into") { Description = "The folder that gets the topic's folder; unless given, config/topics of the folder you are in, or of the nearest above it that has one, else of the program's own.", HelpName = "DIR" };
        var command = new Command("new", "Drafts a topic from documents: entities, attributes, intents, conflicts, and what is left to a person. Nothing is overwritten. Exit 1 where a file was refused.") { name, documents, into };
        command.SetAction((parsed, cancellation) =>
        {
            var id = parsed.GetValue(name) ?? "";
            if (!IsId(id)) throw new UnreadableFilesException([$"'{id}' can't be a topic's name; use lower-case letters, digits and hyphens, such as 'port-opening-2031'."]);
            var parent = parsed.GetValue(into) is { } given ? context.Absolute(given) : Path.Combine(Installation.Find(context.WorkingFolder, context.ProgramFolder) ?? context.WorkingFolder, "config", "topics");
            var folder = Path.Combine(parent, id);
            NewTopicFolder.RefuseExisting(folder);
            var source = context.Absolute(parsed.GetValue(documents) ?? "");
            var results = TopicFolder.ReadDocuments(source);
            var read = results.Where(r => r.Result is ReadResult.Read).Select(r => (r.Path, ((ReadResult.Read)r.Result).Document)).ToList();
            if (read.Count == 0) throw new UnreadableFilesException([$"{source}: no document in it could be read; documents end in .txt, .md or .html."]);
            cancellation.ThrowIfCancellationRequested();
            var draft = TopicDrafter.Draft(id, [.. read.Select(r => r.Document)]);
            NewTopicFolder.Create(folder, draft, [.. read.Select(r => r.Path)]);
            Show(context, folder, draft, results, TopicFolder.PassedOver(source));
            return Task.FromResult(results.Count == read.Count ? 0 : CommandLine.NotInOrder);
        });
        return command;
    }

    private static bool IsId(string text) => text.Length > 0 && text != TopicFolder.NoTopic && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';

    private static void Show(CommandContext context, string folder, TopicDraft draft, IReadOnlyList<(string Path, ReadResult Result)> results, IReadOnlyList<string> passedOver)
    {
        var screen = context.Screen;
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var (_, refused) in results.Where(r => r.Result is not ReadResult.Read))
            foreach (var line in DocumentSummary.Lines(refused)) Write(lines.Add(line.TrimStart()), line.StartsWith(' ') ? 2 : 0);
        foreach (var path in passedOver.Take(MostPassedOver)) Write(lines.Add(path), 0);
        if (passedOver.Count > MostPassedOver) Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {passedOver.Count - MostPassedOver} more.")), 0);
        Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}: ")).Add(draft.Title, TerminalStyle.Strong), 0);

        Heading("entities");
        foreach (var kind in draft.Entities.Where(entity => entity.On).GroupBy(entity => entity.Entity.Kind))
            Write(lines.Add($"{kind.Key.ToString().ToLowerInvariant()}: ", TerminalStyle.Faint).Add(string.Join(", ", kind.Select(Named))), 2);
        Write(lines.Add("? a guess, explained in entities.yaml", TerminalStyle.Faint), 2);

        Heading("attributes");
        foreach (var attribute in draft.Attributes)
            Write(lines.Add(attribute.Attribute.Id + (attribute.On ? " " : " (off) ")).Add(attribute.Seen.Count > 0 ? string.Join("; ", attribute.Seen) : "no value seen", TerminalStyle.Faint), 2);

        Heading("differs");
        foreach (var about in draft.Conflicts.GroupBy(conflict => conflict.About))
        {
            var first = about.First();
            var more = about.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {about.Count() - 1} more") : "";
            var isChange = draft.Attributes.Any(attribute => attribute.Attribute.Label == about.Key && attribute.Attribute.Changes);
            var told = about.Key is { } label && draft.InOrder.Contains(label) ? " (a change: answers tell both, the latest first)"
                : isChange ? " (changes: true, but by the days of the documents no value is the later one: answers show both as a disagreement)" : "";
            Write(lines.Add($"{first}{more}").Add(told, TerminalStyle.Faint), 2);
        }
        foreach (var sentences in draft.SaidOtherwise.Take(MostSentences)) Write(lines.Add(sentences.ToString()), 2);
        if (draft.SaidOtherwise.Count > MostSentences) Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {draft.SaidOtherwise.Count - MostSentences} more.")), 2);
        if (draft.Conflicts.Count + draft.SaidOtherwise.Count == 0) Write(lines.Add("nothing seen"), 2);

        Heading("to review");
        foreach (var gap in draft.Gaps) Write(lines.Add("- " + gap), 2);

        Heading("next");
        var near = Path.GetRelativePath(context.WorkingFolder, folder);
        var named = near.StartsWith("..", StringComparison.Ordinal) ? folder : near;
        foreach (var next in new[] { $"chatbot chat --topic {named}", $"chatbot doctor --topic {named}", $"chatbot evaluate --topic {named}" }) Write(lines.Add(next), 2);

        var leftOut = results.Count(r => r.Result is not ReadResult.Read);
        if (leftOut == 0) return;
        Heading("left out");
        Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"{leftOut} of {results.Count} files {(leftOut == 1 ? "was" : "were")} refused (above) and {(leftOut == 1 ? "is" : "are")} no part of the topic. Put what is mended into {Path.Combine(named, "briefs")}.")), 2);

        void Heading(string text)
        {
            screen.Output.WriteLine();
            Write(lines.Add(text, TerminalStyle.Strong), 0);
        }

        void Write(StyledLines paragraph, int indent)
        {
            foreach (var line in paragraph.Take(indent, 2)) screen.Output.WriteLine(line);
        }
    }

    private static string Named(DraftEntity draft)
    {
        var others = draft.Entity.Aliases.Count > 0 ? $" ({string.Join(", ", draft.Entity.Aliases)})" : "";
        return draft.Entity.Name + others + (draft.Doubts.Count > 0 ? "?" : "");
    }
}
