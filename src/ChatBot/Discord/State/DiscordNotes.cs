using System.Data.Common;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>What is noted beside an answer. The answer is sent by then; failing to note must not have it sent again.</summary>
internal sealed partial class DiscordNotes(UnansweredQuestions unanswered, FeedbackBox feedback, TimeProvider time, ILogger<DiscordNotes> log)
{
    public async Task UnansweredAsync(Response response, CancellationToken cancellation)
    {
        if (response.Unanswered is not { } question) return;
        try
        {
            await unanswered.RecordAsync(question, time.GetUtcNow(), cancellation);
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            Log.NotNoted(log, failure);
        }
    }

    /// <summary>The thumb that a person gave an answer before; null where none is known.</summary>
    public async Task<bool?> ThumbBeforeAsync(ulong channel, ulong answer, ulong person, CancellationToken cancellation)
    {
        try
        {
            return await feedback.FindAsync(MarkOf(channel, answer, person), cancellation);
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            Log.NotNoted(log, failure);
            return null;
        }
    }

    public Task ThumbAsync(ulong channel, ulong message, ulong person, string question, string answer, bool isUp, CancellationToken cancellation) =>
        feedback.TakeAsync(MarkOf(channel, message, person), question, answer, isUp, time.GetUtcNow(), cancellation);

    private static string MarkOf(ulong channel, ulong message, ulong person) => FeedbackBox.MarkOf(DiscordMapping.AddressOf(channel), DiscordMapping.Number(message), DiscordMapping.PersonOf(person));

    /// <summary>Whether it was the store that failed.</summary>
    public static bool IsOfStore(Exception failure) => failure is StoreException or DbException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A question without an answer could not be noted.")]
        public static partial void NotNoted(ILogger log, Exception failure);
    }
}
