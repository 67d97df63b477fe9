using System.Diagnostics;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>
/// Processes that deliver to the simulators of both platforms are killed at fifty seeded moments; afterwards nothing may be lost, unexpected, stuck, out of order or
/// seen twice on Discord, and what is seen twice on Telegram must be marked and no more than was on its way. The rig itself, and longer runs of it, are in
/// <c>tests/ChatBot.Benchmarks</c>: <c>crash-rig --kills 500 --updates 10000</c>.
/// </summary>
public sealed class CrashRigTests
{
    [Theory, EachDatabase]
    public async Task Fifty_kills_lose_nothing(StoreKind kind)
    {
        var server = Environment.GetEnvironmentVariable("CHATBOT_TEST_POSTGRES");
        if (kind == StoreKind.PostgreSql && string.IsNullOrEmpty(server))
        {
            const string missing = "No PostgreSQL server: set CHATBOT_TEST_POSTGRES to a connection string such as Host=127.0.0.1;Username=postgres;Database=postgres.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
            Assert.Skip(missing);
        }
        var rig = Rig();
        string[] arguments = [rig, "crash-rig", "--kills", "50", "--updates", "600", "--seed", "7", "--apart", "120"];
        if (kind == StoreKind.PostgreSql) arguments = [.. arguments, "--replicas", "3", "--store", server ?? ""];
        using var process = Assert.IsType<Process>(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true }));
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(process.ExitCode == 0, said);
        Assert.Contains("3600 deliveries, lost 0, unexpected 0, stuck 0, out of order 0, seen twice on Discord 0", said);
    }

    [Theory]
    [InlineData("--kils 10", "crash-rig has no option '--kils'. It has --store, --kills")]
    [InlineData("--kills ten", "--kills needs a whole number, not 'ten'.")]
    [InlineData("--store", "--store needs a value.")]
    [InlineData("--store Host=127.0.0.1;Port=1;Timeout=3", "The store can't be used: ")]
    public async Task What_it_cannot_run_with_is_told_in_a_line(string arguments, string expected)
    {
        using var process = Assert.IsType<Process>(Process.Start(new ProcessStartInfo("dotnet", [Rig(), "crash-rig", .. arguments.Split(' ')]) { RedirectStandardError = true }));
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(expected, said, StringComparison.Ordinal);
        Assert.Equal((2, 1), (process.ExitCode, said.Trim().Split('\n').Length));
    }

    /// <summary>Built beside these tests, in the same configuration.</summary>
    private static string Rig()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))) ?? "Debug";
        var rig = RepositoryRoot.File("tests", "ChatBot.Benchmarks", "bin", configuration, "net10.0", "ChatBot.Benchmarks.dll");
        Assert.True(File.Exists(rig), $"{rig} is missing; build the solution.");
        return rig;
    }
}
