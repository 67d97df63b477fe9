namespace ChatBot.Terminal;

/// <summary>Where a command reads and writes, and what can be done there.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: what was asked for.</param>
/// <param name="Error">Standard error: problems, progress and summaries.</param>
internal sealed record TerminalScreen(TextReader Input, TextWriter Output, TextWriter Error)
{
    private const int UsualWidth = 80;
    private const int WidestLine = 100;
    private const int NarrowestLine = 20;

    /// <summary>Columns that a line may fill.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Whether output may hold colours and bold letters.</summary>
    public bool Colours { get; init; }

    /// <summary>Whether a person types, key by key, at a terminal that can move its cursor.</summary>
    public bool Interactive { get; init; }

    /// <summary>The process's own console. Colours only where a person looks, and not against their will (https://no-color.org).</summary>
    public static TerminalScreen OfProcess()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb" && !OperatingSystem.IsWindows();
        return new TerminalScreen(Console.In, Console.Out, Console.Error)
        {
            Width = Console.IsOutputRedirected ? WidestLine : Math.Clamp(WindowWidth(), NarrowestLine, WidestLine),
            Colours = !Console.IsOutputRedirected && !dumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected && !dumb,
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // A console without a window.
        }
    }
}
