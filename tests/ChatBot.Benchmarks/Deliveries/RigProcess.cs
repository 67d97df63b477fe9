using System.Diagnostics;
using System.Globalization;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>A process of the rig, started ahead so that a kill costs no start.</summary>
internal sealed class RigProcess
{
    private readonly Process _process;

    private RigProcess(Process process) => _process = process;

    /// <summary>Ends when the process is ready to begin.</summary>
    public static async Task<RigProcess> StartAsync(RigSettings settings, SimulatedPlatforms platforms)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(RigProcess).Assembly.Location, "crash-rig-worker", .. settings.Write(),
                "--discord", platforms.DiscordRoot.AbsoluteUri, "--discord-token", platforms.DiscordToken, "--telegram", platforms.TelegramRoot, "--telegram-token", platforms.TelegramToken,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        }) ?? throw new InvalidOperationException("No process was started.");
        if (await process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException("A process of the rig did not start.");
        return new RigProcess(process);
    }

    /// <summary>Lets it write so many updates down in all, and deliver.</summary>
    public void Allow(int updates)
    {
        _process.StandardInput.WriteLine(updates.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
