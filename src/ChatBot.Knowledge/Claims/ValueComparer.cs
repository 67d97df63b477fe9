using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Compares figures and places, each with what they are given for. True: the same; false: another; null: the fact leaves it open.</summary>
internal sealed class ValueComparer(PlacesGiven places)
{
    /// <summary>Whether the fact gives the place, or, where it gives none, names it other than in somebody's office ("President of Latvia").</summary>
    public static bool IsAt(EntityMention place, PreparedFact fact, Met met)
    {
        if (fact.Places.Any(given => given.Mention.Id == place.Id)) return true;
        if (met.Share < 0.9) return false;
        var mentions = fact.View.Fact.Entities;
        foreach (var mention in mentions)
            if (mention.Id == place.Id && (fact.Places.Count == 0 && !fact.View.Fact.Roles.Any(r => r.Span.Contains(mention.Span)) || mentions.Any(m => m.Kind == EntityKind.Event && m.Span.Contains(mention.Span))))
                return true;
        return false;
    }

    /// <summary>Whether the fact gives the time of day.</summary>
    public static (bool? Agrees, TextSpan? Where) Times(ClaimReading claim, ClockTime claimed, Fact fact)
    {
        var isFormer = claim.IsFormer(claimed.Span, fact);
        TextSpan? otherwise = null;
        foreach (var given in fact.Times)
        {
            if (fact.Replaced.Contains(given.Span) != isFormer) continue;
            if (given.Value == claimed.Value) return (true, given.Span);
            otherwise ??= given.Span;
        }
        return (otherwise is null ? null : false, otherwise);
    }

    /// <summary>Whether the fact gives the figure, for what the claim counts; days are also counted by a range of dates.</summary>
    public static (bool? Agrees, TextSpan? Where) Figures(ClaimReading claim, Amount claimed, PreparedFact fact)
    {
        TextSpan? otherwise = null;
        var isFormer = claim.IsFormer(claimed.Figure.Span, fact.View.Fact);
        foreach (var given in fact.Amounts)
        {
            if (fact.View.Fact.Replaced.Contains(given.Figure.Span) != isFormer || !Comparable(claim, claimed.Figure, given.Figure)) continue;
            if (claimed.Agrees(given)) return (true, given.Figure.Span);
            if (claimed.Excludes(given)) otherwise = given.Figure.Span;
        }
        // What is claimed may be both parts together, or a wrong figure for one.
        if (fact.Sums.Any(sum => Comparable(claim, claimed.Figure, sum.Figure) && claimed.Agrees(sum))) return (null, null);
        // "Two boats are hired, which brings their number to 14": of what the 14 are can't be told.
        if (otherwise is not null && fact.Amounts.Any(given => given.Figure.Unit.Length == 0 && !fact.View.Fact.Replaced.Contains(given.Figure.Span) && claimed.Agrees(given))) return (null, null);
        if (otherwise is not null) return (false, otherwise);
        if (claimed.Figure.Unit == "day")
            foreach (var date in fact.View.Fact.Dates)
                if (date.Precision == DatePrecision.Days) return (date.Value.To.DayNumber - date.Value.From.DayNumber + 1 == (int)claimed.Figure.Value, date.Span);
        return (null, null);
    }

    /// <summary>Whether two figures count the same thing.</summary>
    private static bool Comparable(ClaimReading claim, Quantity a, Quantity b)
    {
        if (a.Of is { } of && b.Of is { } otherOf && of != otherOf) return false;
        if (a.Unit == b.Unit) return true;
        // "10 billion in aid": so much of nothing is money.
        if (IsLarge(a) && a.Unit is null && IsMoney(b) || IsLarge(b) && b.Unit is null && IsMoney(a)) return true;
        foreach (var term in claim.Question.Terms)
            if (term.Stem == a.Unit)
                foreach (var alternative in term.Alternatives)
                    if (alternative.Stem == b.Unit) return true;
        return false;
    }

    private static bool IsLarge(Quantity quantity) => quantity.Value >= 1e6;

    private static bool IsMoney(Quantity quantity) => quantity.Unit is "dollar" or "euro" or "pound";

    /// <summary>Whether the fact gives the places, where it gives any.</summary>
    public (bool? Agrees, TextSpan? Where) ComparePlaces(ClaimReading claim, PreparedFact fact)
    {
        bool? result = null;
        TextSpan? where = null;
        foreach (var claimed in claim.Places)
        {
            if (fact.Places.Any(g => g.Mention.Id == claimed.Mention.Id)) continue;
            foreach (var given in fact.Places)
            {
                if (claim.Places.Any(p => p.Mention.Id == given.Mention.Id)) continue;
                var agrees = places.Agrees(claimed.Mention, given.Mention);
                if (agrees is true) return (true, given.Mention.Span);
                if (agrees is false)
                {
                    result = false;
                    where ??= given.Mention.Span;
                }
            }
        }
        return (result, where);
    }
}
