using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;

namespace ChatBot.Questions;

/// <summary>The commands that are no look-ups, where no chat stands behind them: in the terminal, on the web page, in files of questions.</summary>
internal static class ChatlessCommands
{
    private static readonly string[] Here = [CommandCatalogue.Check, CommandCatalogue.Sources, CommandCatalogue.Help, CommandCatalogue.About];

    /// <summary>The reply to a command, with what the gate held back of it, and the verdicts where claims were checked.</summary>
    public static (Reply Reply, IReadOnlyList<VerbatimGate.Violation> Violations, IReadOnlyList<CheckedClaim> Claims) Answer(CommandText command, KnowledgeBase knowledge)
    {
        if (CommandCatalogue.Find(command.Name) is { NeedsArgument: true } lacking && Works(lacking) && !command.SaysSomething) return (CommandReplies.Usage(lacking), [], []);
        switch (command.Name)
        {
            case CommandCatalogue.Check:
                var checkedClaims = ClaimHandler.Handle(command.Argument, knowledge);
                return (checkedClaims.Reply, checkedClaims.Violations, checkedClaims.Claims);
            case CommandCatalogue.Sources: return (CommandReplies.Sources(knowledge, command.Argument), [], []);
            case CommandCatalogue.About: return (CommandReplies.About(knowledge), [], []);
            case CommandCatalogue.Start: return (CommandReplies.Start(knowledge), [], []);
            case CommandCatalogue.Help: return (CommandReplies.HelpOn(command.Argument, CommandCatalogue.All) ?? CommandReplies.HelpWithoutChat(knowledge, CommandCatalogue.All.Where(Works)), [], []);
        }
        return (CommandCatalogue.Find(command.Name) is { } known ? Reply.Saying(PhraseCatalogue.InChatsOnly(known.Name)) : CommandReplies.Unknown(command.Name), [], []);
    }

    /// <summary>Whether a command means something without a chat.</summary>
    private static bool Works(SlashCommand command) => Here.Contains(command.Name) || command is { Searches: true, Name: not CommandCatalogue.Watch };
}
