using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Words that a claim puts into somebody's mouth between quotation marks: only a sentence that has them in that order bears them out.</summary>
internal static class Quotations
{
    /// <summary>In words: shorter ones are names and single expressions.</summary>
    private const int Shortest = 3;

    private const string Marks = "\"“”„«»";

    /// <summary>Whether the sentence has all that the claim quotes.</summary>
    public static bool Has(FactView view, ClaimReading claim)
    {
        var text = claim.Fact.Text;
        for (var open = text.AsSpan().IndexOfAny(Marks); open >= 0 && open + 1 < text.Length;)
        {
            var length = text.AsSpan(open + 1).IndexOfAny(Marks);
            if (length < 0) return true;
            var quoted = claim.Tokens.Where(token => token.Span.Start > open && token.Span.End <= open + 1 + length).Select(token => token.Term).ToList();
            if (quoted.Count >= Shortest && !Follows(view.Tokens, quoted)) return false;
            var next = text.AsSpan(open + length + 2).IndexOfAny(Marks);
            open = next < 0 ? -1 : open + length + 2 + next;
        }
        return true;
    }

    private static bool Follows(IReadOnlyList<Token> tokens, List<string> words)
    {
        for (var i = 0; i + words.Count <= tokens.Count; i++)
            if (words.Select((word, k) => tokens[i + k].Term == word).All(same => same)) return true;
        return false;
    }
}
