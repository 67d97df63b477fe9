using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Claims;

/// <summary>A check as a turn of its conversation: what is asked next is asked of what was claimed, and of the statements that decide it.</summary>
internal static class CheckTurn
{
    /// <summary>The turn; null where nothing was claimed.</summary>
    /// <param name="claims">The verdicts. Those that no statement decides are left out where one decides another.</param>
    /// <param name="read">Reads a claim as the question whether it is so.</param>
    public static Turn? Of(IReadOnlyList<CheckedClaim> claims, Func<string, Question> read)
    {
        var made = claims.Where(claim => claim.Claim.Kind != ClaimKind.Question).ToList();
        var decided = made.FindAll(claim => claim.Deciding.Any());
        if (decided.Count > 0) made = decided;
        if (made.Count == 0) return null;
        // Whatever it sounds like, it was given as a claim.
        var question = read(made[0].Claim.ReadAs) with { SmallTalk = null };
        return new Turn(question, AnswerOf(made, question)) { Claims = made.Count };
    }

    private static Answer AnswerOf(List<CheckedClaim> made, Question question)
    {
        var confidence = made.Min(claim => claim.Confidence);
        if (made is [{ For: [var so, ..] says, Against: [var not, ..] otherwise }])
            return new Disputed(null, [new Side(so.ValueText ?? so.Text, says), new Side(not.ValueText ?? not.Text, otherwise)]) { Question = question, Confidence = confidence };
        List<Statement> statements = [.. made.SelectMany(claim => claim.Deciding).DistinctBy(statement => statement.Fact.Id)];
        return statements.Count > 0 ? new Told(statements) { Question = question, Confidence = confidence } : new NotKnown([]) { Question = question };
    }
}
