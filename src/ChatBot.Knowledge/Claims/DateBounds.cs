using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a date bounds, by the word before it.</summary>
internal enum DateBound
{
    /// <summary>Nothing that is told: "the 2022 target", "last year".</summary>
    Untold,

    /// <summary>Nothing: it is when something is ("in 2022").</summary>
    None,

    /// <summary>"Since 2022".</summary>
    Since,

    /// <summary>"Until 2022".</summary>
    Until,

    /// <summary>"By 2022", "2022 is the deadline".</summary>
    By,
}

/// <summary>Tells what dates bound: what has been so since a year was not done in that year, and what is due by a day doesn't last until then (<c>beginning-words.txt</c>).</summary>
internal static class DateBounds
{
    private static readonly FrozenSet<string> Beginning = LanguageData.Stems("beginning-words.txt");

    private static readonly FrozenSet<string> Ending = new[] { "end", "finish", "conclude", "close", "expire", "stop", "last", "finished" }.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the date bounds.</summary>
    public static DateBound Of(IReadOnlyList<Token> tokens, TextSpan date)
    {
        var at = 0;
        while (at < tokens.Count && !tokens[at].Span.Overlaps(date)) at++;
        return (at > 0 && at < tokens.Count ? Before(tokens, at) : "") switch
        {
            "since" => DateBound.Since,
            "until" or "till" => DateBound.Until,
            "by" => DateBound.By,
            var _ when tokens.Any(token => token.Term == "deadline") => DateBound.By,
            "in" or "on" or "during" => DateBound.None,
            _ => DateBound.Untold,
        };
    }

    /// <summary>The word before the date, whatever narrows that ("by the end of June").</summary>
    private static string Before(IReadOnlyList<Token> tokens, int at)
    {
        var before = at - 1;
        while (before > 0 && tokens[before].Term is "the" or "of" or "end" or "beginning" or "start" or "early" or "late" or "mid") before--;
        return tokens[before].Term;
    }

    /// <summary>Whether what a claim gives for the one bound can be told by a sentence that gives another: "began in 2022" by "since 2022", "until Friday" by "ends on Friday".</summary>
    public static bool Fit(DateBound claimed, IReadOnlyList<Token> claim, DateBound given, IReadOnlyList<Token> fact)
    {
        if (claimed == given || claimed == DateBound.Untold || given == DateBound.Untold) return true;
        return (claimed, given) switch
        {
            (DateBound.None, DateBound.Since) => Has(claim, Beginning),
            (DateBound.Since, DateBound.None) => Has(fact, Beginning),
            (DateBound.None, DateBound.Until or DateBound.By) => Has(claim, Ending),
            (DateBound.Until, DateBound.None or DateBound.By) => Has(fact, Ending),
            // "By Friday" is told by any day until then, which its range has.
            (DateBound.By, DateBound.None) => true,
            (DateBound.By, DateBound.Until) => Has(claim, Ending),
            _ => false,
        };
    }

    private static bool Has(IReadOnlyList<Token> tokens, FrozenSet<string> stems) => tokens.Any(token => stems.Contains(token.Stem));
}
