using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatBot.Questions;

/// <summary>"The first one", "and the second?", "number 3": picks one of several claims that were checked together.</summary>
internal static partial class ClaimChoice
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>Which of <paramref name="count"/> is meant, from 1; null where a message says anything else. May be more than there are.</summary>
    public static int? Read(string message, int count)
    {
        if (Choosing().Match(message) is not { Success: true } match) return null;
        var word = match.Groups["which"].Value.ToLowerInvariant();
        if (word == "last") return count;
        return Array.IndexOf(Ordinals, word) is >= 0 and var at ? at + 1 : int.TryParse(word.AsSpan(0, word.TakeWhile(char.IsAsciiDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(
        @"^\W*(?:(?:and|but|so|ok|please|what|about|the|check|show|me|only|just|i|mean|meant|why|is|was)\W+)*(?:(?<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|\d{1,2}(?:st|nd|rd|th))|(?:number|no\.?|claim|#)\s*(?<which>\d{1,2}))(?:\W+(?:one|claim|statement|please|then|of|them|those|these))*\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Choosing();
}
