using System.CommandLine;
using ChatBot.Operations;
using ChatBot.Settings;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot sources</c>: how the feeds and folders do.</summary>
internal static class SourcesCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new Command("sources", "Tells how each feed and folder does: what it brought, when it is looked at next, what is wrong with it.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = context.SettingsOf(parsed);
            if (settings.Sources.Count == 0)
            {
                await context.Screen.Output.WriteLineAsync("No sources are set up. List feeds and folders as \"Sources\" in config/chatbot.json.");
                return 0;
            }
            IReadOnlyList<DoctorLine> lines = [await Doctor.ServiceAsync(settings, cancellation), .. await new Doctor(context.Time).SourcesAsync(settings, cancellation)];
            DoctorCommand.Show(lines, context.Screen);
            return lines.Any(line => line.Health == Health.Wrong) ? CommandLine.NotInOrder : 0;
        });
        return command;
    }
}
