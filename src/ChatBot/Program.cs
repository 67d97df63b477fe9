using ChatBot;
using ChatBot.Terminal;

var time = TimeProvider.System;
var screen = TerminalScreen.OfProcess();
return await new CommandLine(CommandContext.OfProcess(screen, time), (settings, cancellation) => ChatBotHost.RunAsync(settings, screen.Output, time, cancellation))
    .RunAsync(args, CancellationToken.None);
