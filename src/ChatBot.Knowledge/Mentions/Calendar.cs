namespace ChatBot.Knowledge.Mentions;

/// <summary>The words for months and weekdays, folded.</summary>
internal static class Calendar
{
    private static readonly Dictionary<string, int> Months = Numbered(1,
        ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"], ["july", "jul"], ["august", "aug"],
        ["september", "sept", "sep"], ["october", "oct"], ["november", "nov"], ["december", "dec"]);

    private static readonly Dictionary<string, int> Weekdays = Numbered(0,
        ["sunday", "sun"], ["monday", "mon"], ["tuesday", "tue", "tues"], ["wednesday", "wed"], ["thursday", "thu", "thurs", "thur"], ["friday", "fri"], ["saturday", "sat"]);

    /// <summary>1 to 12, or null where <paramref name="term"/> names no month.</summary>
    public static int? Month(string term) => Months.TryGetValue(term, out var month) ? month : null;

    /// <summary>The weekday that <paramref name="term"/> names in full or shortened, or null.</summary>
    public static DayOfWeek? Weekday(string term) => Weekdays.TryGetValue(term, out var day) ? (DayOfWeek)day : null;

    private static Dictionary<string, int> Numbered(int first, params string[][] names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            foreach (var name in names[i]) numbers.Add(name, first + i);
        return numbers;
    }
}
