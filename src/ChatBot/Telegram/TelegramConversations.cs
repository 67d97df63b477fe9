using System.Data.Common;
using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>Deals with one update: reads it, has it answered, and sends what comes of it.</summary>
/// <param name="me">The bot itself.</param>
/// <param name="client">For asking who manages a group.</param>
/// <param name="handler">Answers.</param>
/// <param name="memory">The conversations.</param>
/// <param name="sender">Sends.</param>
/// <param name="membership">Is told of chats that the bot enters, leaves, or that move.</param>
/// <param name="feedback">Takes thumbs.</param>
/// <param name="time">For when those were given.</param>
/// <param name="log">The log.</param>
internal sealed partial class TelegramConversations(
    User me, ITelegramBotClient client, MessageHandler handler, ConversationMemory memory, TelegramSender sender, TelegramMembership membership, FeedbackBox feedback,
    TimeProvider time, ILogger<TelegramConversations> log)
{
    /// <summary>How long Telegram may offer the same for the same words by itself; documents change rarely, but they do.</summary>
    private static readonly TimeSpan InlineKept = TimeSpan.FromMinutes(5);

    private readonly TypingAllowance _typing = new(time);
    private readonly InlineArticles _articles = new(me.Username);

    /// <returns>What is to be noted of it.</returns>
    /// <exception cref="RequestException">The reply could not be sent.</exception>
    public async Task<UpdateOutcome> HandleAsync(Update update, CancellationToken cancellation)
    {
        switch (TelegramMapping.Read(update, me))
        {
            case TelegramEvent.Asked asked: return await AnswerAsync(asked.Message, cancellation);
            case TelegramEvent.Withdrawn withdrawn: return await WithdrawAsync(withdrawn.Message, cancellation);
            case TelegramEvent.Tapped tapped: return await TapAsync(tapped.Query, cancellation);
            case TelegramEvent.Wordless wordless: await AskForWordsAsync(wordless.Message, cancellation); break;
            case TelegramEvent.AskedInline inline: await OfferAsync(inline.Query, cancellation); break;
            case TelegramEvent.Joined joined: await EnterAsync(joined, cancellation); break;
            case TelegramEvent.Left left: await membership.LeftAsync(left.Chat, cancellation); break;
            case TelegramEvent.Moved moved: await membership.MovedAsync(moved.From, moved.To, cancellation); break;
        }
        return UpdateOutcome.Nothing;
    }

    /// <summary>A group that the bot is new in is told what it is for, once.</summary>
    private async Task EnterAsync(TelegramEvent.Joined joined, CancellationToken cancellation)
    {
        await membership.JoinedAsync(joined.Chat, cancellation);
        if (!joined.IsNewInGroup) return;
        var greeting = CommandReplies.Added(handler.Knowledge, question => TelegramMapping.HowToAsk(me, question));
        await sender.SendAsync(joined.Chat, TelegramReplyWriter.Write(greeting), null, null, SendUrgency.Reply, cancellation);
    }

    private async Task<UpdateOutcome> AnswerAsync(IncomingMessage message, CancellationToken cancellation)
    {
        message = Manageable(message);
        await handler.RecallAsync(message, cancellation);
        var earlier = memory.Find(message);
        // The first version of a message whose edited version came before it.
        if (earlier is not null && !message.IsEdit) return UpdateOutcome.Nothing;
        if (await RespondAsync(message, cancellation) is not { } response) return UpdateOutcome.Nothing;
        var pages = TelegramReplyWriter.Write(response.Reply);
        var keyboard = TelegramKeyboard.Of(response.Reply, handler.Knowledge);
        var question = int.Parse(message.Id, CultureInfo.InvariantCulture);
        if (response.LeavesAnswer)
        {
            await sender.SendAsync(message.Chat, pages, keyboard, question, SendUrgency.Reply, cancellation);
            return UpdateOutcome.Nothing;
        }
        var replies = earlier is null
            ? await sender.SendAsync(message.Chat, pages, keyboard, question, SendUrgency.Reply, cancellation)
            : await sender.ReplaceAsync(message.Chat, earlier.Replies, pages, keyboard, question, cancellation);
        memory.Remember(message, response, replies);
        await membership.ReopenedAsync(message.Chat, cancellation);
        return new UpdateOutcome(response.Unanswered, response.KeptFor(message, replies));
    }

    /// <summary>A question that was edited into something that is not meant for the bot: its answer goes.</summary>
    private async Task<UpdateOutcome> WithdrawAsync(IncomingMessage message, CancellationToken cancellation)
    {
        await handler.RecallAsync(message, cancellation);
        if (memory.Find(message) is not { Replies.Count: > 0 } answered) return UpdateOutcome.Nothing;
        await sender.ReplaceAsync(message.Chat, answered.Replies, [], null, int.Parse(message.Id, CultureInfo.InvariantCulture), cancellation);
        await handler.WithdrawnAsync(message.Chat, message.Id, cancellation);
        return new UpdateOutcome(null, new KeptAnswer(message.Chat, message.Id, null, [], [], false));
    }

    /// <summary>A question that the bot stumbles over is answered by saying so: it would stumble over it again however often it is tried.</summary>
    private async ValueTask<Response?> RespondAsync(IncomingMessage message, CancellationToken cancellation)
    {
        try
        {
            return await handler.RespondAsync(message, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException or DbException or RequestException))
        {
            Log.Stumbled(log, fault);
            var before = memory.Before(message);
            return new Response(Reply.Saying(PhraseCatalogue.Stumbled), before, before);
        }
    }

    private async Task AskForWordsAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (handler.Permit(message.Chat, message.Person, Effort.Errand) != Permission.Granted) return;
        await SendAsync(message.Chat, Reply.Saying(PhraseCatalogue.TextOnly), int.Parse(message.Id, CultureInfo.InvariantCulture), cancellation);
    }

    private async Task OfferAsync(InlineQuery query, CancellationToken cancellation)
    {
        // Every few letters typed are a query; where they come too fast the next one is answered.
        if (!_typing.Take(TelegramMapping.PersonOf(query.From))) return;
        await sender.AnswerInlineAsync(query.Id, query.Offset.Length > 0 ? [] : _articles.Of(query.Query, handler.Knowledge), InlineKept, cancellation);
    }

    private async Task<UpdateOutcome> TapAsync(CallbackQuery query, CancellationToken cancellation)
    {
        if (ButtonData.Read(query.Data) is not { } data || query.Message is not { } message)
        {
            await sender.AnswerTapAsync(query.Id, PhraseCatalogue.ButtonExpired, cancellation);
            return UpdateOutcome.Nothing;
        }
        var chat = TelegramMapping.AddressOf(message);
        var person = TelegramMapping.PersonOf(query.From);
        if (data is ButtonData.Command { Owner: { } owner } && owner != person.Value)
        {
            await sender.AnswerTapAsync(query.Id, PhraseCatalogue.NotYours, cancellation);
            return UpdateOutcome.Nothing;
        }
        if (handler.Permit(chat, person, data.Effort) != Permission.Granted)
        {
            await sender.AnswerTapAsync(query.Id, PhraseCatalogue.TooManyTaps, cancellation);
            return UpdateOutcome.Nothing;
        }
        if (data is ButtonData.Thumb thumb)
        {
            await sender.AnswerTapAsync(query.Id, await TakeThumbAsync(thumb, chat, person, message, cancellation), cancellation);
            return UpdateOutcome.Nothing;
        }
        var tapped = Manageable(new IncomingMessage(chat, person, $"tap on {message.Id}", "", message.Chat.Id > 0));
        if (await RefusalAsync(data, tapped, message, cancellation) is { } refusal)
        {
            await sender.AnswerTapAsync(query.Id, refusal, cancellation, isAlert: true);
            return UpdateOutcome.Nothing;
        }
        if (await RespondAsync(data, tapped, query, cancellation) is not { } response)
        {
            await sender.AnswerTapAsync(query.Id, PhraseCatalogue.ButtonExpired, cancellation);
            return UpdateOutcome.Nothing;
        }
        await sender.AnswerTapAsync(query.Id, null, cancellation);
        // Answers to a choice stand under the question itself, so that their own buttons find it.
        var under = data is ButtonData.Choice ? message.ReplyToMessage?.Id ?? message.Id : message.Id;
        var replies = await SendAsync(chat, response.Reply, under, cancellation);
        memory.Remember(tapped, response, replies);
        // A button may be tapped again, for an answer of its own.
        return new UpdateOutcome(response.Unanswered, response.KeptFor(tapped, replies) is { } kept && replies.Count > 0 ? kept with { Question = $"{tapped.Id} for {replies[0]}" } : null);
    }

    /// <summary>What whoever may not give a button's command is told, alone: who may, and how to have it in private. Null where they may.</summary>
    private async ValueTask<string?> RefusalAsync(ButtonData data, IncomingMessage tapped, Message message, CancellationToken cancellation)
    {
        var isForManagers = data switch
        {
            ButtonData.Watch => true,
            ButtonData.Command given => CommandText.Read(given.Text) is { } command && CommandCatalogue.IsForManagers(command),
            _ => false,
        };
        if (tapped.IsPrivate || !isForManagers || await tapped.MayManage(cancellation)) return null;
        if (data is not ButtonData.Watch watch || (watch.Question ?? QuestionOf(message)) is not { } question) return PhraseCatalogue.ManagersOnly;
        var whole = PhraseCatalogue.WatchInPrivate(CommandText.Read(question) is { Argument.Length: > 0 } typed ? typed.Argument : question);
        return whole.Length <= TelegramSender.LongestAlert ? whole : PhraseCatalogue.ManagersOnly;
    }

    /// <summary>What a tapped button brings; null where what it names is gone.</summary>
    private async ValueTask<Response?> RespondAsync(ButtonData data, IncomingMessage tapped, CallbackQuery query, CancellationToken cancellation)
    {
        var before = memory.Before(tapped);
        switch (data)
        {
            case ButtonData.Place place: return await handler.PassageAsync(place.Mark, cancellation) is { } passage ? new Response(passage, before, before) : null;
            case ButtonData.Timeline timeline:
                if ((timeline.About ?? (TurnOf(query.Message) is { } turn ? WholeQuestion.MatterOf(turn.Answer) : QuestionOf(query.Message))) is not { } about) return null;
                var asked = tapped with { Text = $"/timeline {CommandText.Read(about)?.Argument ?? about}" };
                return await handler.AnswerAsync(asked, Conversation.New, cancellation) with { Before = before, After = before };
            case ButtonData.Watch watch:
                return (watch.Question ?? (TurnOf(query.Message) is { } answered ? WholeQuestion.Of(answered, handler.Knowledge) : QuestionOf(query.Message))) is { } question
                    ? await handler.AnswerAsync(tapped with { Text = $"/{TelegramMapping.WatchCommand} {question}" }, before, cancellation)
                    : null;
            case ButtonData.Command command: return await handler.AnswerAsync(tapped with { Text = command.Text }, before, cancellation);
            case ButtonData.Ask ask: return await handler.AnswerAsync(tapped with { Text = ask.Question }, before, cancellation);
            case ButtonData.Choice:
                var label = query.Message?.ReplyMarkup?.InlineKeyboard.SelectMany(row => row).FirstOrDefault(button => button.CallbackData == query.Data)?.Text;
                return label is null ? null : await handler.AnswerAsync(tapped with { Text = label }, before, cancellation);
            default: return null;
        }
    }

    private async Task<string> TakeThumbAsync(ButtonData.Thumb thumb, ChatAddress chat, PersonId person, Message message, CancellationToken cancellation)
    {
        if (QuestionOf(message) is not { Length: > 0 } question || message.Text is not { } answer) return PhraseCatalogue.ButtonExpired;
        return await feedback.TakeAsync(FeedbackBox.MarkOf(chat, TelegramMapping.Number(message.Id), person), question, answer, thumb.Up, time.GetUtcNow(), cancellation) switch
        {
            ThumbTaken.Again => PhraseCatalogue.AlreadyNoted,
            ThumbTaken.Changed => PhraseCatalogue.FeedbackChanged,
            _ => PhraseCatalogue.ThanksForFeedback,
        };
    }

    /// <summary>What the message that a button stands under answers, as far as that is remembered.</summary>
    private Turn? TurnOf(Message? answer) => answer is null ? null : memory.TurnOf(TelegramMapping.AddressOf(answer), TelegramMapping.Number(answer.Id));

    private string? QuestionOf(Message? answer) => answer?.ReplyToMessage is { } question ? TelegramMapping.WordsOf(question, me) : null;

    /// <summary>The message, able to ask who manages its chat. Whoever writes in a group's own name does.</summary>
    private IncomingMessage Manageable(IncomingMessage message) =>
        message.IsPrivate ? message : message with { MayManage = async giveUp => message.Person.Value == message.Chat.Chat || await ManagesAsync(message, giveUp) };

    private async Task<bool> ManagesAsync(IncomingMessage message, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetChatMember(long.Parse(message.Chat.Chat, CultureInfo.InvariantCulture), long.Parse(message.Person.Value, CultureInfo.InvariantCulture), cancellation)).IsAdmin;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 403)
        {
            Log.NotKnownToManage(log, refused.Description);
            return false;
        }
    }

    private Task<IReadOnlyList<string>> SendAsync(ChatAddress chat, Reply reply, int replyTo, CancellationToken cancellation) =>
        sender.SendAsync(chat, TelegramReplyWriter.Write(reply), TelegramKeyboard.Of(reply, handler.Knowledge), replyTo, SendUrgency.Reply, cancellation);

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Error, "A question could not be answered through a fault of the program.")]
        public static partial void Stumbled(ILogger log, Exception fault);

        [LoggerMessage(2, LogLevel.Information, "Telegram doesn't say whether somebody manages a chat ({Why}); taken for no.")]
        public static partial void NotKnownToManage(ILogger log, string why);
    }
}
