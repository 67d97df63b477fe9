using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a claim says where it is: "The guild's office is in Lervik".</summary>
/// <param name="Head">Index of the claim's token that tells what: "office".</param>
/// <param name="Place">Where.</param>
internal sealed record Whereabouts(int Head, EntityMention Place)
{
    /// <summary>Reads it; null where the claim says of nothing that it simply is somewhere.</summary>
    public static Whereabouts? In(IReadOnlyList<Token> tokens, IReadOnlyList<PlaceGiven> places)
    {
        var be = 1;
        while (be < tokens.Count && !IsBeing(tokens[be])) be++;
        var preposition = be + 1;
        while (preposition < tokens.Count && tokens[preposition].Term is "now" or "still" or "also" or "located" or "situated" or "based") preposition++;
        if (preposition >= tokens.Count || !(tokens[preposition].Term is "in" or "at" or "near")) return null;
        var behind = preposition + 1;
        if (behind + 1 < tokens.Count && tokens[behind].Term == "the") behind++;
        foreach (var given in places)
            if (behind < tokens.Count && given.Mention.Span.Overlaps(tokens[behind].Span) && !IsOfMore(tokens, given.Mention)) return new Whereabouts(HeadOf(tokens, be), given.Mention);
        return null;
    }

    /// <summary>"In the Lervik picture": what it is in is named behind the place.</summary>
    private static bool IsOfMore(IReadOnlyList<Token> tokens, EntityMention place)
    {
        foreach (var token in tokens)
            if (token.Span.Start >= place.Span.End) return token is { IsStopWord: false, IsNumber: false };
        return false;
    }

    /// <summary>Whether a sentence has, by itself, what the claim says is there.</summary>
    public bool IsNamed(ClaimReading claim, FactView view, Met[] met) => At(claim, view, met) >= 0;

    /// <summary>Whether a sentence that has it says of it that it is there: that the place is named in it isn't enough.</summary>
    public bool IsTold(ClaimReading claim, FactView view, Met[] met)
    {
        var at = At(claim, view, met);
        if (at < 0) return false;
        if (UnitAt(claim) is { } named && claim.Units[named].Entity is { Kind: EntityKind.Person or EntityKind.Event or EntityKind.Country }) return true;
        // "The Guild office": the name's own words stand between nothing.
        while (at + 1 < view.Tokens.Count && view.Fact.Entities.Any(name => name.Id != Place.Id && name.Span.Overlaps(view.Tokens[at].Span) && name.Span.Overlaps(view.Tokens[at + 1].Span))) at++;
        foreach (var mention in view.Fact.Entities)
            if (mention.Id == Place.Id && IsJoined(view, at, mention)) return true;
        return false;
    }

    private int At(ClaimReading claim, FactView view, Met[] met) =>
        UnitAt(claim) is not { } unit ? view.Tokens.FindIndex(token => token.Stem == claim.Tokens[Head].Stem) : met[unit] is { Token: >= 0, Share: > Standing } own ? own.Token : -1;

    /// <summary>Who stands for another ("NATO" for its headquarters) counts as much as this, and isn't what is meant.</summary>
    private const double Standing = 0.85;

    /// <summary>Whether nothing stands between the thing and the place that could be there instead: "the office of the guild in Lervik", "Lervik's new office", not "the office opened before the fair in Lervik".</summary>
    private static bool IsJoined(FactView view, int at, EntityMention place)
    {
        var first = view.Tokens.FindIndex(token => token.Span.Overlaps(place.Span));
        var last = view.Tokens.FindLastIndex(token => token.Span.Overlaps(place.Span));
        var (from, to) = at < first ? (at + 1, first) : (last + 1, at);
        for (var i = from; i < to; i++)
            if (view.Tokens[i] is { IsStopWord: false, IsCapitalised: false, IsNumber: false } word && !LightWords.Has(word) && !(word.Term is "located" or "situated" or "based" or "lies" or "city" or "town") && !(to - from == 1)) return false;
        return true;
    }

    /// <summary>The last word before "be", or before what the noun is "of": "the office of the guild is".</summary>
    private static int HeadOf(IReadOnlyList<Token> tokens, int be)
    {
        var head = be - 1;
        for (var i = 1; i < be; i++)
            if (tokens[i].Term is "of" or "for" or "in" or "at")
            {
                head = i - 1;
                break;
            }
        return head;
    }

    private int? UnitAt(ClaimReading claim)
    {
        for (var i = 0; i < claim.Units.Count; i++)
            if (claim.Units[i].Token == Head || claim.Units[i].Entity is { } named && named.Span.Overlaps(claim.Tokens[Head].Span)) return i;
        return null;
    }

    private static bool IsBeing(Token token) => token.Term is "is" or "are" or "was" or "were" or "lies" or "stands";
}
