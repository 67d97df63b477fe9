using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Simulators.Discord;

/// <summary>How a run of text looks to a reader.</summary>
[Flags]
public enum Look
{
    Plain = 0,
    Bold = 1 << 0,
    Italic = 1 << 1,
    Underlined = 1 << 2,
    Struck = 1 << 3,
    Spoiler = 1 << 4,
    Code = 1 << 5,
    Quote = 1 << 6,
    Small = 1 << 7,
    Heading = 1 << 8,
    ListItem = 1 << 9,
    Link = 1 << 10,

    /// <summary>Names a person, role, channel, command or everybody, as a coloured label.</summary>
    Mention = 1 << 11,
    Emoji = 1 << 12,
    Time = 1 << 13,
}

/// <summary>A run of text as a reader sees it.</summary>
public sealed record MarkupRun(string Text, Look Look, string? Address = null);

/// <summary>
/// Reads Discord's Markdown as its clients do, after the behaviour of the open parser they descend from (simple-markdown): escapes first, marks that
/// find no partner stay letters, block marks only at a line's beginning.
/// </summary>
public static partial class Markup
{
    private static readonly (string Mark, Look Look)[] Marks =
        [("***", Look.Bold | Look.Italic), ("**", Look.Bold), ("__", Look.Underlined), ("~~", Look.Struck), ("||", Look.Spoiler), ("*", Look.Italic), ("_", Look.Italic)];

    public static IReadOnlyList<MarkupRun> Read(string text)
    {
        var runs = new List<MarkupRun>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var quoteRest = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) Add(runs, "\n", Look.Plain);
            var line = lines[i];
            var look = quoteRest ? Look.Quote : Look.Plain;
            if (line.StartsWith("```", StringComparison.Ordinal) && Array.FindIndex(lines, i, l => l.IndexOf("```", l == line ? 3 : 0, StringComparison.Ordinal) >= 0) is var end and >= 0)
            {
                Add(runs, string.Join('\n', lines[i..(end + 1)]).Trim('`'), Look.Code);
                i = end;
                continue;
            }
            if (line.StartsWith(">>> ", StringComparison.Ordinal)) (line, look, quoteRest) = (line[4..], Look.Quote, true);
            else if (line.StartsWith("> ", StringComparison.Ordinal)) (line, look) = (line[2..], Look.Quote);
            if (Block().Match(line) is { Success: true } block)
            {
                look |= block.Groups["small"].Success ? Look.Small : block.Groups["heading"].Success ? Look.Heading : Look.ListItem;
                if (block.Groups["item"].Success) Add(runs, block.Value, look);
                line = line[block.Length..];
            }
            Inline(line, look, null, runs);
        }
        return runs;
    }

    /// <summary>The letters that a reader sees, without how they look.</summary>
    public static string VisibleText(string text) => string.Concat(Read(text).Select(run => run.Text)).Replace("\u200B", "", StringComparison.Ordinal);

    /// <summary>What a reader sees, in letters: bold as <c>**…**</c>, slanted as <c>_…_</c>, small and quoted lines with a mark before them, a link's address behind it.</summary>
    public static string ToReadable(string text)
    {
        var readable = new StringBuilder();
        foreach (var run in Read(text))
        {
            var shown = run.Text.Replace("\u200B", "", StringComparison.Ordinal);
            if (shown.Length == 0) continue;
            var atStart = readable.Length == 0 || readable[^1] == '\n';
            if (shown != "\n" && atStart && run.Look.HasFlag(Look.Quote)) readable.Append("▌ ");
            if (shown != "\n" && atStart && run.Look.HasFlag(Look.Small)) readable.Append("· ");
            var (before, behind) = run.Look.HasFlag(Look.Bold) ? ("**", "**") : run.Look.HasFlag(Look.Italic) ? ("_", "_") : run.Look.HasFlag(Look.Code) ? ("`", "`") : ("", "");
            if (run.Look.HasFlag(Look.Time)) shown = Clock(shown);
            readable.Append(before).Append(shown).Append(behind);
            if (run.Address is not null && run.Address != shown) readable.Append($" ({run.Address})");
        }
        return readable.ToString();
    }

    /// <summary>A time as a reader in UTC sees it, in angular brackets: it moves with the reader's zone.</summary>
    private static string Clock(string mark) =>
        string.Create(CultureInfo.InvariantCulture, $"⟨{DateTimeOffset.FromUnixTimeSeconds(long.Parse(mark[3..].Split(':')[0].TrimEnd('>'), CultureInfo.InvariantCulture)):d MMMM yyyy HH:mm} UTC⟩");

    private static void Inline(string text, Look look, string? address, List<MarkupRun> runs)
    {
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (text[i] == '\\' && i + 1 < text.Length && !char.IsAsciiLetterOrDigit(text[i + 1]) && !char.IsWhiteSpace(text[i + 1]))
            {
                Add(runs, text.Substring(i + 1, 1), look, address);
                i += 2;
            }
            else if (Token().Match(text, i) is { Success: true } token)
            {
                if (token.Groups["code"].Success) Add(runs, token.Groups["code"].Value, look | Look.Code, address);
                else if (token.Groups["label"].Success) Inline(token.Groups["label"].Value, look | Look.Link, token.Groups["to"].Value, runs);
                else Add(runs, token.Value, look | Kind(token), token.Groups["url"].Success ? token.Value.Trim('<', '>') : address);
                i += token.Length;
            }
            else if (MarkAt(text, i) is { } mark && ClosingOf(text, i + mark.Mark.Length, mark.Mark) is { } close)
            {
                Inline(text[(i + mark.Mark.Length)..close], look | mark.Look, address, runs);
                i = close + mark.Mark.Length;
            }
            else
            {
                Add(runs, rest[..1].ToString(), look, address);
                i++;
            }
        }
    }

    private static Look Kind(Match token) => token.Groups["mention"].Success ? Look.Mention : token.Groups["emoji"].Success ? Look.Emoji : token.Groups["time"].Success ? Look.Time : Look.Link;

    private static (string Mark, Look Look)? MarkAt(string text, int at)
    {
        foreach (var mark in Marks)
        {
            if (string.CompareOrdinal(text, at, mark.Mark, 0, mark.Mark.Length) != 0 || at + mark.Mark.Length >= text.Length) continue;
            // A single mark beside a space is a letter, and an underscore within a word is one too.
            if (mark.Mark.Length == 1 && char.IsWhiteSpace(text[at + 1])) continue;
            if (mark.Mark == "_" && at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            if (ClosingOf(text, at + mark.Mark.Length, mark.Mark) is not null) return mark;
        }
        return null;
    }

    private static int? ClosingOf(string text, int from, string mark)
    {
        for (var i = from; i <= text.Length - mark.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                continue;
            }
            if (string.CompareOrdinal(text, i, mark, 0, mark.Length) != 0 || i == from) continue;
            if (mark.Length == 1 && char.IsWhiteSpace(text[i - 1])) continue;
            if (i + mark.Length < text.Length && text[i + mark.Length] == mark[0])
            {
                if (mark.Length == 1) i++;
                continue;
            }
            if (mark == "_" && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) continue;
            return i;
        }
        return null;
    }

    private static void Add(List<MarkupRun> runs, string text, Look look, string? address = null)
    {
        if (runs.Count > 0 && text != "\n" && runs[^1].Text != "\n" && runs[^1].Look == look && runs[^1].Address == address) runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        else runs.Add(new MarkupRun(text, look, address));
    }

    [GeneratedRegex(@"^(?:(?<small>-# )|(?<heading>#{1,3} )|(?<item>\s*(?:[-*+]|\d+[.)]) ))", RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(
        """\G(?:(?<code>`[^`]+`)|\[(?<label>(?:\[[^\]]*\]|\\.|[^\[\]\\])+)\]\((?<to>[^()\s]+)\)|(?<time><t:-?\d+(?::[tTdDfFR])?>)|(?<emoji><a?:\w+:\d+>)|(?<mention><(?:@[!&]?|\#)\d+>|</[\w -]+:\d+>|<id:\w+>|@everyone|@here)|(?<url><https?://[^\s>]+>|https?://[^\s<]+|(?:discord\.gg|discord\.com/invite)/\w+))""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
