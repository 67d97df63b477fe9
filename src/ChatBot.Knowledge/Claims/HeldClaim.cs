using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"I think the allies signed", "I read that they did": a message that only says what its writer holds to be so or has heard, which documents may settle.</summary>
internal static class HeldClaim
{
    /// <summary>In words: "I think so" and "I believe you" hold nothing that could be checked.</summary>
    private const int ShortestHeld = 3;

    /// <summary>Whether a message is that and nothing else.</summary>
    public static bool Is(string message) =>
        message.Length > 1 && message.TrimStart()[..1] is not "/" && !message.Contains('?', StringComparison.Ordinal)
        && ClaimSplitter.Split(message) is { Count: > 0 } claims && (BeginsWithHearsay(message) || claims.All(claim => claim.IsHeld))
        && claims.All(claim => claim.Kind == ClaimKind.Assertion && Holds(Tokenizer.Tokenize(claim.ReadAs)));

    /// <summary>"I was told you answer questions" says something of the bot.</summary>
    private static bool BeginsWithHearsay(string message) =>
        SentenceSplitter.Split(message) is [var first, ..] && ClaimSplitter.Heard(first.Of(message)) is { } heard && Tokenizer.Tokenize(heard)[0].Term is not ("you" or "your");

    private static bool Holds(List<Token> words) => words.Count >= ShortestHeld && !ClaimSplitter.OpensQuestion(words[0].Term);
}
