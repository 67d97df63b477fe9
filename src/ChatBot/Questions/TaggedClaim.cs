using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>"They signed on Monday. True?": a claim and the wish to have it checked, told apart from a question that follows what leads up to it.</summary>
internal static class TaggedClaim
{
    /// <summary>Words that ask whether what stands before is so; one of them is enough.</summary>
    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "true", "false", "correct", "right", "wrong", "ok", "okay", "yes", "sure", "fine", "really", "fact", "fake", "fiction", "accurate", "agree", "agreed", "so", "no",
    };

    /// <summary>Words that stand around them in such a question.</summary>
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal) { "is", "isn't", "isnt", "was", "wasn't", "that", "this", "it", "or", "not", "a", "do", "you", "don't" };

    /// <summary>In words: shorter is no statement.</summary>
    private const int ShortestClaim = 2;

    /// <summary>What is to be checked; null where a message is none of that kind.</summary>
    public static string? Read(string message)
    {
        var text = message.Trim();
        var border = text.Length < 2 ? -1 : text.AsSpan(0, text.Length - 1).LastIndexOfAny('.', '!');
        if (border < 0 || !IsTag(text[(border + 1)..])) return null;
        var claim = text[..(border + 1)];
        return !claim.Contains('?', StringComparison.Ordinal) && Tokenizer.Tokenize(claim).Count >= ShortestClaim ? claim : null;
    }

    private static bool IsTag(string sentence)
    {
        var words = Tokenizer.Tokenize(sentence).ConvertAll(token => token.Term);
        return words.Count > 0 && (sentence.TrimEnd().EndsWith('?') || words.Contains("or")) && words.Exists(Judging.Contains) && words.TrueForAll(word => Judging.Contains(word) || Around.Contains(word));
    }
}
