using ChatBot.DiscordClient.Gateway;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>
/// Shares the shards among the processes on one PostgreSQL: whoever comes first runs a shard, another takes it over when that one stops or says nothing
/// for <see cref="Term"/>. It goes on from the place that the store has, and with the questions that the other left unanswered.
/// </summary>
/// <param name="leases">Who has what.</param>
/// <param name="bot">The bot's id.</param>
/// <param name="taken">What to do before a shard runs here: its number, and how many there are.</param>
/// <param name="time">Paces new attempts while the store fails.</param>
/// <param name="log">Says what stands by.</param>
internal sealed partial class DiscordShardLeases(Leases leases, string bot, Func<int, int, CancellationToken, Task> taken, TimeProvider time, ILogger log) : IShardLeases
{
    /// <summary>Discord lets a session be resumed for some minutes: taking over within seconds misses nothing.</summary>
    public static TimeSpan Term { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The name of a shard's lease.</summary>
    public static string NameOf(string bot, int shard) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"discord:{bot}:{shard}");

    public async Task<IShardLease> HoldAsync(int shardId, int shardCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            Lease? lease = null;
            try
            {
                lease = await leases.HoldAsync(NameOf(bot, shardId), () => Log.StandsBy(log, shardId), cancellationToken);
                await taken(shardId, shardCount, cancellationToken);
                Log.Taken(log, shardId, shardCount);
                var held = new Held(lease);
                lease = null;
                return held;
            }
            catch (Exception failure) when (DiscordNotes.IsOfStore(failure))
            {
                Log.StoreFailed(log, shardId, failure);
            }
            finally
            {
                if (lease is not null) await lease.DisposeAsync();
            }
            await Task.Delay(leases.Rhythm, time, cancellationToken);
        }
    }

    private sealed class Held(Lease lease) : IShardLease
    {
        public CancellationToken Lost => lease.Lost;

        public ValueTask DisposeAsync() => lease.DisposeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord: shard {Shard} is run by another process; this one stands by to take it over.")]
        public static partial void StandsBy(ILogger log, int shard);

        [LoggerMessage(2, LogLevel.Information, "Discord: this process runs shard {Shard} of {Count}.")]
        public static partial void Taken(ILogger log, int shard, int count);

        [LoggerMessage(3, LogLevel.Warning, "Discord: shard {Shard} can't be taken while the store fails.")]
        public static partial void StoreFailed(ILogger log, int shard, Exception failure);
    }
}
