using System.CommandLine;
using ChatBot.Operations;
using ChatBot.Settings;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot doctor</c>: what is wrong with this installation, in words.</summary>
internal static class DoctorCommand
{
    public static Command Build(CommandContext context)
    {
        var command = new Command("doctor", "Tells what is wrong with this installation and what to do about it; changes nothing.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var lines = await ExamineAsync(context, parsed, cancellation);
            Show(lines, context.Screen);
            return lines.Any(line => line.Health == Health.Wrong) ? CommandLine.NotInOrder : 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<DoctorLine>> ExamineAsync(CommandContext context, ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            var settings = context.SettingsOf(parsed);
            return [new DoctorLine(Health.Fine, "settings", "readable, all keys known."), .. await new Doctor(context.Time).ExamineAsync(settings, cancellation)];
        }
        catch (SettingsException failure)
        {
            return [.. failure.Problems.Select(problem => new DoctorLine(Health.Wrong, "settings", problem))];
        }
    }

    /// <summary>Writes the lines and, at the end, whether all is well.</summary>
    public static void Show(IReadOnlyList<DoctorLine> lines, TerminalScreen screen)
    {
        var styled = new StyledLines(screen.Width, screen.Colours);
        foreach (var line in lines)
        {
            var (word, style) = line.Health switch { Health.Fine => ("ok", TerminalStyle.Plain), Health.Note => ("note", TerminalStyle.Mark), _ => ("wrong", TerminalStyle.Bad) };
            foreach (var written in styled.Add(word.PadRight(7), style).Add(line.About.PadRight(11)).Add(line.Words).Take(0, 18)) screen.Output.WriteLine(written);
        }
        var wrong = lines.Count(line => line.Health == Health.Wrong);
        var notes = lines.Count(line => line.Health == Health.Note);
        screen.Output.WriteLine(
            wrong > 0 ? $"{wrong} {(wrong == 1 ? "thing is" : "things are")} wrong." : notes > 0 ? $"Nothing is wrong; {notes} {(notes == 1 ? "note" : "notes")} above." : "All is in order.");
    }
}
