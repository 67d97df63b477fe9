using System.Net.WebSockets;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// One shard: connects, keeps the connection, and comes back after every kind of end, resuming where it can. It runs until asked to stop,
/// and then leaves the session open so that the next start goes on with it.
/// </summary>
public sealed class DiscordSocketClient(
    int shardId, int shardCount, DiscordSocketConfig config, DiscordToken token, GatewayDirectory directory, IdentifyGate gate,
    IGatewayEventHandler handler, IGatewaySessionStore sessions, IWebSocketProvider sockets, TimeProvider time, Random random, Action<LogMessage>? log = null)
{
    /// <summary>A resume address that cannot be reached so often in a row is given up, and the session with it.</summary>
    private const int ResumeAddressTries = 3;

    private readonly Action<LogMessage> _log = log ?? (_ => { });
    private readonly EventPipeline _pipeline = new(shardId, shardCount, config, handler, sessions, log ?? (_ => { }));
    private readonly ReconnectDelays _delays = new(random);
    private volatile GatewayConnection? _connection;
    private volatile Presence _presence = config.Presence;
    private int _resumeFailures;

    public int ShardId => shardId;

    /// <summary>A session stands and events flow.</summary>
    public bool IsConnected => _connection?.IsReady ?? false;

    public TimeSpan? Latency => _connection?.Latency;

    /// <summary>Runs until <paramref name="stop"/>, or until Discord says that trying again is of no use.</summary>
    public async Task<GatewayStop> RunAsync(CancellationToken stop)
    {
        await _pipeline.RestoreAsync(stop);
        var consumer = _pipeline.RunAsync(stop);
        try
        {
            return await ConnectAgainAndAgainAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return GatewayStop.Asked;
        }
        finally
        {
            _pipeline.Complete();
            await consumer;
        }
    }

    /// <summary>Shows another state, now and in later sessions.</summary>
    public async Task SetPresenceAsync(Presence presence, CancellationToken cancellationToken)
    {
        _presence = presence;
        if (_connection is { IsReady: true } connection)
            await connection.SendAsync(OutgoingPayload.PresenceUpdate(presence), cancellationToken);
    }

    private async Task<GatewayStop> ConnectAgainAndAgainAsync(CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var session = _pipeline.Session;
            var (address, maxConcurrency, fatal) = await FindAsync(session, stop);
            if (fatal is not null)
                return fatal;
            var end = address is null ? new ConnectionEnd(EndReason.ConnectFailed) : await ConnectAsync(address, session, maxConcurrency, stop);
            stop.ThrowIfCancellationRequested();

            var decision = ReconnectDecision.After(end);
            if (decision.Step == NextStep.Stop)
            {
                var reason = ReconnectDecision.FatalReason(end.CloseCode) ?? "the gateway refused";
                _log(new LogMessage(LogSeverity.Critical, "Gateway", $"Shard {shardId}: closed with {end.CloseCode}: {reason}"));
                return new GatewayStop(end.CloseCode, reason);
            }
            if (decision.Step == NextStep.Identify || GaveUpResumeAddress(end, session))
                _pipeline.Forget();
            if (end.Reason == EndReason.ConsumerBehind)
                await _pipeline.RoomAsync(stop);
            var pause = decision.Pause switch
            {
                Pause.Backoff => _delays.Next(),
                Pause.InvalidSession => _delays.AfterInvalidSession(),
                _ => TimeSpan.Zero,
            };
            _log(new LogMessage(LogSeverity.Info, "Gateway",
                $"Shard {shardId}: connection ended ({end.Reason}{(end.CloseCode is { } code ? $" {code}" : "")}); {decision.Step} in {pause.TotalSeconds:0.0} s"));
            await Task.Delay(pause, time, stop);
        }
    }

    private async Task<(Uri? Address, int MaxConcurrency, GatewayStop? Fatal)> FindAsync(GatewaySession? session, CancellationToken stop)
    {
        if (session is not null && GatewayAddress.TryBuild(session.ResumeGatewayUrl ?? directory.CachedUrl, config.Compress, out var resumeAddress))
            return (resumeAddress, 1, null);
        var asked = await directory.AskAsync(stop);
        if (asked is RestResult<BotGateway>.Refused { Error.HttpCode: System.Net.HttpStatusCode.Unauthorized })
            return (null, 1, new GatewayStop(null, "Discord refused the bot's token (401): set the current one"));
        if (asked is not RestResult<BotGateway>.Done { Value: { } gateway })
            return GatewayAddress.TryBuild(directory.CachedUrl, config.Compress, out var cached) ? (cached, 1, null) : (null, 1, null);
        if (session is null && gateway.SessionStartLimit.Remaining <= 0)
        {
            var wait = TimeSpan.FromMilliseconds(Math.Max(1000, gateway.SessionStartLimit.ResetAfter));
            _log(new LogMessage(LogSeverity.Error, "Gateway", $"Shard {shardId}: Discord allows no further session for {wait}"));
            await Task.Delay(wait, time, stop);
        }
        return (GatewayAddress.TryBuild(gateway.Url, config.Compress, out var address) ? address : null, Math.Max(1, gateway.SessionStartLimit.MaxConcurrency), null);
    }

    private async Task<ConnectionEnd> ConnectAsync(Uri address, GatewaySession? session, int maxConcurrency, CancellationToken stop)
    {
        WebSocket socket;
        try
        {
            using var limit = new CancellationTokenSource(config.ConnectionTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            socket = await sockets.ConnectAsync(address, either.Token);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && e is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            directory.Forget();
            return new ConnectionEnd(EndReason.ConnectFailed);
        }
        using var connection = new GatewayConnection(socket, config, _pipeline, time, random.NextDouble(), _log, stop);
        connection.BecameReady += () =>
        {
            _delays.Reset();
            _resumeFailures = 0;
            _log(new LogMessage(LogSeverity.Info, "Gateway", $"Shard {shardId}: {(session is null ? "ready" : "resumed")}"));
        };
        _connection = connection;
        try
        {
            return await connection.RunAsync((c, cancellation) => BeginAsync(c, session, maxConcurrency, cancellation));
        }
        finally
        {
            _connection = null;
        }
    }

    private async Task BeginAsync(GatewayConnection connection, GatewaySession? session, int maxConcurrency, CancellationToken cancellationToken)
    {
        if (session is not null)
        {
            await connection.SendAsync(OutgoingPayload.Resume(token, session), cancellationToken);
            return;
        }
        await gate.PassAsync(shardId, maxConcurrency, wait => _log(new LogMessage(LogSeverity.Error, "Gateway",
            $"Shard {shardId}: the day's {config.IdentifyBudget} new sessions are used up; the next one begins in {wait}")), cancellationToken);
        await connection.SendAsync(OutgoingPayload.Identify(token, config, _presence, shardId, shardCount), cancellationToken);
    }

    private bool GaveUpResumeAddress(ConnectionEnd end, GatewaySession? session) =>
        session is not null && end.Reason is EndReason.ConnectFailed or EndReason.NoHello && ++_resumeFailures % ResumeAddressTries == 0;
}
