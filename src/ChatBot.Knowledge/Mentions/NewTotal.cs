using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>"Two more boats are hired, which brings their number from 12 to 14": of the figures of one sentence, that which says how many there are in all.</summary>
internal static class NewTotal
{
    /// <summary>Words between "number" and the figure that it comes to.</summary>
    private const int Farthest = 6;

    /// <summary>The figure that a number or total comes to; null where none is said to.</summary>
    public static Quantity? In(IReadOnlyList<Token> tokens, IReadOnlyList<Quantity> figures)
    {
        if (TotalAt(tokens) is not { } total) return null;
        for (var i = total + 1; i + 1 < tokens.Count && i <= total + Farthest; i++)
        {
            if (tokens[i].Term != "to") continue;
            foreach (var figure in figures)
                if (figure.Span.Start == tokens[i + 1].Span.Start) return figure;
        }
        return null;
    }

    /// <summary>"Their number", "the total": of what was counted before.</summary>
    private static int? TotalAt(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Term is "number" or "total" && tokens[i - 1].Term is "their" or "its" or "the" or "that") return i;
        return null;
    }
}
