using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;

namespace ChatBot.Discord.Conversations;

/// <summary>
/// Deals with taps on buttons and choices from menus. In a server only who tapped sees what comes of it, and can share it; but one's own choice
/// among readings of a question takes the choices' place.
/// </summary>
internal sealed class DiscordTaps(
    ulong me, MessageHandler handler, ConversationMemory memory, InteractionResponder responder, DiscordRestClient rest, DiscordServerSettings servers, DiscordOnce once, DiscordNotes notes, TimeProvider time)
{
    private readonly ExpiringMap<(ulong Message, ulong Person), bool> _thumbs = new(ConversationMemory.MostEntries, TimeSpan.FromDays(1), time);
    private readonly SemaphoreSlim _noting = new(1);
    private readonly ExpiringMap<ulong, bool> _shared = new(ConversationMemory.MostEntries, TimeSpan.FromDays(1), time);

    public async Task HandleAsync(Interaction interaction, ComponentUse use, CancellationToken cancellation)
    {
        var data = ButtonData.Read(use.CustomId);
        if (data is ButtonData.Menu) data = use.Values is [var value] ? ButtonData.Read(value) : null;
        if (data is null || interaction.Message is not { } source || source.Author?.Id != me)
        {
            await SayAsync(interaction, PhraseCatalogue.ButtonExpired, cancellation);
            return;
        }
        if (data is ButtonData.Said { Owner: { } owner } && owner != DiscordMapping.PersonOf(interaction.User.Id).Value)
        {
            await SayAsync(interaction, PhraseCatalogue.NotYours, cancellation);
            return;
        }
        if (handler.Permit(DiscordMapping.AddressOf(interaction.ChannelId ?? 0), DiscordMapping.PersonOf(interaction.User.Id), data.Effort) != Permission.Granted)
        {
            await SayAsync(interaction, PhraseCatalogue.TooManyTaps, cancellation);
            return;
        }
        switch (data)
        {
            case ButtonData.Thumb thumb: await TakeThumbAsync(interaction, thumb, source, cancellation); break;
            case ButtonData.Setting setting: await servers.ChangeAsync(interaction, setting.Change, cancellation); break;
            case ButtonData.Share: await ShareAsync(interaction, source, cancellation); break;
            default: await AnswerAsync(interaction, data, source, cancellation); break;
        }
    }

    /// <summary>An interaction as a message, with what Discord says of the person's rights at this very moment.</summary>
    public static IncomingMessage MessageOf(Interaction interaction, string text) => new(
        DiscordMapping.AddressOf(interaction.ChannelId ?? 0), DiscordMapping.PersonOf(interaction.User.Id), DiscordMapping.Number(interaction.Id), text, interaction.GuildId is null)
    {
        MayManage = _ => ValueTask.FromResult(DiscordMapping.MayManage(interaction)),
        MissingRight = DiscordMapping.MissingRight(interaction),
        OtherWayToCheck = PhraseCatalogue.CheckByMenu,
        MenuCommands = interaction.GuildId is null ? [] : DiscordCommands.OfServers,
    };

    /// <summary>A reply as messages, the buttons under the last.</summary>
    public static IReadOnlyList<MessageProperties> MessagesOf(Reply reply, string? asked, KnowledgeBase knowledge, bool isEphemeral)
    {
        var pages = DiscordReplyWriter.Write(reply, asked);
        var buttons = DiscordButtons.Of(reply, knowledge, canShare: isEphemeral);
        return [.. pages.Select((page, i) => page.ToMessage(i == pages.Count - 1 ? buttons : [], isEphemeral))];
    }

    /// <summary>A short word of the bot's own, for one alone.</summary>
    public static MessageProperties Word(string words) => DiscordReplyWriter.Write(Reply.Saying(words))[0].ToMessage(isEphemeral: true);

    private async Task AnswerAsync(Interaction interaction, ButtonData data, Message source, CancellationToken cancellation)
    {
        // A choice goes on from where the question stood; what else is tapped begins for itself.
        var isChoice = data is ButtonData.Choice || (data is ButtonData.Said { Text: var words } && CommandText.Read(words) is null);
        var takesPlace = isChoice && IsOfChoices(source) && AskerOf(source) == interaction.User.Id;
        var isEphemeral = source.Flags.HasFlag(MessageFlags.Ephemeral) || (interaction.GuildId is not null && !takesPlace);
        IncomingMessage? message = null;
        Response? response = null;
        // All that may have to wait stands within, where a promise takes over when the platform's patience runs out.
        var ids = await responder.AnswerAsync(
            interaction,
            async () =>
            {
                if (data is ButtonData.Place place)
                    return await handler.PassageAsync(place.Mark, cancellation) is { } passage ? MessagesOf(passage, null, handler.Knowledge, isEphemeral) : [Word(PhraseCatalogue.ButtonExpired)];
                if (await TextOfAsync(data, source, cancellation) is not { } text) return [Word(PhraseCatalogue.ButtonExpired)];
                message = MessageOf(interaction, text);
                var command = CommandText.Read(text);
                if (command is { Name: var name } && !DiscordCommands.IsLookUp(name) && !await once.PassAsync(interaction, cancellation)) return [Word(PhraseCatalogue.Interrupted)];
                response = await handler.AnswerAsync(message, isChoice ? memory.Before(message) : Conversation.New, cancellation);
                // Read again: some commands make it be forgotten.
                if (!isChoice && memory.Before(message) is var now) response = response with { Before = now, After = now };
                memory.Remember(message, response, []);
                // What a button commands is the bot's own wording; people see what it was about.
                return MessagesOf(response.Reply, command is null || DiscordCommands.IsLookUp(command.Value.Name) && !command.Value.IsNumbered ? text : null, handler.Knowledge, isEphemeral);
            },
            isEphemeral, takesPlace, cancellation);
        if (message is null || response is null || ids.Count == 0) return;
        memory.Remember(message, response, [.. ids.Select(DiscordMapping.Number)]);
        await notes.UnansweredAsync(response, cancellation);
    }

    /// <summary>What a tap says, as if it were typed; null where that is gone.</summary>
    private async ValueTask<string?> TextOfAsync(ButtonData data, Message source, CancellationToken cancellation)
    {
        switch (data)
        {
            case ButtonData.Said said: return said.Text;
            case ButtonData.Followed followed:
                if (CommandCatalogue.Find(followed.Name) is null || (followed.Subject ?? await QuestionOfAsync(source, cancellation)) is not { } subject) return null;
                return $"/{followed.Name} {subject}".TrimEnd();
            case ButtonData.Choice choice:
                // Asked again, the question has the same choices.
                if (await QuestionOfAsync(source, cancellation) is not { } question) return null;
                var choices = QuestionHandler.Handle(question, Conversation.New, handler.Knowledge).Reply.Actions.Where(action => action.Kind == ReplyActionKind.Ask).DistinctBy(action => action.Subject).ToList();
                return choice.Index < choices.Count ? choices[choice.Index].Subject : null;
            default: return null;
        }
    }

    /// <summary>A thumb is noted behind its answer, because the disk is slow, and only where the platform took that: what it tells of twice it doesn't let be answered twice.</summary>
    private async Task TakeThumbAsync(Interaction interaction, ButtonData.Thumb thumb, Message source, CancellationToken cancellation)
    {
        if (await QuestionOfAsync(source, cancellation) is not { Length: > 0 } question)
        {
            await SayAsync(interaction, PhraseCatalogue.ButtonExpired, cancellation);
            return;
        }
        var key = (source.Id, interaction.User.Id);
        var known = _thumbs.TryGet(key, out var up) ? up : await notes.ThumbBeforeAsync(source.ChannelId, source.Id, interaction.User.Id, cancellation);
        if (known == thumb.Up)
        {
            await SayAsync(interaction, PhraseCatalogue.AlreadyNoted, cancellation);
            return;
        }
        // Before it is answered: then the person may tap again, and the last counts.
        _thumbs.Set(key, thumb.Up);
        if (!await SayAsync(interaction, known is null ? PhraseCatalogue.ThanksForFeedback : PhraseCatalogue.FeedbackChanged, cancellation))
        {
            _thumbs.Remove((of, _) => of == key);
            return;
        }
        var answer = source.Embeds.Count > 0 ? source.Embeds[0].Description ?? "" : source.Content;
        await _noting.WaitAsync(cancellation);
        try
        {
            // Who taps again may be quicker than the disk.
            var last = !_thumbs.TryGet(key, out var now) ? thumb.Up : now;
            await notes.ThumbAsync(source.ChannelId, source.Id, interaction.User.Id, question, Format.Unsanitize(answer), last, cancellation);
        }
        finally
        {
            _noting.Release();
        }
    }

    private async Task ShareAsync(Interaction interaction, Message source, CancellationToken cancellation)
    {
        if (_shared.TryGet(source.Id, out _))
        {
            await SayAsync(interaction, PhraseCatalogue.AlreadyShared, cancellation);
            return;
        }
        if (await servers.IsForOneAloneAsync(interaction, wish: false, cancellation))
        {
            await SayAsync(interaction, PhraseCatalogue.NotSharedHere, cancellation);
            return;
        }
        _shared.Set(source.Id, true);
        var rows = source.Components.Select(row => row with { Components = [.. (row.Components ?? []).Where(component => component.CustomId is not { } id || ButtonData.Read(id) is not ButtonData.Share)] });
        var shared = new MessageProperties { Content = source.Content, Embeds = source.Embeds, Components = [.. rows.Where(row => row.Components is { Count: > 0 })] };
        var ids = await responder.AnswerAsync(interaction, () => ValueTask.FromResult<IReadOnlyList<MessageProperties>>([shared]), isEphemeral: false, takesPlace: false, cancellation);
        memory.Repeat(DiscordMapping.AddressOf(source.ChannelId), DiscordMapping.Number(source.Id), ids.Select(DiscordMapping.Number));
    }

    /// <summary>The question that a message of the bot answers: it stands above the answer, or in the message replied to.</summary>
    private async ValueTask<string?> QuestionOfAsync(Message answer, CancellationToken cancellation)
    {
        if (answer.Embeds is [{ Author.Name: { Length: > 0 } asked }, ..]) return asked;
        var question = answer.ReferencedMessage;
        if (question is null && answer.MessageReference is { MessageId: { } id })
            question = await rest.GetMessageAsync(answer.ChannelId, id, cancellation) is RestResult<Message>.Done found ? found.Value : null;
        return question is { Content.Length: > 0, Author: { Bot: false } } ? DiscordMapping.WordsOf(question, me) : null;
    }

    private static ulong? AskerOf(Message answer) => answer.InteractionMetadata?.User?.Id ?? answer.ReferencedMessage?.Author?.Id;

    /// <summary>Whether a message only offers questions to choose from.</summary>
    private static bool IsOfChoices(Message message) => message.Components.SelectMany(row => row.Components ?? [])
        .All(component => component.CustomId is { } id && ButtonData.Read(id) is ButtonData.Menu or ButtonData.Choice or ButtonData.Said or ButtonData.Share);

    /// <returns>Whether the platform took it.</returns>
    private async Task<bool> SayAsync(Interaction interaction, string words, CancellationToken cancellation) => (await responder.AnswerAsync(
        interaction, () => ValueTask.FromResult<IReadOnlyList<MessageProperties>>([Word(words)]), isEphemeral: true, takesPlace: false, cancellation)).Count > 0;
}
