using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>Tells of a text that was read, but hardly is what somebody meant to hand in.</summary>
internal static partial class ReadingDoubt
{
    /// <summary>A server's page of excuses is shorter than most articles.</summary>
    private const int LongestExcuse = 150;

    /// <summary>Of fewer words nobody can tell the language.</summary>
    private const int FewestWords = 12;

    /// <summary>Of English running text two words in five are stop words; of other languages' a few are, by chance.</summary>
    private const double LeastEnglish = 0.15;

    /// <summary>So many small words of another language a sentence has to have.</summary>
    private const int LeastOfShort = 2;

    /// <summary>And a longer text.</summary>
    private const int LeastOfLong = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> CommonWords = LanguageData.Labelled("common-words.txt")
        .ToFrozenDictionary(entry => entry.Key, entry => Tokenizer.Tokenize(entry.Value).Select(token => token.Term).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Letters beyond ASCII: a few in English, all in damaged text and in other scripts.</summary>
    private const double MostForeign = 0.3;

    /// <summary>What is doubtful, as a warning; null where nothing is.</summary>
    public static string? Of(string text, string? title)
    {
        var words = Tokenizer.Tokenize(text).Where(token => !token.IsNumber && (token.Traits & TokenTraits.Symbol) == 0).ToList();
        foreach (var line in new[] { title, text.Split('\n')[0] })
            if (words.Count < LongestExcuse && line is not null && Excuse().IsMatch(line)) return $"{ReadResult.DoubtBegins} a server's page of excuses (“{line.Trim()}”). If that isn't what you meant to hand in, save the page anew.";
        var letters = text.Count(char.IsLetter);
        if (letters > 0 && text.Count(c => char.IsLetter(c) && !char.IsAscii(c)) > letters * MostForeign)
            return $"{ReadResult.DoubtBegins} damaged text, or text in another script: most questions will pass it by. Look at the file, and save it as UTF-8.";
        return words.Count >= FewestWords && words.Count(token => token.IsStopWord) < words.Count * LeastEnglish || HasMostOfAnother(words)
            ? $"{ReadResult.DoubtBegins} another language than English, which alone is understood: most questions will pass it by." : null;
    }

    /// <summary>Whether it has more of the small words of another language than of the English ones: German has "in", "was" and "so" as well.</summary>
    private static bool HasMostOfAnother(List<Token> words)
    {
        var most = CommonWords.Where(language => language.Key != "en").Max(language => words.Count(token => language.Value.Contains(token.Term)));
        return most >= (words.Count < FewestWords ? LeastOfShort : LeastOfLong) && most > words.Count(token => CommonWords["en"].Contains(token.Term));
    }

    [GeneratedRegex(@"^\W*(?:(?:http |error |http error )?(?:4\d\d|50\d)\b(?!.*\d)|(?:error|not found|page not found|forbidden|access denied|unauthori[sz]ed|bad gateway|gateway time-?out|service unavailable|internal server error|just a moment)\W*$)|\b(?:404|page) not found\b|\bpage (?:can(?:not|'t|’t) be found|could not be found|doesn(?:'t|’t) exist)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Excuse();
}
