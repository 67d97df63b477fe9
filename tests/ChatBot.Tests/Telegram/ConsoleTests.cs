using ChatBot.Simulators.Consoles;
using ChatBot.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>The simulator's console, with lines from a script and the real service behind it.</summary>
public sealed class ConsoleTests
{
    private static readonly ConsolePatience Patience = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_meets_the_answers_it_refers_to()
    {
        var seen = await PlayAsync("""
            When does the quay open?
            :tap 2 passage
            :tap 2 👍
            :reply 2 And how many cranes?
            :edit 1 Who is Hedda Quist?
            :inline How many cranes?
            :choose 1
            :tap 1
            :news The quay has 9 cranes.
            :open s-evening-2decho
            :group Friends
            :add
            Hello all
            :as Bob
            :reply 2 when?
            /who@chat_test_bot Quist
            :supergroup Watchers
            :add
            /when@chat_test_bot
            :forbid
            /who@chat_test_bot Quist
            :allow
            /who@chat_test_bot Quist
            :forum Harbour
            :add admin
            :forbid
            :topic Ships
            /when@chat_test_bot
            """);
        Approved.Equal("console", seen);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_the_next_line_is_read()
    {
        var seen = await PlayAsync("""
            :dance
            :tap
            :tap 1
            :reply
            :reply 7 hello
            :add
            :choose 1
            :send money
            :wait long
            :wait 0.01
            :block
            hello?
            :unblock

            ::) hello
            :)
            :quit
            never read
            """);
        Approved.Equal("console-mistakes", seen);
    }

    [Fact]
    public async Task Without_a_bot_the_lines_wait_for_it_and_that_is_said()
    {
        await using var server = await TelegramSimulator.StartAsync(null, Cancellation);
        using var output = new StringWriter();
        var patience = new ConsolePatience(TimeSpan.FromMilliseconds(50), TimeSpan.Zero);
        await new SimulatorConsole(new TelegramScene(server, patience.Answer), new StringReader("hello\n:inline hello\n"), output, patience, TimeProvider.System).RunAsync(Cancellation);
        Assert.Contains("#1 Ann: hello\n(The bot is not here; it will be told when it comes. Is the service running?)\nThe bot is not here yet, so nothing is offered.\n", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, server.PendingUpdates);
    }

    private static async Task<string> PlayAsync(string script)
    {
        await using var bot = await RunningBot.StartAsync();
        using var output = new StringWriter();
        await new SimulatorConsole(new TelegramScene(bot.Server, Patience.Answer), new StringReader(script), output, Patience, TimeProvider.System).RunAsync(Cancellation);
        return output.ToString().Replace(bot.Server.BaseUrl, "http://127.0.0.1:8081", StringComparison.Ordinal);
    }
}
