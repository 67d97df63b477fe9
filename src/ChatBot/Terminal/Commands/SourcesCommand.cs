using System.CommandLine;
using ChatBot.Operations;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot sources</c>: how the feeds and folders do.</summary>
internal static class SourcesCommand
{
    /// <summary>How long the running service may take over the looks that it was asked for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    public static Command Build(CommandContext context)
    {
        var now = new Option<string[]?>("--now")
        {
            Description = "Has the running service look at these feeds at once (without a name: at all), however long they were to be left alone.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true,
        };
        var only = new Argument<string?>("source") { Description = "The name of one source, to be told all of it: every file or entry that was left out.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("sources", "Tells how each feed and folder does: what it brought, when it is looked at next, what is wrong with it.") { only, now };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = context.SettingsToRead(parsed);
            if (settings.Sources.Count == 0)
            {
                await context.Screen.Output.WriteLineAsync("No sources are set up. List feeds and folders as \"Sources\" in config/chatbot.json.");
                return 0;
            }
            if (parsed.GetValue(only) is { } name && !settings.Sources.Any(source => source.Name == name))
                throw new SettingsException([$"No source is called '{name}'. The sources are: {string.Join(", ", settings.Sources.Select(source => source.Name))}."]);
            var looked = parsed.GetResult(now) is null || await LookAsync(Wanted(settings, parsed.GetValue(now) ?? []), settings, context, cancellation);
            IReadOnlyList<DoctorLine> lines = [await Doctor.ServiceAsync(settings, cancellation), .. await new Doctor(context.Time).SourcesAsync(settings, parsed.GetValue(only), cancellation)];
            DoctorCommand.Show(lines, context.Screen);
            return !looked || lines.Any(line => line.Health == Health.Wrong) ? CommandLine.NotInOrder : 0;
        });
        return command;
    }

    private static List<string> Wanted(ChatBotSettings settings, string[] names)
    {
        var feeds = settings.Sources.OfType<SourceOptions.Feed>().Select(feed => feed.Name).ToList();
        var problems = names.Except(feeds).Select(name => settings.Sources.Any(source => source.Name == name)
            ? $"--now: '{name}' is a folder, which the running service looks at all the while."
            : $"--now: no feed is called '{name}'. {(feeds.Count == 0 ? "None is set up." : $"The feeds are: {string.Join(", ", feeds)}.")}").ToList();
        return problems.Count > 0 ? throw new SettingsException(problems) : names.Length > 0 ? [.. names] : feeds;
    }

    /// <summary>Asks for the looks and waits for them; says so where nobody takes them up.</summary>
    private static async Task<bool> LookAsync(List<string> names, ChatBotSettings settings, CommandContext context, CancellationToken cancellation)
    {
        await using var database = StoreDatabase.At(settings.Store);
        await new SchemaMigrator(database, context.Time).MigrateAsync(cancellation);
        var records = new SourceRecords(database, TopicFolder.IdOf(settings.Topic));
        await records.AskForAsync(names, cancellation);
        if ((await Doctor.ServiceAsync(settings, cancellation)).Health != Health.Fine)
        {
            await context.Screen.Error.WriteLineAsync("No service answers that could look; whichever starts next looks at once.");
            return false;
        }
        var since = context.Time.GetTimestamp();
        while (context.Time.GetElapsedTime(since) < LongestWait)
        {
            // A look that has ended sets the next one.
            var waiting = (await records.AllAsync(cancellation)).Where(state => names.Contains(state.Name) && state.NextAt == DateTimeOffset.UnixEpoch).ToList();
            if (waiting.Count == 0) return true;
            await Task.Delay(Glance, context.Time, cancellation);
        }
        await context.Screen.Error.WriteLineAsync("The service has not ended all looks yet; ask again with 'chatbot sources'.");
        return false;
    }
}
