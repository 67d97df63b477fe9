using System.Text.RegularExpressions;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>Recognises the line that says who wrote, reported or edited a page.</summary>
internal static partial class Bylines
{
    private const int LongestLine = 200;

    /// <summary>The authors that a line names, as it names them; null where it is no byline.</summary>
    public static string? OfLine(string line)
    {
        if (line.Length > LongestLine) return null;
        if (Labelled().Match(line) is { Success: true } labelled && IsRestShort(line, labelled)) return Clean(labelled.Groups[1].Value);
        return Reporting().Match(line) is { Success: true } reporting ? Clean(reporting.Groups[1].Value) : null;
    }

    /// <summary>Behind the names only a role, an outlet, a date, a time may follow, not a sentence.</summary>
    private static bool IsRestShort(string line, Match match)
    {
        var rest = line[(match.Index + match.Length)..].Trim();
        return rest.Length <= 60 && !rest.EndsWith('.') && !SentenceWord().IsMatch(rest);
    }

    private static string Clean(string names) => Spaces().Replace(names, " ").Trim(' ', ',', '.', ';', ':', '|');

    // A name: two to four capitalised words, small words of names allowed in between; never a month's or weekday's name.
    private const string Name =
        @"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:(?:de|da|del|di|van|von|der|den|al|el|bin|la|le|du|ter)\s+){0,2}(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b|Published|Updated|Posted|Staff\b)\p{Lu}[\p{L}\p{M}'’.-]*){1,3}";

    private const string Names = $@"{Name}(?:\s*(?:,|&|\band\b)\s*(?:and\s+)?{Name}){{0,5}}";

    [GeneratedRegex($@"^\s*(?:[Bb][Yy]|(?:[Ww]ords|[Tt]ext|[Ww]ritten|[Rr]eported|[Ss]tory)\s+by|[Aa]uthors?\s*:|(?:[Tt]ext|[Ww]ords)\s*:|[Ww]riter\s*:|(?:[Pp]osted|[Pp]ublished|[Uu]pdated)\b.{{0,40}}?\b[Bb]y)\s+({Names})")]
    private static partial Regex Labelled();

    [GeneratedRegex($@"^\W{{0,2}}\(?(?:[Aa]dditional\s+)?[Rr]eporting\s+by\s+({Names})")]
    private static partial Regex Reporting();

    [GeneratedRegex(@"\b(?:said|says|was|is|were|are|has|have|had|will|told|that)\b")]
    private static partial Regex SentenceWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
