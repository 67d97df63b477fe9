using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord.Conversations;

/// <summary>Answers messages: new ones, changed ones by changing the answer, deleted ones by deleting it.</summary>
internal sealed class DiscordConversations(
    MessageHandler handler, ConversationMemory memory, DiscordSender sender, AnswersByMessage answers, DiscordServers servers, DiscordServerSettings settings, DiscordNotes notes,
    IReadOnlyList<IChatMembership> membership, TimeProvider time)
{
    private readonly ExpiringMap<(ulong Channel, ulong Author), bool> _hinted = new(ConversationMemory.MostEntries, ConversationMemory.Life, time);
    private readonly ExpiringMap<(ulong Channel, ulong Question), string> _texts = new(ConversationMemory.MostEntries, ConversationMemory.Life, time);

    /// <param name="question">A message, or its newest version.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DiscordClient.Rest.RequestFailedException">The answer could not be sent.</exception>
    public async Task AnswerAsync(DiscordQuestion question, CancellationToken cancellation)
    {
        // The platform tells of link previews as if the message were changed.
        if (_texts.TryGet((question.Channel, question.Id), out var text) && text == question.Text) return;
        if (!await settings.MayAnswerAsync(question.Guild, question.Channel, cancellation)) return;
        var message = new IncomingMessage(
            DiscordMapping.AddressOf(question.Channel), DiscordMapping.PersonOf(question.Author), DiscordMapping.Number(question.Id), question.Text ?? "", question.Guild is null,
            question.EditedAt is not null, question.RepliesTo is { } reply ? DiscordMapping.Number(reply) : null)
        {
            OtherWayToCheck = PhraseCatalogue.CheckByMenu,
            MenuCommands = question.Guild is null ? [] : DiscordCommands.OfServers,
            MayManage = token => servers.MayManageAsync(question.Guild, question.Author, question.Roles ?? [], token),
        };
        await handler.RecallAsync(message, cancellation);
        var earlier = message.IsEdit ? await RepliesAsync(question.Channel, question.Id, cancellation) ?? [] : [];
        if (await RespondAsync(question, message, cancellation) is not { } response) return;
        if (response.LeavesAnswer)
        {
            await sender.SendAsync(question, [], response.Reply, [], cancellation);
            return;
        }
        var replies = await sender.SendAsync(question, earlier, response.Reply, DiscordButtons.Of(response.Reply, handler.Knowledge), cancellation);
        if (replies.Count == 0) return;
        _texts.Set((question.Channel, question.Id), question.Text ?? "");
        string[] ids = [.. replies.Select(DiscordMapping.Number)];
        memory.Remember(message, response, ids);
        if (response.KeptFor(message, ids) is { } kept) await answers.RememberAsync(kept, cancellation);
        await notes.UnansweredAsync(response, cancellation);
        foreach (var listener in membership) await listener.ReopenedAsync(message.Chat, cancellation);
    }

    /// <summary>A message is gone, and what answered it goes too; or an answer is, which is not corrected later then.</summary>
    public async Task DeleteAsync(ulong channel, ulong message, CancellationToken cancellation)
    {
        var chat = DiscordMapping.AddressOf(channel);
        if (await answers.FindByReplyAsync(chat, DiscordMapping.Number(message), cancellation) is { } answered) await handler.WithdrawnAsync(chat, answered.Question, cancellation);
        if (await WithdrawAsync(channel, message, cancellation)) await answers.ForgetAsync(chat, DiscordMapping.Number(message), cancellation);
    }

    /// <summary>A message is not meant for the bot any more: what answered it goes, until it is changed again.</summary>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> WithdrawAsync(ulong channel, ulong message, CancellationToken cancellation)
    {
        if (_texts.TryGet((channel, message), out _)) _texts.Set((channel, message), "");
        if (await RepliesAsync(channel, message, cancellation) is not { } replies) return false;
        var (chat, id) = (DiscordMapping.AddressOf(channel), DiscordMapping.Number(message));
        await handler.WithdrawnAsync(chat, id, cancellation);
        foreach (var reply in replies) await sender.DeleteAsync(channel, reply, cancellation);
        await answers.RememberAsync(new KeptAnswer(chat, id, null, [], [], false), cancellation);
        return true;
    }

    /// <summary>The bot's messages that answer one: none where they were taken back; null where that isn't known.</summary>
    private async Task<IReadOnlyList<ulong>?> RepliesAsync(ulong channel, ulong message, CancellationToken cancellation) =>
        (await answers.FindAsync(DiscordMapping.AddressOf(channel), DiscordMapping.Number(message), cancellation))?.Replies.Select(DiscordMapping.Number).OfType<ulong>().ToList();

    private async ValueTask<Response?> RespondAsync(DiscordQuestion question, IncomingMessage message, CancellationToken cancellation)
    {
        if (question.Text is not null) return await handler.RespondAsync(message, cancellation);
        if (_hinted.TryGet((question.Channel, question.Author), out _) || handler.Permit(message.Chat, message.Person, Effort.Errand) != Permission.Granted) return null;
        _hinted.Set((question.Channel, question.Author), true);
        var before = memory.Before(message);
        return new Response(Reply.Saying(question.IsHidden ? PhraseCatalogue.ReplyUnread : PhraseCatalogue.TextOnly), before, before);
    }
}
