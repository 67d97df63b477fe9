using System.CommandLine;
using ChatBot.Operations;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot replay</c>: a file of documents in, what each would have changed and who would have been told out.</summary>
internal static class ReplayCommand
{
    public static Command Build(CommandContext context)
    {
        var updates = CommandContext.FileOption("--updates", "JSON lines {\"id\",\"title\",\"publisher\",\"published\",\"text\"}, in the order they came, an id that comes again being the next version; '-' is standard input.");
        var watched = new Option<string[]>("--watch") { Description = "A watched question; give several, or the option several times.", HelpName = "QUESTION", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var output = CommandContext.FileOption("--out", "JSON lines {\"id\",\"novel\",\"changes\",\"topics\",\"notified\",\"differs\"}; '-' is standard output. As with a feed, \"novel\" is false also for what names too little of the topic.");
        var documents = CommandContext.DocumentsOption();
        var command = new Command("replay", "Shows what new documents would change and which watched questions they would answer anew. Nothing of it is stored, and nobody is told.") { updates, watched, output, documents };
        command.SetAction(async (parsed, cancellation) =>
        {
            var lines = JsonLines.Read(parsed.GetRequiredValue(updates), ReplayJson.Default.BatchUpdate, context.Screen.Input);
            var replay = new ReplayBatch(await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: true, cancellation), parsed.GetValue(watched) ?? []);
            var summary = BatchSummary.Ready(context.Time);
            var count = await JsonLines.WriteAsync(parsed.GetRequiredValue(output), lines.Select(replay.Take), ReplayJson.Default.BatchUpdateOutcome, context.Screen.Output, cancellation);
            await context.Screen.Error.WriteLineAsync(summary.Line(count, "update"));
            return 0;
        });
        return command;
    }
}
