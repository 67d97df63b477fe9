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
        var question = Asked(made[0], read);
        return new Turn(question, AnswerOf(made, question)) { Claims = made.Count, Disputes = [.. made.Select(claim => DisputeOf(claim, Asked(claim, read))).OfType<Disputed>()] };
    }

    /// <summary>A claim as the question whether it is so. Whatever it sounds like, it was given as a claim.</summary>
    private static Question Asked(CheckedClaim claim, Func<string, Question> read) => read(claim.Claim.ReadAs) with { SmallTalk = null };

    private static Disputed? DisputeOf(CheckedClaim claim, Question question) => SidesOf(claim) is { Count: > 1 } sides ? new Disputed(null, sides) { Question = question, Confidence = claim.Confidence } : null;

    private static Answer AnswerOf(List<CheckedClaim> made, Question question)
    {
        if (made is [var only] && DisputeOf(only, question) is { } disputed) return disputed;
        var confidence = made.Min(claim => claim.Confidence);
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
