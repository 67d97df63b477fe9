using System.CommandLine;
using ChatBot.Operations;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot answer</c>: a file of questions in, a file of answers out.</summary>
internal static class AnswerCommand
{
    public static Command Build(CommandContext context)
    {
        var questions = CommandContext.FileOption("--questions", $"JSON lines {JsonLines.Form(BatchJson.Default.BatchQuestion)}; '-' is standard input.");
        var output = CommandContext.FileOption("--out", "JSON lines {\"id\",\"kind\",\"text\",\"abstained\",\"citations\",\"confidence\",\"micros\"}; '-' is standard output.");
        var documents = CommandContext.DocumentsOption();
        var command = new Command("answer", "Answers a file of questions, for measuring.") { questions, output, documents };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = JsonLines.ReadDistinct(parsed.GetRequiredValue(questions), BatchJson.Default.BatchQuestion, context.Screen.Input, question => question.Id);
            var knowledge = await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: true, cancellation);
            var summary = BatchSummary.Ready(context.Time);
            var count = await JsonLines.WriteAsync(
                parsed.GetRequiredValue(output), asked.Select(question => AnswerBatch.Answer(question, knowledge)), BatchJson.Default.BatchAnswer, context.Screen.Output, cancellation);
            await context.Screen.Error.WriteLineAsync(summary.Line(count, "question"));
            return 0;
        });
        return command;
    }
}
