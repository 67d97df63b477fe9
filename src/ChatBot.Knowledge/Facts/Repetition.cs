using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>"Cancelled again", "a second time", "once more": words by which what was done before is done anew.</summary>
internal static class Repetition
{
    private static readonly FrozenSet<string> Ordinals = new[] { "second", "third", "fourth", "fifth", "sixth", "another" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a sentence has such words.</summary>
    /// <param name="tokens">Its tokens.</param>
    public static bool IsIn(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(i => Has(tokens, i));

    /// <summary>Whether the token is one of them.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">Its index.</param>
    public static bool Has(IReadOnlyList<Token> tokens, int at) => tokens[at].Term switch
    {
        "again" => true,
        "more" => at > 0 && tokens[at - 1].Term == "once",
        "time" => at > 0 && Ordinals.Contains(tokens[at - 1].Term),
        var term => Ordinals.Contains(term) && at + 1 < tokens.Count && tokens[at + 1].Term == "time",
    };
}
