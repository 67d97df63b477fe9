using System.CommandLine;
using ChatBot.Knowledge.Understanding.Intents;
using ChatBot.Operations;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot intents</c>: learns any intent data set, and guesses.</summary>
internal static class IntentsCommand
{
    public static Command Build(CommandContext context)
    {
        var train = CommandContext.FileOption("--train", "Examples to learn from: JSON lines {\"text\",\"intent\"}; the intent \"oos\" is none.");
        var test = CommandContext.FileOption("--test", "Messages to guess: JSON lines of the same form.");
        var output = CommandContext.FileOption("--out", "JSON lines {\"text\",\"got\",\"best\",\"best_score\",\"micros\"}; '-' is standard output.");
        var valid = new Option<string?>("--valid") { Description = "Further examples, learnt from as well: the threshold is found by cross-validation.", HelpName = "FILE" };
        var command = new Command("intents", "Learns intents from examples and guesses those of other messages. Uses no topic.") { train, test, output, valid };
        command.SetAction(async (parsed, cancellation) =>
        {
            var examples = Read(parsed.GetRequiredValue(train));
            if (parsed.GetValue(valid) is { } more) examples.AddRange(Read(more));
            if (!examples.Exists(example => example.Intent is not null)) throw new FormatException($"{parsed.GetValue(train)}: no example has an intent, so there is nothing to learn.");
            var texts = Read(parsed.GetRequiredValue(test)).ConvertAll(example => example.Text);
            var classifier = IntentClassifier.Train(examples);
            var summary = BatchSummary.Ready(context.Time);
            var guesses = IntentBatch.Predict(classifier, texts, context.Time).Select(guess => guess.ToJson());
            var count = await JsonLines.WriteAsync(parsed.GetRequiredValue(output), guesses, context.Screen.Output, cancellation);
            await context.Screen.Error.WriteLineAsync(summary.Line(count, "message"));
            return 0;
        });
        return command;
    }

    private static List<IntentExample> Read(string path) => IntentBatch.ReadExamples(File.ReadLines(path), path);
}
