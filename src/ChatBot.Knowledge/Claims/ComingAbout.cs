using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a claim tells by "took place", "was held", "happened": that an event came about at all, and where. That a sentence names the event and the place doesn't tell it (<c>coming-about-words.txt</c>).</summary>
internal static class ComingAbout
{
    /// <summary>"In the wide and empty hall": a place stands at most so many words behind its preposition.</summary>
    private const int Reach = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("coming-about-words.txt");

    /// <summary>Index of the word that tells so; -1 where none does.</summary>
    public static int In(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (Lists["alone"].Contains(tokens[i].Term) || Lists["passive"].Contains(tokens[i].Term) && Passive.IsBehindBe(tokens, i)) return i;
            if (i + 1 < tokens.Count && (tokens[i + 1].Term == "place" && Lists["place"].Contains(tokens[i].Term) || tokens[i + 1].Term == "ahead" && Lists["ahead"].Contains(tokens[i].Term))) return i;
        }
        return -1;
    }

    /// <summary>Whether the claim tells that something came about, and the sentence doesn't.</summary>
    public static bool IsUntold(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        var verb = In(claim.Tokens);
        var view = fact.View;
        if (verb < 0 || claim.Negators.Any(negator => negator.Kind is NegatorKind.Word or NegatorKind.Verb) || In(view.Tokens) >= 0) return false;
        // What is called off didn't come about, whatever noun the sentence has for it.
        if (fact.Negators.Any(negator => negator.IsUndoing)) return true;
        if (IsOfEventAlone(claim, verb)) return !TellsEdge(view, ClaimedDeed.IsPast(claim.Tokens[verb]) && !ClauseSubject.IsAhead(claim.Tokens, verb));
        return Wheres(claim, verb).Any(i => met[i].Token >= 0 && !IsWhere(view, met[i].Token));
    }

    /// <summary>"The concert took place": with no word or value beside.</summary>
    private static bool IsOfEventAlone(ClaimReading claim, int verb) =>
        claim.Fact.Dates.Count == 0 && claim.Fact.Times.Count == 0 && claim.Amounts.Count == 0 && claim.Units.All(unit => unit.Token <= verb + 1);

    /// <summary>What came about has begun; that it begins doesn't tell it.</summary>
    private static bool TellsEdge(FactView view, bool isPast) => view.Tokens.Any(token => (Lists["edges"].Contains(token.Term) || Lists["venue"].Contains(token.Term)) && (!isPast || ClaimedDeed.IsPast(token)));

    /// <summary>The claim's units that tell where: the first behind such a preposition, behind the verb.</summary>
    private static IEnumerable<int> Wheres(ClaimReading claim, int verb)
    {
        for (var i = verb + 1; i < claim.Tokens.Count; i++)
            if (claim.Tokens[i].Term is "in" or "at" or "on" or "inside" or "off" or "aboard"
                && Enumerable.Range(0, claim.Units.Count).Where(k => claim.Units[k].Token > i && claim.Units[k].Token <= i + Reach).OrderBy(k => claim.Units[k].Token).Select(k => (int?)k).FirstOrDefault() is { } unit)
                yield return unit;
    }

    private static bool IsWhere(FactView view, int at)
    {
        if (view.Tokens.Any(token => Lists["venue"].Contains(token.Term)) || (view.Tokens[at].Traits & TokenTraits.Possessive) != 0) return true;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            if (Lists["where"].Contains(view.Tokens[i].Term)) return true;
            if (view.Tokens[i].IsStopWord && !(view.Tokens[i].Term is "the" or "a" or "an" or "its" or "his" or "her" or "their")) return false;
        }
        return false;
    }
}
