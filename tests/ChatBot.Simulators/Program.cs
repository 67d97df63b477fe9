using System.CommandLine;
using System.Text;
using ChatBot.Simulators.Consoles;

Console.OutputEncoding = Encoding.UTF8;
return await new RootCommand("A chat platform on this machine to try the bot on: no account, no token. You are a person in its chats.") { TelegramVerb.Build(), DiscordVerb.Build() }
    .Parse(args).InvokeAsync();
