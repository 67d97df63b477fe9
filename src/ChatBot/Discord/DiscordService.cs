using System.Net;
using System.Security.Cryptography;
using ChatBot.Chat;
using ChatBot.Discord.Conversations;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord;

/// <summary>
/// Is connected to Discord as long as the service runs. Outages are survived; a wrong token, or anything else that trying again can't mend, ends this
/// platform alone, with a word in the log. At the stop the answers at hand are finished, within a few seconds, and the session stays open for the next start.
/// </summary>
internal sealed partial class DiscordService(
    DiscordToken token, DiscordRestConfig restConfig, DiscordRestClient rest, MessageHandler handler, ConversationMemory memory, StoreDatabase database, FeedbackBox feedback,
    UnansweredQuestions unanswered, IEnumerable<IChatMembership> membership, TimeProvider time, ILoggerFactory logs) : BackgroundService
{
    private const GatewayEventKinds Wanted = GatewayEventKinds.MessageReceived | GatewayEventKinds.MessageUpdated | GatewayEventKinds.MessageDeleted
        | GatewayEventKinds.InteractionCreated | GatewayEventKinds.Guilds | GatewayEventKinds.ChannelUpdated;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForTheLast = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger<DiscordService>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await IntroduceAsync(stoppingToken) is { } application) await ReceiveAsync(application, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopped(_log);
        }
    }

    private async Task ReceiveAsync(Application application, CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        var me = application.Bot?.Id ?? application.Id;
        var bot = DiscordMapping.Number(me);
        var inbox = Inbox(me, bot, rest, handler, memory, database, feedback, unanswered, [.. membership], time, logs, abort.Token);
        // One process alone has all shards; on PostgreSQL there may be others.
        var leases = database.ClockQuery.Length > 0 ? new Leases(database, Guid.NewGuid().ToString("N"), DiscordShardLeases.Term, time) : null;
        var sessions = new DiscordSessions(database, bot, time, leases?.Holder);
        var config = new DiscordSocketConfig { Events = Wanted, Presence = new Presence(CustomStatus: DiscordReplyWriter.Shortened($"/ask · {handler.Knowledge.Topic.Title}", 128)) };
        var client = new DiscordShardedClient(
            config, token, rest, inbox, sessions, new DiscordIdentifies(database, bot), new ClientWebSocketProvider(restConfig.UserAgent), time, RandomNumberGenerator.GetInt32(int.MaxValue),
            DiscordLog.To(_log), leases is null ? null : new DiscordShardLeases(leases, bot, (shard, count, token) => inbox.ResumeAsync(question => ShardOf(question, count) == shard, token), time, _log));
        try
        {
            if (leases is null) await inbox.ResumeAsync(_ => true, stopping);
            var stop = await client.RunAsync(stopping);
            if (stop.Reason is { } reason) Log.Ended(_log, stop.CloseCode, reason);
            else Log.Stopped(_log);
        }
        finally
        {
            using var patience = new CancellationTokenSource(ForTheLast, time);
            await using var giveUp = patience.Token.Register(abort.Cancel);
            await inbox.StopAsync();
            await sessions.FlushAsync(CancellationToken.None);
            // Only now, so that whoever takes over finds the last place, and nothing that is still being answered.
            if (leases is not null) await ReleaseAsync(leases);
        }
    }

    private async Task ReleaseAsync(Leases leases)
    {
        try
        {
            await leases.ReleaseAsync(CancellationToken.None);
        }
        catch (Exception failure) when (DiscordNotes.IsOfStore(failure))
        {
            Log.NotReleased(_log, leases.Term.TotalSeconds, failure);
        }
    }

    /// <summary>Direct conversations come through the first shard.</summary>
    private static int ShardOf(DiscordQuestion question, int count) => question.Guild is { } guild ? DiscordShardedClient.ShardOf(guild, count) : 0;

    /// <summary>The room's workers put together.</summary>
    internal static DiscordInbox Inbox(
        ulong me, string bot, DiscordRestClient rest, MessageHandler handler, ConversationMemory memory, StoreDatabase database, FeedbackBox feedback, UnansweredQuestions unanswered,
        IReadOnlyList<IChatMembership> membership, TimeProvider time, ILoggerFactory logs, CancellationToken abort)
    {
        var seen = new SeenUpdates(database, DiscordMapping.Platform, bot);
        var answers = new AnswersByMessage(database, time);
        var notes = new DiscordNotes(unanswered, feedback, time, logs.CreateLogger<DiscordNotes>());
        var sender = new DiscordSender(rest, new DiscordComplaints(database, rest, time, logs.CreateLogger<DiscordComplaints>()), time, logs.CreateLogger<DiscordSender>());
        var responder = new InteractionResponder(rest, time, logs.CreateLogger<InteractionResponder>());
        var settings = new DiscordServerSettings(new DiscordServerStore(database, time), new DiscordServers(rest), responder);
        var conversations = new DiscordConversations(handler, memory, sender, answers, new DiscordServers(rest), settings, notes, membership, time);
        var once = new DiscordOnce(database, bot, time);
        var taps = new DiscordTaps(me, handler, memory, responder, rest, settings, once, notes, time);
        var interactions = new DiscordInteractions(
            me, handler, memory, responder, taps, new DiscordSuggestions(() => handler.Knowledge), settings, once, notes, answers, logs.CreateLogger<DiscordInteractions>());
        var greetings = new DiscordGreetings(rest, once, () => handler.Knowledge, time, logs.CreateLogger<DiscordGreetings>());
        return new DiscordInbox(me, seen, conversations, interactions, greetings, answers, membership, time, logs.CreateLogger<DiscordInbox>(), abort);
    }

    /// <summary>Learns who the bot is and sets its commands, however long the platform can't be reached. Null where the token is refused.</summary>
    private async Task<Application?> IntroduceAsync(CancellationToken cancellation)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            switch (await rest.GetApplicationInfoAsync(cancellation))
            {
                case RestResult<Application>.Done { Value: var application }:
                    Log.Connected(_log, application.Bot?.Username ?? application.Name, DiscordInvitation.To(application.Id));
                    if (await DiscordCommands.SetAsync(rest, application.Id, cancellation) is null) Log.NoCommands(_log);
                    return application;
                case RestResult<Application>.Refused { Error.HttpCode: HttpStatusCode.Unauthorized }:
                    Log.TokenRefused(_log);
                    return null;
                case RestResult<Application>.Refused { Error: { } refused }:
                    Log.NotReached(_log, pause.TotalSeconds, refused.Message);
                    break;
                case RestResult<Application>.NotSent { Why: var why }:
                    Log.NotReached(_log, pause.TotalSeconds, why);
                    break;
                case RestResult<Application>.Unknown { Why: var why }:
                    Log.NotReached(_log, pause.TotalSeconds, why);
                    break;
            }
            await Task.Delay(pause, time, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord: this is {Name}. To add it to a server, or to oneself: {Invitation}")]
        public static partial void Connected(ILogger log, string name, Uri invitation);

        [LoggerMessage(2, LogLevel.Warning, "Discord can't be used yet; the next try is in {Seconds:0} s. {Failure}")]
        public static partial void NotReached(ILogger log, double seconds, string failure);

        [LoggerMessage(3, LogLevel.Critical, "Discord refused the token (401); this platform is off until the service starts with another. Reset it on the Bot page of https://discord.com/developers/applications.")]
        public static partial void TokenRefused(ILogger log);

        [LoggerMessage(4, LogLevel.Information, "Discord: stopped.")]
        public static partial void Stopped(ILogger log);

        [LoggerMessage(5, LogLevel.Warning, "Discord: the slash commands could not be set; they are tried again at the next start.")]
        public static partial void NoCommands(ILogger log);

        [LoggerMessage(6, LogLevel.Critical, "Discord: the gateway closed for good ({Code}): {Reason}. This platform is off until the service starts again.")]
        public static partial void Ended(ILogger log, int? code, string reason);

        [LoggerMessage(7, LogLevel.Warning, "Discord: the shards could not be given back; other processes take them over in {Seconds:0} s.")]
        public static partial void NotReleased(ILogger log, double seconds, Exception failure);
    }
}
