using System.CommandLine;
using System.Text.Json;
using ChatBot.Operations;
using ChatBot.Questions;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot check "CLAIM"</c>: what the documents make of a claim; or a file of claims in, a file of verdicts out.</summary>
internal static class CheckCommand
{
    public static Command Build(CommandContext context)
    {
        var words = new Argument<string[]>("claim") { Description = "The claim; quotation marks spare the shell's special characters.", Arity = ArgumentArity.ZeroOrMore };
        var claims = new Option<string?>("--claims") { Description = $"JSON lines {JsonLines.Form(CheckJson.Default.BatchClaim)} instead of one claim; '-' is standard input.", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "With --claims: JSON lines {\"id\",\"verdict\",\"text\",\"citations\",\"micros\"}; '-' is standard output.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The verdict as one line of JSON." };
        var documents = CommandContext.DocumentsOption();
        var command = new Command("check", "Says whether the documents support, contradict or dispute a claim, or don't tell.") { words, claims, output, documents, json };
        command.Validators.Add(result =>
        {
            var isFile = result.GetValue(claims) is not null;
            if (isFile == (result.GetValue(words) is { Length: > 0 })) result.AddError("Give a claim, or a file of claims with --claims.");
            if (result.GetValue(words) is { Length: > 0 } claim && string.Join(' ', claim) is var text)
            {
                if (string.IsNullOrWhiteSpace(text)) result.AddError("There is no claim in that. Write it like: chatbot check \"The summit takes place in Vilnius.\"");
                else if (text.Length > MessageHandler.LongestClaim) result.AddError($"A claim may have {MessageHandler.LongestClaim:N0} characters; this one has {text.Length:N0}.");
            }
            if (isFile != (result.GetValue(output) is not null)) result.AddError("--claims and --out go together.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(claims) is { } path)
            {
                var asked = JsonLines.ReadDistinct(path, CheckJson.Default.BatchClaim, context.Screen.Input, claim => claim.Id);
                var known = await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: true, cancellation);
                var summary = BatchSummary.Ready(context.Time);
                var count = await JsonLines.WriteAsync(
                    parsed.GetValue(output) ?? "-", asked.Select(claim => CheckBatch.Check(claim, known)), CheckJson.Default.BatchVerdict, context.Screen.Output, cancellation);
                await context.Screen.Error.WriteLineAsync(summary.Line(count, "claim"));
                return 0;
            }
            var message = string.Join(' ', parsed.GetValue(words) ?? []);
            var knowledge = await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: false, cancellation);
            if (parsed.GetValue(json)) context.Screen.Output.WriteLine(JsonSerializer.Serialize(CheckBatch.Check(new BatchClaim("1", message), knowledge), CheckJson.Default.BatchVerdict));
            else context.Screen.Output.Write(new TerminalReplyWriter(context.Screen.Width, context.Screen.Colours).Write(ClaimHandler.Handle(message, knowledge).Reply));
            return 0;
        });
        return command;
    }
}
