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
        return new Turn(question, AnswerOf(made, question)) { Claims = made.Count, Disputes = [.. made.Select(SidesOf).Where(sides => sides.Count > 1)] };
    }

    private static Answer AnswerOf(List<CheckedClaim> made, Question question)
    {
        var confidence = made.Min(claim => claim.Confidence);
        if (made is [var only] && SidesOf(only) is { Count: > 1 } sides) return new Disputed(null, sides) { Question = question, Confidence = confidence };
        List<Statement> statements = [.. made.SelectMany(claim => claim.Deciding).DistinctBy(statement => statement.Fact.Id)];
        return statements.Count > 0 ? new Told(statements) { Question = question, Confidence = confidence } : new NotKnown([]) { Question = question };
    }

    /// <summary>What says so, and each other value with those that give it; none where nothing says so or nothing says otherwise.</summary>
    private static List<Side> SidesOf(CheckedClaim claim)
    {
        if (claim is not { For: [var so, ..], Against.Count: > 0 }) return [];
        var sides = new List<Side> { new(so.ValueText ?? so.Text, claim.For) };
        foreach (var otherwise in claim.Against)
        {
            var same = sides.FindIndex(1, side => GivenValue.IsOfBoth(side.Statements[0], otherwise));
            if (same < 0) sides.Add(new Side(otherwise.ValueText ?? otherwise.Text, [otherwise]));
            else sides[same] = sides[same] with { Statements = [.. sides[same].Statements, otherwise] };
        }
        return sides;
    }
}
