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

    public Task ThumbAsync(string question, string answer, bool isUp, bool isChange, CancellationToken cancellation) =>
        isChange ? feedback.ChangeAsync(question, answer, isUp, time.GetUtcNow(), cancellation) : feedback.RecordAsync(question, answer, isUp, time.GetUtcNow(), cancellation);

    /// <summary>Whether it was the store that failed.</summary>
    public static bool IsOfStore(Exception failure) => failure is StoreException or DbException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A question without an answer could not be noted.")]
        public static partial void NotNoted(ILogger log, Exception failure);
    }
}
