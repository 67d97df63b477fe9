using System.CommandLine;
using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot chat</c>: a conversation. Follow-ups lean on the turns before.</summary>
internal static class ChatCommand
{
    private static readonly string[] Farewells = ["exit", "quit", ":q", "/exit", "/quit"];

    public static Command Build(CommandContext context)
    {
        var documents = CommandContext.DocumentsOption();
        var command = new Command("chat", "A conversation: follow-ups such as \"and who said that?\" lean on what came before.") { documents };
        command.SetAction(async (parsed, cancellation) => Converse(await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: false, cancellation), context.Screen, cancellation));
        return command;
    }

    private static int Converse(KnowledgeBase knowledge, TerminalScreen screen, CancellationToken cancellation)
    {
        var writer = new TerminalReplyWriter(screen.Width, screen.Colours);
        var prompt = new LinePrompt(screen, "> ");
        var conversation = Conversation.New;
        Reply? last = null;
        if (screen.Interactive) Greet(knowledge, screen);
        while (!cancellation.IsCancellationRequested && prompt.Read() is { } line)
        {
            var message = line.Trim();
            if (message.Length == 0) continue;
            if (Farewells.Contains(message, StringComparer.OrdinalIgnoreCase)) break;
            if (last is not null && SourceAsked(message, last) is { } source)
            {
                screen.Output.WriteLine(PassageText.Of(knowledge, source, screen));
                continue;
            }
            if (last is { Sources.Count: > 0 } && Number(message) is { } missing)
            {
                screen.Output.WriteLine(PhraseCatalogue.NoSuchSource(missing, last.Sources.Count) + "\n");
                continue;
            }
            if (MessageHandler.TooLong(message) is { } tooLong)
            {
                screen.Output.WriteLine(tooLong + "\n");
                continue;
            }
            var handled = QuestionHandler.Handle(Chosen(message, last) ?? message, conversation, knowledge);
            AskCommand.Report(handled, screen);
            screen.Output.Write(screen.Interactive ? "\n" : "");
            screen.Output.WriteLine(writer.Write(handled.Reply));
            conversation = handled.Conversation;
            last = handled.Reply;
        }
        return 0;
    }

    private static void Greet(KnowledgeBase knowledge, TerminalScreen screen)
    {
        var lines = new StyledLines(screen.Width, screen.Colours);
        var written = new List<string>();
        written.AddRange(lines.Add(knowledge.Topic.Title, TerminalStyle.Strong).Take());
        if (knowledge.Topic.Suggestions.Count > 0)
            written.AddRange(lines.Add("Ask, for instance: ", TerminalStyle.Faint).Add(string.Join("  ", knowledge.Topic.Suggestions.Take(3))).Take(0, 2));
        written.AddRange(lines.Add("A source's number shows its passage; the up arrow brings back what you typed; /help lists what else works; 'exit' or Ctrl-D leaves.", TerminalStyle.Faint).Take());
        foreach (var line in written) screen.Output.WriteLine(line);
        screen.Output.WriteLine();
    }

    /// <summary>"1" or "[1]" names a source of the last reply, unless that offered choices.</summary>
    private static ReplySource? SourceAsked(string message, Reply last) =>
        Number(message) is { } number && number <= last.Sources.Count && !last.Actions.Any(action => action.Kind == ReplyActionKind.Ask) ? last.Sources[number - 1] : null;

    /// <summary>"2" chooses the second of the questions that the last reply offered.</summary>
    private static string? Chosen(string message, Reply? last)
    {
        var choices = last?.Actions.Where(action => action.Kind == ReplyActionKind.Ask).ToList();
        return choices is not null && Number(message) is { } number && number <= choices.Count ? choices[number - 1].Subject : null;
    }

    private static int? Number(string message) =>
        int.TryParse(message.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
