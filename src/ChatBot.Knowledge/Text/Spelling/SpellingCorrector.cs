using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>
/// Finds the words that a misspelt one may have been meant as. Words within one or two edits are found by a scan over letter signatures, by length: tens of microseconds for
/// thirty thousand words, and nothing to build but two arrays. A known word, a regular form of one, a number or an acronym in capitals is never corrected. Immutable.
/// </summary>
public sealed class SpellingCorrector
{
    private const int Longest = 32;
    private const double PerFrequency = 0.06;
    private const int MostFrequent = 10;
    private const int MostReadings = 4;

    /// <summary>A word as common as this, or one of the topic.</summary>
    private const int Common = 8;
    private static readonly Lazy<VocabularyWord[]> EnglishWords = new(() => [.. ReadEnglish()]);
    private static readonly Lazy<SpellingCorrector> SharedEnglish = new(() => new SpellingCorrector([]));

    private readonly FrozenDictionary<string, byte> _frequencies;
    private readonly string[][] _words = new string[Longest + 1][];
    private readonly ulong[][] _signatures = new ulong[Longest + 1][];

    /// <summary>A corrector for general English and the words of <paramref name="own"/>; of a word that is in both, the higher frequency holds.</summary>
    public SpellingCorrector(IEnumerable<VocabularyWord> own)
    {
        var frequencies = new Dictionary<string, byte>(40_000, StringComparer.Ordinal);
        foreach (var (word, frequency) in EnglishWords.Value) frequencies[word] = frequency;
        foreach (var (word, frequency) in own)
            if (word.Length > 0) frequencies[word] = Math.Max(frequency, frequencies.GetValueOrDefault(word));
        _frequencies = frequencies.ToFrozenDictionary(StringComparer.Ordinal);
        var byLength = frequencies.Keys.Where(word => word.Length is > 1 and <= Longest).Order(StringComparer.Ordinal).ToLookup(word => word.Length);
        for (var length = 0; length <= Longest; length++)
        {
            _words[length] = [.. byLength[length]];
            _signatures[length] = [.. _words[length].Select(word => LetterSignature.Of(word))];
        }
    }

    /// <summary>The corrector that knows general English alone.</summary>
    public static SpellingCorrector English => SharedEnglish.Value;

    /// <summary>How many words it knows.</summary>
    public int Count => _frequencies.Count;

    /// <summary>Whether the folded word is spelt right as far as is known: it is in the vocabulary, or a regular form or a contraction of a word that is.</summary>
    public bool Knows(string folded) => _frequencies.ContainsKey(folded) || Contractions.BaseOf(folded) is { } word && Knows(word) || WordForms.IsFormOfKnown(folded, _frequencies.ContainsKey);

    /// <summary>
    /// What a word as typed was most likely meant as, or null to leave it: it is known, a number, an acronym, or nothing known is near enough.
    /// A short form of the chat ("tmrw") is read as its meaning, at a cost of 0.
    /// </summary>
    public SpellingCandidate? Correct(string typed) => Readings(typed) is [var first, ..] ? first : null;

    /// <summary>
    /// All that a misspelt word may be taken for without much doubt, the likeliest first: what stands beside it may tell which. Empty where <see cref="Correct"/> leaves it.
    /// </summary>
    public IReadOnlyList<SpellingCandidate> Readings(string typed)
    {
        if (!MayBeMisspelt(typed, out var folded)) return [];
        if (ChatSpellings.Meaning(folded) is { } meaning && !IsOwn(folded)) return [new SpellingCandidate(meaning, 0, 0)];
        if (Knows(folded)) return [];
        var most = Confident(folded.Length);
        var near = Suggest(folded, MostReadings).Where(word => word.Cost < most).ToList();
        return OwnersName(folded, near is [var best, ..] ? best.Cost : most) is { } name ? [name, .. near.Where(other => other.Word != name.Word)] : near;
    }

    /// <summary>"rutes plan": a misspelt name of the topic whose apostrophe was left out, where that is nearer than any word.</summary>
    private SpellingCandidate? OwnersName(string folded, double most) =>
        folded.Length > 4 && folded[^1] == 's' && !Knows(folded[..^1]) && Suggest(folded[..^1], 1) is [{ Edits: 1 } name, ..] && IsOwn(name.Word) && !name.Word.Contains(' ') && name.Cost < most
            ? name with { Word = name.Word + "'s" } : null;

    /// <summary>The words that are nearest to a folded word that isn't known, likeliest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<SpellingCandidate> Suggest(string folded, int most)
    {
        if (folded.Length is < 2 or > Longest) return [];
        var found = new List<SpellingCandidate>();
        var signature = LetterSignature.Of(folded);
        var edits = MostEdits(folded.Length);
        var (least, last) = folded.Length <= 3 ? (folded.Length, folded.Length == 3 ? 4 : folded.Length) : (Math.Max(2, folded.Length - edits), Math.Min(Longest, folded.Length + edits));
        for (var length = least; length <= last; length++)
        {
            var (words, signatures) = (_words[length], _signatures[length]);
            for (var i = 0; i < signatures.Length; i++)
            {
                if (LetterSignature.LeastEdits(signature, signatures[i]) > edits || !BeginAlike(folded, words[i])) continue;
                if (EditCost.Between(folded, words[i], edits) is not var (count, cost) || count == 0) continue;
                // A short word: only a swap of its letters, or a vowel left out of a common one ("evn").
                if (folded.Length <= 3 && (count != 1 || (length == folded.Length ? signature != signatures[i] : cost > EditCost.MissedVowel || _frequencies[words[i]] < Common))) continue;
                found.Add(new SpellingCandidate(words[i], count, Price(cost, _frequencies[words[i]])));
            }
        }
        if (Split(folded) is { } two) found.Add(two);
        found.Sort((a, b) => a.Cost.CompareTo(b.Cost) is var order and not 0 ? order : string.CompareOrdinal(a.Word, b.Word));
        return found.Count > most ? found.GetRange(0, most) : found;
    }

    /// <summary>A long word keeps its looks through more slips, and fewer others are like it.</summary>
    private static double Confident(int length) => length <= 4 ? 1.4 : length <= 6 ? 1.6 : length == 7 ? 2.05 : 2.2;

    /// <summary>Both first letters are hardly ever wrong; one that is missed, added or swapped leaves the other's place next to it.</summary>
    private static bool BeginAlike(string a, string b) => a[0] == b[0] || a[1] == b[0] || a[0] == b[1] || a[1] == b[1];

    private static int MostEdits(int length) => length <= 4 ? 1 : 2;

    private static double Price(double cost, int frequency) => cost + (MostFrequent - Math.Min(frequency, MostFrequent)) * PerFrequency;

    private bool IsOwn(string folded) => _frequencies.TryGetValue(folded, out var frequency) && frequency >= Common;

    private static bool MayBeMisspelt(string typed, out string folded)
    {
        folded = "";
        int letters = 0, capitals = 0, digits = 0;
        foreach (var c in typed)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            if (char.IsUpper(c)) capitals++;
        }
        if (letters == 0 || capitals > 1 && capitals >= letters - 1) return false;
        folded = Folding.Fold(typed);
        if (digits > 0) return ChatSpellings.Meaning(folded) is not null;
        foreach (var c in folded)
            if (c is not ((>= 'a' and <= 'z') or '\'')) return false; // Other alphabets have other slips.
        return true;
    }

    /// <summary>Two common words run together ("inthe").</summary>
    private SpellingCandidate? Split(string folded)
    {
        SpellingCandidate? best = null;
        for (var at = 2; at <= folded.Length - 2 && folded.Length >= 5; at++)
        {
            if (!_frequencies.TryGetValue(folded[..at], out var left) || !_frequencies.TryGetValue(folded[at..], out var right)) continue;
            var commonness = Math.Min(left, right);
            if (commonness < 7) continue;
            var cost = Price(1, commonness);
            if (best is null || cost < best.Value.Cost) best = new SpellingCandidate($"{folded[..at]} {folded[at..]}", 1, cost);
        }
        return best;
    }

    private static IEnumerable<VocabularyWord> ReadEnglish()
    {
        foreach (var line in LanguageData.Lines("words.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var frequency = byte.Parse(line.AsSpan(0, colon), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return new VocabularyWord(word, frequency);
        }
    }
}
