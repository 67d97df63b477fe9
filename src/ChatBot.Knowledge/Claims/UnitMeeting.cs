using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells how far a fact carries an entity or a word of a claim: by itself, by what means the same, by its contrary, or by its context.</summary>
internal sealed class UnitMeeting(Func<EntityId, Entity?> entity)
{
    /// <summary>A word that is met this far is the same.</summary>
    public const double Same = 0.7;

    /// <summary>How far a word of the same side of a pair of contraries counts as the word itself.</summary>
    private const double SameSide = 0.8;

    /// <summary>How far something counts that only the sentence before or after, or the document's title, names.</summary>
    private const double Nearby = 0.55;

    /// <summary>In tokens: words of one name that stand further apart are no name.</summary>
    private const int SameName = 6;

    /// <summary>How far a name within a longer one counts as that name.</summary>
    private const double NamePart = 0.8;

    /// <summary>How far the fact names the entity, or what stands for it.</summary>
    public Met MeetEntity(ClaimReading claim, EntityMention named, PreparedFact fact)
    {
        var view = fact.View;
        if (view.Entities.Contains(named.Id)) return new Met(1, FirstToken(view, named.Id), false);
        if (IsWhere(claim, named)) return BehindPlaceWord(claim, named, view) is { } there ? new Met(1, there, false) : new Met(0, -1, false);
        // A leader speaks and acts for the country or body that they lead.
        foreach (var other in view.Entities)
            if (entity(other)?.Represents == named.Id) return new Met(0.7, FirstToken(view, other), false);
        // A capital for the government that the other leads or belongs to.
        if (named.Kind == EntityKind.Place && entity(named.Id)?.Represents is { } of && view.Fact.Entities.FirstOrDefault(m => entity(m.Id)?.Represents == of) is { Span.Length: > 0 } leader) return new Met(0.7, FirstToken(view, leader.Id), false);
        // A capital for its country; but a country isn't its leader.
        if (entity(named.Id)?.Represents is { } represented && view.Entities.Contains(represented))
            return new Met(named.Kind == EntityKind.Person ? 0.45 : 0.8, FirstToken(view, represented), false);
        foreach (var other in view.Fact.Entities)
            if (IsPartOf(named, other)) return new Met(NamePart, FirstToken(view, other.Id), false);
        // An unlisted name by its last word.
        if (!named.Listed && named.Kind == EntityKind.Person && view.Tokens.FindIndex(t => t.IsCapitalised && named.Id.Value.EndsWith(t.Term, StringComparison.Ordinal)) is >= 0 and var at) return new Met(0.9, at, false);
        // The words themselves, where documents don't name it by them.
        if (named.Kind is EntityKind.Event or EntityKind.Thing && SameWords(claim, named, view) is { } words) return new Met(0.9, words, false);
        if (fact.ObjectBefore is { } pronoun && Array.IndexOf(view.PointsBackTo.Entities, named.Id) >= 0) return new Met(NamePart, pronoun, false);
        // Named in the sentence before or after: meant here by a pronoun, or, if it does nothing itself, by the context.
        var isActor = named.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country or EntityKind.Thing;
        // What somebody else says or does is nothing of this person's.
        if (named.Kind == EntityKind.Person && (view.Fact.Attribution.Speaker is { } speaker && speaker != named.Id || view.Fact.Entities.Any(m => m.Kind == EntityKind.Person))) return new Met(view.NearEntities.Contains(named.Id) ? 0.3 : 0, -1, false);
        return new Met(view.NearEntities.Contains(named.Id) ? isActor && !fact.HasPronoun ? 0.3 : Nearby : 0, -1, false);
    }

    /// <summary>"At the White House", "in Kyiv": meant is the place, for which nobody stands.</summary>
    private static bool IsWhere(ClaimReading claim, EntityMention named)
    {
        if (named.Kind is not (EntityKind.Organisation or EntityKind.Place)) return false;
        var at = -1;
        for (var i = 0; i < claim.Tokens.Count && claim.Tokens[i].Span.Start < named.Span.Start; i++)
            if (claim.Tokens[i].Term != "the") at = i;
        return at >= 0 && claim.Tokens[at].Term is "at" or "in" or "inside" or "outside" or "near";
    }

    /// <summary>Where the fact has the very name behind such a word, be it within a longer one ("the speech at Karsten Hall"); null where it doesn't.</summary>
    private static int? BehindPlaceWord(ClaimReading claim, EntityMention named, FactView view)
    {
        var words = claim.Tokens.Where(token => named.Span.Contains(token.Span)).Select(token => token.Term).ToList();
        for (var i = 1; i + words.Count <= view.Tokens.Count; i++)
        {
            var before = view.Tokens[i - 1].Term == "the" && i > 1 ? i - 2 : i - 1;
            if (view.Tokens[before].Term is "at" or "in" or "inside" && words.Count > 0 && words.Select((word, k) => view.Tokens[i + k].Term == word).All(same => same)) return i;
        }
        return null;
    }

    /// <summary>The first of the fact's tokens that are the name's words; null unless all are there, near one another.</summary>
    private static int? SameWords(ClaimReading claim, EntityMention named, FactView view)
    {
        int? first = null;
        var last = 0;
        foreach (var token in claim.Tokens)
        {
            if (token.IsStopWord || !named.Span.Contains(token.Span)) continue;
            // Words of another event's name are no words of this one's.
            var at = view.Tokens.FindIndex(t => t.Stem == token.Stem && !view.Fact.Entities.Any(m => m is { Listed: true, Kind: EntityKind.Event } && m.Span.Contains(t.Span)));
            if (at < 0) return null;
            first = Math.Min(at, first ?? at);
            last = Math.Max(at, last);
        }
        return last - first <= SameName ? first : null;
    }

    /// <summary>A name within a longer one ("Bucharest Nine" in "Bucharest Nine meeting"), or a group within the body it belongs to ("NATO countries", "NATO"): what only ends in a name ("sanctions on Russia") is another thing.</summary>
    private bool IsPartOf(EntityMention named, EntityMention other)
    {
        if (entity(named.Id)?.Name is not { } name || entity(other.Id)?.Name is not { } longer) return false;
        // "Lantern Fair 2028" is another year's.
        if (named.Kind == EntityKind.Event && longer.Any(char.IsAsciiDigit) && !name.Any(char.IsAsciiDigit)) return false;
        if (name.Length > 3 && longer.Length > name.Length && longer.Contains(name, StringComparison.Ordinal)) return named.Kind != EntityKind.Person;
        return named.Kind is EntityKind.Organisation or EntityKind.Thing or EntityKind.Country && longer.Length > 3 && (named.Kind == EntityKind.Thing ? name.StartsWith(longer, StringComparison.Ordinal) : name.Contains(longer, StringComparison.Ordinal));
    }

    /// <summary>How far the fact has the word.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="unit">Its word.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="cues">Stems by which the topic knows an attribute that both fill: each is as good as the other.</param>
    public static Met MeetWord(ClaimReading claim, ClaimUnit unit, PreparedFact fact, IReadOnlySet<string>? cues)
    {
        var tokens = fact.View.Tokens;
        var best = new Met(0, -1, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!unit.Shares.TryGetValue(tokens[i].Stem, out var share)) share = 0;
            if (share < 0.7 && SameFamily(tokens[i].Stem, unit.Term.Stem)) share = 0.8;
            if (unit.IsVerb && IsNoVerb(claim, unit, fact.View, i) || IsAnotherRank(claim, unit, fact.View, i)) share = 0;
            if (share > best.Share) best = new Met(share, i, false);
        }
        if (best.Share >= 0.7) return best with { Flipped = IsWishedOtherwise(claim.Tokens, unit.Token, tokens, best.Token) };
        // Words of one side of a pair of contraries mean nearly the same; those of the other are met too, but turned round.
        foreach (var own in claim.Opposites)
        {
            if (unit.Token < own.Token || unit.Token > own.Last) continue;
            foreach (var other in fact.Opposites)
                if (other.Group == own.Group && !(unit.IsVerb && IsNoVerb(claim, unit, fact.View, other.Token)) && (best.Share < SameSide || best.Flipped && other.Left == own.Left))
                    best = new Met(SameSide, other.Token, other.Left != own.Left != IsWishedOtherwise(claim.Tokens, own.Token, tokens, other.Token));
        }
        if (best.Share < 0.7)
            for (var i = 0; i < tokens.Count; i++)
                if (unit.Token >= 0 && Opposites.ByPrefix(tokens[i].Term, claim.Tokens[unit.Token].Term)) return new Met(0.9, i, true);
        if (best.Share < 0.85 && !best.Flipped && cues?.Contains(unit.Term.Stem) == true) return best with { Share = 0.85 };
        if (best.Share < Same && !unit.IsVerb && fact.ObjectBefore is { } pronoun && fact.View.StemsPointedTo.Contains(unit.Term.Stem)) return new Met(SameSide, pronoun, false);
        if (best.Share < Nearby && !unit.IsVerb && Shortened(claim, unit, fact) is { } second) return new Met(Nearby, second, false);
        if (best.Share < Nearby && fact.TitleStems.Contains(unit.Term.Stem)) return best with { Share = Nearby };
        return best;
    }

    /// <summary>
    /// Whether a word can't tell what the claim's verb does: who does something ("players" for "played"), a name ("the Meeting House" for "met"), or another word's noun
    /// ("the end" for "cancelled").
    /// </summary>
    private static bool IsNoVerb(ClaimReading claim, ClaimUnit unit, FactView view, int at)
    {
        var token = view.Tokens[at];
        var isNoun = at > 0 && view.Tokens[at - 1].Term is "the" or "a" or "an";
        if (IsDoer(token.Term, isNoun) && !IsDoer(claim.Tokens[unit.Token].Term, isNoun)) return true;
        if (token.Stem == unit.Term.Stem) return false;
        if (SameFamily(token.Stem, unit.Term.Stem)) return IsBeforeNoun(view, at);
        if (LightDeeds.IsNoun(view.Tokens, at)) return false;
        // "Ana Varga's performance" is what she did, though the topic has a name for it.
        if (at > 0 && (view.Tokens[at - 1].Traits & TokenTraits.Possessive) != 0 && !token.IsCapitalised) return false;
        return isNoun || view.Fact.Entities.Any(mention => mention.Span.Contains(token.Span));
    }

    /// <summary>"Defence budgets" aren't defended: a noun that only says of what kind the next one is.</summary>
    private static bool IsBeforeNoun(FactView view, int at)
    {
        var token = view.Tokens[at];
        if (token.Term.EndsWith("ing", StringComparison.Ordinal) || token.Term.EndsWith("ed", StringComparison.Ordinal)) return false;
        return at + 1 < view.Tokens.Count && view.Tokens[at + 1] is { IsStopWord: false, IsNumber: false, IsCapitalised: false } next
            && next.Span.Start == token.Span.End + 1 && view.Document.Text[token.Span.End] == ' ';
    }

    /// <summary>"Came second" beside "seconds" or "the second year": a rank that stands alone is none that another word follows.</summary>
    private static bool IsAnotherRank(ClaimReading claim, ClaimUnit unit, FactView view, int at) =>
        Ranks.Contains(claim.Tokens[unit.Token].Term) && EndsPhrase(claim.Tokens, unit.Token) && (view.Tokens[at].Term != claim.Tokens[unit.Token].Term || !EndsPhrase(view.Tokens, at));

    private static bool EndsPhrase(IReadOnlyList<Token> tokens, int at) => at + 1 >= tokens.Count || tokens[at + 1].IsStopWord || tokens[at + 1].Span.Start > tokens[at].Span.End + 1;

    private static readonly HashSet<string> Ranks = new(StringComparer.Ordinal) { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last" };

    private static bool IsDoer(string term, bool isNoun) => term.Length > 4 && (term.EndsWith("ers", StringComparison.Ordinal) || term.EndsWith("ors", StringComparison.Ordinal) || isNoun && (term.EndsWith("er", StringComparison.Ordinal) || term.EndsWith("or", StringComparison.Ordinal)));

    /// <summary>"Is too late" and "should be earlier": what one finds too much of, the other wishes away.</summary>
    private static bool IsWishedOtherwise(IReadOnlyList<Token> claim, int own, IReadOnlyList<Token> fact, int other) =>
        IsTooMuch(claim, own) && IsWished(fact, other) || IsTooMuch(fact, other) && IsWished(claim, own);

    private static bool IsTooMuch(IReadOnlyList<Token> tokens, int at) => at > 0 && tokens[at - 1].Term == "too";

    private static bool IsWished(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - 3); i < at; i++)
            if (tokens[i].Term is "should" or "must" or "ought" or "needs") return true;
        return false;
    }

    /// <summary>"The service" behind a sentence on "the rescue service": the fact carries the second word of a pair, the sentences beside it the first. Where the second stands; null where it is none of that kind.</summary>
    private static int? Shortened(ClaimReading claim, ClaimUnit unit, PreparedFact fact)
    {
        var second = unit.Token + 1;
        if (second >= claim.Tokens.Count || claim.Tokens[second].IsStopWord || claim.Tokens[second].IsNumber || !fact.View.NearStems.Contains(unit.Term.Stem)) return null;
        return fact.View.Tokens.FindIndex(token => token.Stem == claim.Tokens[second].Stem) is >= 0 and var at ? at : null;
    }

    /// <summary>Stems that share all but their endings ("integr", "integrat"; "oppos", "opposit").</summary>
    private static bool SameFamily(string a, string b)
    {
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared]) shared++;
        return shared >= 5 && a.Length - shared <= 3 && b.Length - shared <= 3;
    }

    private static int FirstToken(FactView view, EntityId id)
    {
        foreach (var mention in view.Fact.Entities)
            if (mention.Id == id) return view.Tokens.FindIndex(t => t.Span.Overlaps(mention.Span));
        return -1;
    }
}
