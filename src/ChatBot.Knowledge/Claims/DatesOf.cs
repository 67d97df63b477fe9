using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Compares a claim's date with those of a fact.</summary>
internal static class DatesOf
{
    /// <summary>True where the fact gives the date, false where it gives another, null where it leaves it open.</summary>
    /// <param name="claimed">The claim's date.</param>
    /// <param name="edge">Whether it is that of a beginning or an end.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isFormer">Whether the claim speaks of a date that was replaced.</param>
    /// <param name="isWeekday">Whether it is one named as a weekday alone, which is any such day.</param>
    public static (bool? Agrees, TextSpan? Where) Compare(DateMention claimed, Edge edge, Fact fact, bool isFormer, bool isWeekday)
    {
        bool? result = null;
        TextSpan? where = null;
        foreach (var given in fact.Dates)
        {
            if (fact.Replaced.Contains(given.Span) != isFormer) continue;
            var agrees = isWeekday ? OnWeekday(claimed.Value.From.DayOfWeek, given.Value) : Compare(claimed.Value, edge, given.Value);
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

    /// <summary>Whether days are or have such a weekday; null for more than a week.</summary>
    public static bool? OnWeekday(DayOfWeek weekday, DateRange given)
    {
        var days = given.To.DayNumber - given.From.DayNumber;
        return days >= 7 ? null : ((int)weekday - (int)given.From.DayOfWeek + 7) % 7 <= days;
    }

    /// <summary>The same for two ranges.</summary>
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
}
