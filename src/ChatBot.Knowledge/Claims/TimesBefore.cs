using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Last year it was held in the town hall": what a sentence tells of an earlier time alone is not what a claim tells of the present ("it is held in the town hall").</summary>
internal static class TimesBefore
{
    /// <summary>Whether the sentence is of an earlier time alone, and the claim of none but the present or what is to come.</summary>
    public static bool AreUntold(ClaimReading claim, FactView view) => IsOfBefore(view.Tokens) && view.Tokens.TrueForAll(token => !IsPresent(token)) && !IsOfBefore(claim.Tokens) && !Enumerable.Range(0, claim.Tokens.Count).Any(i => IsPast(claim.Tokens, i));

    private static bool IsOfBefore(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Term is "last" or "previous" && tokens[i + 1].Term is "year" or "summer" or "autumn" or "winter" or "spring" or "season" or "time" or "edition"
                || tokens[i].Term is "years" or "summers" && tokens[i + 1].Term == "ago") return true;
        return false;
    }

    private static bool IsPresent(Token token) => token.Term is "is" or "are" or "will" or "has" or "have";

    /// <summary>"Was", "opened"; not "is held".</summary>
    private static bool IsPast(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Term is "was" or "were" or "did" or "had" || ClaimedDeed.IsPast(tokens[at]) && !(at > 0 && tokens[at - 1].Term is "is" or "are" or "be" or "being" or "not" or "also");
}
