using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>A day, month, year or a range of days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; equal to <paramref name="From"/> for a single day.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Days of the shortest month, less one.</summary>
    private const int MonthInDays = 27;

    /// <summary>Whether it is as wide as a month.</summary>
    public bool IsMonthOrMore => To.DayNumber - From.DayNumber >= MonthInDays;

    /// <summary>Whether at least one day lies in both.</summary>
    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;

    /// <summary>Whether every day of <paramref name="other"/> lies in this range.</summary>
    public bool Contains(DateRange other) => From <= other.From && other.To <= To;
}

/// <summary>How exactly a text gives a date.</summary>
public enum DatePrecision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A range of days ("24–25 June").</summary>
    Days,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year, or a season of one.</summary>
    Year,
}

/// <summary>A date in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="Value">The days it means.</param>
/// <param name="Precision">How exactly it is given.</param>
/// <param name="Relative">Whether it was reckoned from the document's date ("on Wednesday") or lacked its year.</param>
public readonly record struct DateMention(TextSpan Span, DateRange Value, DatePrecision Precision, bool Relative)
{
    /// <summary>Whether it is a weekday of which nobody can tell from the sentence of which week it is ("on the Saturday").</summary>
    public bool IsUnsure { get; init; }
}
