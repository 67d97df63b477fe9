using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Words that a claim puts into somebody's mouth between quotation marks: only a sentence that has them in that order bears them out.</summary>
internal static class Quotations
{
    /// <summary>In words: shorter ones are names and single expressions.</summary>
    private const int Shortest = 3;

    private const string Marks = "\"“”„«»";

    /// <summary>What a claim quotes, each as its words in order; what is opened and not closed is none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> In(string claim, IReadOnlyList<Token> tokens)
    {
        var quoted = new List<IReadOnlyList<string>>();
        for (var open = claim.AsSpan().IndexOfAny(Marks); open >= 0;)
        {
            var length = claim.AsSpan(open + 1).IndexOfAny(Marks);
            if (length < 0) break;
            var close = open + 1 + length;
            List<string> words = [.. tokens.Where(token => token.Span.Start > open && token.Span.End <= close).Select(token => token.Term)];
            if (words.Count >= Shortest) quoted.Add(words);
            var next = claim.AsSpan(close + 1).IndexOfAny(Marks);
            open = next < 0 ? -1 : close + 1 + next;
        }
        return quoted;
    }

    /// <summary>Whether a sentence has all of them.</summary>
    public static bool StandIn(IReadOnlyList<Token> sentence, IReadOnlyList<IReadOnlyList<string>> quoted)
    {
        foreach (var words in quoted)
            if (!Follow(sentence, words)) return false;
        return true;
    }

    private static bool Follow(IReadOnlyList<Token> tokens, IReadOnlyList<string> words)
    {
        for (var i = 0; i + words.Count <= tokens.Count; i++)
        {
            var same = 0;
            while (same < words.Count && tokens[i + same].Term == words[same]) same++;
            if (same == words.Count) return true;
        }
        return false;
    }
}
