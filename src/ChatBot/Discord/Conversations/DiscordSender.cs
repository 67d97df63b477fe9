using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.Discord.Conversations;

/// <summary>
/// Sends and replaces answers in channels. Every message has a key of its own, so that trying again makes no second one. Where the bot may not use
/// frames or reply, it does without and has its owner told; where it may not write at all, it is quiet.
/// </summary>
internal sealed partial class DiscordSender(DiscordRestClient rest, DiscordComplaints complaints, TimeProvider time, ILogger<DiscordSender> log)
{
    private const int MostAttempts = 5;

    private const string Write = "View Channel, Send Messages, Send Messages in Threads";
    private const string Frames = "Embed Links";
    private const string History = "Read Message History";

    /// <summary>Sends the messages of an answer, or puts them in the place of those sent earlier; what is left over of these is deleted.</summary>
    /// <param name="question">What it answers.</param>
    /// <param name="earlier">The messages that answered it so far; none at first.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="buttons">Stand under its last message.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The messages that now answer it; none where the platform doesn't let the bot.</returns>
    /// <exception cref="RequestFailedException">The platform could not be reached in several attempts.</exception>
    public async Task<IReadOnlyList<ulong>> SendAsync(
        DiscordQuestion question, IReadOnlyList<ulong> earlier, Reply reply, IReadOnlyList<MessageComponent> buttons, CancellationToken cancellation)
    {
        var pages = DiscordReplyWriter.Write(reply);
        var now = new List<ulong>();
        for (var i = 0; i < pages.Count; i++)
        {
            var message = pages[i].ToMessage(i == pages.Count - 1 ? buttons : []);
            var sent = i < earlier.Count && await EditAsync(question.Channel, earlier[i], message, cancellation) ? earlier[i] : await SendAsync(question, i, message, cancellation);
            if (sent is null && pages[i].IsFramed && i == 0)
            {
                // Perhaps only frames are forbidden: then the plain letters get through.
                pages = DiscordReplyWriter.WriteUnframed(reply);
                message = pages[0].ToMessage(pages.Count == 1 ? buttons : []);
                if (await SendAsync(question, 0, message, cancellation) is not { } unframed)
                {
                    await complaints.TellAsync(question.Guild, question.Channel, Write, cancellation);
                    return [];
                }
                await complaints.TellAsync(question.Guild, question.Channel, Frames, cancellation);
                now.Add(unframed);
                continue;
            }
            if (sent is null)
            {
                if (i == 0) await complaints.TellAsync(question.Guild, question.Channel, Write, cancellation);
                break;
            }
            now.Add(sent.Value);
        }
        foreach (var left in earlier.Except(now)) await DeleteAsync(question.Channel, left, cancellation);
        return now;
    }

    /// <summary>Deletes a message of the bot; a failure to do so is only noted.</summary>
    public async Task DeleteAsync(ulong channel, ulong message, CancellationToken cancellation)
    {
        if (await rest.DeleteMessageAsync(channel, message, cancellation) is RestResult<Nothing>.Refused { Error: { } error }) Log.NotDeleted(log, message, channel, error.DiscordCode);
    }

    /// <returns>Null where the bot lacks a right to write so, or there is nothing to write to any more.</returns>
    private async Task<ulong?> SendAsync(DiscordQuestion question, int page, MessageProperties message, CancellationToken cancellation)
    {
        // An edited question's further page is another message than the first version's.
        var version = question.EditedAt is { } edited ? $"e{question.Id:x}.{page:x}.{edited.ToUnixTimeMilliseconds() & 0xFFFF:x}" : $"q{question.Id:x}.{page:x}";
        var keyed = message with { Nonce = version, MessageReference = MessageReference.ReplyTo(question.Id) };
        var result = await PatientlyAsync(() => rest.SendMessageAsync(question.Channel, keyed, cancellation), cancellation);
        if (result is RestResult<Message>.Refused { Error.DiscordCode: DiscordErrorCode.CannotReplyWithoutHistory })
        {
            await complaints.TellAsync(question.Guild, question.Channel, History, cancellation);
            result = await PatientlyAsync(() => rest.SendMessageAsync(question.Channel, keyed with { MessageReference = null }, cancellation), cancellation);
        }
        if (result is RestResult<Message>.Refused { Error: { } refused })
        {
            Log.NotSent(log, question.Id, question.Channel, (int)refused.HttpCode, refused.DiscordCode);
            return null;
        }
        return result.OrThrow().Id;
    }

    /// <returns>False where there is nothing to edit any more.</returns>
    private async Task<bool> EditAsync(ulong channel, ulong message, MessageProperties change, CancellationToken cancellation)
    {
        var result = await PatientlyAsync(() => rest.ModifyMessageAsync(channel, message, change, cancellation), cancellation);
        if (result is not RestResult<Message>.Refused { Error: { } refused }) return result.OrThrow() is not null;
        Log.NotEdited(log, message, channel, refused.DiscordCode);
        return false;
    }

    private async Task<RestResult<Message>> PatientlyAsync(Func<Task<RestResult<Message>>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await call();
            if (attempt == MostAttempts || rest.TokenRefused || result is RestResult<Message>.Done or RestResult<Message>.Refused) return result;
            var pause = result is RestResult<Message>.NotSent { RetryAfter: { } asked } ? asked : TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
            Log.TriedAgain(log, pause.TotalSeconds);
            await Task.Delay(pause, time, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Discord: an answer could not be sent; trying again in {Seconds} s.")]
        public static partial void TriedAgain(ILogger log, double seconds);

        [LoggerMessage(2, LogLevel.Information, "Discord: the answer to message {Question} in channel {Channel} was refused ({Status}, code {Code}).")]
        public static partial void NotSent(ILogger log, ulong question, ulong channel, int status, int? code);

        [LoggerMessage(3, LogLevel.Debug, "Discord: answer {Message} in channel {Channel} could not be edited (code {Code}); a new one is sent.")]
        public static partial void NotEdited(ILogger log, ulong message, ulong channel, int? code);

        [LoggerMessage(4, LogLevel.Debug, "Discord: answer {Message} in channel {Channel} could not be deleted (code {Code}).")]
        public static partial void NotDeleted(ILogger log, ulong message, ulong channel, int? code);
    }
}
