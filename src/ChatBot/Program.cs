using ChatBot;
using ChatBot.Subscriptions;
using ChatBot.Terminal;

var time = TimeProvider.System;
var screen = TerminalScreen.OfProcess();
var context = CommandContext.OfProcess(screen, time) with
{
    WhenStored = (database, known) => [SubscriptionServices.Publisher(known, database, known().Topic.Id)],
};
return await new CommandLine(context, (settings, cancellation) => ChatBotHost.RunAsync(settings, screen.Output, time, cancellation)).RunAsync(args, CancellationToken.None);
