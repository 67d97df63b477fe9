using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Questions;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.Discord.Writing;

/// <summary>
/// Writes a reply as Discord's Markdown, in as many messages as it needs: split between statements, and within one only where it alone is too long.
/// Answers stand in a frame; a short word of the bot's own, without sources, is a plain message.
/// </summary>
internal static class DiscordReplyWriter
{
    public const int LongestText = DiscordConfig.MaxMessageSize;
    public const int LongestFramed = EmbedBuilder.MaxDescriptionLength;

    /// <summary>Characters of the longest reply that needs no frame.</summary>
    private const int ShortWord = 300;

    /// <summary>The messages, in order; at least one for a reply that says something.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="asked">What it answers, to stand above it; null where people see that anyhow.</param>
    public static IReadOnlyList<DiscordPage> Write(Reply reply, string? asked = null)
    {
        var isFramed = asked is not null || reply.Sources.Count > 0 || reply.Blocks.Sum(block => PlainReplyWriter.Spans(block).Sum(span => Run(span).Text.Length)) > ShortWord
            || reply.Blocks.Any(block => block is ReplyBlock.Passage);
        var pages = Paged(reply, isFramed ? LongestFramed : LongestText).Select(text => new DiscordPage(text, isFramed)).ToList();
        if (asked is not null && pages.Count > 0) pages[0] = pages[0] with { Asked = Shortened(asked, EmbedBuilder.MaxAuthorLength) };
        return pages;
    }

    /// <summary>The same without frames, for where the bot may not use them.</summary>
    public static IReadOnlyList<DiscordPage> WriteUnframed(Reply reply) => [.. Paged(reply, LongestText).Select(text => new DiscordPage(text, false))];

    /// <summary>At most so many characters of a text on one line, never half a character.</summary>
    public static string Shortened(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    private static IEnumerable<string> Paged(Reply reply, int most)
    {
        var page = new StringBuilder();
        foreach (var piece in Pieces(reply).SelectMany(piece => Fitting(piece, most)))
        {
            var text = piece.Markdown;
            var gap = page.Length == 0 ? "" : piece.IsTight ? "\n" : "\n\n";
            if (page.Length + gap.Length + text.Length > most)
            {
                yield return page.ToString();
                page.Clear();
                gap = "";
            }
            page.Append(gap).Append(text);
        }
        if (page.Length > 0) yield return page.ToString();
    }

    private static IEnumerable<Piece> Pieces(Reply reply)
    {
        foreach (var block in reply.Blocks)
        {
            var runs = PlainReplyWriter.Spans(block).Select(Run).Where(run => run.Text.Length > 0).ToList();
            if (runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text))) continue;
            var kind = block is ReplyBlock.Passage ? PieceKind.Quote : runs.TrueForAll(run => run.Style == RunStyle.Faint || run.At is not null) ? PieceKind.Small : PieceKind.Text;
            yield return new Piece(runs, kind, false);
        }
        for (var i = 0; i < reply.Sources.Count; i++)
        {
            var source = reply.Sources[i];
            StyledRun[] number = source.IsNumbered ? [new StyledRun(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] "))] : [];
            yield return new Piece([.. number, new StyledRun(source.Label, RunStyle.Plain, source.Url is { Scheme: "http" or "https" } url ? url : null)], PieceKind.Small, i > 0);
        }
        if (PassageActions.LeftOut(reply) is { } leftOut) yield return new Piece([new StyledRun(leftOut, RunStyle.Faint)], PieceKind.Small, false);
    }

    private static StyledRun Run(ReplySpan span) => span switch
    {
        ReplySpan.Words words => new StyledRun(words.Text),
        ReplySpan.Strong strong => new StyledRun(strong.Text, RunStyle.Strong),
        ReplySpan.Faint faint => new StyledRun(faint.Text, RunStyle.Faint),
        ReplySpan.Moment moment => new StyledRun(moment.InWords, At: moment.At.ToDateTimeOffset()),
        ReplySpan.SourceMark mark => new StyledRun(string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}]")),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "An unknown kind of span."),
    };

    /// <summary>A piece in parts that each fit: halved until they do, because nobody knows beforehand how long Markdown makes a text.</summary>
    private static IEnumerable<Piece> Fitting(Piece piece, int most)
    {
        if (piece.Markdown.Length <= most) return [piece];
        var (one, other) = piece.Halves();
        return Fitting(one, most).Concat(Fitting(other, most));
    }

    private enum PieceKind
    {
        Text,
        Quote,
        Small,
    }

    /// <param name="Runs">What it says.</param>
    /// <param name="Kind">How it stands there.</param>
    /// <param name="IsTight">Whether it follows on the next line, without a gap.</param>
    private sealed record Piece(IReadOnlyList<StyledRun> Runs, PieceKind Kind, bool IsTight)
    {
        public string Markdown => Kind switch
        {
            PieceKind.Quote => Writing.Markdown.WriteQuote(Runs),
            // Styles say nothing in letters that are small anyhow.
            PieceKind.Small => Writing.Markdown.WriteSmall([.. Runs.Select(run => run with { Style = RunStyle.Plain })]),
            _ => Writing.Markdown.Write(Runs),
        };

        public (Piece, Piece) Halves()
        {
            var middle = Runs.Sum(run => run.Text.Length) / 2;
            var before = new List<StyledRun>();
            var behind = new List<StyledRun>();
            foreach (var run in Runs)
            {
                var cut = run.At is null ? Cut(run.Text, middle) : middle >= run.Text.Length ? run.Text.Length : 0;
                middle -= run.Text.Length;
                if (cut > 0) before.Add(run with { Text = run.Text[..cut] });
                if (cut < run.Text.Length) behind.Add(run with { Text = run.Text[cut..] });
            }
            return (this with { Runs = before }, this with { Runs = behind, IsTight = false });
        }

        /// <summary>Where to cut a text near <paramref name="at"/>: behind a word if it can be, never within a character.</summary>
        private static int Cut(string text, int at)
        {
            if (at <= 0) return 0;
            if (at >= text.Length) return text.Length;
            var space = text.AsSpan(0, at).LastIndexOfAny(' ', '\n');
            if (space > at / 2) return space + 1;
            return char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
        }
    }
}
