namespace ChatBot.Knowledge.Text;

/// <summary>
/// Reduces English words to stems, so that "committed", "commits" and "committing" meet. The algorithm is M. F. Porter's English stemmer
/// ("Porter2"), as published with the Snowball project; a stem is not always a word ("durabl").
/// </summary>
public static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl", ["gently"] = "gentl",
        ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl", ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> KeptAfterPlural = new(StringComparer.Ordinal)
        { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" };

    private static readonly (string Suffix, string Becomes)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Becomes)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    /// <summary>The stem of <paramref name="term"/>, which must be folded (<see cref="Folding.Fold"/>).</summary>
    public static string Stem(string term)
    {
        if (term.Length <= 2) return term;
        if (Exceptions.TryGetValue(term, out var exception)) return exception;
        foreach (var c in term)
            if (c is not ((>= 'a' and <= 'z') or '\'')) return term;

        var w = term.TrimStart('\'').ToCharArray().AsSpan();
        if (w.Length <= 2) return w.ToString();
        for (var i = 0; i < w.Length; i++)
            if (w[i] == 'y' && (i == 0 || IsVowel(w[i - 1]))) w[i] = 'Y'; // A consonant y.

        var word = w.ToString();
        var (r1, r2) = Regions(word);
        word = RemovePlural(word);
        if (KeptAfterPlural.Contains(word)) return word;
        word = RemovePast(word, r1);
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2])) word = word[..^1] + "i";
        word = ReplaceFirst(word, Step2, r1, r2, secondStep: true);
        word = ReplaceFirst(word, Step3, r1, r2, secondStep: false);
        word = RemoveResidual(word, r2);
        word = RemoveFinal(word, r1, r2);
        return word.ToLowerInvariant();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static (int R1, int R2) Regions(string word)
    {
        var r1 = word switch
        {
            _ when word.StartsWith("gener", StringComparison.Ordinal) || word.StartsWith("arsen", StringComparison.Ordinal) => 5,
            _ when word.StartsWith("commun", StringComparison.Ordinal) => 6,
            _ => After(word, 0),
        };
        return (r1, After(word, r1));
    }

    /// <summary>Just behind the first consonant that follows a vowel, from <paramref name="start"/> on.</summary>
    private static int After(string word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool HasVowel(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
            if (IsVowel(c)) return true;
        return false;
    }

    private static bool IsShortSyllable(string word)
    {
        var n = word.Length;
        if (n == 2) return IsVowel(word[0]) && !IsVowel(word[1]);
        return n > 2 && !IsVowel(word[n - 3]) && IsVowel(word[n - 2]) && !IsVowel(word[n - 1]) && word[n - 1] is not ('w' or 'x' or 'Y');
    }

    private static bool IsShort(string word, int r1) => r1 >= word.Length && IsShortSyllable(word);

    private static string RemovePlural(string word)
    {
        if (Ends(word, "'s'")) word = word[..^3];
        else if (Ends(word, "'s")) word = word[..^2];
        else if (Ends(word, "'")) word = word[..^1];

        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies")) return word.Length > 4 ? word[..^2] : word[..^1];
        if (Ends(word, "us") || Ends(word, "ss")) return word;
        if (Ends(word, "s") && word.Length > 2 && HasVowel(word.AsSpan(0, word.Length - 2))) return word[..^1];
        return word;
    }

    private static string RemovePast(string word, int r1)
    {
        if (Ends(word, "eedly")) return word.Length - 5 >= r1 ? word[..^3] : word;
        if (Ends(word, "eed")) return word.Length - 3 >= r1 ? word[..^1] : word;
        var suffix = Ends(word, "ingly") ? 5 : Ends(word, "edly") ? 4 : Ends(word, "ing") ? 3 : Ends(word, "ed") ? 2 : 0;
        if (suffix == 0 || !HasVowel(word.AsSpan(0, word.Length - suffix))) return word;
        word = word[..^suffix];
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz")) return word + "e";
        if (word.Length > 1 && word[^1] == word[^2] && word[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't') return word[..^1];
        return IsShort(word, r1) ? word + "e" : word;
    }

    private static string ReplaceFirst(string word, (string Suffix, string Becomes)[] rules, int r1, int r2, bool secondStep)
    {
        foreach (var (suffix, becomes) in rules)
        {
            if (!Ends(word, suffix)) continue;
            var at = word.Length - suffix.Length;
            if (at < r1) return word;
            if (secondStep && suffix == "ogi" && (at == 0 || word[at - 1] != 'l')) return word;
            if (secondStep && suffix == "li" && (at == 0 || word[at - 1] is not ('c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't'))) return word;
            if (suffix == "ative" && at < r2) return word;
            return string.Concat(word.AsSpan(0, at), becomes);
        }
        return word;
    }

    private static string RemoveResidual(string word, int r2)
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(word, suffix)) continue;
            var at = word.Length - suffix.Length;
            if (at < r2) return word;
            if (suffix == "ion" && (at == 0 || word[at - 1] is not ('s' or 't'))) return word;
            return word[..at];
        }
        return word;
    }

    private static string RemoveFinal(string word, int r1, int r2)
    {
        if (Ends(word, "e"))
        {
            var at = word.Length - 1;
            if (at >= r2 || at >= r1 && !IsShortSyllable(word[..at])) return word[..at];
        }
        else if (Ends(word, "ll") && word.Length - 1 >= r2) return word[..^1];
        return word;
    }
}
