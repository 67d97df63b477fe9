using System.CommandLine;
using System.CommandLine.Help;
using ChatBot.Knowledge.Text;
using ChatBot.Operations;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Terminal.Commands;

namespace ChatBot.Terminal;

/// <summary>
/// The words of the command line and what they do. Exit codes: 0 fine; 1 the thing asked about is not in order; 2 bad usage, or input that can't be
/// read; 130 stopped with Ctrl-C.
/// </summary>
internal sealed class CommandLine
{
    /// <summary>The thing asked about is not in order.</summary>
    public const int NotInOrder = 1;

    /// <summary>Bad usage, or input that can't be read.</summary>
    public const int BadInput = 2;

    private const int Stopped = 130;

    private readonly TerminalScreen _screen;
    private readonly RootCommand _root;

    /// <param name="context">Where commands run.</param>
    /// <param name="serve">Runs the service until it is stopped; what the program does without a command.</param>
    public CommandLine(CommandContext context, Func<ChatBotSettings, CancellationToken, Task> serve)
    {
        _screen = context.Screen;
        _root = new RootCommand("Answers questions about an event from documents, with the sources cited. Without a command it runs the service and its web page.");
        foreach (var option in context.SettingOptions) _root.Add(option);
        var service = new Command("serve", "Runs the service: every platform with a token in its settings, and the web page.");
        foreach (var command in new[] { _root, service })
            command.SetAction(async (parsed, cancellation) =>
            {
                await serve(context.SettingsOf(parsed), cancellation);
                return 0;
            });
        foreach (var command in new[]
        {
            service, AskCommand.Build(context), ChatCommand.Build(context), CheckCommand.Build(context), AnswerCommand.Build(context), RetrieveCommand.Build(context), IntentsCommand.Build(context), ReplayCommand.Build(context), DeliveriesCommand.Build(context),
            VerifyCommand.Build(context), IngestCommand.Build(context), EvaluateCommand.Build(context), DoctorCommand.Build(context),
            TopicCommand.Build(context), SourcesCommand.Build(context),
        }) _root.Add(command);
        var help = _root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction usual) help.Action = new HelpWithExamples(usual);
    }

    /// <summary>Does what the words say.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        // A question may begin with "@": it never names a file to read more words from.
        var parsed = _root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            if (StrayWords(parsed) is { } stray) await Tell(stray);
            else
                foreach (var error in parsed.Errors) await Tell(error.Message + Suggestion(parsed, error.Message));
            await _screen.Error.WriteLineAsync($"Try: {PathOf(parsed.CommandResult.Command)} --help");
            return BadInput;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = _screen.Output, Error = _screen.Error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (UnreadableFilesException failure)
        {
            foreach (var problem in failure.Problems) await Tell(problem);
            return BadInput;
        }
        catch (SettingsException failure)
        {
            foreach (var problem in failure.Problems) await Tell(problem);
            return BadInput;
        }
        catch (JsonLinesException failure)
        {
            foreach (var problem in failure.Problems) await Tell(problem);
            return BadInput;
        }
        catch (StoreException failure)
        {
            await Tell(failure.Message);
            return NotInOrder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            await Tell(failure.Message);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }
    }

    /// <summary>A command as it is typed, with those it belongs to.</summary>
    private static string PathOf(Command command) =>
        command is RootCommand ? "chatbot" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? PathOf(parent) : "chatbot")} {command.Name}";

    /// <summary>What to say of words that begin with no command: the command that was meant, or that a question needs <c>ask</c>. Null for anything else.</summary>
    private string? StrayWords(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand || parsed.UnmatchedTokens is not [var first, ..] stray || stray.Any(word => word.StartsWith('-'))) return null;
        var words = string.Join(' ', stray);
        if (NearestName.Of(first, _root.Subcommands.Select(command => command.Name)) is { } nearest) return $"There is no command '{first}'. Did you mean {nearest}?";
        return words.Contains(' ', StringComparison.Ordinal) || words.EndsWith('?')
            ? $"There is no command '{first}'. To ask a question: chatbot ask \"{words.Replace("\"", "'", StringComparison.Ordinal)}\""
            : $"There is no command '{first}'. The commands are {string.Join(", ", _root.Subcommands.Select(command => command.Name))}.";
    }

    private string Suggestion(ParseResult parsed, string message)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Concat(_root.Options).Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name));
        var stray = parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        return stray is not null && NearestName.Of(stray, known) is { } nearest ? $" Did you mean {nearest}?" : "";
    }

    private Task Tell(string problem) => _screen.Error.WriteLineAsync("chatbot: " + TerminalText.Clean(problem));
}
