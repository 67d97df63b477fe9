using System.CommandLine;
using ChatBot.Simulators.Telegram;

namespace ChatBot.Simulators.Consoles;

/// <summary><c>telegram</c>: a simulated Telegram with the terminal as one of its people.</summary>
internal static class TelegramVerb
{
    private const int DefaultPort = 8081;

    public static Command Build()
    {
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => DefaultPort };
        var wait = new Option<double>("--wait") { Description = "How many seconds an answer may take before the next line is read.", DefaultValueFactory = _ => 5 };
        var open = new Option<bool>("--no-privacy") { Description = "In groups the bot sees every message, as with BotFather's /setprivacy off." };
        port.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 0 or > 65535) result.AddError("--port is a number from 0 (any that is free) to 65535."); });
        wait.Validators.Add(result => { if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 600)) result.AddError("--wait is a number of seconds from 0.1 to 600."); });
        var command = new Command("telegram", "A simulated Telegram on this machine, in which you are a person who writes to the bot.") { port, wait, open };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new SimulatorOptions { Port = parsed.GetValue(port), PrivacyMode = !parsed.GetValue(open) };
            try
            {
                await using var server = await TelegramSimulator.StartAsync(options, cancellation);
                var answer = TimeSpan.FromSeconds(parsed.GetValue(wait));
                // Someone at a terminal sees when the bot comes; a script's first line must not go before it.
                var patience = new ConsolePatience(answer, Console.IsInputRedirected ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
                await new SimulatorConsole(new TelegramScene(server, answer), Console.In, Console.Out, patience, options.Time).RunAsync(cancellation);
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
