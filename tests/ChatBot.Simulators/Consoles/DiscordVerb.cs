using System.CommandLine;
using ChatBot.Simulators.Discord;

namespace ChatBot.Simulators.Consoles;

/// <summary><c>discord</c>: a simulated Discord with the terminal as one of its people.</summary>
internal static class DiscordVerb
{
    private const int DefaultPort = 8082;

    public static Command Build()
    {
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => DefaultPort };
        var wait = new Option<double>("--wait") { Description = "How many seconds an answer may take before the next line is read.", DefaultValueFactory = _ => 5 };
        port.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 0 or > 65535) result.AddError("--port is a number from 0 (any that is free) to 65535."); });
        wait.Validators.Add(result => { if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 600)) result.AddError("--wait is a number of seconds from 0.1 to 600."); });
        var command = new Command("discord", "A simulated Discord on this machine, in which you are a person who writes to the bot.") { port, wait };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new DiscordSimulatorOptions { Port = parsed.GetValue(port) };
            try
            {
                await using var server = new DiscordSimulator(options);
                await server.StartAsync(cancellation);
                // Someone at a terminal sees when the bot comes; a script's first line must not go before it.
                var patience = new ConsolePatience(TimeSpan.FromSeconds(parsed.GetValue(wait)), Console.IsInputRedirected ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
                await new SimulatorConsole(new DiscordScene(server), Console.In, Console.Out, patience, options.Time).RunAsync(cancellation);
                return 0;
            }
            catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                await Console.Error.WriteLineAsync($"Port {options.Port} is taken; name another with --port.");
                return 2;
            }
        });
        return command;
    }
}
