using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>Reads the date of a page from a line that states it, from a machine-readable value, or from a file name.</summary>
internal static partial class PageDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first date written out in <paramref name="text"/>, and where; null where there is none.</summary>
    public static (DateOnly Date, int Start, int Length)? Find(string text)
    {
        foreach (var match in Written().EnumerateMatches(text))
        {
            var date = Read(Written().Match(text, match.Index));
            if (date is { } known) return (known, match.Index, match.Length);
        }
        return null;
    }

    /// <summary>
    /// The date of a line that says when the page was published: a date with at most a label, a weekday, a time, a byline and a reading
    /// time around it, or one right behind a label ("date 2025-05-21").
    /// </summary>
    public static DateOnly? OfLine(string line)
    {
        var labelled = Label().Match(line);
        if (Find(line) is not { } found) return null;
        if (labelled.Success && found.Start == labelled.Length) return found.Date;
        if (line.Length > 120) return null;
        var rest = Decoration().Replace(line.Remove(found.Start, found.Length), " ");
        var words = rest.Split([' ', ',', '|', '·', '•', '-', '–', '—', '(', ')', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || Bylines.OfLine(line[..found.Start]) is not null && Decoration().Replace(line[(found.Start + found.Length)..], "").Trim(' ', '|', ',', '·', '•').Length == 0
            ? found.Date
            : null;
    }

    /// <summary>The day of an ISO 8601 date or date and time.</summary>
    public static DateOnly? OfMachine(string? value) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day that stands in a file name or address (<c>2025-06-25</c>, <c>20250625</c>, <c>/2025/06/25/</c>).</summary>
    public static DateOnly? OfName(string name) =>
        InName().Match(name) is { Success: true } match && DateOnly.TryParseExact(
            $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static DateOnly? Read(Match match)
    {
        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["m"].Value;
        var number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Array.IndexOf(Months, month[..3].ToLowerInvariant()) + 1;
        return number is >= 1 and <= 12 && year is >= 1000 and <= 2999 && day >= 1 && day <= DateTime.DaysInMonth(year, number) ? new DateOnly(year, number, day) : null;
    }

    private const string MonthNames = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    [GeneratedRegex($@"\b(?:(?<y>\d{{4}})-(?<m>\d{{2}})-(?<d>\d{{2}})|(?<m>{MonthNames})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?<y>\d{{4}})|(?<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>{MonthNames})\.?,?\s+(?<y>\d{{4}}))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"^\s*(?:date|dated|published|posted|first published|publication date|updated|last updated)(?:\s+on)?\s*[:,]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:date|dated|first|published|posted|publication|last|updated|on|at|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\b(?:utc|gmt|c?est|cet|bst|e[sd]t|p[sd]t)\b)?|\b\d+\s*min(?:utes?)?(?:\s+(?:read|ago))?\b|\b\d+\s*comments?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-_/.]?(\d{2})[-_/.]?(\d{2})(?!\d)")]
    private static partial Regex InName();
}
