using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Ana Varga runs the fair": a verb of little meaning between two names, with nothing else said, is all that the claim tells of them. A sentence that only names both doesn't tell it.</summary>
internal static class VerbBetweenNames
{
    /// <summary>Whether the claim is of that kind, and the sentence has nothing for its verb.</summary>
    public static bool IsUntold(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        if (Enumerable.Range(0, claim.Units.Count).Where(i => claim.Units[i].Entity is null).ToList() is not [var verb]) return false;
        return met[verb].Share < UnitMeeting.Same && SaysLittle(claim.Tokens[claim.Units[verb].Token]) && IsBetween(claim, claim.Units[verb].Token);
    }

    /// <summary>Whether the verb says little, but isn't one that only leads to a noun ("held a meeting").</summary>
    private static bool SaysLittle(Token verb) => LightWords.Has(verb) && !LightDeeds.IsVerb(verb) && ReportingVerbs.StanceOf(verb.Term) is null;

    private static bool IsBetween(ClaimReading claim, int verb)
    {
        if (verb < 1) return false;
        var behind = verb + 1;
        while (behind < claim.Tokens.Count && claim.Tokens[behind].Term is "the" or "a" or "an" or "no" or "its" or "his" or "her" or "their") behind++;
        return behind < claim.Tokens.Count && IsNamed(claim.Fact.Entities, claim.Tokens[verb - 1]) && IsNamed(claim.Fact.Entities, claim.Tokens[behind]);
    }

    private static bool IsNamed(IReadOnlyList<EntityMention> mentions, Token token) => mentions.Any(mention => mention.Span.Overlaps(token.Span));
}
