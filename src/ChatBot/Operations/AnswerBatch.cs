using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;

namespace ChatBot.Operations;

/// <summary>One line of a question file.</summary>
public sealed record BatchQuestion(string Id, string Question, IReadOnlyList<string>? History = null);

/// <summary>One line of an answer file.</summary>
public sealed record BatchAnswer(string Id, string Kind, string Text, bool Abstained, IReadOnlyList<string> Citations, double Confidence, double Micros);

/// <summary>Answers question files, for measuring.</summary>
public static class AnswerBatch
{
    /// <summary>The answer to one line; what came before in its history is asked first.</summary>
    public static BatchAnswer Answer(BatchQuestion line, KnowledgeBase knowledge)
    {
        if (MessageHandler.TooLong(line.Question) is { } tooLong) return new BatchAnswer(line.Id, nameof(NotKnown), tooLong, true, [], 0, 0);
        var conversation = Conversation.New;
        foreach (var earlier in line.History ?? []) conversation = QuestionHandler.Handle(earlier, conversation, knowledge).Conversation;
        var started = Stopwatch.GetTimestamp();
        var (answer, reply, _, _) = QuestionHandler.Handle(line.Question, conversation, knowledge);
        var micros = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        return new BatchAnswer(
            line.Id, answer.GetType().Name, PlainReplyWriter.WriteText(reply), answer.Abstained, [.. reply.Sources.Select(s => s.Document).Distinct()],
            Math.Round(answer.Confidence, 4), Math.Round(micros, 1));
    }
}

/// <summary>JSON of the batch files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(BatchQuestion))]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class BatchJson : JsonSerializerContext;
