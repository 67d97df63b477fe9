using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>Takes to a figure the words right before it that bound it: "more than $100 billion" isn't "$100 billion".</summary>
internal static class FigureBounds
{
    /// <summary>The figure with those words; as it is where there are none.</summary>
    public static TextSpan Around(TextSpan figure, FactView view)
    {
        var tokens = view.Tokens;
        var first = tokens.FindIndex(token => token.Span.Start >= figure.Start);
        if (first < 1) return figure;
        var from = first;
        if (first > 1 && IsPair(tokens[first - 2].Term, tokens[first - 1].Term)) from = first - 2;
        else if (IsBound(tokens[first - 1].Term)) from = first - 1;
        if (from == first) return figure;
        // "No more than", "just over".
        if (from > 0 && tokens[from - 1].Term is "no" or "not" or "just" or "well" or "far" or "slightly" or "much") from--;
        var bounded = TextSpan.FromBounds(tokens[from].Span.Start, figure.End);
        var before = TextSpan.FromBounds(bounded.Start, figure.Start).Of(view.Document.Text);
        return view.Fact.Span.Contains(bounded) && before.All(c => char.IsLetter(c) || c == ' ') ? bounded : figure;
    }

    private static bool IsPair(string earlier, string before) => (earlier, before) is ("more" or "less" or "fewer" or "greater" or "higher" or "lower", "than") or ("at", "least" or "most") or ("up", "to");

    private static bool IsBound(string before) => before is "over" or "under" or "about" or "around" or "nearly" or "almost" or "approximately" or "roughly" or "some" or "exceeding";
}
