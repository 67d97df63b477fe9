using ChatBot.Terminal;

return await new CommandLine(TerminalScreen.OfProcess(), TimeProvider.System, (_, _) => Task.FromResult(0)).RunAsync(args, CancellationToken.None);
