using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Store;
using SlashCommand = ChatBot.DiscordClient.Interactions.SlashCommand;

namespace ChatBot.Discord.Conversations;

/// <summary>Deals with one interaction: a command, a message's menu, a form, a half-typed option; taps go to <see cref="DiscordTaps"/>. Every one is answered.</summary>
internal sealed partial class DiscordInteractions(
    ulong me, MessageHandler handler, ConversationMemory memory, InteractionResponder responder, DiscordTaps taps, DiscordSuggestions suggestions, DiscordServerSettings servers, DiscordOnce once, DiscordNotes notes, AnswersByMessage answers,
    ILogger<DiscordInteractions> log)
{
    public async Task HandleAsync(Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            await (interaction.Data switch
            {
                Autocomplete typing => OfferAsync(interaction, typing, cancellation),
                SlashCommand command => CommandAsync(interaction, command, cancellation),
                MessageCommand menu => MenuAsync(interaction, menu, cancellation),
                ModalSubmit form => FormAsync(interaction, form, cancellation),
                ComponentUse use => taps.HandleAsync(interaction, use, cancellation),
                _ => UnknownAsync(interaction, cancellation),
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.Failed(log, interaction.Id, failure);
            await (interaction.Data is Autocomplete ? responder.OfferAsync(interaction, [], cancellation) : SayAsync(interaction, PhraseCatalogue.Failed, cancellation));
        }
    }

    private async Task OfferAsync(Interaction interaction, Autocomplete typing, CancellationToken cancellation)
    {
        if (typing.Focused is not { Text: { } typed } option)
        {
            await responder.OfferAsync(interaction, [], cancellation);
            return;
        }
        // What a chat follows ends by its name; nothing else can be meant there.
        var isOfChat = typing.Name is CommandCatalogue.Unsubscribe or CommandCatalogue.Unwatch;
        var ofChat = isOfChat ? await handler.ChoicesAsync(typing.Name, DiscordMapping.AddressOf(interaction.ChannelId ?? 0), cancellation) : [];
        await responder.OfferAsync(interaction, isOfChat && ofChat.Count == 0 ? [] : suggestions.For(option.Name, typed, ofChat), cancellation);
    }

    private async Task CommandAsync(Interaction interaction, SlashCommand command, CancellationToken cancellation)
    {
        if (command.Name == DiscordCommands.ServerSettings)
        {
            await servers.ShowAsync(interaction, cancellation);
            return;
        }
        if (CommandCatalogue.Find(command.Name) is not { } known)
        {
            await SayAsync(interaction, PhraseCatalogue.UnknownCommand, cancellation);
            return;
        }
        var argument = string.Join(' ', known.Arguments.Select(name => command.Text(name)?.Trim()).Where(text => !string.IsNullOrEmpty(text)));
        var isEphemeral = interaction.GuildId is not null
            && (!DiscordCommands.IsLookUp(known.Name) || await servers.IsForOneAloneAsync(interaction, command.Flag(DiscordCommands.OnlyForMe), cancellation));
        if (known.NeedsArgument && argument.Length == 0 && DiscordCommands.HasForm(known.Name))
            await responder.OpenAsync(interaction, DiscordCommands.FormOf(known.Name, isEphemeral), cancellation);
        else await AnswerAsync(interaction, known.Name, argument, isEphemeral, cancellation);
    }

    private Task FormAsync(Interaction interaction, ModalSubmit form, CancellationToken cancellation) =>
        DiscordCommands.ReadForm(form.CustomId) is { } read && form.Fields.TryGetValue(DiscordCommands.Field, out var text)
            ? AnswerAsync(interaction, read.Command, text.Trim(), read.IsEphemeral, cancellation)
            : SayAsync(interaction, PhraseCatalogue.ButtonExpired, cancellation);

    private Task MenuAsync(Interaction interaction, MessageCommand menu, CancellationToken cancellation)
    {
        var name = menu.Name switch
        {
            DiscordCommands.CheckMenu => CommandCatalogue.Check,
            DiscordCommands.AskMenu => "ask",
            _ => null,
        };
        if (name is null) return SayAsync(interaction, PhraseCatalogue.UnknownCommand, cancellation);
        if (menu.Message is { } own && own.Author?.Id == me)
            return SayAsync(interaction, name == CommandCatalogue.Check ? OwnAnswer.WhatItIs(DiscordMapping.WordsOfOwn(own), handler.Knowledge) : PhraseCatalogue.AskAboutOwn, cancellation);
        var isEphemeral = interaction.GuildId is not null;
        var words = menu.Message is { } message ? DiscordMapping.WordsOf(message, me) : "";
        if (words.Length == 0) return SayAsync(interaction, PhraseCatalogue.TextOnly, cancellation);
        return words.Length > MessageHandler.LongestQuestion
            ? responder.OpenAsync(interaction, DiscordCommands.FormOf(name, isEphemeral, words), cancellation)
            : AnswerAsync(interaction, name, words, isEphemeral, cancellation);
    }

    private async Task AnswerAsync(Interaction interaction, string command, string argument, bool isEphemeral, CancellationToken cancellation)
    {
        // Questions are asked as they would be without a command, so that a follow-up fits.
        var text = command == "ask" ? argument : $"/{command} {argument}".TrimEnd();
        var message = DiscordTaps.MessageOf(interaction, text) with { IsForOneAlone = isEphemeral };
        if (handler.Permit(message.Chat, message.Person, MessageHandler.EffortOf(text)) != Permission.Granted)
        {
            await SayAsync(interaction, MessageHandler.RefusalOf(text), cancellation);
            return;
        }
        Response? response = null;
        var ids = await responder.AnswerAsync(
            interaction,
            async () =>
            {
                if (!DiscordCommands.IsLookUp(command) && !await once.PassAsync(interaction, cancellation)) return [DiscordTaps.Word(PhraseCatalogue.Interrupted)];
                var before = memory.Before(message);
                response = await handler.AnswerAsync(await handler.UnderstoodAsync(message, before, cancellation), before, cancellation);
                // Before anyone can see it, and so go on from it.
                memory.Remember(message, response, []);
                return DiscordTaps.MessagesOf(response.Reply, argument.Length > 0 || DiscordCommands.IsLookUp(command) ? text : null, handler.Knowledge, isEphemeral);
            },
            isEphemeral, takesPlace: false, cancellation);
        if (response is null || ids.Count == 0) return;
        string[] replies = [.. ids.Select(DiscordMapping.Number)];
        memory.Remember(message, response, replies);
        await notes.UnansweredAsync(response, cancellation);
        // Those who manage the channel may take it away.
        if (!isEphemeral && DiscordCommands.IsLookUp(command) && response.KeptFor(message, replies) is { } kept) await answers.RememberAsync(kept, cancellation);
    }

    private Task UnknownAsync(Interaction interaction, CancellationToken cancellation)
    {
        Log.Unknown(log, interaction.Id, (int)interaction.Type);
        return interaction.Data is UserCommand ? SayAsync(interaction, PhraseCatalogue.UnknownCommand, cancellation) : Task.CompletedTask;
    }

    private Task SayAsync(Interaction interaction, string words, CancellationToken cancellation) =>
        responder.AnswerAsync(interaction, () => ValueTask.FromResult<IReadOnlyList<MessageProperties>>([DiscordTaps.Word(words)]), isEphemeral: true, takesPlace: false, cancellation);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Discord: interaction {Id} failed.")]
        public static partial void Failed(ILogger log, ulong id, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "Discord: interaction {Id} is of a kind ({Kind}) that this version doesn't know.")]
        public static partial void Unknown(ILogger log, ulong id, int kind);
    }
}
