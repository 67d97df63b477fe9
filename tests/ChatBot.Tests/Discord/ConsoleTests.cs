using ChatBot.Simulators.Consoles;
using ChatBot.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.Discord;

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
            @ChatBot When does the quay open?
            :tap 3 passage
            :tap 3 👍
            :reply 3 And how many cranes?
            :quietly 3 And Quist?
            :edit 2 @ChatBot Who is Hedda Quist?
            :delete 2
            :as Cem
            /who name: Quist only-for-me: true
            :tap share
            :type /who Q
            :type /settings what: zone new y
            /check
            :fill The quay opens on 15 March 2031.
            :apps 1 ask
            :as Ann
            /server
            :as Bob
            /settings zone Europe/Kyiv
            :manager
            /settings zone Europe/Kyiv
            @ChatBot /settings quiet off
            :thread Ships
            @ChatBot when?
            :forum questions
            @ChatBot How many cranes are there?
            /who Quist
            :forum questions
            /when
            :thread nothing
            :thread how many cranes are there?
            :direct
            What did Quist say?
            /quote speaker: Quist about: twelve years
            :language de
            :menu
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
            /dance
            /who
            /when now
            /ask When is it? only-for-me: perhaps
            :fill something
            :forbid everything
            :choose 1
            /when
            :forge x:something-from-the-future
            :tap 1 nonsense
            :direct
            :channel general
            /server
            :quit
            never read
            """);
        Approved.Equal("console-mistakes", seen);
    }

    [Fact]
    public async Task Without_a_bot_the_lines_wait_for_it_and_that_is_said()
    {
        await using var server = new DiscordSimulator();
        using var output = new StringWriter();
        var patience = new ConsolePatience(TimeSpan.FromMilliseconds(50), TimeSpan.Zero);
        await new SimulatorConsole(new DiscordScene(server), new StringReader("@ChatBot hello\n/ask hello\n"), output, patience, TimeProvider.System).RunAsync(Cancellation);
        Assert.Contains("#1 Ann: @ChatBot hello\n(The bot is not here; it will be told when it comes. Is the service running?)\nThe app knows no /ask; :menu lists what the bot has set.\n", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> PlayAsync(string script)
    {
        await using var bot = await RunningBot.StartAsync();
        using var output = new StringWriter();
        await new SimulatorConsole(new DiscordScene(bot.Server), new StringReader(script), output, Patience, TimeProvider.System).RunAsync(Cancellation);
        return output.ToString().Replace(bot.Server.ApiRoot.AbsoluteUri, "http://127.0.0.1:8082/api", StringComparison.Ordinal);
    }
}
