using System.Collections.Concurrent;
using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord.Conversations;

/// <summary>
/// Takes events in. A question is written down before the gateway's place moves past it, dealt with once however often it comes, and crossed off
/// then; one whose answer could not be sent stays written down for the next start. Interactions live three seconds and are answered at once.
/// </summary>
internal sealed partial class DiscordInbox(
    ulong me, SeenUpdates seen, DiscordConversations conversations, DiscordInteractions interactions, DiscordGreetings greetings, AnswersByMessage answers, IReadOnlyList<IChatMembership> membership, TimeProvider time, ILogger<DiscordInbox> log,
    CancellationToken abort) : IGatewayEventHandler
{
    /// <summary>The numbers of messages never come again; what was asked longer ago is not told again either.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    /// <summary>A message changed later than that, and not answered before, is left alone.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    /// <summary>Many, because most of them only wait for the platform.</summary>
    private const int MostInteractions = 512;

    private readonly ChannelLanes _lanes = new();
    private readonly SemaphoreSlim _room = new(MostInteractions);
    private readonly ConcurrentDictionary<ulong, Task> _answering = new();
    private readonly ExpiringMap<ulong, bool> _taken = new(MostInteractions * 20, TimeSpan.FromMinutes(15), time);
    private readonly SemaphoreSlim _cleaning = new(1);

    /// <summary>Questions that wait here for their answer.</summary>
    private readonly ConcurrentDictionary<ulong, bool> _atHand = new();
    private DateTimeOffset _cleanedAt;

    /// <summary>Takes up what an earlier run left, or another process.</summary>
    /// <param name="mine">Whether a question comes through a shard that this process runs.</param>
    /// <param name="cancellation">Leaves the others for later.</param>
    public async Task ResumeAsync(Func<DiscordQuestion, bool> mine, CancellationToken cancellation)
    {
        await CleanAsync(cancellation);
        foreach (var (id, body) in await seen.WaitingAsync(cancellation))
        {
            if (DiscordQuestion.Read(body) is not { } question) await seen.DoneAsync(id, cancellation);
            else if (mine(question) && !_atHand.ContainsKey(question.Id)) await _lanes.AddAsync(question.Channel, () => AnswerAsync(question), cancellation);
        }
    }

    public ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken) => gatewayEvent switch
    {
        MessageReceived received when DiscordMapping.Read(received.Message, me) is { } question => new ValueTask(TakeAsync(question, cancellationToken)),
        MessageUpdated updated when DiscordMapping.Read(updated.Message, me) is { EditedAt: not null } question => new ValueTask(TakeAsync(question, cancellationToken)),
        MessageUpdated { Message: { EditedTimestamp: not null, IsFromPerson: true } changed } => new ValueTask(WithdrawAsync(changed, cancellationToken)),
        MessageDeleted deleted => new ValueTask(TakeAsync(deleted, cancellationToken)),
        ChannelUpdated changed => new ValueTask(_lanes.AddAsync(changed.Channel.Id, () => GuardedAsync(changed.Channel.Id, () => ReopenedAsync(changed.Channel.Id)), cancellationToken)),
        InteractionCreated created => new ValueTask(TakeAsync(created.Interaction, cancellationToken)),
        JoinedGuild joined => new ValueTask(EnterAsync(joined.Guild, cancellationToken)),
        LeftGuild left => Noted(() => Log.Left(log, left.GuildId)),
        GuildUnavailable outage => Noted(() => Log.Unavailable(log, outage.GuildId)),
        _ => ValueTask.CompletedTask,
    };

    /// <summary>Ends when what is at hand is dealt with.</summary>
    public Task StopAsync() => Task.WhenAll([_lanes.StopAsync(), .. _answering.Values]);

    private static ValueTask Noted(Action note)
    {
        note();
        return ValueTask.CompletedTask;
    }

    private async Task TakeAsync(DiscordQuestion question, CancellationToken cancellation)
    {
        var isNew = await IsNewAsync(question, cancellation);
        if (question.EditedAt is not null)
        {
            var isRecent = time.GetUtcNow() - DiscordClient.SnowflakeUtils.FromSnowflake(question.Id) < Recent;
            await _lanes.AddAsync(question.Channel, () => AnswerEditedAsync(question, isNew && isRecent), cancellation);
        }
        else if (isNew)
        {
            _atHand[question.Id] = true;
            await _lanes.AddAsync(question.Channel, () => AnswerAsync(question), cancellation);
        }
        await CleanAsync(cancellation);
    }

    private async Task TakeAsync(MessageDeleted deleted, CancellationToken cancellation)
    {
        foreach (var message in deleted.MessageIds)
            await _lanes.AddAsync(deleted.ChannelId, () => GuardedAsync(message, () => conversations.DeleteAsync(deleted.ChannelId, message, abort)), cancellation);
    }

    private async Task EnterAsync(Guild guild, CancellationToken cancellation)
    {
        Log.Joined(log, guild.Id);
        if (guild.SystemChannelId is { } channel) await _lanes.AddAsync(channel, () => GuardedAsync(guild.Id, () => greetings.GreetAsync(guild, channel, abort)), cancellation);
    }

    private async Task ReopenedAsync(ulong channel)
    {
        foreach (var listener in membership) await listener.ReopenedAsync(DiscordMapping.AddressOf(channel), abort);
    }

    /// <summary>A message that is not meant for the bot any more: what answered it goes.</summary>
    private Task WithdrawAsync(DiscordClient.Entities.Message message, CancellationToken cancellation) =>
        _lanes.AddAsync(message.ChannelId, () => GuardedAsync(message.Id, () => conversations.WithdrawAsync(message.ChannelId, message.Id, abort)), cancellation);

    private async Task TakeAsync(Interaction interaction, CancellationToken cancellation)
    {
        if (_taken.TryGet(interaction.Id, out _)) return;
        _taken.Set(interaction.Id, true);
        await _room.WaitAsync(cancellation);
        var answering = Task.Run(() => AnswerAsync(interaction), CancellationToken.None);
        _answering[interaction.Id] = answering;
        // Only now: a task that took itself out could have done so before it was put in.
        _ = answering.ContinueWith(_ => _answering.TryRemove(interaction.Id, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Whether a message wasn't taken before. A store that fails must not keep people waiting: then it counts as new.</summary>
    private async Task<bool> IsNewAsync(DiscordQuestion question, CancellationToken cancellation)
    {
        try
        {
            return (await seen.AddAsync([new ReceivedUpdate((long)question.Id, question.Write())], time.GetUtcNow(), cancellation)).Count > 0;
        }
        catch (Exception failure) when (DiscordNotes.IsOfStore(failure))
        {
            Log.NotWrittenDown(log, question.Id, failure);
            return question.EditedAt is null;
        }
    }

    private async Task AnswerAsync(DiscordQuestion question)
    {
        await GuardedAsync(question.Id, async () =>
        {
            await conversations.AnswerAsync(question, abort);
            await seen.DoneAsync((long)question.Id, abort);
        });
        _atHand.TryRemove(question.Id, out _);
    }

    private Task AnswerEditedAsync(DiscordQuestion question, bool isNew) => GuardedAsync(question.Id, async () =>
    {
        if (isNew || await answers.FindAsync(DiscordMapping.AddressOf(question.Channel), DiscordMapping.Number(question.Id), abort) is not null) await conversations.AnswerAsync(question, abort);
        await seen.DoneAsync((long)question.Id, abort);
    });

    private async Task AnswerAsync(Interaction interaction)
    {
        await GuardedAsync(interaction.Id, () => interactions.HandleAsync(interaction, abort));
        _room.Release();
    }

    private async Task GuardedAsync(ulong id, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            Log.Postponed(log, id);
        }
        catch (RequestFailedException failure)
        {
            Log.NotReached(log, id, failure.Message);
        }
        catch (Exception failure)
        {
            Log.Failed(log, id, failure);
        }
    }

    private async Task CleanAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - _cleanedAt < BetweenCleanings || !_cleaning.Wait(0, cancellation)) return;
        try
        {
            _cleanedAt = now;
            await seen.ForgetAsync(now - Kept, cancellation);
            await answers.CleanAsync(cancellation);
        }
        catch (Exception failure) when (DiscordNotes.IsOfStore(failure))
        {
            Log.NotCleaned(log, failure);
        }
        finally
        {
            _cleaning.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord: added to server {Guild}.")]
        public static partial void Joined(ILogger log, ulong guild);

        [LoggerMessage(2, LogLevel.Information, "Discord: removed from server {Guild}.")]
        public static partial void Left(ILogger log, ulong guild);

        [LoggerMessage(3, LogLevel.Information, "Discord: server {Guild} is out of reach for now.")]
        public static partial void Unavailable(ILogger log, ulong guild);

        [LoggerMessage(4, LogLevel.Error, "Discord: message {Id} could not be written down; it is answered all the same.")]
        public static partial void NotWrittenDown(ILogger log, ulong id, Exception failure);

        [LoggerMessage(5, LogLevel.Information, "Discord: {Id} is left for the next start.")]
        public static partial void Postponed(ILogger log, ulong id);

        [LoggerMessage(6, LogLevel.Warning, "Discord: {Id} could not be answered; it is tried again at the next start. {Failure}")]
        public static partial void NotReached(ILogger log, ulong id, string failure);

        [LoggerMessage(7, LogLevel.Error, "Discord: {Id} failed.")]
        public static partial void Failed(ILogger log, ulong id, Exception failure);

        [LoggerMessage(8, LogLevel.Warning, "Discord: old numbers of messages could not be forgotten.")]
        public static partial void NotCleaned(ILogger log, Exception failure);
    }
}
