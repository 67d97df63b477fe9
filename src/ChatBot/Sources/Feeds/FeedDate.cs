using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatBot.Sources.Feeds;

/// <summary>
/// The day that a feed names, in the manifold ways feeds write it: RFC 822 with two or four digits of year, with or without weekday, zone or time, months in
/// full; RFC 3339 and its ISO 8601 relatives. It is the day as written, in whatever zone: that is the day the publisher's readers saw, and a missing zone
/// then makes no difference.
/// </summary>
internal static partial class FeedDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day; null where the text names none that can be told without guessing, as 03/04/2025.</summary>
    public static DateOnly? Parse(string text)
    {
        if (Iso().Match(text) is { Success: true } iso) return Day(Number(iso, 1), Number(iso, 2), Number(iso, 3));
        if (Rfc822().Match(text) is { Success: true } mail) return Day(Year(mail, 3), Month(mail, 2), Number(mail, 1));
        if (American().Match(text) is { Success: true } american) return Day(Year(american, 3), Month(american, 1), Number(american, 2));
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Month(Match match, int group) => Array.IndexOf(Months, match.Groups[group].Value[..3].ToLowerInvariant()) + 1;

    /// <summary>Two digits as RFC 2822 reads them: 00 to 49 are of this century.</summary>
    private static int Year(Match match, int group) => Number(match, group) is var year && match.Groups[group].Length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\s*(?:[A-Za-z]{2,9}\.?\s{0,3},?\s+)?([0-9]{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+([0-9]{4}|[0-9]{2})(?![0-9:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^\s*(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+([0-9]{1,2})(?:,|\s)\s*(?:[0-9:]{5,8}\s+(?:[A-Z]{2,5}\s+)?)?([0-9]{4})(?![0-9:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex American();
}
