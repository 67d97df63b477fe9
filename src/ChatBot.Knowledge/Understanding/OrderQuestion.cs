using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>A question about the order of things: "Which was earlier, A or B?", "Was A before or after B?", "In what order did A, B and C take place?".</summary>
/// <param name="Things">The words for each; two or more.</param>
internal readonly record struct OrderQuestion(IReadOnlyList<string> Things)
{
    private static readonly HashSet<string> OrderWords = new(StringComparer.Ordinal) { "first", "earlier", "later", "before", "after", "sooner", "last" };
    private static readonly HashSet<string> Sequence = new(StringComparer.Ordinal) { "order", "sequence" };

    /// <summary>Reads <paramref name="asked"/>; null where it asks for no order.</summary>
    public static OrderQuestion? Read(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked);
        return OfSeveral(asked, tokens) ?? OfTwo(asked, tokens);
    }

    private static OrderQuestion? OfTwo(string asked, List<Token> tokens)
    {
        var or = tokens.FindLastIndex(t => t.Term == "or");
        if (or < 2 || or + 1 >= tokens.Count) return null;
        if (OrderWords.Contains(tokens[or - 1].Term) && OrderWords.Contains(tokens[or + 1].Term) && or + 2 < tokens.Count)
        {
            // "Was A before or after B?": A stands behind the first word.
            return or - 1 > 1 ? new OrderQuestion([Words(asked, tokens, 1, or - 1), Words(asked, tokens, or + 2, tokens.Count)]) : null;
        }
        var order = tokens.FindIndex(t => OrderWords.Contains(t.Term));
        if (order < 0 || order >= or || tokens[0].Term is not ("which" or "what" or "who")) return null;
        var start = order + 1;
        while (start < or && tokens[start].IsStopWord && tokens[start].Term is not ("the" or "a" or "an")) start++;
        return start < or ? new OrderQuestion([Words(asked, tokens, start, or), Words(asked, tokens, or + 1, tokens.Count)]) : null;
    }

    /// <summary>"In what order did A, B and C happen?", "put A, B and C in order".</summary>
    private static OrderQuestion? OfSeveral(string asked, List<Token> tokens)
    {
        var word = tokens.FindIndex(t => Sequence.Contains(t.Term));
        var and = tokens.FindLastIndex(t => t.Term == "and");
        if (word < 1 || and < 0 || !tokens.Exists(t => t.Term is "what" or "which" or "right" or "correct" or "put")) return null;
        var (from, to) = and > word ? (word + 1, tokens.Count) : (tokens.FindIndex(t => t.Term is "put") + 1, word);
        while (from < to && tokens[from].IsStopWord && tokens[from].Term is not ("the" or "a" or "an")) from++;
        // "… take place", "… in the right": no part of the last thing.
        while (to > and + 2 && (tokens[to - 1].IsStopWord || tokens[to - 1].Term is "take" or "place" or "happen" or "occur" or "come" or "right" or "correct")) to--;
        var things = new List<string>();
        var start = from;
        for (var i = from; i < to; i++)
        {
            var parted = asked.AsSpan(tokens[i].Span.End, (i + 1 < to ? tokens[i + 1].Span.Start : tokens[i].Span.End) - tokens[i].Span.End).Contains(',');
            if (tokens[i].Term == "and" && i == and || parted || i == to - 1)
            {
                var end = tokens[i].Term == "and" ? i : i + 1;
                if (end > start) things.Add(Words(asked, tokens, start, end));
                start = i + 1;
            }
        }
        return things.Count > 1 ? new OrderQuestion(things) : null;
    }

    private static string Words(string asked, List<Token> tokens, int from, int to) => TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End).Of(asked);
}
