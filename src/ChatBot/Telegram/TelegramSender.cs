using System.Globalization;
using ChatBot.Chat;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.InlineQueryResults;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.Telegram;

/// <summary>
/// Sends and replaces messages, each when the pacer lets it. Where the platform asks for patience all the same it waits, and where no answer came it
/// tries again, a few times: then a message may stand there twice, because the platform has no key against that. What it refuses for good is thrown.
/// </summary>
internal sealed partial class TelegramSender(ITelegramBotClient client, TelegramPacer pacer, TelegramMembership membership, TimeProvider time, ILogger<TelegramSender> log)
{
    private const int MostAttempts = 5;

    /// <summary>Characters of the longest answer to a tap.</summary>
    public const int LongestAlert = 200;

    /// <summary>Sends the messages of one reply, the buttons under the last.</summary>
    /// <param name="chat">Where to; where it has moved since, if it has.</param>
    /// <param name="pages">The messages.</param>
    /// <param name="keyboard">The buttons; null for none.</param>
    /// <param name="replyTo">The message answered; null for none.</param>
    /// <param name="urgency">Who waits for it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their ids.</returns>
    /// <exception cref="RequestException">It was refused, or could not be sent in several attempts.</exception>
    public async Task<IReadOnlyList<string>> SendAsync(
        ChatAddress chat, IReadOnlyList<TelegramPage> pages, InlineKeyboardMarkup? keyboard, int? replyTo, SendUrgency urgency, CancellationToken cancellation)
    {
        var sent = new List<string>();
        for (var i = 0; i < pages.Count; i++) sent.Add(await SendAsync(chat, pages[i], i == pages.Count - 1 ? keyboard : null, replyTo, urgency, cancellation));
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
            else now.Add(await SendAsync(chat, pages[i], buttons, replyTo, SendUrgency.Reply, cancellation));
        }
        foreach (var left in earlier.Skip(pages.Count)) await DeleteAsync(chat, left, cancellation);
        return now;
    }

    /// <summary>Makes one attempt to send one message, when its turn comes; every end of it is a value.</summary>
    /// <exception cref="OperationCanceledException">It was given up before its turn came.</exception>
    public async Task<SendOutcome> TrySendAsync(ChatAddress chat, TelegramPage page, InlineKeyboardMarkup? keyboard, CancellationToken cancellation)
    {
        var to = membership.Current(chat);
        await pacer.WaitAsync(Identifier(to), SendUrgency.Delivery, cancellation);
        try
        {
            return new SendOutcome.Sent(await SendOnceAsync(to, page, keyboard, null, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new SendOutcome.Unknown(new RequestException("It was given up on its way.", true, null, null));
        }
        catch (RequestException failure)
        {
            var outcome = SendClassification.Of(failure);
            await NoteAsync(to, outcome, cancellation);
            return outcome;
        }
    }

    /// <summary>What a group is called; null where the platform doesn't say.</summary>
    public async Task<string?> TitleOfAsync(ChatAddress chat, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetChat(Identifier(membership.Current(chat)), cancellation)).Title;
        }
        catch (RequestException)
        {
            return null;
        }
    }

    /// <summary>Ends a button's spinning, with words for whoever tapped alone, which an alert keeps until they are put away; a failure to do so is only noted.</summary>
    public Task AnswerTapAsync(string query, string? text, CancellationToken cancellation, bool isAlert = false) =>
        AnswerQueryAsync(() => client.AnswerCallbackQuery(query, text, showAlert: isAlert, cancellationToken: cancellation), cancellation);

    /// <summary>Offers what somebody may send from any chat, the same to everybody who types the same; a failure to do so is only noted.</summary>
    public Task AnswerInlineAsync(string query, IReadOnlyList<InlineQueryResultArticle> articles, TimeSpan mayBeKept, CancellationToken cancellation) =>
        AnswerQueryAsync(() => client.AnswerInlineQuery(query, articles, (int)mayBeKept.TotalSeconds, isPersonal: false, cancellationToken: cancellation), cancellation);

    private async Task<string> SendAsync(ChatAddress chat, TelegramPage page, InlineKeyboardMarkup? keyboard, int? replyTo, SendUrgency urgency, CancellationToken cancellation)
    {
        try
        {
            return await SendThereAsync(membership.Current(chat));
        }
        catch (ApiRequestException refused) when (refused.Parameters?.MigrateToChatId is { } moved)
        {
            var now = new ChatAddress(chat.Platform, TelegramMapping.Number(moved));
            await membership.MovedAsync(membership.Current(chat), now, cancellation);
            return await SendThereAsync(now);
        }
        catch (ApiRequestException refused)
        {
            await NoteAsync(membership.Current(chat), SendClassification.Of(refused), cancellation);
            throw;
        }

        async Task<string> SendThereAsync(ChatAddress to)
        {
            var message = await PatientlyAsync(
                () => pacer.WaitAsync(Identifier(to), urgency, cancellation), () => SendOnceAsync(to, page, keyboard, replyTo, cancellation), Identifier(to), cancellation);
            return TelegramMapping.Number(message.Id);
        }
    }

    private async Task<Message> SendOnceAsync(ChatAddress to, TelegramPage page, InlineKeyboardMarkup? keyboard, int? replyTo, CancellationToken cancellation)
    {
        var request = new SendMessageRequest
        {
            ChatId = Identifier(to),
            Text = page.Html,
            ParseMode = ParseMode.Html,
            ReplyParameters = replyTo is { } answered ? answered : null,
            ReplyMarkup = keyboard,
            LinkPreviewOptions = LinkPreviewOptions.Off,
            MessageThreadId = to.Thread is { } thread ? int.Parse(thread, CultureInfo.InvariantCulture) : null,
        };
        try
        {
            return await client.SendRequest(request, cancellation);
        }
        catch (ApiRequestException refused) when (SendClassification.ReasonOf(refused) == RefusalReason.ParseError)
        {
            Log.MarkupRefused(log, refused.Description);
            return await client.SendRequest(request with { Text = page.Plain, ParseMode = null }, cancellation);
        }
    }

    /// <returns>False where there is nothing to edit any more.</returns>
    private async Task<bool> EditAsync(ChatAddress chat, string message, TelegramPage page, InlineKeyboardMarkup? keyboard, CancellationToken cancellation)
    {
        var to = Identifier(membership.Current(chat));
        try
        {
            await PatientlyAsync(() => pacer.WaitAsync(to, SendUrgency.Reply, cancellation), () => EditOnceAsync(to, Identifier(message), page, keyboard, cancellation), to, cancellation);
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

    private async Task<Message> EditOnceAsync(long chat, int message, TelegramPage page, InlineKeyboardMarkup? keyboard, CancellationToken cancellation)
    {
        try
        {
            return await client.EditMessageText(chat, message, page.Html, ParseMode.Html, keyboard, LinkPreviewOptions.Off, cancellationToken: cancellation);
        }
        catch (ApiRequestException refused) when (SendClassification.ReasonOf(refused) == RefusalReason.ParseError)
        {
            Log.MarkupRefused(log, refused.Description);
            return await client.EditMessageText(chat, message, page.Plain, null, keyboard, LinkPreviewOptions.Off, cancellationToken: cancellation);
        }
    }

    private async Task DeleteAsync(ChatAddress chat, string message, CancellationToken cancellation)
    {
        var from = Identifier(membership.Current(chat));
        try
        {
            await PatientlyAsync(() => Task.CompletedTask, () => client.DeleteMessage(from, Identifier(message), cancellation), from, cancellation);
        }
        catch (ApiRequestException refused)
        {
            Log.NotDeleted(log, refused.Description);
        }
    }

    private async Task AnswerQueryAsync(Func<Task<bool>> answer, CancellationToken cancellation)
    {
        try
        {
            await PatientlyAsync(() => Task.CompletedTask, answer, null, cancellation);
        }
        catch (ApiRequestException late) when (late.IsQueryTooOld())
        {
            Log.QueryTooOld(log);
        }
        catch (RequestException failure)
        {
            Log.QueryUnanswered(log, failure.Message);
        }
    }

    /// <summary>Tells of a chat that can't be written to any more, and of one that wants a pause.</summary>
    private async ValueTask NoteAsync(ChatAddress chat, SendOutcome outcome, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case SendOutcome.Refused { Reason: RefusalReason.TooManyRequests } refused: pacer.Hold(Identifier(chat), refused.RetryAfter); break;
            case SendOutcome.Refused { Reason: RefusalReason.Blocked or RefusalReason.Kicked or RefusalReason.ChatNotFound }: await membership.LeftAsync(chat, cancellation); break;
            case SendOutcome.Refused { MigrateToChatId: { } moved }: await membership.MovedAsync(chat, new ChatAddress(chat.Platform, TelegramMapping.Number(moved)), cancellation); break;
        }
    }

    /// <param name="turn">Waits for the call's turn, before every attempt.</param>
    /// <param name="call">One attempt.</param>
    /// <param name="chat">The chat that a refusal is about; null where it is about none.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task<T> PatientlyAsync<T>(Func<Task> turn, Func<Task<T>> call, long? chat, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            await turn();
            try
            {
                return await call();
            }
            catch (RequestException failure) when (attempt < MostAttempts && PauseAfter(failure, attempt) is { } asked)
            {
                Log.TriedAgain(log, failure.Message, asked.TotalSeconds);
                pause = asked;
                if (chat is { } refusing && failure is ApiRequestException { ErrorCode: 429 })
                {
                    pacer.Hold(refusing, asked);
                    pause = TimeSpan.Zero;
                }
            }
            if (pause > TimeSpan.Zero) await Task.Delay(pause, time, cancellation);
        }
    }

    private static TimeSpan? PauseAfter(RequestException failure, int attempt) => SendClassification.Of(failure) switch
    {
        SendOutcome.Refused { Reason: RefusalReason.TooManyRequests } refused => refused.RetryAfter,
        SendOutcome.NotSent or SendOutcome.Unknown => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)),
        _ => null,
    };

    private static long Identifier(ChatAddress chat) => long.Parse(chat.Chat, CultureInfo.InvariantCulture);

    private static int Identifier(string message) => int.Parse(message, CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Telegram: {Failure} Trying again in {Seconds} s.")]
        public static partial void TriedAgain(ILogger log, string failure, double seconds);

        [LoggerMessage(2, LogLevel.Error, "Telegram refused the markup of a reply ({Why}); it was sent as plain text.")]
        public static partial void MarkupRefused(ILogger log, string why);

        [LoggerMessage(3, LogLevel.Debug, "Telegram: a tap or an inline query was answered too late.")]
        public static partial void QueryTooOld(ILogger log);

        [LoggerMessage(4, LogLevel.Warning, "Telegram: a tap or an inline query could not be answered: {Failure}")]
        public static partial void QueryUnanswered(ILogger log, string failure);

        [LoggerMessage(5, LogLevel.Debug, "Telegram: an answer could not be edited, a new one is sent: {Why}")]
        public static partial void NotEdited(ILogger log, string why);

        [LoggerMessage(6, LogLevel.Debug, "Telegram: a part of an old answer could not be deleted: {Why}")]
        public static partial void NotDeleted(ILogger log, string why);
    }
}
