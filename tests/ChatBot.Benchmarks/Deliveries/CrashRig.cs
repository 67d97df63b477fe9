using System.Diagnostics;
using System.Globalization;
using ChatBot.Store;
using Npgsql;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>
/// Kills processes at seeded random moments while they deliver, then holds what people saw against what was written down: lost, unexpected, stuck, out of
/// order, seen twice. After the method of Jepsen's total-queue and of Wolverine's durability rig.
/// </summary>
internal static class CrashRig
{
    /// <summary>Ends with 0 where every promise was kept.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        int Number(string name, string otherwise) => int.Parse(Options.Get(arguments, name, otherwise), CultureInfo.InvariantCulture);
        var (kills, updates, seed, replicas) = (Number("--kills", "50"), Number("--updates", "1000"), Number("--seed", "1"), Number("--replicas", "1"));
        return RunAsync(Options.Get(arguments, "--store", ""), kills, updates, seed, replicas, Number("--rate", "40"), Number("--port", "0")).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(string store, int kills, int updates, int seed, int replicas, int rate, int port)
    {
        var random = new Random(seed);
        await using var scratch = await Scratch.MakeAsync(store);
        using var sink = new LoopbackSink(port > 0 ? port : FreePort(), seed);
        await using var database = StoreDatabase.At(StoreAddress.Parse(scratch.Store));
        await PrepareAsync(database);

        var started = Stopwatch.GetTimestamp();
        var workers = new Worker[replicas];
        for (var i = 0; i < replicas; i++) workers[i] = await Worker.StartAsync(scratch.Store, sink.Address, updates, rate);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(10, 350));
            var victim = random.Next(replicas);
            workers[victim].Kill();
            workers[victim] = await Worker.StartAsync(scratch.Store, sink.Address, updates, rate);
        }
        var stuck = await DrainAsync(database, updates);
        foreach (var worker in workers) worker.Kill();

        var report = await Reconciliation.OfAsync(database, sink, updates, stuck);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(scratch.Store.StartsWith("Host", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite")}, {replicas} {(replicas == 1 ? "process" : "processes")}, {kills} kills, seed {seed}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {report.Line}"));
        // Three lanes on the platform without keys: a kill leaves at most so many in doubt.
        return report.IsKept(3 * kills) ? 0 : 1;
    }

    private static async Task PrepareAsync(StoreDatabase database)
    {
        await new SchemaMigrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        foreach (var platform in new[] { "keyed", "plain" })
            for (var chat = 0; chat < RigWorker.Chats; chat++)
                await connection.ExecuteAsync(null, $"INSERT INTO chats (platform, chat, thread, leased_until, claim) VALUES ('{platform}', '{chat}', '', 0, 0)", CancellationToken.None);
    }

    /// <summary>Waits until all is written and delivered.</summary>
    /// <returns>How many deliveries have not ended in two minutes without progress.</returns>
    private static async Task<long> DrainAsync(StoreDatabase database, int updates)
    {
        var (last, since) = (-1L, Stopwatch.GetTimestamp());
        while (true)
        {
            await using var connection = await database.OpenAsync(CancellationToken.None);
            var waiting = await connection.NumberAsync(null, "SELECT count(*) FROM deliveries WHERE state < 2", CancellationToken.None);
            var written = await connection.NumberAsync(null, "SELECT count(*) FROM updates", CancellationToken.None);
            if (written >= updates && waiting == 0) return 0;
            var progress = written * 1_000_000 - waiting;
            if (progress != last) (last, since) = (progress, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(2)) return waiting + updates - written;
            await Task.Delay(200);
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Worker
    {
        private readonly Process _process;

        private Worker(Process process) => _process = process;

        public static async Task<Worker> StartAsync(string store, string sink, int updates, int rate)
        {
            var process = Process.Start(new ProcessStartInfo(
                "dotnet", [typeof(CrashRig).Assembly.Location, "crash-rig-worker", "--store", store, "--sink", sink, "--updates", updates.ToString(CultureInfo.InvariantCulture), "--rate", rate.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            }) ?? throw new InvalidOperationException("No process was started.");
            if (await process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException("A process of the rig did not start.");
            return new Worker(process);
        }

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }

    /// <summary>A store of the rig's own, gone with it.</summary>
    private sealed class Scratch(string store, Func<Task> remove) : IAsyncDisposable
    {
        public string Store => store;

        public static async Task<Scratch> MakeAsync(string server)
        {
            if (server.Length == 0)
            {
                var folder = Directory.CreateTempSubdirectory("crash-rig").FullName;
                return new Scratch(Path.Combine(folder, "store.db"), () =>
                {
                    Directory.Delete(folder, true);
                    return Task.CompletedTask;
                });
            }
            var schema = "rig_" + Guid.NewGuid().ToString("N");
            await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
            return new Scratch($"{server};Search Path={schema};Maximum Pool Size=10", () => ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE"));
        }

        public async ValueTask DisposeAsync() => await remove();

        private static async Task ExecuteAsync(string server, string sql)
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
