using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells whether what a claim says that somebody does is, in a fact, said of somebody or something else, or done to them.</summary>
internal sealed class DeedComparer(Func<EntityId, Entity?> entity)
{
    private static readonly FrozenSet<string> Receiving = LanguageData.Words("receiving-verbs.txt");

    /// <summary>Whether the fact has one of the claim's deeds, and wherever it has it, as another's.</summary>
    public bool IsAnothers(ClaimReading claim, FactView view, Met[] met)
    {
        foreach (var deed in claim.Deeds)
        {
            if (!IsOfUnit(claim, deed)) continue;
            var isAnothers = false;
            var isOwn = false;
            foreach (var at in Places(claim, deed, view, met))
                switch (IsOf(claim, deed, view, met, at))
                {
                    case false:
                        isAnothers = true;
                        break;
                    default:
                        isOwn = true;
                        break;
                }
            if (isAnothers && !isOwn) return true;
        }
        return false;
    }

    /// <summary>Whether the claim says of one who is only named as the source of the fact that they do something: "the Post hopes" beside "the mayor hopes, according to the Post".</summary>
    public static bool IsOfSource(ClaimReading claim, FactView view)
    {
        if (view.Fact.Attribution.Sources.Count == 0 || claim.Deeds is not [var deed, ..]) return false;
        foreach (var source in view.Fact.Attribution.Sources)
            if (claim.Fact.Attribution.Speaker != source.Id && claim.Fact.Attribution.Sources.All(own => own.Id != source.Id) && claim.Units.Any(unit => unit.Entity?.Id == source.Id && deed.Subject.Has(unit.Token))
                && view.Fact.Entities.All(mention => mention.Id != source.Id || mention.Span == source.Span)) return true;
        return false;
    }

    /// <summary>
    /// Whether the claim tells what somebody told somebody ("the council told the mayor to close the bridge"), and the fact tells of no such saying of theirs: that it has what was told
    /// isn't enough.
    /// </summary>
    public bool LacksTelling(ClaimReading claim, FactView view, Met[] met)
    {
        foreach (var deed in claim.Deeds)
        {
            if (deed.IsPassive is true || deed.Object is not { } hearer || claim.Negators.Any(negator => negator.Kind == NegatorKind.Word && negator.Governs(deed.Verb)) || ReportingVerbs.StanceOf(claim.Tokens[deed.Verb].Term) is null || IsMet(claim, met, unit => unit.Token == deed.Verb) is not null) continue;
            // "Gave the Post an interview".
            if (IsMet(claim, met, unit => deed.Subject.Has(unit.Token)) is { } teller && IsMet(claim, met, unit => unit.Entity?.Id == hearer.Id) is { } heard && teller < heard) continue;
            if (view.Fact.Attribution.Speaker is { } said && said != hearer.Id && claim.Units.Any(unit => deed.Subject.Has(unit.Token) && unit.Entity is { } own && StandsFor(own.Id, said))) continue;
            if (!Places(claim, deed, view, met).Any(at => IsOf(claim, deed, view, met, at) is not false)) return true;
        }
        return false;
    }

    /// <summary>Whether the claim says that something was done which the fact only says is to be done ("all sirens are to be replaced") or is wished.</summary>
    public static bool IsYetToBeDone(ClaimReading claim, FactView view, Met[] met)
    {
        if (claim.Negators.Any(negator => negator.Kind == NegatorKind.Word)) return false;
        var tellsOfWish = Wishes.AreToldOf(claim.Tokens);
        foreach (var deed in claim.Deeds)
        {
            if (!deed.IsDone(claim.Tokens)) continue;
            var places = Places(claim, deed, view, met).ToList();
            var verbs = places.FindAll(at => !IsNoun(view.Tokens, at));
            if (verbs.Count > 0 ? verbs.TrueForAll(IsYetToCome) : places.Count > 0 && places.TrueForAll(IsYetToCome)) return true;
        }
        return false;

        bool IsYetToCome(int at) => ClauseSubject.IsAhead(view.Tokens, at) || Purposes.IsOne(view.Tokens, at) || !tellsOfWish && Wishes.IsWished(view.Tokens, at);
    }

    /// <summary>Whether what the deed is said of is a name or word that is compared; a figure ("3 percent would go") is compared as a value.</summary>
    private static bool IsOfUnit(ClaimReading claim, ClaimedDeed deed)
    {
        var head = deed.Subject.To - 1;
        return claim.Units.Any(unit => unit.Token == head || unit.Entity is { } named && named.Span.Overlaps(claim.Tokens[head].Span));
    }

    /// <summary>Where the fact has the claim's verb.</summary>
    private static IEnumerable<int> Places(ClaimReading claim, ClaimedDeed deed, FactView view, Met[] met)
    {
        var stem = claim.Tokens[deed.Verb].Stem;
        for (var i = 0; i < view.Tokens.Count; i++)
            if (view.Tokens[i].Stem == stem || IsMetBy(claim, deed, view, met, i)) yield return i;
    }

    /// <summary>Where the fact has the first of the claim's units that fits; null where it has none.</summary>
    private static int? IsMet(ClaimReading claim, Met[] met, Func<ClaimUnit, bool> fits)
    {
        for (var i = 0; i < met.Length; i++)
            if (met[i] is { Token: >= 0, Share: >= UnitMeeting.Same } && fits(claim.Units[i])) return met[i].Token;
        return null;
    }

    /// <summary>Whether the word is the fact's for the claim's verb; a contrary in another clause is none.</summary>
    private static bool IsMetBy(ClaimReading claim, ClaimedDeed deed, FactView view, Met[] met, int token)
    {
        for (var i = 0; i < met.Length; i++)
            if (met[i].Token == token && met[i].Share >= UnitMeeting.Same && claim.Units[i].Token == deed.Verb) return !(met[i].Flipped && Polarity.StandsApart(view, met, token));
        return false;
    }

    /// <summary>Whether the deed at <paramref name="at"/> is that of the claim's subject; null where that can't be told.</summary>
    private bool? IsOf(ClaimReading claim, ClaimedDeed deed, FactView view, Met[] met, int at)
    {
        var (tokens, mentions, text) = (view.Tokens, view.Fact.Entities, view.Document.Text);
        // "The protest was dismissed" beside "The jury dismissed it".
        if (deed.IsPassive is true && Enumerable.Range(0, met.Length).Any(i => deed.Subject.Has(claim.Units[i].Token) && met[i].Token == at + 1 && tokens[at + 1].Term == "it")) return true;
        if (IsNoun(tokens, at)) return deed.IsPassive is true || TurnedNouns.IsOne(tokens, at) ? null : IsGivenBy(claim, deed, view, met, at);
        var isTurned = deed.IsPassive is { } passive && ClaimedDeed.IsPassiveAt(tokens, at) is { } given && passive != given;
        if (IsOfAnotherFigure(claim, deed, tokens, at)) return false;
        if (ClauseSubject.Before(text, tokens, mentions, at) is not { } subject)
            return !isTurned && !IsInverted(view, at) && ClaimedDeed.ObjectOf(tokens, at, mentions) is { } other && IsNamedIn(claim, deed, other.Id) ? false : null;
        var isSame = HasSubject(claim, deed, view, met, subject);
        if (isTurned) return isSame || deed.IsPassive is false && IsDoneBy(claim, deed, view, at) is false ? false : null;
        if (isSame) return true;
        // "Its focus is shifting": whose it is may be who the claim says shifts it.
        if (Enumerable.Range(subject.From, subject.To - subject.From).Any(i => tokens[i].Term is "its" or "his" or "her" or "their")) return null;
        return IsElsewhere(claim, deed, met) || IsAnotherThing(claim, deed, view, subject) || mentions.Any(mention => IsActor(mention) && Overlaps(tokens, subject, mention)) && !IsOffice(claim, deed) ? false : null;
    }

    /// <summary>"151 boats started and 139 finished" beside "151 boats finished".</summary>
    private static bool IsOfAnotherFigure(ClaimReading claim, ClaimedDeed deed, IReadOnlyList<Token> tokens, int at)
    {
        var figures = Enumerable.Range(deed.Subject.From, deed.Subject.To - deed.Subject.From).Where(i => claim.Tokens[i].IsNumber).Select(i => claim.Tokens[i].Term).ToList();
        return figures.Count > 0 && at > 0 && tokens[at - 1].IsNumber && !figures.Contains(tokens[at - 1].Term);
    }

    /// <summary>"The town pays" beside "the region pays": both say by a plain noun who does it, and the sentence doesn't have the claim's at all. The sentence beside it may, unless the other is new there ("volunteers pay").</summary>
    private static bool IsAnotherThing(ClaimReading claim, ClaimedDeed deed, FactView view, ClauseSubject.Words subject)
    {
        var (own, other) = (claim.Tokens[deed.Subject.To - 1], view.Tokens[subject.To - 1]);
        var isOpening = subject.To == 1 && IsPlain(other with { Traits = other.Traits & ~TokenTraits.Capitalised });
        return deed.IsPassive is not true && IsPlain(own) && (isOpening || IsPlain(other)) && !view.Stems.Contains(own.Stem) && (isOpening || !view.NearStems.Contains(own.Stem))
            && claim.Units.Any(unit => unit.Entity is null && unit.Token == deed.Subject.To - 1) && !view.Fact.Entities.Any(mention => mention.Span.Overlaps(other.Span));
    }

    private static bool IsPlain(Token token) => token is { IsStopWord: false, IsCapitalised: false, IsNumber: false };

    /// <summary>Whether one who is named right behind "by" is the claim's doer; null where nobody is.</summary>
    private bool? IsDoneBy(ClaimReading claim, ClaimedDeed deed, FactView view, int at) =>
        at + 1 < view.Tokens.Count && view.Tokens[at + 1].Term == "by" && ClaimedDeed.ObjectOf(view.Tokens, at + 1, view.Fact.Entities) is { } doer
            ? claim.Units.Any(unit => deed.Subject.Has(unit.Token) && (unit.Entity is not { } own || StandsFor(own.Id, doer.Id)))
            : null;

    /// <summary>"'…', said the mayor": who does it stands behind.</summary>
    private static bool IsInverted(FactView view, int at) => at == 0 || at > 0 && view.Document.Text.AsSpan(view.Tokens[at - 1].Span.End, view.Tokens[at].Span.Start - view.Tokens[at - 1].Span.End).IndexOfAny(",\"”") >= 0;

    /// <summary>Whether the words are, or have among them, who or what the claim says it of, one who leads it, or what it leads.</summary>
    private bool HasSubject(ClaimReading claim, ClaimedDeed deed, FactView view, Met[] met, ClauseSubject.Words subject)
    {
        for (var i = deed.Subject.From; i < deed.Subject.To; i++)
            for (var k = subject.From; k < subject.To; k++)
                if (!claim.Tokens[i].IsStopWord && claim.Tokens[i].Stem == view.Tokens[k].Stem && !view.Fact.Entities.Any(mention => mention.Span.Overlaps(view.Tokens[k].Span))) return true;
        for (var i = 0; i < met.Length; i++)
        {
            var unit = claim.Units[i];
            if (!deed.Subject.Has(unit.Token)) continue;
            if (subject.Has(met[i].Token) || unit.Entity is null && Enumerable.Range(subject.From, subject.To - subject.From).Any(k => unit.Shares.ContainsKey(view.Tokens[k].Stem))) return true;
            if (unit.Entity is { } own && view.Fact.Entities.Any(mention => Overlaps(view.Tokens, subject, mention) && StandsFor(own.Id, mention.Id))) return true;
        }
        return false;
    }

    private bool StandsFor(EntityId one, EntityId other) =>
        one == other || entity(one)?.Represents == other || entity(other)?.Represents == one
        || entity(one)?.Represents is { } body && entity(other)?.Represents == body
        || entity(one)?.Name is { } name && entity(other)?.Name is { } otherName && (name.Contains(otherName, StringComparison.Ordinal) || otherName.Contains(name, StringComparison.Ordinal));

    /// <summary>Whether the fact names the claim's subject, but not where it does the deed.</summary>
    private static bool IsElsewhere(ClaimReading claim, ClaimedDeed deed, Met[] met)
    {
        for (var i = 0; i < met.Length; i++)
            if (deed.Subject.Has(claim.Units[i].Token) && met[i] is { Token: >= 0, Share: >= UnitMeeting.Same }) return true;
        return false;
    }

    private static bool IsNamedIn(ClaimReading claim, ClaimedDeed deed, EntityId other) => claim.Units.Any(unit => unit.Entity?.Id == other && deed.Subject.Has(unit.Token));

    /// <summary>"The mayor" may be anybody who is named.</summary>
    private static bool IsOffice(ClaimReading claim, ClaimedDeed deed) => Enumerable.Range(deed.Subject.From, deed.Subject.To - deed.Subject.From).Any(i => Offices.IsOfficeWord(claim.Tokens[i].Term));

    /// <summary>
    /// Whether a deed that the fact has as a noun ("an invitation") is the claim's subject's, where it names to whom it is done: nobody who receives it does it, and one of two who are
    /// named has to stand with it as the doer.
    /// </summary>
    private bool? IsGivenBy(ClaimReading claim, ClaimedDeed deed, FactView view, Met[] met, int at)
    {
        var tokens = view.Tokens;
        for (var i = at - 1; i > 0 && i >= at - NounReach; i--)
        {
            if (!ClaimedDeed.IsPast(tokens[i]) && !Receiving.Contains(tokens[i].Term) && !ClauseSubject.IsBehindAuxiliary(tokens, i)) continue;
            if (ClauseSubject.Before(view.Document.Text, tokens, view.Fact.Entities, i) is not { } subject) continue;
            if (Receiving.Contains(tokens[i].Term) && deed.Object is { } other && view.Fact.Entities.Any(mention => Overlaps(tokens, subject, mention) && StandsFor(other.Id, mention.Id))) return null;
            if (!HasSubject(claim, deed, view, met, subject)) continue;
            return !Receiving.Contains(tokens[i].Term) && ClaimedDeed.IsPassiveAt(tokens, i) is not true;
        }
        if (deed.Object is null) return null;
        return HasSubject(claim, deed, view, met, new ClauseSubject.Words(Math.Max(0, at - Beside), at)) ? null : false;
    }

    /// <summary>"Extended a formal and warm invitation": a noun's verb stands at most so many words before it.</summary>
    private const int NounReach = 5;

    /// <summary>"The club's open invitation": whose it is stands at most so many words before it.</summary>
    private const int Beside = 3;

    /// <summary>"An invitation", "through the invitation", "expressed caution": the deed as a thing.</summary>
    private static bool IsNoun(IReadOnlyList<Token> tokens, int at) => !ClaimedDeed.IsPast(tokens[at]) && !ClauseSubject.IsBehindAuxiliary(tokens, at) && (IsBehindArticle(tokens, at) || at > 0 && ClaimedDeed.IsPast(tokens[at - 1]));

    private static bool IsBehindArticle(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Beside; i--)
        {
            if (tokens[i].Term is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "of" || (tokens[i].Traits & TokenTraits.Possessive) != 0) return true;
            if (tokens[i].IsStopWord || tokens[i].IsCapitalised) return false;
        }
        return false;
    }

    private static bool IsActor(EntityMention mention) => mention.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation;

    private static bool Overlaps(IReadOnlyList<Token> tokens, ClauseSubject.Words words, EntityMention mention) =>
        TextSpan.FromBounds(tokens[words.From].Span.Start, tokens[words.To - 1].Span.End).Overlaps(mention.Span);
}
