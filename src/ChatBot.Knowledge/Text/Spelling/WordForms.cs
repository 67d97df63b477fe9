namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>The words from which a word may be formed by a regular ending or prefix, so that "denials" is known where "denial" is.</summary>
internal static class WordForms
{
    private const int Shortest = 4;
    private static readonly string[] Prefixes = ["un", "re", "non", "pre", "over", "under", "anti", "pro", "mis", "inter", "multi", "counter", "co", "ex", "sub", "super"];

    /// <summary>Whether <paramref name="isKnown"/> holds for a word that <paramref name="word"/> is a regular form of.</summary>
    public static bool IsFormOfKnown(string word, Predicate<string> isKnown)
    {
        foreach (var stem in Bases(word))
            if (stem.Length >= Shortest && isKnown(stem)) return true;
        foreach (var prefix in Prefixes)
            if (word.Length >= prefix.Length + Shortest + 1 && word.StartsWith(prefix, StringComparison.Ordinal) && isKnown(word[prefix.Length..])) return true;
        return false;
    }

    /// <summary>Whether <paramref name="isKnown"/> holds for a regular form of <paramref name="word"/>: "dining", so that "dine" is a word too.</summary>
    public static bool HasKnownForm(string word, Predicate<string> isKnown)
    {
        if (word.Length < Shortest) return false;
        return isKnown(word + "s") || (word[^1] == 'e' ? isKnown(word[..^1] + "ing") || isKnown(word + "d") : isKnown(word + "ed") && isKnown(word + "ing"));
    }

    private static IEnumerable<string> Bases(string word)
    {
        bool Ends(string ending) => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal);
        if (Ends("'s") || Ends("s'")) yield return word[..^2];
        if (Ends("ies")) yield return word[..^3] + "y";
        else if (Ends("sses") || Ends("xes") || Ends("ches") || Ends("shes") || Ends("zes")) yield return word[..^2];
        else if (Ends("s") && word[^2] is not ('s' or 'u' or 'i') && (word[^2] != 'y' || IsVowel(word[^3]))) yield return word[..^1];
        foreach (var ending in (string[])["ing", "ed", "er", "ers"])
        {
            if (!Ends(ending)) continue;
            var stem = word[..^ending.Length];
            // "planing" is no form of "plan", nor "reportet" of anything: the last letter must be doubled, or the bare stem end in two consonants or two vowels.
            if (stem.Length > 3 && stem[^1] == stem[^2] && IsVowel(stem[^3]) && !IsVowel(stem[^4])) yield return stem[..^1];
            if (!IsVowel(stem[^1]) && (!IsVowel(stem[^2]) || IsVowel(stem[^3]) || stem.Length > 5) || stem[^1] is 'w' or 'x' or 'y') yield return stem;
            if (!IsVowel(stem[^1])) yield return stem + "e";
            if (stem[^1] == 'i' && ending != "ing") yield return stem[..^1] + "y";
        }
        if (Ends("ily")) yield return word[..^3] + "y";
        else if (Ends("ally")) yield return word[..^4];
        if (Ends("ly")) yield return word[..^2];
        if (Ends("ness") || Ends("less") || Ends("like")) yield return word[..^4];
        if (Ends("ism")) yield return word[..^3] + "ist";
        if (Ends("ist")) yield return word[..^3] + "ism";
        if (Ends("ship")) yield return word[..^4];
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
