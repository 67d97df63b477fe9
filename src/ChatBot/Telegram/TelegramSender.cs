using System.Globalization;
using ChatBot.Chat;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.Telegram;

/// <summary>
/// Sends and replaces replies. Where the platform asks for patience it waits, and where no answer came it tries again, a few times: then a message
/// may stand there twice, because the platform has no key against that. What it refuses for good is thrown.
/// </summary>
internal sealed partial class TelegramSender(ITelegramBotClient client, TimeProvider time, ILogger<TelegramSender> log)
{
    private const int MostAttempts = 5;

    /// <summary>Sends the messages of one reply, the buttons under the last.</summary>
    /// <returns>Their ids.</returns>
    /// <exception cref="RequestException">It was refused, or could not be sent in several attempts.</exception>
    public async Task<IReadOnlyList<string>> SendAsync(
        ChatAddress chat, IReadOnlyList<TelegramPage> pages, InlineKeyboardMarkup? keyboard, int replyTo, CancellationToken cancellation)
    {
        var sent = new List<string>();
        for (var i = 0; i < pages.Count; i++) sent.Add(await SendAsync(chat, pages[i], i == pages.Count - 1 ? keyboard : null, replyTo, cancellation));
        return sent;
    }

    /// <summary>Puts the messages of a reply in the place of those sent earlier; what is left over is deleted, what is missing is sent.</summary>
    /// <returns>The ids that now stand for the reply.</returns>
    public async Task<IReadOnlyList<string>> ReplaceAsync(
        ChatAddress chat, IReadOnlyList<string> earlier, IReadOnlyList<TelegramPage> pages, InlineKeyboardMarkup? keyboard, int replyTo, CancellationToken cancellation)
    {
        var now = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var buttons = i == pages.Count - 1 ? keyboard : null;
            if (i < earlier.Count && await EditAsync(chat, earlier[i], pages[i], buttons, cancellation)) now.Add(earlier[i]);
            else now.Add(await SendAsync(chat, pages[i], buttons, replyTo, cancellation));
        }
        foreach (var left in earlier.Skip(pages.Count)) await DeleteAsync(chat, left, cancellation);
        return now;
    }

    /// <summary>Ends a button's spinning; a failure to do so is only noted.</summary>
    public async Task AnswerTapAsync(string query, string? text, CancellationToken cancellation)
    {
        try
        {
            await PatientlyAsync(() => client.AnswerCallbackQuery(query, text, cancellationToken: cancellation), cancellation);
        }
        catch (ApiRequestException late) when (late.IsQueryTooOld())
        {
            Log.TapTooOld(log);
        }
        catch (RequestException failure)
        {
            Log.TapUnanswered(log, failure.Message);
        }
    }

    private async Task<string> SendAsync(ChatAddress chat, TelegramPage page, InlineKeyboardMarkup? keyboard, int replyTo, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(Identifier(chat), page.Html, ParseMode.Html);
        }
        catch (ApiRequestException refused) when (SendClassification.ReasonOf(refused) == RefusalReason.ParseError)
        {
            Log.MarkupRefused(log, refused.Description);
            return await SendAsync(Identifier(chat), page.Plain, null);
        }
        catch (ApiRequestException refused) when (refused.Parameters?.MigrateToChatId is { } moved)
        {
            return await SendAsync(moved, page.Html, ParseMode.Html);
        }

        async Task<string> SendAsync(long to, string text, ParseMode? mode)
        {
            var message = await PatientlyAsync(
                () => client.SendMessage(
                    to, text, mode, replyTo, keyboard, LinkPreviewOptions.Off,
                    chat.Thread is { } thread ? int.Parse(thread, CultureInfo.InvariantCulture) : null, cancellationToken: cancellation),
                cancellation);
            return message.Id.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <returns>False where there is nothing to edit any more.</returns>
    private async Task<bool> EditAsync(ChatAddress chat, string message, TelegramPage page, InlineKeyboardMarkup? keyboard, CancellationToken cancellation)
    {
        try
        {
            await PatientlyAsync(
                () => client.EditMessageText(
                    Identifier(chat), int.Parse(message, CultureInfo.InvariantCulture), page.Html, ParseMode.Html, keyboard, LinkPreviewOptions.Off, cancellationToken: cancellation),
                cancellation);
            return true;
        }
        catch (ApiRequestException same) when (same.IsNotModified())
        {
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 400)
        {
            Log.NotEdited(log, refused.Description);
            return false;
        }
    }

    private async Task DeleteAsync(ChatAddress chat, string message, CancellationToken cancellation)
    {
        try
        {
            await PatientlyAsync(() => client.DeleteMessage(Identifier(chat), int.Parse(message, CultureInfo.InvariantCulture), cancellation), cancellation);
        }
        catch (ApiRequestException refused)
        {
            Log.NotDeleted(log, refused.Description);
        }
    }

    private static long Identifier(ChatAddress chat) => long.Parse(chat.Chat, CultureInfo.InvariantCulture);

    private async Task<T> PatientlyAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                return await call();
            }
            catch (RequestException failure) when (attempt < MostAttempts && PauseAfter(failure, attempt) is { } asked)
            {
                Log.TriedAgain(log, failure.Message, asked.TotalSeconds);
                pause = asked;
            }
            await Task.Delay(pause, time, cancellation);
        }
    }

    private static TimeSpan? PauseAfter(RequestException failure, int attempt) => SendClassification.Of(failure) switch
    {
        SendOutcome.Refused { Reason: RefusalReason.TooManyRequests } refused => refused.RetryAfter,
        SendOutcome.NotSent or SendOutcome.Unknown => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)),
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Telegram: {Failure} Trying again in {Seconds} s.")]
        public static partial void TriedAgain(ILogger log, string failure, double seconds);

        [LoggerMessage(2, LogLevel.Error, "Telegram refused the markup of a reply ({Why}); it was sent as plain text.")]
        public static partial void MarkupRefused(ILogger log, string why);

        [LoggerMessage(3, LogLevel.Debug, "Telegram: a tap was answered too late.")]
        public static partial void TapTooOld(ILogger log);

        [LoggerMessage(4, LogLevel.Warning, "Telegram: a tap could not be answered: {Failure}")]
        public static partial void TapUnanswered(ILogger log, string failure);

        [LoggerMessage(5, LogLevel.Debug, "Telegram: an answer could not be edited, a new one is sent: {Why}")]
        public static partial void NotEdited(ILogger log, string why);

        [LoggerMessage(6, LogLevel.Debug, "Telegram: a part of an old answer could not be deleted: {Why}")]
        public static partial void NotDeleted(ILogger log, string why);
    }
}
