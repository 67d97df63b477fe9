using System.Text;
using ChatBot.DiscordClient;

namespace ChatBot.Discord;

/// <summary>How a run of text looks.</summary>
internal enum RunStyle
{
    Plain,
    Strong,
    Faint,
}

/// <summary>A run of text in one style.</summary>
/// <param name="Text">Any text.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Link">Where it leads, an address of our own documents; null for nowhere.</param>
internal readonly record struct StyledRun(string Text, RunStyle Style = RunStyle.Plain, Uri? Link = null);

/// <summary>Text becomes Discord's Markdown here and nowhere else, so that none of its characters can be markup or a mention.</summary>
internal static class Markdown
{
    /// <summary>Parts marks that would otherwise be read together.</summary>
    private const string Seam = "\u200B";

    /// <summary>Before each line of a quotation.</summary>
    private const string Quote = "> ";

    /// <summary>Before a line in small letters.</summary>
    private const string Small = "-# ";

    /// <summary>The runs side by side.</summary>
    public static string Write(IReadOnlyList<StyledRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            var written = run.Link is { } link ? Linked(run.Text, link) : Marked(run);
            if (written.StartsWith('*') && text.Length > 0 && text[^1] == '*') text.Append(Seam);
            text.Append(written);
        }
        return text.ToString();
    }

    /// <summary>The runs as a quotation.</summary>
    public static string WriteQuote(IReadOnlyList<StyledRun> runs) => Quote + Write(runs).Replace("\n", "\n" + Quote, StringComparison.Ordinal);

    /// <summary>The runs in small letters; they are to stand on one line.</summary>
    public static string WriteSmall(IReadOnlyList<StyledRun> runs) => Small + Write(runs).Replace('\n', ' ');

    private static string Marked(StyledRun run)
    {
        var inner = run.Text.Trim();
        if (run.Style == RunStyle.Plain || inner.Length == 0) return Format.Sanitize(run.Text);
        var mark = run.Style == RunStyle.Strong ? "**" : "*";
        // A mark beside a space is no mark.
        var from = run.Text.IndexOf(inner, StringComparison.Ordinal);
        return $"{run.Text[..from]}{mark}{Format.Sanitize(inner)}{mark}{run.Text[(from + inner.Length)..]}";
    }

    /// <summary>Brackets in the words would end the link early: such words stand before it.</summary>
    private static string Linked(string text, Uri link)
    {
        var address = link.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAny("[]\\") < 0 ? $"[{Format.Sanitize(text)}]({address})" : $"{Format.Sanitize(text)} [↗]({address})";
    }
}
