using System.Diagnostics;
using ChatBot.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.Simulators.Discord;

/// <summary>The simulator is as good as the real clients that accept it: discord.js, over real sockets.</summary>
public sealed class DiscordJsTests
{
    [Fact]
    public async Task Discord_js_logs_in_registers_commands_answers_taps_menus_forms_and_resumes_after_a_cut()
    {
        var folder = RequireBot();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var ct = limit.Token;
        await using var simulator = new DiscordSimulator();
        await simulator.StartAsync(ct);
        var ada = simulator.AddPerson("Ada");
        var bob = simulator.AddPerson("Bob");
        var channel = simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];

        using var node = Start(folder, simulator);
        try
        {
            var lines = node.StandardOutput;
            Assert.Equal("READY", await lines.ReadLineAsync(ct));
            Assert.Single(simulator.World.Commands);

            var typing = ada.Type(channel, "ask", "question", "when");
            await typing.Acknowledged.WaitAsync(ct);
            Assert.Equal("when…", (string?)typing.Choices[0]["name"]);

            var asked = ada.Slash(channel, "ask", ("question", "when is it?"));
            await asked.Acknowledged.WaitAsync(ct);
            Assert.Contains("You asked: when is it?", simulator.TranscriptFor(bob, channel), StringComparison.Ordinal);
            Assert.Contains("[More] [Note]", simulator.TranscriptFor(bob, channel), StringComparison.Ordinal);

            var picked = bob.Select(asked.Original!, "Pick", "Two");
            await simulator.World.WaitForAsync(() => picked.Original is { IsLoading: false } ? picked : null, ct);
            var form = bob.Tap(asked.Original!, "Note");
            await form.Acknowledged.WaitAsync(ct);
            await bob.Submit(form, ("text", "so it is")).Acknowledged.WaitAsync(ct);

            var more = ada.Tap(asked.Original!, "More");
            await simulator.World.WaitForAsync(() => more.Followups.FirstOrDefault(), ct);
            Assert.Contains("only visible to you: Only for you.", simulator.TranscriptFor(ada, channel), StringComparison.Ordinal);
            Assert.DoesNotContain("Only for you.", simulator.TranscriptFor(bob, channel), StringComparison.Ordinal);

            simulator.Gateway.Drop(0);
            ada.Say(channel, $"{ada.MentionOfBot} are you there?");
            Assert.Equal("RESUMED", await lines.ReadLineAsync(ct));
            await simulator.World.WaitForAsync(() => channel.Messages.FirstOrDefault(m => m.Content == "Heard in #general"), ct);

            Assert.Equal(
                """
                ChatBot (bot) to Ada, edited: More, for Ada
                  | Answer
                  | You asked: when is it?
                ChatBot (bot) to Bob: Picked 2
                ChatBot (bot) to Bob: Noted: so it is
                Ada: @ChatBot are you there?
                ChatBot (bot), reply to Ada, PINGS Ada: Heard in #general

                """, simulator.TranscriptFor(bob, channel));
            Assert.Single(simulator.Gateway.Identifies);
            Assert.Empty(DiscordContract.ViolationsIn(simulator.Ledger));
        }
        finally
        {
            node.Kill(entireProcessTree: true);
            await node.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(string folder, DiscordSimulator simulator)
    {
        var start = new ProcessStartInfo("node", ["bot.js"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["SIMULATOR_API"] = simulator.ApiRoot.AbsoluteUri;
        start.Environment["SIMULATOR_TOKEN"] = simulator.Options.Token;
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    /// <summary>Skips where node or the packages are missing; in CI that is a failure.</summary>
    private static string RequireBot()
    {
        string? folder = null;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null && folder is null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "tests", "ChatBot.Simulators", "Discord", "discordjs");
            folder = Directory.Exists(candidate) ? candidate : null;
        }
        var hasPackages = folder is not null && Directory.Exists(Path.Combine(folder, "node_modules", "discord.js"));
        var hasNode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, OperatingSystem.IsWindows() ? "node.exe" : "node")));
        const string reason = "Node.js, or discord.js in tests/ChatBot.Simulators/Discord/discordjs, is missing: run \"npm ci\" there.";
        if (!(hasPackages && hasNode) && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.SkipUnless(hasPackages && hasNode, reason);
        return folder!;
    }
}
