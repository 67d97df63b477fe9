using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells whether who does something and to whom it is done are the same in a claim and a fact.</summary>
internal static class Doers
{
    /// <summary>Whether doer and object change places: "A invited B" against "B invited A". A passive ("was invited by") is read the right way round.</summary>
    public static bool IsSwapped(ClaimReading claim, FactView view, Met[] met)
    {
        for (var v = 0; v < met.Length; v++)
        {
            if (claim.Units[v].Entity is not null || met[v].Token < 0 || met[v].Share < 0.7) continue;
            int before = -1, after = -1;
            for (var i = 0; i < met.Length; i++)
            {
                if (claim.Units[i].Entity is not { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } || met[i].Token < 0 || met[i].Share < 0.7) continue;
                if (claim.Units[i].Token < claim.Units[v].Token) before = i;
                else if (after < 0) after = i;
            }
            if (before < 0 || after < 0 || Mutual.Contains(claim.Units[v].Term.Stem)) continue;
            var claimPassive = IsPassive(claim.Tokens, claim.Units[v].Token);
            var factPassive = IsPassive(view.Tokens, met[v].Token) || TurnedNouns.IsOne(view.Tokens, met[v].Token);
            var swapped = met[after].Token < met[v].Token && met[v].Token < met[before].Token;
            if (swapped != (claimPassive != factPassive) && (swapped || met[before].Token < met[v].Token && met[v].Token < met[after].Token)) return true;
        }
        return false;
    }

    /// <summary>
    /// Whether the claim's doer stands far behind what the fact has instead of the claim's verb: then somebody or something else does it ("the summit comes amid doubts
    /// about the country under its president" beside "the president comes").
    /// </summary>
    public static bool IsAnothers(ClaimReading claim, FactView view, Met[] met)
    {
        for (var v = 0; v < met.Length; v++)
        {
            if (claim.Units[v].Entity is not null || met[v].Token < 0 || met[v].Share < 0.5) continue;
            if (IsDoneToAnother(claim, view, met, v)) return true;
            if (IsOwnedByAnother(claim, view, claim.Units[v].Token, met[v].Token)) return true;
            if (!claim.Units[v].IsKey || met[v].Share >= 0.9) continue;
            // "Speaking in the town hall on the first day of the fair, the mayor …"
            if (met[v].Token <= 1 && view.Tokens[met[v].Token].Term.EndsWith("ing", StringComparison.Ordinal)) continue;
            for (var i = 0; i < met.Length; i++)
                if (claim.Units[i].Entity is { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } && claim.Units[i].Token >= 0
                    && claim.Units[i].Token < claim.Units[v].Token && met[i].Token > met[v].Token + DoerReach) return true;
        }
        return false;
    }

    /// <summary>"The fair was postponed" beside "the fair will bring forward its date": what the claim says is done to something, that does to something else in the fact.</summary>
    private static bool IsDoneToAnother(ClaimReading claim, FactView view, Met[] met, int verb)
    {
        var (own, deed) = (claim.Units[verb].Token, met[verb].Token);
        if (!claim.Units[verb].IsVerb || !Passive.IsBehindBe(claim.Tokens, own) || Passive.IsBehindBe(view.Tokens, deed) || deed + 1 >= view.Tokens.Count || !(view.Tokens[deed + 1].Term is "the" or "a" or "an" or "his" or "her" or "its" or "their")) return false;
        var subject = claim.Units.ToList().FindIndex(unit => unit.Token >= 0 && unit.Token < own && unit.IsKey);
        return subject >= 0 && met[subject].Token >= 0 && met[subject].Token < deed;
    }

    /// <summary>"He confirmed his attendance" beside "the country attends": what is done is somebody's who is named before, and the claim names another.</summary>
    private static bool IsOwnedByAnother(ClaimReading claim, FactView view, int verb, int deed)
    {
        if (deed < 1 || verb < 1) return false;
        // "Musk's criticism" is his own, whoever else the claim says criticised.
        if ((view.Tokens[deed - 1].Traits & TokenTraits.Possessive) != 0 && view.Fact.Entities.FirstOrDefault(mention => mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country && mention.Span.Overlaps(view.Tokens[deed - 1].Span)) is { Span.Length: > 0 } possessor)
            return claim.Units.Where(unit => unit.Entity is { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } && unit.Token >= 0 && unit.Token < verb).Select(unit => unit.Entity).LastOrDefault() is { } named && named.Id != possessor.Id;
        if (view.Tokens[deed - 1].Term is not ("his" or "her")) return false;
        var owner = view.Fact.Entities.LastOrDefault(mention => mention.Kind == EntityKind.Person && mention.Span.End <= view.Tokens[deed - 1].Span.Start);
        var doer = claim.Units.Where(unit => unit.Entity is { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } && unit.Token >= 0 && unit.Token < verb).Select(unit => unit.Entity).LastOrDefault();
        return owner.Span.Length > 0 && doer is { } of && of.Id != owner.Id;
    }

    /// <summary>A doer stands at most so many words behind their verb ("… , said the mayor of the town").</summary>
    private const int DoerReach = 7;

    private static readonly FrozenSet<string> Mutual = LanguageData.Stems("mutual-words.txt");

    /// <summary>A form of "be" shortly before and "by" shortly behind.</summary>
    private static bool IsPassive(IReadOnlyList<Token> tokens, int verb) => Passive.IsBehindBe(tokens, verb) && Passive.ByBehind(tokens, verb).Any();
}
