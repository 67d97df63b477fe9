using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"I think the allies signed": a message that only says what its writer holds to be so, which documents may settle.</summary>
internal static class HeldClaim
{
    /// <summary>In words: "I think so" and "I believe you" hold nothing that could be checked.</summary>
    private const int ShortestHeld = 3;

    /// <summary>Whether a message is that and nothing else.</summary>
    public static bool Is(string message) =>
        message.Length > 1 && message.TrimStart()[..1] is not "/" && !message.Contains('?', StringComparison.Ordinal)
        && ClaimSplitter.Split(message) is { Count: > 0 } claims && claims.All(claim => claim is { IsHeld: true, Kind: ClaimKind.Assertion } && Holds(Tokenizer.Tokenize(claim.ReadAs)));

    private static bool Holds(List<Token> words) => words.Count >= ShortestHeld && !ClaimSplitter.OpensQuestion(words[0].Term);
}
