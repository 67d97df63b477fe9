using System.Text;
using ChatBot.DiscordClient;

namespace ChatBot.Discord.Writing;

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
/// <param name="At">The moment that it names, which is shown instead in each reader's zone and language; null for other text.</param>
internal readonly record struct StyledRun(string Text, RunStyle Style = RunStyle.Plain, Uri? Link = null, DateTimeOffset? At = null);

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
        foreach (var given in runs)
        {
            var run = given with { Text = given.Text.ReplaceLineEndings("\n") };
            var written = run.At is { } at ? Format.Timestamp(at) : run.Link is { } link ? Linked(run.Text, link) : Marked(run);
            if (written.StartsWith('*') && text.Length > 0 && text[^1] == '*') text.Append(Seam);
            text.Append(written);
        }
        return text.ToString();
    }

    /// <summary>The runs as a quotation.</summary>
    public static string WriteQuote(IReadOnlyList<StyledRun> runs) => Quote + Write(runs).Replace("\n", "\n" + Quote, StringComparison.Ordinal);

    /// <summary>The runs in small letters; they stand on one line.</summary>
    public static string WriteSmall(IReadOnlyList<StyledRun> runs) => Small + Write([.. runs.Select(run => run with { Text = run.Text.ReplaceLineEndings(" ") })]);

    /// <summary>Each line bears its own marks, which hold no further than it in a quotation; a mark beside a space would be none.</summary>
    private static string Marked(StyledRun run)
    {
        if (run.Style == RunStyle.Plain) return Format.Sanitize(run.Text);
        var mark = run.Style == RunStyle.Strong ? "**" : "*";
        return string.Join('\n', run.Text.Replace(Seam, "", StringComparison.Ordinal).Split('\n').Select(line =>
        {
            var inner = line.Trim();
            if (inner.Length == 0) return Format.Sanitize(line);
            var from = line.IndexOf(inner, StringComparison.Ordinal);
            return $"{line[..from]}{mark}{Format.Sanitize(inner)}{mark}{line[(from + inner.Length)..]}";
        }));
    }

    /// <summary>Brackets in the words would end the link early: such words stand before it.</summary>
    private static string Linked(string text, Uri link)
    {
        var address = link.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAny("[]\\") < 0 ? $"[{Format.Sanitize(text)}]({address})" : $"{Format.Sanitize(text)} [↗]({address})";
    }
}
