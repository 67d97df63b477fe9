using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.Questions;

namespace ChatBot.Discord.Conversations;

/// <summary>Answers messages: new ones, changed ones by changing the answer, deleted ones by deleting it.</summary>
internal sealed class DiscordConversations(
    MessageHandler handler, ConversationMemory memory, DiscordSender sender, DiscordAnswers answers, DiscordServers servers, DiscordServerSettings settings, DiscordNotes notes,
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
        var earlier = question.EditedAt is null ? [] : await answers.FindAsync(question.Channel, question.Id, cancellation) ?? [];
        var message = new IncomingMessage(
            DiscordMapping.AddressOf(question.Channel), DiscordMapping.PersonOf(question.Author), DiscordMapping.Number(question.Id), question.Text ?? "", question.Guild is null,
            question.EditedAt is not null, question.RepliesTo is { } reply ? DiscordMapping.Number(reply) : null)
        {
            MenuCommands = question.Guild is null ? [] : DiscordCommands.OfServers,
            MayManage = token => servers.MayManageAsync(question.Guild, question.Author, question.Roles ?? [], token),
        };
        if (await RespondAsync(question, message, cancellation) is not { } response) return;
        var replies = await sender.SendAsync(question, earlier, response.Reply, DiscordButtons.Of(response.Reply, handler.Knowledge), cancellation);
        if (replies.Count == 0) return;
        _texts.Set((question.Channel, question.Id), question.Text ?? "");
        memory.Remember(message, response.Before, response.After, [.. replies.Select(DiscordMapping.Number)]);
        await answers.RememberAsync(question.Channel, question.Id, replies, cancellation);
        await notes.UnansweredAsync(response, cancellation);
        foreach (var listener in membership) await listener.ReopenedAsync(message.Chat, cancellation);
    }

    /// <summary>A message is gone, and what answered it goes too; or an answer is, which is not corrected later then.</summary>
    public async Task DeleteAsync(ulong channel, ulong message, CancellationToken cancellation)
    {
        if (await answers.QuestionOfAsync(channel, message, cancellation) is { } question) await handler.WithdrawnAsync(DiscordMapping.AddressOf(channel), DiscordMapping.Number(question), cancellation);
        if (await WithdrawAsync(channel, message, cancellation)) await answers.ForgetAsync(channel, message, cancellation);
    }

    /// <summary>A message is not meant for the bot any more: what answered it goes, until it is changed again.</summary>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> WithdrawAsync(ulong channel, ulong message, CancellationToken cancellation)
    {
        if (_texts.TryGet((channel, message), out _)) _texts.Set((channel, message), "");
        if (await answers.FindAsync(channel, message, cancellation) is not { } replies) return false;
        await handler.WithdrawnAsync(DiscordMapping.AddressOf(channel), DiscordMapping.Number(message), cancellation);
        foreach (var reply in replies) await sender.DeleteAsync(channel, reply, cancellation);
        await answers.RememberAsync(channel, message, [], cancellation);
        return true;
    }

    private async ValueTask<Response?> RespondAsync(DiscordQuestion question, IncomingMessage message, CancellationToken cancellation)
    {
        if (question.Text is not null) return await handler.RespondAsync(message, cancellation);
        if (_hinted.TryGet((question.Channel, question.Author), out _) || handler.Permit(message.Chat, message.Person, Effort.Errand) != Permission.Granted) return null;
        _hinted.Set((question.Channel, question.Author), true);
        var before = memory.Before(message);
        return new Response(Reply.Saying(question.IsHidden ? PhraseCatalogue.ReplyUnread : PhraseCatalogue.TextOnly), before, before);
    }
}
