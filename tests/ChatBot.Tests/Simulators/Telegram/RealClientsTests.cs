using System.Diagnostics;
using System.Text;
using ChatBot.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>The simulator must satisfy clients that know nothing of it.</summary>
public sealed class RealClientsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "ChatBot.Simulators", "Telegram", "npm");

    [Theory]
    [InlineData("grammy", "grammY")]
    [InlineData("telegraf", "Telegraf")]
    public async Task An_echo_bot_of_a_real_client_talks_taps_and_edits(string package, string name)
    {
        RequireNode(package);
        var cancellation = TestContext.Current.CancellationToken;
        var options = new SimulatorOptions { Contract = PublishedContract.OrNull };
        await using var server = await TelegramSimulator.StartAsync(options, cancellation);
        var ann = server.AddPerson("Ann");
        var errors = new StringBuilder();
        using var bot = StartBot(package, server, errors);
        try
        {
            ann.Start();
            await server.WaitForBotAsync(ann.Private, 1, cancellation);
            var asked = ann.Say("When & <where>?");
            var echo = await server.WaitForBotAsync(ann.Private, 2, cancellation);
            Assert.Equal("Tapped", await ann.Tap(echo, "Again").Answer.WaitAsync(cancellation));
            await server.WaitUntilAsync(() => echo.Text == $"Tapped by {name}", "the edit", cancellation);
            ann.Edit(asked, "And where?");
            await server.WaitForBotAsync(ann.Private, 3, cancellation);
            var offered = await ann.AskInlineAsync("inline words", cancellation);
            ann.Choose(offered, "Echo");
            await server.WaitForBotAsync(ann.Private, 4, cancellation);
            ann.Block();
            await server.WaitUntilAsync(() => server.PendingUpdates == 0, "everything confirmed", cancellation);
        }
        catch (TimeoutException failure)
        {
            lock (errors)
                Assert.Fail($"{failure.Message}\n{errors}");
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
            await bot.WaitForExitAsync(CancellationToken.None);
        }
        Assert.Equal(
            $"""
            — private chat with Ann —
            #1 Ann: /start
            #2 ChatBot: **Ready** & waiting
            #3 Ann: When & <where>?
            #4 ChatBot to #3: You said: When & <where>?
                [Again] [Source → https://example.org/]
            Ann taps [Again] of #4
                (notice for Ann: Tapped)
            #4 ChatBot changes it: Tapped by {name}
            #3 Ann changes it: And where?
            #5 ChatBot: Now you say: And where?
            #6 Ann via ChatBot: inline words
            #7 ChatBot to #6: You said: inline words
                [Again] [Source → https://example.org/]
            Ann blocks ChatBot

            """,
            server.Transcript(ann.Private));
        Assert.Equal(["/start – begin"], ann.CommandMenu());
        // Only what the simulator sends: Telegraf itself adds a field to its buttons that was never published, and the platform passes over it.
        Assert.Empty(server.Ledger.AnswerViolations);
    }

    private static void RequireNode(string package)
    {
        var installed = Directory.Exists(Path.Combine(Folder, "node_modules", package));
        var node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
        Assert.False(Repository.IsCi && !(installed && node), $"CI needs node, and `npm ci` in {Folder}.");
        Assert.SkipUnless(node, "node is not installed.");
        Assert.SkipUnless(installed, $"{package} is not installed: run `npm ci` in {Folder}.");
    }

    private static Process StartBot(string package, TelegramSimulator server, StringBuilder errors)
    {
        var start = new ProcessStartInfo("node", $"{package}-echo.mjs") { WorkingDirectory = Folder, RedirectStandardError = true,
            RedirectStandardOutput = true };
        start.Environment["BOT_TOKEN"] = server.Options.Token;
        start.Environment["API_ROOT"] = server.BaseUrl;
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                errors.AppendLine(line.Data);
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }
}
