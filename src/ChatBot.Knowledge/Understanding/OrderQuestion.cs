using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>A question about which of two things came first: "Which was earlier, A or B?", "Was A before or after B?".</summary>
/// <param name="One">The words for the one.</param>
/// <param name="Other">The words for the other.</param>
internal readonly record struct OrderQuestion(string One, string Other)
{
    private static readonly HashSet<string> OrderWords = new(StringComparer.Ordinal) { "first", "earlier", "later", "before", "after", "sooner", "last" };

    /// <summary>Reads <paramref name="asked"/>; null where it asks for no order.</summary>
    public static OrderQuestion? Read(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked);
        var or = tokens.FindLastIndex(t => t.Term == "or");
        if (or < 2 || or + 1 >= tokens.Count) return null;
        if (OrderWords.Contains(tokens[or - 1].Term) && OrderWords.Contains(tokens[or + 1].Term) && or + 2 < tokens.Count)
        {
            // "Was A before or after B?": A stands behind the first word.
            return or - 1 > 1 ? new OrderQuestion(Words(asked, tokens, 1, or - 1), Words(asked, tokens, or + 2, tokens.Count)) : null;
        }
        var order = tokens.FindIndex(t => OrderWords.Contains(t.Term));
        if (order < 0 || order >= or || tokens[0].Term is not ("which" or "what" or "who")) return null;
        var start = order + 1;
        while (start < or && tokens[start].IsStopWord && tokens[start].Term is not ("the" or "a" or "an")) start++;
        return start < or ? new OrderQuestion(Words(asked, tokens, start, or), Words(asked, tokens, or + 1, tokens.Count)) : null;
    }

    private static string Words(string asked, List<Token> tokens, int from, int to) => TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End).Of(asked);
}
