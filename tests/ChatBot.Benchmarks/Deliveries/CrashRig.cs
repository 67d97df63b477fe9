using System.Diagnostics;
using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Store;
using Npgsql;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>
/// Kills processes at seeded random moments while they deliver to the simulators of both platforms, then holds what people saw against what was written down:
/// lost, unexpected, stuck, out of order, seen twice. After the method of Jepsen's total-queue and of Wolverine's durability rig.
/// </summary>
internal static class CrashRig
{
    /// <summary>What a process sends at the same time on the platform without keys: a kill leaves at most so many in doubt.</summary>
    private static readonly int InFlight = new DeliveryOptions().Lanes;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Ends with 0 where every promise was kept.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (RigSettings.Problem(arguments) is { } problem) return Refuse(problem);
        try
        {
            return RunAsync(RigSettings.Read(arguments)).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is NpgsqlException or StoreException)
        {
            return Refuse($"The store can't be used: {failure.Message}");
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }

    private static async Task<int> RunAsync(RigSettings settings)
    {
        await using var platforms = await SimulatedPlatforms.StartAsync(settings);
        await using var store = await RigStore.MakeAsync(settings.Store);
        settings = settings with { Store = store.Address };
        await store.PrepareAsync(platforms);

        var running = new List<RigProcess>();
        for (var i = 0; i < settings.Replicas; i++) running.Add(await RigProcess.StartAsync(settings, platforms));
        var started = Stopwatch.GetTimestamp();
        await KillAsync(running, settings, platforms, store, started);
        var killing = Stopwatch.GetElapsedTime(started);
        foreach (var process in running) process.Allow(settings.Updates);
        var stuck = await DrainAsync(store, settings, started);
        foreach (var process in running) process.Kill();

        var report = await Reconciliation.OfAsync(store.Database, platforms, settings, stuck);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Kind}, {settings.Replicas} {(settings.Replicas == 1 ? "process" : "processes")}, {settings.Kills} kills in {killing.TotalSeconds:0} s, {settings.Updates} updates in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, seed {settings.Seed}: {report.Line}"));
        return report.IsKept(InFlight * settings.Kills) ? 0 : 1;
    }

    /// <summary>One kill after the other. The updates are let in little by little, so that there is something to deliver until the last.</summary>
    private static async Task KillAsync(List<RigProcess> running, RigSettings settings, SimulatedPlatforms platforms, RigStore store, long started)
    {
        var random = new Random(settings.Seed);
        var reported = started;
        var next = RigProcess.StartAsync(settings, platforms);
        for (var kill = 1; kill <= settings.Kills; kill++)
        {
            var allowed = (int)((long)settings.Updates * kill / settings.Kills);
            foreach (var process in running) process.Allow(allowed);
            await Task.Delay(random.Next(2 * settings.Apart));
            // The other is ready before the one is killed: what a kill costs is what the store makes it cost.
            var spare = await next;
            if (kill < settings.Kills) next = RigProcess.StartAsync(settings, platforms);
            var victim = random.Next(settings.Replicas);
            running[victim].Kill();
            running[victim] = spare;
            if (Stopwatch.GetElapsedTime(reported) < BetweenReports) continue;
            reported = Stopwatch.GetTimestamp();
            await ReportAsync(store, $"{kill} of {settings.Kills} kills", started);
        }
    }

    /// <summary>Waits until all is written and delivered.</summary>
    /// <returns>How many deliveries have not ended after a time without any progress.</returns>
    private static async Task<long> DrainAsync(RigStore store, RigSettings settings, long started)
    {
        var (last, since, reported) = (-1L, Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (true)
        {
            var (written, waiting) = await store.StandingAsync();
            if (written >= settings.Updates && waiting == 0) return 0;
            var progress = written * 1_000_000 - waiting;
            if (progress != last) (last, since) = (progress, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) > Patience) return waiting + settings.Updates - written;
            if (Stopwatch.GetElapsedTime(reported) > BetweenReports)
            {
                reported = Stopwatch.GetTimestamp();
                await ReportAsync(store, "no more kills", started);
            }
            await Task.Delay(BetweenLooks);
        }
    }

    private static async Task ReportAsync(RigStore store, string kills, long started)
    {
        var (written, waiting) = await store.StandingAsync();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds,5:0} s: {kills}, {written} updates written down, {waiting} deliveries waiting"));
    }
}
