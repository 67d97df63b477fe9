using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>What a sentence has to say before it can answer a question of that form at all, however near it is in its words.</summary>
internal static class Demand
{
    /// <summary>"The Hague, the city of the summit, is in the Netherlands": so many characters between a place and the one that it lies in, at most.</summary>
    private const int FarthestPlace = 60;

    /// <summary>Whether a sentence may answer; null where the question asks for nothing of the kind.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (IsOfAge(question)) return GivesAge;
        var holder = FigureHolder.Asked(question);
        if (IsOfShare(question)) return view => (view.Fact.Quantities.Any(IsShare) || view.Tokens.Exists(token => Parts.Contains(token.Term))) && holder?.Invoke(view) != false;
        if (ArticleAsked.Of(question) is { } ofArticle) return ofArticle;
        if (WhoIsNot.IsAsked(question)) return WhoIsNot.IsTold;
        if (PlaceLocated(question) is { } place) return view => Container(question, view, place) is not null;
        if (question.Expects == AnswerType.Place && question.Tokens.FirstOrDefault(token => token.Term == "capital") is { Term: not null } capital) return view => view.Stems.Contains(capital.Stem);
        if ((LeaderAsked.Asked(question) ?? SinceAsked.Asked(question)) is { } tells) return tells;
        if (question.Expects is AnswerType.Person or AnswerType.Role && AsksWhoHolds(question) && OfficesOf(question) is { Count: > 0 } offices) return view => HasOffice(question, view, offices) && (HolderBeside(question) is not { } holder || NamesAnother(view, holder));
        if (question is { Expects: AnswerType.Statement, Speaker: { } speaker } && question.Tokens.Any(token => token.Term is "did" or "does" or "has")) return view => view.Fact.Attribution.IsOf(speaker) || Says(view) && !IsOfAnother(speaker, view);
        return RelationAsked.Asked(question) ?? SignificanceAsked.Asked(question) ?? RankAsked.Asked(question) ?? Origin.Asked(question) ?? MeetingAsked.Asked(question) ?? WhoIsAgainst.Asked(question) ?? PriceAsked.Asked(question) ?? DimensionAsked.Asked(question) ?? PurposeOfFigure.Asked(question) ?? PartOfWhole.Asked(question) ?? HowItWent.Asked(question) ?? WhatSomethingIs.Asked(question) ?? OtherEdition.Asked(question) ?? DoneBeside.Asked(question) ?? Discussed.Asked(question) ?? NamesOfKind.Asked(question) ?? holder ?? Ahead(question);
    }

    /// <summary>Who says nothing in a sentence may be the subject of it, but nothing that they said is told; nor where somebody else says it.</summary>
    private static bool Says(FactView view) => view.Fact.Attribution.Quoted.Count > 0 || view.Tokens.Exists(token => ReportingVerbs.StanceOf(token.Term) is not null);

    /// <summary>What somebody's own minister says, or an outlet passes on, may be theirs.</summary>
    private static bool IsOfAnother(EntityId speaker, FactView view) =>
        view.Fact.Attribution is { Speaker: not null } by && !view.Represented.Contains(speaker) && !by.Sources.Any(source => source.Id == speaker);

    /// <summary>A sentence whose only days are past tells no deadline and nothing to come, unless it tells of all that is asked: it may have come about meanwhile.</summary>
    private static Func<FactView, bool>? Ahead(Question question) => question.AsksAhead
        ? view => view.Fact.Dates.Count == 0 || view.Fact.Times.Count > 0 || view.DatesAhead.Any(date => date.Relative || !(date.Value.To < view.WrittenOn)) || view.DatesAhead.Count > 0 && MeetsAll(question, view)
        : null;

    private static bool MeetsAll(Question question, FactView view)
    {
        foreach (var term in question.Terms)
            if (term.Entity is { } entity ? !view.Entities.Contains(entity) : !term.IsMetIn(view.Stems)) return false;
        return true;
    }

    /// <summary>"How old is Ana Varga?"</summary>
    public static bool IsOfAge(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && question.Tokens[i + 1].Term == "old" || question.Tokens[i].Term == "age" && question.Expects == AnswerType.Quantity) return true;
        return false;
    }

    /// <summary>Whether a figure is somebody's age: "24 years old", "aged 24", "Ana Varga, 24, …".</summary>
    public static bool IsAge(FactView view, Quantity figure)
    {
        var last = view.Tokens.FindLastIndex(token => token.Span.End <= figure.Span.End);
        var first = view.Tokens.FindIndex(token => token.Span.Start >= figure.Span.Start);
        if (last < 0 || first < 0) return false;
        return last + 1 < view.Tokens.Count && view.Tokens[last + 1].Term == "old" || first > 0 && view.Tokens[first - 1].Term is "aged" or "age" || figure.Unit == "year" && first == last && view.Tokens[first].IsNumber;
    }

    private static bool GivesAge(FactView view) => view.Fact.Quantities.Any(figure => IsAge(view, figure));

    /// <summary>"What percentage of the budget …", "what share of it …": neither a sum nor a count answers that.</summary>
    public static bool IsOfShare(Question question)
    {
        if (question.Expects != AnswerType.Quantity) return false;
        for (var i = 1; i < question.Tokens.Count; i++)
            if (question.Tokens[i].Term is "percentage" or "percent" && !question.Tokens[i - 1].IsNumber && (question.Tokens[i].Traits & TokenTraits.Symbol) == 0
                || question.Tokens[i].Term is "share" or "proportion" && (question.Tokens[i - 1].Term is "what" or "which" || (question.Tokens[i - 1].Traits & TokenTraits.Possessive) != 0)) return true;
        return false;
    }

    /// <summary>Whether a figure is a share of something.</summary>
    public static bool IsShare(Quantity figure) => figure.Unit == "percent";

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths" };

    /// <summary>The place of which a question asks where it lies, and nothing else: "in which country is Arden?"</summary>
    public static EntityMention? PlaceLocated(Question question)
    {
        if (question.Expects != AnswerType.Place || question.Focus is null || question.Entities.Count != 1 || question.Entities[0] is not { Kind: EntityKind.Place or EntityKind.Country } place) return null;
        if (question.Terms.Any(term => term.Entity is null && term.Stem != question.Focus)) return null;
        return question.Tokens.Any(token => token.Term == "in") ? place : null;
    }

    /// <summary>The place that a sentence says another lies in: "Arden, Norland", "Arden is in Norland".</summary>
    public static TextSpan? Container(Question question, FactView view, EntityMention place)
    {
        foreach (var inner in view.Fact.Entities)
        {
            if (inner.Id != place.Id) continue;
            foreach (var outer in view.Fact.Entities)
            {
                if (outer.Id == inner.Id || outer.Kind is not (EntityKind.Place or EntityKind.Country) || !question.WantsPlace(outer.Kind) || outer.Span.Start <= inner.Span.End) continue;
                var between = outer.Span.Start - inner.Span.End <= FarthestPlace ? view.Document.Text.AsSpan(inner.Span.End, outer.Span.Start - inner.Span.End).Trim() : default;
                if (between is "," or "in" or "in the" || between.EndsWith(" is in") || between.EndsWith(" is in the") || between.EndsWith(" lies in") || between.EndsWith(" lies in the")) return outer.Span;
            }
        }
        return null;
    }

    /// <summary>"Who is the mayor?", "who mayor of Arden", rather than "which leader accused the mayor?"</summary>
    private static bool AsksWhoHolds(Question question)
    {
        var who = question.Tokens.Take(2).ToList().FindIndex(token => token.Term is "who" or "who's" or "whos");
        if (who < 0 || who + 1 >= question.Tokens.Count) return false;
        return question.Tokens[who].Term != "who" || question.Tokens[who + 1].Term is "is" or "was" or "are" or "were"
            || question.Terms.All(term => term.Entity is not null || question.Tokens.Any(token => token.Stem == term.Stem && Offices.IsOfficeWord(token.Term)));
    }

    /// <summary>"Who was mayor before Berg?": the one who it is not.</summary>
    private static EntityId? HolderBeside(Question question)
    {
        foreach (var named in question.Entities)
            if (named.Kind == EntityKind.Person && question.Tokens.LastOrDefault(token => token.Span.End <= named.Span.Start) is { Term: "before" or "after" }) return named.Id;
        return null;
    }

    private static bool NamesAnother(FactView view, EntityId holder) => view.Mentions.Any(named => named.Kind == EntityKind.Person && named.Id != holder);

    /// <summary>The groups of the offices that a question names.</summary>
    public static HashSet<int> OfficesOf(Question question)
    {
        var offices = new HashSet<int>();
        for (var i = 0; i < question.Tokens.Count; i++)
            if (Offices.At(question.Tokens, i) is { } office)
            {
                offices.Add(office.Group);
                i += office.Terms.Length - 1;
            }
        return offices;
    }

    /// <summary>"The boss of the union" where that means one person by name: any office of theirs tells who that is.</summary>
    private static bool IsMeantByOffice(Question question, FactView view) => question.Entities.Any(named => named.Kind == EntityKind.Person && view.Offices.Any(office => office.Role.Person == named.Id)
        && question.Tokens.All(token => named.Span.Contains(token.Span) || token.Term is "who" or "who's" or "whos" or "is" or "the"));

    private static bool HasOffice(Question question, FactView view, HashSet<int> offices)
    {
        if (IsMeantByOffice(question, view)) return true;
        var held = view.Offices.Where(office => office.Groups.Any(offices.Contains)).Select(office => office.Role).ToList();
        // "The foreign minister of Sudmark" beside that of Norland.
        if (held.Count > 0) return held.Exists(role => role.Place is not { } place || question.Entities.Any(m => m.Id == role.Person || m.Id == place) || !question.Entities.Any(m => m.Kind is EntityKind.Country or EntityKind.Organisation));
        for (var i = 0; i < view.Tokens.Count; i++)
            if (Offices.At(view.Tokens, i) is { } office)
            {
                if (offices.Contains(office.Group)) return true;
                i += office.Terms.Length - 1;
            }
        return false;
    }
}
