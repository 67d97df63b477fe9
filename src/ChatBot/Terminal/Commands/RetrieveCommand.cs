using System.CommandLine;
using ChatBot.Knowledge.Retrieval;
using ChatBot.Operations;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot retrieve</c>: searches any collection of documents.</summary>
internal static class RetrieveCommand
{
    public static Command Build(CommandContext context)
    {
        var corpus = CommandContext.FileOption("--corpus", "The documents: JSON lines {\"id\",\"title\"?,\"text\"}.");
        var sentences = CommandContext.FileOption("--sentences", "Their sentences: JSON lines {\"id\",\"document\",\"text\"}.");
        var questions = CommandContext.FileOption("--questions", "JSON lines {\"id\",\"question\"}; '-' is standard input.");
        var output = CommandContext.FileOption(
            "--out", "JSON lines {\"id\",\"documents\",\"scores\",\"sentence\",\"sentence_score\",\"confidence\",\"micros\"}; '-' is standard output.");
        var command = new Command("retrieve", "Finds, for a file of questions, documents and the best sentence of any collection. Uses no topic.") { corpus, sentences, questions, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var input = context.Screen.Input;
            var asked = JsonLines.ReadDistinct(parsed.GetRequiredValue(questions), RetrievalJson.Default.RetrievalQuestion, input, question => question.Id);
            var collection = Collection(
                JsonLines.ReadDistinct(parsed.GetRequiredValue(corpus), RetrievalJson.Default.CollectionDocument, input, document => document.Id),
                JsonLines.Read(parsed.GetRequiredValue(sentences), RetrievalJson.Default.CollectionSentence, input),
                parsed.GetRequiredValue(sentences));
            var summary = BatchSummary.Ready(context.Time);
            var found = asked.Select(question => RetrievalLine.Of(question.Id, collection.Find(question.Question)));
            var count = await JsonLines.WriteAsync(parsed.GetRequiredValue(output), found, RetrievalJson.Default.RetrievalLine, context.Screen.Output, cancellation);
            await context.Screen.Error.WriteLineAsync(summary.Line(count, "question"));
            return 0;
        });
        return command;
    }

    private static RetrievalBatch Collection(List<CollectionDocument> documents, List<CollectionSentence> sentences, string sentencesPath)
    {
        var known = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        var stray = sentences.Find(sentence => !known.Contains(sentence.Document));
        return stray is null
            ? new RetrievalBatch(documents, sentences)
            : throw new FormatException($"{sentencesPath}: the sentence '{stray.Id}' names the document '{stray.Document}', which is not in the corpus.");
    }
}
