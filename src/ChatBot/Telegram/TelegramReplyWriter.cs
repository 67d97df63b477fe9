using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Questions;

namespace ChatBot.Telegram;

/// <summary>Writes a reply as Telegram's HTML, in as many messages as it needs: split between statements, and within one only where it alone is too long.</summary>
internal static class TelegramReplyWriter
{
    /// <summary>Characters of the longest message, counted before escaping, as the platform counts them.</summary>
    public const int LongestMessage = 4096;

    /// <summary>The messages, in order; at least one for a reply that says something.</summary>
    public static IReadOnlyList<TelegramPage> Write(Reply reply)
    {
        var pages = new List<TelegramPage>();
        var html = new StringBuilder();
        var plain = new StringBuilder();
        foreach (var piece in Pieces(reply).SelectMany(Fitting))
        {
            var gap = plain.Length == 0 ? "" : piece.IsTight ? "\n" : "\n\n";
            if (plain.Length + gap.Length + piece.Length > LongestMessage)
            {
                pages.Add(new TelegramPage(html.ToString(), plain.ToString()));
                html.Clear();
                plain.Clear();
                gap = "";
            }
            html.Append(gap).Append(piece.Html);
            plain.Append(gap).Append(piece.Plain);
        }
        if (plain.Length > 0) pages.Add(new TelegramPage(html.ToString(), plain.ToString()));
        return pages;
    }

    private static IEnumerable<Piece> Pieces(Reply reply)
    {
        foreach (var block in reply.Blocks)
        {
            var runs = PlainReplyWriter.Spans(block).Select(Run).Where(run => run.Text.Length > 0).ToList();
            if (runs.Exists(run => !string.IsNullOrWhiteSpace(run.Text))) yield return new Piece(runs, block is ReplyBlock.Passage, false);
        }
        for (var i = 0; i < reply.Sources.Count; i++)
        {
            var source = reply.Sources[i];
            StyledRun[] number = source.IsNumbered ? [new StyledRun(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] "))] : [];
            yield return new Piece([.. number, new StyledRun(source.Label, RunStyle.Plain, source.Url is { Scheme: "http" or "https" } url ? url : null)], false, i > 0);
        }
        if (PassageActions.LeftOut(reply) is { } leftOut) yield return new Piece([new StyledRun(leftOut, RunStyle.Faint)], false, false);
    }

    private static StyledRun Run(ReplySpan span) => span switch
    {
        ReplySpan.Words words => new StyledRun(words.Text),
        ReplySpan.Strong strong => new StyledRun(strong.Text, RunStyle.Strong),
        ReplySpan.Faint faint => new StyledRun(faint.Text, RunStyle.Faint),
        ReplySpan.Moment moment => new StyledRun(moment.InWords),
        ReplySpan.SourceMark mark => new StyledRun(string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}]")),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "An unknown kind of span."),
    };

    /// <summary>A piece in parts that each fit into a message.</summary>
    private static IEnumerable<Piece> Fitting(Piece piece)
    {
        if (piece.Length <= LongestMessage)
        {
            yield return piece;
            yield break;
        }
        var part = new List<StyledRun>();
        var room = LongestMessage;
        foreach (var run in piece.Runs)
        {
            var rest = run.Text;
            while (rest.Length > room)
            {
                var cut = Cut(rest, room);
                if (cut > 0) part.Add(run with { Text = rest[..cut] });
                rest = rest[cut..];
                if (part.Count > 0) yield return piece with { Runs = [.. part] };
                part.Clear();
                room = LongestMessage;
            }
            if (rest.Length == 0) continue;
            part.Add(run with { Text = rest });
            room -= rest.Length;
        }
        if (part.Count > 0) yield return piece with { Runs = part };
    }

    /// <summary>Where to cut a text so that at most <paramref name="room"/> characters come before: behind a word if it can be, never within a character.</summary>
    private static int Cut(string text, int room)
    {
        if (room == 0) return 0;
        var space = text.AsSpan(0, room).LastIndexOfAny(' ', '\n');
        if (space > room / 2) return space + 1;
        return char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
    }

    /// <param name="Runs">What it says.</param>
    /// <param name="IsQuote">Whether it is folded.</param>
    /// <param name="IsTight">Whether it follows on the next line, without a gap.</param>
    private sealed record Piece(IReadOnlyList<StyledRun> Runs, bool IsQuote, bool IsTight)
    {
        public int Length => Runs.Sum(run => run.Text.Length);

        public string Plain => string.Concat(Runs.Select(run => run.Text));

        public string Html
        {
            get
            {
                var html = string.Concat(Runs.Select(run => run.Html));
                return IsQuote ? $"<blockquote expandable>{html}</blockquote>" : html;
            }
        }
    }
}
