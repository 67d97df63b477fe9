using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Compares a claim's date with those of a fact.</summary>
internal static class DatesOf
{
    /// <summary>True where the fact gives the date, false where it gives another, null where it leaves it open.</summary>
    public static (bool? Agrees, TextSpan? Where) Compare(ClaimReading claim, DateMention claimed, FactView view)
    {
        var fact = view.Fact;
        var isFormer = claim.IsFormer(claimed.Span, fact);
        bool? result = null;
        TextSpan? where = null;
        foreach (var given in fact.Dates)
        {
            if (fact.Replaced.Contains(given.Span) != isFormer) continue;
            var agrees = Compare(claim, claimed.Span, claimed.Value, view, given.Span, given.Value);
            if (agrees is true) return (true, given.Span);
            if (agrees is null) continue;
            result = false;
            where ??= given.Span;
        }
        // The day that a sentence was said on is only known from those before it: it may confirm, not deny; and of a meeting's days it says nothing.
        var claimsPeriod = claimed.Value.From != claimed.Value.To && claimed.Precision == DatePrecision.Days;
        if (result is null && fact.Dates.Count == 0 && !claimsPeriod && fact.When is { } when && claimed.Value.Contains(when)) return (true, null);
        return (result, where);
    }

    /// <summary>The same for a date of a claim and one of a fact, each with where it stands.</summary>
    public static bool? Compare(ClaimReading claim, TextSpan at, DateRange claimed, FactView view, TextSpan where, DateRange given)
    {
        if (claim.IsWeekday(at)) return given.From < given.To && Quantifiers.Bound(claim.Tokens, at) ? false : OnWeekday(claimed.From.DayOfWeek, given);
        if (ComparedTimes.Agree(claim, at, view, given)) return true;
        if (IsMeasure(view.Tokens, where) && !IsMeasure(claim.Tokens, at)) return null;
        if (!DateBounds.Fit(DateBounds.Of(claim.Tokens, at), claim.Tokens, DateBounds.Of(view.Tokens, where), view.Tokens)) return null;
        // One deadline isn't another, though what is done by the one is done by the other.
        if (IsDeadline(claim.Tokens, at) && IsDeadline(view.Tokens, where)) return claimed.To == given.To;
        var agrees = Compare(claimed, claim.Edge, given);
        if (agrees is true && IsLonger(given, claimed) && claim.Edge == Edge.None && Quantifiers.Bound(claim.Tokens, at)) return false;
        return agrees is true && claim.WeekdayOf(at) is { } weekday && Day(claimed, given) is { } day && day.DayOfWeek != weekday ? false : agrees;
    }

    /// <summary>Whether what is given lasts on before or behind what is claimed.</summary>
    private static bool IsLonger(DateRange given, DateRange claimed) => given.From < claimed.From || given.To > claimed.To;

    /// <summary>Whether days are or have such a weekday; null for more than a week.</summary>
    public static bool? OnWeekday(DayOfWeek weekday, DateRange given)
    {
        var days = given.To.DayNumber - given.From.DayNumber;
        return days >= 7 ? null : ((int)weekday - (int)given.From.DayOfWeek + 7) % 7 <= days;
    }

    /// <summary>Whether two ranges are the same, whatever words give them.</summary>
    public static bool? Compare(DateRange claimed, Edge edge, DateRange given)
    {
        var isPeriod = given.From != given.To && !given.IsMonthOrMore;
        if (isPeriod && claimed.From == claimed.To && edge == Edge.End) return claimed.To == given.To;
        if (isPeriod && claimed.From == claimed.To && edge == Edge.Start) return claimed.From == given.From;
        var claimsPeriod = claimed.From != claimed.To && !claimed.IsMonthOrMore;
        if (claimsPeriod && claimed.Contains(given)) return claimed == given ? true : isPeriod ? false : null;
        if (claimed.Contains(given)) return true;
        if (!claimed.Overlaps(given)) return false;
        if (!given.Contains(claimed)) return false;
        // A day within a month or year that the fact names says more than the fact; within an event's days it is one of them.
        return claimed.From == claimed.To && isPeriod ? true : isPeriod ? false : null;
    }

    /// <summary>"More than last year", "less than half of last year's amount": a time that only gives with what something is compared; not "later than 2032", "more than 300 boats in May".</summary>
    private static bool IsMeasure(IReadOnlyList<Token> tokens, TextSpan date)
    {
        var at = 0;
        while (at < tokens.Count && !tokens[at].Span.Overlaps(date)) at++;
        var last = at;
        while (last + 1 < tokens.Count && tokens[last + 1].Span.Overlaps(date)) last++;
        var reach = last < tokens.Count && (tokens[last].Traits & TokenTraits.Possessive) != 0 ? ComparedWithin : 1;
        return Enumerable.Range(Math.Max(0, at - reach), Math.Min(reach, at)).Any(i => tokens[i].Term is "than" or "against" && !(i > 0 && tokens[i - 1].Term is "later" or "earlier" or "sooner"));
    }

    /// <summary>"Than half of the": a time that something is compared with stands at most so many words behind.</summary>
    private const int ComparedWithin = 4;

    /// <summary>"By 2032".</summary>
    private static bool IsDeadline(IReadOnlyList<Token> tokens, TextSpan date)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Span.Overlaps(date)) return tokens[i - 1].Term == "by";
        return false;
    }

    /// <summary>The one day on which both agree.</summary>
    private static DateOnly? Day(DateRange claimed, DateRange given) => claimed.From == claimed.To ? claimed.From : given.From == given.To ? given.From : null;
}
