using System.Globalization;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Finds within a fact the few words that answer a question directly: the date, the name, the figure.</summary>
internal static class ValueFinder
{
    /// <summary>The words, as a span of the document's text, or null where the whole sentence is the answer.</summary>
    public static TextSpan? Find(Question question, FactView view) => !OpenMatter.Is(view) && Best(question, view) is { } found && !view.Fact.Denies(found) && !DeniedValues.IsNegated(found, view.Tokens, view.Document.Text) && !IsInQuestion(question, view, found) && LeadFit.Is(question, view, found) && !WhoIsAgainst.IsWhomTheyOppose(question, view, found) && !DoneTo.Is(question, view, found) && !IsOfDecision(question, view) ? found : null;

    /// <summary>"The concert was cancelled at 5 p.m.": no hour of the concert.</summary>
    private static bool IsOfDecision(Question question, FactView view) => question.Expects is AnswerType.Date or AnswerType.Place && Cancellations.IsOf(question, view);

    private static TextSpan? Best(Question question, FactView view) => question.Expects switch
    {
        AnswerType.Date when question.AsksForTime && view.Fact.Times.Count > 0 => Nearest(question, view, Times(question, view).Select(t => WithDay(t, view))),
        AnswerType.Date => Asked(question, view.Fact) ?? Nearest(question, view, Moments(question, view)),
        AnswerType.Quantity => Nearest(question, view, Figures(question, view)) is { } figure ? WithWhatIsAdded(figure, view) : null,
        AnswerType.Person => Person(question, view),
        AnswerType.Role => view.Fact.Roles.Where(r => question.Entities.Any(m => m.Id == r.Person)).Select(r => (TextSpan?)r.Span).FirstOrDefault(),
        AnswerType.Place when Origin.PersonOf(question) is { } person => Origin.Of(person, view),
        AnswerType.Place when Demand.PlaceLocated(question) is { } place => Demand.Container(question, view, place),
        AnswerType.Place when question.WantsCountries => Countries(question, view),
        AnswerType.Place when VenueAsked.IsAsked(question) && VenueAsked.In(question, view) is { } venue => venue,
        AnswerType.Place => Nearest(question, view, Locations(question, view)) ?? VenueAsked.In(question, view),
        AnswerType.Organisation => view.Fact.Attribution.Sources.Select(s => (TextSpan?)s.Span).FirstOrDefault()
            ?? Nearest(question, view, Named(question, view.Fact, EntityKind.Organisation, EntityKind.Organisation)),
        _ => null,
    };

    /// <summary>The days and times that are not the ones asked about, exact ones first; a time with the day that stands beside it.</summary>
    private static IEnumerable<TextSpan> Moments(Question question, FactView view)
    {
        var dates = view.DatesFor(question).Where(d => !IsAsked(question, d) && (!question.AsksForDay || d.Precision is DatePrecision.Day or DatePrecision.Days)).OrderBy(d => d.Precision).ToList();
        // "Next year's fair will be on 16 September 2028": the day tells more.
        if (dates.Exists(d => d.Precision is DatePrecision.Day or DatePrecision.Days)) dates.RemoveAll(d => d.Relative && d.Precision is not (DatePrecision.Day or DatePrecision.Days));
        var days = dates.ConvertAll(d => d.Span);
        var times = question.AsksForDay ? [] : Times(question, view).Select(t => WithDay(t, view)).ToList();
        return times.Concat(days.Where(day => !times.Exists(time => time.Contains(day))));
    }

    private static IReadOnlyList<ClockTime> Times(Question question, FactView view) => view.Holding(question, view.Fact.Times, time => time.Span);

    /// <summary>"9 p.m." of "9 p.m. on Saturday, 15 August": the time and the day as one.</summary>
    private static TextSpan WithDay(ClockTime time, FactView view)
    {
        foreach (var date in view.Fact.Dates)
        {
            var joined = TextSpan.FromBounds(Math.Min(date.Span.Start, time.Span.Start), Math.Max(date.Span.End, time.Span.End));
            var gap = TextSpan.FromBounds(Math.Min(date.Span.End, time.Span.End), Math.Max(date.Span.Start, time.Span.Start));
            if (gap.Length is > 0 and <= 8 && gap.Of(view.Document.Text).Trim() is "" or "," or "on" or "at" or "on the" or "of" or ", at") return joined;
        }
        return time.Span;
    }

    /// <summary>The date that the fact gives for what is asked about, rather than the day on which it was said.</summary>
    private static TextSpan? Asked(Question question, Fact fact)
    {
        if (question.IsOfFormer && fact.Replaced.Count > 0) return null;
        foreach (var value in fact.Attributes)
            if (value.Dates is not null && question.AttributesAsked.GetValueOrDefault(value.Attribute) >= 0.5 && !question.Dates.Any(d => d.Value == value.Dates)) return value.Span;
        return null;
    }

    /// <summary>Places where something is; of a sentence without one, places that it names.</summary>
    private static IEnumerable<TextSpan> Locations(Question question, FactView view)
    {
        var where = view.Fact.Entities.Where(m => PlaceReading.IsLocation(view.Tokens, view.Fact.Entities, m) && !question.Entities.Any(q => q.Id == m.Id) && !IsOfLongerName(question, view.Fact, m)).Select(m => m.Span).ToList();
        if (where.Count == 0) return view.Fact.Entities.Where(m => m.Kind == EntityKind.Place && m.Span.Length > 3 && !question.Entities.Any(q => q.Id == m.Id) && !IsOfLongerName(question, view.Fact, m)).Select(m => m.Span);
        // "In which country": a city is none.
        var fitting = where.Where(span => view.Fact.Entities.Any(m => m.Span == span && question.WantsPlace(m.Kind))).ToList();
        return fitting.Count > 0 ? fitting : where;
    }

    /// <summary>"The Harbour Cup" is in no harbour; that an event which is asked of bears a place's name may tell where it is.</summary>
    private static bool IsOfLongerName(Question question, Fact fact, EntityMention place) =>
        fact.Entities.Any(whole => whole.Kind is not (EntityKind.Place or EntityKind.Country) && whole.Span.Length > place.Span.Length && whole.Span.Contains(place.Span) && !question.Entities.Any(asked => asked.Id == whole.Id));

    /// <summary>Where one country is given it is the answer; of several, or of one with others beside it ("Norland and its neighbours"), the sentence.</summary>
    private static TextSpan? Countries(Question question, FactView view)
    {
        var countries = Named(question, view.Fact, EntityKind.Country, EntityKind.Country).ToList();
        return countries.Count == 1 && !IsJoined(view, countries[0]) ? countries[0] : null;
    }

    /// <summary>Whether "and" or "or" joins something to a name.</summary>
    private static bool IsJoined(FactView view, TextSpan span) =>
        view.Tokens.Exists(token => token.Term is "and" or "or" && (IsBeside(view, span, token.Span) || IsBeside(view, token.Span, span)));

    private static bool IsBeside(FactView view, TextSpan one, TextSpan next) => next.Start >= one.End && TextSpan.FromBounds(one.End, next.Start).Of(view.Document.Text).Trim().Trim(',').Length == 0;

    /// <summary>Whether the question itself has all the words: a name that it gives is not what it asks for.</summary>
    private static bool IsInQuestion(Question question, FactView view, TextSpan value)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Organisation or AnswerType.Place)) return false;
        foreach (var token in view.Tokens)
            if (value.Contains(token.Span) && !token.IsStopWord && !question.Tokens.Any(own => own.Stem == token.Stem)) return false;
        return true;
    }

    private static bool IsAsked(Question question, DateMention date) => question.Dates.Any(d => d.Value == date.Value);

    private static IEnumerable<TextSpan> Figures(Question question, FactView view)
    {
        var isOfAge = Demand.IsOfAge(question);
        var unasked = view.Holding(question, view.Fact.Quantities, quantity => quantity.Span).Where(figure => (!isOfAge || Demand.IsAge(view, figure)) && DimensionAsked.Fits(question, view, figure) && !IsGiven(question, figure)).ToList();
        // "How much is it worth": money or a measure, not how many of something.
        if (AsksHowMuch(question) && unasked.Where(q => q.Unit is "dollar" or "euro" or "pound" or "percent").ToList() is { Count: > 0 } worth) unasked = worth;
        // "Tell me about the 3.5 percent": the other figure beside it is not asked for.
        if (unasked.Count < view.Fact.Quantities.Count && AsksNothing(question) && view.Fact.Quantities.Any(figure => IsGiven(question, figure))) return [];
        if (Demand.IsOfShare(question)) unasked = unasked.FindAll(Demand.IsShare);
        var counted = unasked.Where(q => q.Unit == question.Focus || question.Terms.Any(t => t.Stem == question.Focus && t.Alternatives.Any(a => a.Stem == q.Unit))).ToList();
        if (NewTotal.In(view.Tokens, counted) is { } total && IsOfNoDeed(question, view)) return [total.Span];
        return (counted.Count > 0 ? counted : unasked).Select(q => q.Span);
    }

    /// <summary>"How many boats are there" rather than "how many boats are hired", of a sentence that tells of both.</summary>
    private static bool IsOfNoDeed(Question question, FactView view)
    {
        var counted = question.Tokens.ToList().FindLastIndex(token => token.Stem == question.Focus);
        return question.Terms.All(term => term.Entity is not null || !view.Stems.Contains(term.Stem) || question.Tokens.Take(counted + 1).Any(token => token.Stem == term.Stem));
    }

    /// <summary>What the question gives itself is not what it asks for.</summary>
    private static bool AsksNothing(Question question) => !question.Tokens.Any(token => QuestionParts.QuestionWords.Contains(token.Term));

    private static bool IsGiven(Question question, Quantity figure) =>
        question.Tokens.Any(token => token.IsNumber && double.TryParse(token.Term, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given.Equals(figure.Value));

    /// <summary>"3.5 percent" of "3.5 percent plus another 1.5 percent" is half an answer.</summary>
    private static TextSpan WithWhatIsAdded(TextSpan figure, FactView view)
    {
        foreach (var sum in QuantitySums.Of(view.Fact.Quantities, view.Tokens))
            if (sum.Span.Start == figure.Start) return sum.Span;
        return figure;
    }

    private static bool AsksHowMuch(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && question.Tokens[i + 1].Term == "much") return true;
        return false;
    }

    /// <summary>A sentence that gives so many people with their offices lists them: the first of them is nobody's answer in particular.</summary>
    private const int ListedRoles = 3;

    private static TextSpan? Person(Question question, FactView view)
    {
        if (PhotoCredit.IsAsked(question)) return PhotoCredit.In(view)?.Span;
        if (NobodyTold.IsSaidOf(question, view)) return null;
        if (view.Fact.Roles.Count >= ListedRoles) return OfList(question, view);
        if (Possessor(question, view) is { } possessor) return possessor;
        // "Who signed it": whoever the sentence says signed; with the office, where one stands beside the name.
        if (Doing.Of(question) is { Doer: null } doing && doing.DoerIn(view) is { } doer && doer.Span.Length > 3 && !question.Entities.Any(m => m.Id == doer.Id))
            return view.Fact.Roles.Where(r => r.Person == doer.Id && r.Span.Contains(doer.Span)).Select(r => (TextSpan?)r.Span).FirstOrDefault()
                ?? WithTheOthers(view, [.. Named(question, view.Fact, EntityKind.Person, EntityKind.Person)], doer.Span);
        // Who holds the office that is asked for, even where the question's words for it already meant them.
        var offices = Demand.OfficesOf(question);
        if (offices.Count > 0 && view.Offices.FirstOrDefault(office => office.Groups.Any(offices.Contains) && question.Entities.Any(m => m.Id == office.Role.Person)).Role is { Span.Length: > 0 } meant) return meant.Span;
        // With the office, where one stands beside the name: it says who that is.
        foreach (var (role, groups) in view.Offices)
        {
            if (offices.Count > 0 && !groups.Any(offices.Contains)) continue;
            if (question.Entities.Any(m => m.Id == role.Person)) continue;
            if (question.Entities.Any(m => m.Kind == EntityKind.Country) && role.Place is { } place && !question.Entities.Any(m => m.Id == place)) continue;
            return role.Span;
        }
        var isWhose = question.Tokens.Any(t => t.Term == "whose");
        var named = Named(question, view.Fact, EntityKind.Person, EntityKind.Person).Where(span => isWhose || !IsPossessive(view, span)).ToList();
        return Nearest(question, view, named) is { } nearest ? WithTheOthers(view, named, nearest) : null;
    }

    /// <summary>Of a list of office holders the one with the office, or of the country or body, that the question names; null where that is nobody or several.</summary>
    private static TextSpan? OfList(Question question, FactView view)
    {
        var offices = new HashSet<int>();
        for (var i = 0; i < question.Tokens.Count; i++)
            if (Offices.At(question.Tokens, i) is { } office) offices.Add(office.Group);
        var isPlaced = view.Fact.Roles.Any(IsOfAsked);
        if (offices.Count == 0 && !isPlaced) return null;
        var fitting = view.Offices
            .Where(o => (!isPlaced || IsOfAsked(o.Role)) && (offices.Count == 0 || o.Groups.Any(offices.Contains)) && !question.Entities.Any(m => m.Id == o.Role.Person))
            .DistinctBy(o => o.Role.Person).ToList();
        return fitting is [var one] ? one.Role.Span : null;

        bool IsOfAsked(RoleMention role) => question.Entities.Any(m => m.Id == role.Place || m.Id != role.Person && view.Fact.Entities.Any(named => named.Id == m.Id && role.Span.Contains(named.Span)));
    }

    /// <summary>"Who criticised the bill?" beside "the minister said that Holm's criticism changes nothing": whose deed it is, and not who speaks of it.</summary>
    private static TextSpan? Possessor(Question question, FactView view)
    {
        if (question.Tokens is not [{ Term: "who" }, { IsStopWord: false } verb, ..] || question.Terms.FirstOrDefault(term => term.Entity is null && term.Stem == verb.Stem) is null) return null;
        for (var i = 1; i < view.Tokens.Count; i++)
            if ((view.Tokens[i - 1].Traits & TokenTraits.Possessive) != 0 && IsDeedOf(verb.Stem, view.Tokens[i].Stem)
                && view.Fact.Entities.FirstOrDefault(named => named.Kind == EntityKind.Person && named.Span.Length > 3 && named.Span.Overlaps(view.Tokens[i - 1].Span)) is { Span.Length: > 0 } holder && !question.Entities.Any(asked => asked.Id == holder.Id)) return holder.Span;
        return null;
    }

    /// <summary>"Criticism" of "criticise", "proposal" of "propose": stems that share all but their endings.</summary>
    private static bool IsDeedOf(string verb, string noun)
    {
        var shared = verb.Zip(noun).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared >= 5 && verb.Length - shared <= 3 && noun.Length - shared <= 3;
    }

    /// <summary>"The mayor's timeline" is not the mayor.</summary>
    private static bool IsPossessive(FactView view, TextSpan span) => view.Tokens.Exists(t => t.Span.End == span.End && (t.Traits & TokenTraits.Possessive) != 0);

    /// <summary>"Hedda Quist and Otto Brandt": those joined with a name are the answer with it.</summary>
    private static TextSpan WithTheOthers(FactView view, List<TextSpan> named, TextSpan one)
    {
        var joined = one;
        foreach (var next in named.Where(span => span.Start >= joined.End).OrderBy(span => span.Start))
            if (IsJoin(TextSpan.FromBounds(joined.End, next.Start))) joined = TextSpan.FromBounds(joined.Start, next.End);
        foreach (var before in named.Where(span => span.End <= joined.Start).OrderByDescending(span => span.Start))
            if (IsJoin(TextSpan.FromBounds(before.End, joined.Start))) joined = TextSpan.FromBounds(before.Start, joined.End);
        return joined;

        bool IsJoin(TextSpan between) => between.Length <= 6 && between.Of(view.Document.Text).Trim() is "and" or "," or ", and" or "&";
    }

    private static IEnumerable<TextSpan> Named(Question question, Fact fact, EntityKind kind, EntityKind orKind) =>
        fact.Entities.Where(m => (m.Kind == kind || m.Kind == orKind) && m.Span.Length > 3 && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span);

    /// <summary>The span with the most of the question's words close by.</summary>
    private static TextSpan? Nearest(Question question, FactView view, IEnumerable<TextSpan> spans)
    {
        TextSpan? best = null;
        var bestDistance = double.MaxValue;
        var values = spans.ToList();
        foreach (var span in values)
        {
            var distance = 0.0;
            foreach (var term in question.Terms)
            {
                var nearest = 200;
                foreach (var token in view.Tokens)
                    if (token.Stem == term.Stem || term.Alternatives.Any(a => a.Stem == token.Stem))
                        nearest = Math.Min(nearest, token.Span.Start >= span.End ? token.Span.Start - span.End : Math.Max(0, span.Start - token.Span.End));
                distance += nearest;
            }
            // "Gates open at 10:00 and close at 22:00": what is asked last is told with what stands in its own half.
            if (question.Terms is [.., { Entity: null } last] && (IsParted(view, span, last) || IsBehindAnother(view, span, last, values))) distance += 200;
            if (distance >= bestDistance) continue;
            best = span;
            bestDistance = distance;
        }
        return best;
    }

    /// <summary>"180 euros for a boat, 60 for a junior": whether other values stand between one and each place where the sentence has the word.</summary>
    private static bool IsBehindAnother(FactView view, TextSpan span, QuestionTerm term, List<TextSpan> values)
    {
        var met = view.Tokens.Where(token => token.Stem == term.Stem).ToList();
        return met.Count > 0 && met.TrueForAll(token => values.Exists(other => other.Start >= Math.Min(span.End, token.Span.End) && other.End <= Math.Max(span.Start, token.Span.Start)));
    }

    /// <summary>Whether a conjunction parts a value from every place where the sentence has the word.</summary>
    private static bool IsParted(FactView view, TextSpan span, QuestionTerm term)
    {
        var met = view.Tokens.Where(token => token.Stem == term.Stem).ToList();
        return met.Count > 0 && met.TrueForAll(token => view.Tokens.Exists(between => between.Term is "and" or "but" or "while" && between.Span.Start >= Math.Min(span.End, token.Span.End) && between.Span.End <= Math.Max(span.Start, token.Span.Start)));
    }
}
