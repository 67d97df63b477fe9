using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells whether a fact says the contrary of a claim, or leaves open what the claim holds for certain.</summary>
internal static class Polarity
{
    /// <summary>So many words that say something are looked at behind "no": a noun and what describes it.</summary>
    private const int NounWords = 3;

    /// <summary>
    /// Whether the fact says the contrary: an odd number of words that turn round what both speak of, or of contraries. Null where it turns round something else,
    /// in which the shared words only stand ("was not invited to the summit"): then it neither says what is claimed nor its contrary.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="met">What each of the claim's units met.</param>
    /// <param name="value">The date, figure or place by which the fact says what is claimed; null where none is compared.</param>
    public static bool? IsContrary(ClaimReading claim, PreparedFact fact, Met[] met, TextSpan? value)
    {
        if (OfficeClaim.DeniesOffice(claim, fact.View)) return !claim.Negators.Any(negator => negator.Kind == NegatorKind.Word);
        var turns = new List<Turned>();
        foreach (var negator in claim.Negators)
        {
            if (negator.Kind is not (NegatorKind.Word or NegatorKind.Verb)) continue;
            if (negator.Kind == NegatorKind.Verb && UnitAt(claim, met, negator.Token)) continue;
            // "Was cancelled" beside "was held": the contrary tells it.
            if (Enumerable.Range(0, met.Length).Any(i => met[i].Flipped && claim.Units[i].Token == negator.Token)
                || negator.Kind == NegatorKind.Verb && claim.Opposites.Any(own => own.Token <= negator.Token && negator.Token <= own.Last && !HasUnit(claim, own) && fact.Opposites.Any(given => given.Group == own.Group && given.Left != own.Left))) continue;
            var governed = Enumerable.Range(0, claim.Units.Count).Where(i => negator.Governs(claim.Units[i].Token)).ToList();
            if (governed.Count > 0) turns.Add(new Turned(InFocus(claim, negator, governed)));
        }
        var turning = new HashSet<int>();
        foreach (var negator in fact.Negators)
            switch (Turn(claim, fact, met, negator, value))
            {
                case true:
                    turning.Add(negator.Token);
                    turns.Add(new Turned([.. Enumerable.Range(0, met.Length).Where(i => met[i].Token >= 0 && negator.Governs(met[i].Token))]));
                    break;
                case null:
                    return null;
            }
        // "Was cancelled" beside "held a press conference, ahead of the fair": nobody says that the fair was held.
        for (var i = 0; i < met.Length; i++)
            if (met[i].Flipped && (claim.Units[i].IsKey || claim.Negators.Any(negator => negator.Token == claim.Units[i].Token)) && StandsApart(fact.View, met, met[i].Token)) return null;
        for (var i = Prepositions.Turns(claim, fact, met); i > 0; i--) turns.Add(default);
        // What turns the words round that it governs isn't their contrary as well ("was cancelled", beside "was held").
        foreach (var flipped in Enumerable.Range(0, met.Length).Where(i => met[i].Flipped && !IsNegator(fact, met[i].Token) && !turning.Contains(met[i].Token) && !StandsApart(fact.View, met, met[i].Token)).GroupBy(i => met[i].Token))
            turns.Add(new Turned([.. flipped]));
        // "Was at the fair" has no word of its own that "was absent from the fair" could be the contrary of.
        if (claim.PlacesSomebody && fact.View.Tokens.Exists(token => PresenceWords.IsAbsence(token.Stem))) turns.Add(default);
        // Contraries among function words ("more", "less") carry no unit of their own.
        foreach (var own in claim.Opposites)
        {
            if (HasUnit(claim, own) || IsComparator(claim.Tokens, own.Token) && !IsBeforeDate(claim, own.Token) || Prepositions.IsOne(claim.Tokens[own.Token])) continue;
            var same = false;
            var other = false;
            foreach (var given in fact.Opposites)
            {
                if (given.Group != own.Group || IsComparator(fact.View.Tokens, given.Token)) continue;
                if (given.Left == own.Left) same = true;
                // "Nobody" turned the clause round already.
                else if (!IsNegator(fact, given.Token)) other = true;
            }
            if (other && !same)
            {
                turns.Add(default);
                break;
            }
        }
        if (turns.Count == 2 && turns[0].Parts(turns[1])) return null;
        return turns.Count % 2 == 1;
    }

    /// <summary>"Its invitation was withdrawn" beside "they have not invited it": what is undone was there before, of which a sentence that it was never done tells nothing.</summary>
    public static bool IsUndoneOfNothing(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        if (fact.Negators.Any(negator => negator.Kind == NegatorKind.Verb) || !fact.Negators.Any(negator => IsNeverDone(fact.View.Tokens, negator))) return false;
        return claim.Negators.Any(negator => negator.IsUndoing && !Enumerable.Range(0, met.Length).Any(i => claim.Units[i].Token == negator.Token && met[i] is { Token: >= 0, Share: >= UnitMeeting.Same }));
    }

    /// <summary>"The invitation was withdrawn" beside "they received an invitation": what was given may have been withdrawn since, of which the sentence tells neither.</summary>
    public static bool IsWithdrawalOfGiven(ClaimReading claim, PreparedFact fact, Met[] met) =>
        claim.Negators.Any(negator => negator.IsUndoing && Withdrawing.Contains(claim.Tokens[negator.Token].Term) && !Enumerable.Range(0, met.Length).Any(i => claim.Units[i].Token == negator.Token && met[i] is { Token: >= 0, Share: >= UnitMeeting.Same }))
        && !fact.Negators.Any(negator => negator.IsUndoing) && !Array.Exists(met, unit => unit.Flipped);

    private static readonly FrozenSet<string> Withdrawing = new[] { "withdrawn", "revoked", "rescinded" }.ToFrozenSet(StringComparer.Ordinal);

    private static bool IsNeverDone(IReadOnlyList<Token> tokens, Negator negator) =>
        negator.Kind == NegatorKind.Word && (tokens[negator.Token].Term is "never" or "hasn't" or "haven't" or "hadn't" || negator.Token > 0 && tokens[negator.Token].Term == "not" && tokens[negator.Token - 1].Term is "has" or "have" or "had");

    /// <summary>What one word turns round.</summary>
    /// <param name="Units">The claim's units; empty where it can't be told which.</param>
    private readonly record struct Turned(IReadOnlyList<int>? Units)
    {
        /// <summary>Whether both turn round different things: "would not defend a partner" and "defends itself against an adversary" don't make one another true.</summary>
        public bool Parts(Turned other) => Units is { Count: > 0 } own && other.Units is { Count: > 0 } others && !own.Intersect(others).Any();
    }

    /// <summary>Of what "not" governs, the first word that says something, or all where it governs names alone; "nobody" and "no boat" turn all round.</summary>
    private static List<int> InFocus(ClaimReading claim, Negator negator, List<int> governed)
    {
        if (negator.From < negator.Token || negator.Kind == NegatorKind.Verb || claim.Tokens[negator.Token].Term is "no" or "without" or "nobody" or "nothing" or "none") return governed;
        var words = governed.Where(i => claim.Units[i].Entity is null).OrderBy(i => claim.Units[i].Token).ToList();
        var first = words.FindIndex(i => !LightWords.Has(claim.Tokens[claim.Units[i].Token]));
        // "Not asked to come": the asking and what is asked.
        // "Doesn't want it sold" wants it not sold.
        if (first >= 0 && Wishing.Contains(claim.Tokens[claim.Units[words[first]].Token].Stem)) return governed;
        return first < 0 ? governed : [.. words[..(first + 1)], .. words[(first + 1)..].Where(i => claim.Tokens[claim.Units[i].Token - 1].Term == "to")];
    }

    private static readonly FrozenSet<string> Wishing = LanguageData.Stems("wishing-verbs.txt");

    private static readonly HashSet<string> ClauseOpeners = new(StringComparer.Ordinal) { "as", "while", "whereas", "because", "although", "though", "but", "after", "before", "since", "when" };

    /// <summary>Whether a contrary stands in another clause than all else that is shared: "brought no truce, as Russia maintained its conditions" says nothing of "ended".</summary>
    public static bool StandsApart(FactView view, Met[] met, int token)
    {
        foreach (var other in met)
        {
            if (other.Token < 0 || other.Flipped || other.Share < 0.5 || other.Token == token) continue;
            var (from, to) = other.Token < token ? (other.Token, token) : (token, other.Token);
            var opens = false;
            var commas = 0;
            for (var i = from + 1; i <= to; i++)
            {
                opens |= i < to && ClauseOpeners.Contains(view.Tokens[i].Term);
                if (view.Document.Text.AsSpan(view.Tokens[i - 1].Span.End, view.Tokens[i].Span.Start - view.Tokens[i - 1].Span.End).IndexOfAny(",;") >= 0) commas++;
            }
            // A pair of commas encloses something: "the timeline, by 2032, is too slow".
            if (!opens && commas is 0 or 2) return false;
        }
        return true;
    }

    /// <summary>Whether one of the words of a contrary is weighed by itself.</summary>
    private static bool HasUnit(ClaimReading claim, Opposites.Found found)
    {
        for (var i = found.Token; i <= found.Last; i++)
            if (!claim.Tokens[i].IsStopWord && UnitAt(claim, i)) return true;
        return false;
    }

    /// <summary>Whether a negator of the fact turns round what the claim speaks of; null where its focus is another word.</summary>
    private static bool? Turn(ClaimReading claim, PreparedFact fact, Met[] met, Negator negator, TextSpan? value)
    {
        var isVerb = negator.Kind == NegatorKind.Verb;
        if (negator.Kind != NegatorKind.Word && !isVerb || isVerb && Array.Exists(met, m => m.Token == negator.Token && m.Share >= 0.7)) return false;
        // "Avoids gaps that thieves could use": that thieves could use them isn't what is avoided.
        if (isVerb && !negator.IsUndoing && ReportingVerbs.StanceOf(fact.View.Tokens[negator.Token].Term) is null && TellsBesideWhatIsDenied(claim, fact.View, met, negator)) return null;
        var words = 0;
        var names = 0;
        for (var i = 0; i < met.Length; i++)
        {
            if (met[i].Token < 0 || met[i].Share < 0.5 || !negator.Governs(met[i].Token)) continue;
            if (claim.Units[i].Entity is not { } named) words++;
            else if (named.Kind is EntityKind.Thing or EntityKind.Event) names += 2;
            else names++;
        }
        // "Is against" has no unit of its own, but a denied "opposes" denies it.
        if (claim.Opposites.Any(own => claim.Tokens[own.Token].IsStopWord && fact.Opposites.Any(given => given.Group == own.Group && negator.Governs(given.Token) && !fact.View.Tokens[given.Token].IsStopWord))) words++;
        var tokens = fact.View.Tokens;
        if (words == 0 && names == 0) return value is { } given && DeniedValues.IsRightBefore(given, negator, tokens);
        if (words == 0 && names == 1) return tokens[negator.Token].Term == "without";
        // "Nobody" turns the whole clause round; "denied" what depends on it, however far.
        if (negator.From < negator.Token || negator.IsOfClause || isVerb && words > 0) return true;
        if (InFocus(fact.View, met, negator)) return true;
        // A date, place or figure is given for a name whatever is turned round about that name.
        return !isVerb && words == 0 && (claim.Fact.Dates.Count > 0 || claim.Places.Count > 0 || claim.Amounts.Count > 0) ? false : null;
    }

    /// <summary>Whether the claim's own verb stands, in the fact, in a clause that only says which thing is denied: "gaps that thieves could use".</summary>
    private static bool TellsBesideWhatIsDenied(ClaimReading claim, FactView view, Met[] met, Negator negator)
    {
        var opener = -1;
        for (var i = negator.Token + 2; i < negator.To && opener < 0; i++)
            if (view.Tokens[i].Term is "that" or "which" or "who" && !view.Tokens[i - 1].IsStopWord && !Negation.IsReport(view.Tokens[i - 1])) opener = i;
        if (opener < 0 || claim.Tokens.Any(token => token.Term is "that" or "which" or "who" && !IsBehindSaying(claim.Tokens, token))) return false;
        return Enumerable.Range(0, met.Length).Any(i => met[i].Token > opener && met[i].Share >= UnitMeeting.Same && (claim.Units[i].IsVerb || claim.Deeds.Any(deed => deed.Verb == claim.Units[i].Token)));
    }

    /// <summary>"Said that".</summary>
    private static bool IsBehindSaying(IReadOnlyList<Token> tokens, Token that)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Span == that.Span) return ReportingVerbs.StanceOf(tokens[i - 1].Term) is not null;
        return false;
    }

    /// <summary>Whether the negator's focus, the next word that says something, is one that the claim shares; behind "no" and an article any word of the noun's.</summary>
    private static bool InFocus(FactView view, Met[] met, Negator negator)
    {
        var tokens = view.Tokens;
        var left = tokens[negator.Token].Term is "no" or "without" or "nor" or "neither" || negator.From < tokens.Count && tokens[negator.From].Term is "a" or "an" or "the" or "any" ? NounWords : 1;
        for (var i = negator.From; i < negator.To && left > 0; i++)
        {
            if (i == negator.Token) continue;
            if (Array.Exists(met, m => m.Share >= 0.5 && m.Token == i)) return true;
            // A longer name is met at its first word; the focus may be another of its words.
            var mention = view.Fact.Entities.FirstOrDefault(m => m.Span.Contains(tokens[i].Span));
            if (mention.Span.Length > 0 && Array.Exists(met, m => m.Share >= 0.5 && m.Token >= 0 && mention.Span.Contains(tokens[m.Token].Span))) return true;
            if (tokens[i].IsStopWord || tokens[i].IsNumber || Negation.IsReport(tokens[i]) || LightWords.Has(tokens[i]) || tokens[i].Term.EndsWith("ly", StringComparison.Ordinal)) continue;
            left--;
        }
        return false;
    }

    /// <summary>The kind of hedge that the fact puts on what it shares with the claim, where the claim itself has none.</summary>
    public static NegatorKind? IsHedged(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        foreach (var own in claim.Negators)
            if (own.Kind is NegatorKind.Hedge or NegatorKind.Report) return null;
        var means = claim.Negators.Any(own => own.Kind == NegatorKind.Intention) || claim.Tokens.Any(t => t.Term is "plan" or "plans" or "planned" or "planning" or "would" or "target" or "goal");
        foreach (var hedge in fact.Negators)
        {
            if (hedge.Kind == NegatorKind.Intention && means && !IsDone(claim, met, hedge)) continue;
            if (hedge.Kind is NegatorKind.Word or NegatorKind.Verb || hedge.Kind is NegatorKind.Attitude or NegatorKind.Intention && Array.Exists(met, m => m.Token == hedge.Token && m.Share >= 0.7)) continue;
            // The claim takes a stand of its own, in other words: "is against" for "opposes".
            if (hedge.Kind == NegatorKind.Attitude && fact.Opposites.Any(given => given.Token == hedge.Token && claim.Opposites.Any(own => own.Group == given.Group))) continue;
            for (var i = 0; i < met.Length; i++)
                if (claim.Units[i].Entity is not { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation or EntityKind.Place } && met[i].Token >= 0 && met[i].Share >= 0.7 && hedge.Governs(met[i].Token)) return hedge.Kind;
        }
        return null;
    }

    /// <summary>"Have reached the target", beside "want to reach it".</summary>
    private static bool IsDone(ClaimReading claim, Met[] met, Negator intention)
    {
        for (var i = 0; i < met.Length; i++)
            if (met[i].Token >= 0 && intention.Governs(met[i].Token) && claim.Units[i] is { Entity: null, Token: > 0 and var at } && claim.Tokens[at - 1].Term is "have" or "has" or "had" or "already") return true;
        return false;
    }

    private static bool IsNegator(PreparedFact fact, int token) => fact.Negators.Any(negator => negator.Kind == NegatorKind.Word && negator.Token == token);

    /// <summary>"Later than 2032": beside "2032 should come earlier" it turns.</summary>
    private static bool IsBeforeDate(ClaimReading claim, int token) =>
        token + 2 < claim.Tokens.Count && claim.Tokens[token + 1].Term == "than" && claim.Question.Dates.Any(date => date.Span.Overlaps(claim.Tokens[token + 2].Span));

    private static bool IsComparator(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Term == "than" || i + 1 < tokens.Count && tokens[i + 1].IsNumber;

    private static bool UnitAt(ClaimReading claim, int token)
    {
        foreach (var unit in claim.Units)
            if (unit.Token == token) return true;
        return false;
    }

    private static bool UnitAt(ClaimReading claim, Met[] met, int token)
    {
        for (var i = 0; i < met.Length; i++)
            if (claim.Units[i].Token == token && met[i].Share >= 0.7) return true;
        return false;
    }
}
