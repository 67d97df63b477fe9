using System.Runtime.InteropServices;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Reads the features of a message as 64-bit keys (an FNV-1a hash under three bits that name the block): words, neighbouring words with the message's ends,
/// stems, groups of two to five letters within a word's borders, kinds of words, and kinds of words beside words. Not thread-safe: one for each thread.
/// </summary>
internal sealed class FeatureReader
{
    /// <summary>Characters behind this one are not read: nobody says what they want in more.</summary>
    public const int LongestMessage = 1000;

    private const ulong Prime = 1099511628211;
    private const ulong Basis = 14695981039346656037;
    private const int LongestWord = 40;
    private readonly List<ulong> _keys = new(512);
    private readonly List<ulong> _words = new(64);
    private readonly List<Range> _ranges = new(64);
    private readonly List<StemSeen> _seen = new(64);
    private readonly Dictionary<string, StemSeen> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StemSeen>.AlternateLookup<ReadOnlySpan<char>> _stemOf;
    private readonly int[] _counts = new int[Blocks];

    public FeatureReader() => _stemOf = _stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of blocks that are read as keys.</summary>
    public const int Blocks = 6;

    /// <summary>The keys of the last message read, repeated as often as they stand in it.</summary>
    public ReadOnlySpan<ulong> Keys => CollectionsMarshal.AsSpan(_keys);

    /// <summary>The stems of the last message's words, in order.</summary>
    public ReadOnlySpan<StemSeen> Seen => CollectionsMarshal.AsSpan(_seen);

    /// <summary>How many features of a block the last message has.</summary>
    public int Count(FeatureBlock block) => _counts[(int)block];

    /// <summary>How many words the last message has.</summary>
    public int Words => _words.Count;

    /// <summary>The block that a key belongs to.</summary>
    public static FeatureBlock BlockOf(ulong key) => (FeatureBlock)(key >> 61);

    /// <summary>Reads <paramref name="text"/>; with <paramref name="classes"/>, its kinds of words too.</summary>
    public void Read(string text, bool classes)
    {
        _keys.Clear();
        _words.Clear();
        _ranges.Clear();
        _seen.Clear();
        Array.Clear(_counts);
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, LongestMessage))).AsSpan();
        for (var i = 0; i < folded.Length;)
        {
            var start = i;
            while (i < folded.Length && IsWordCharacter(folded[i])) i++;
            if (i > start) ReadWord(folded, start, i);
            else i++;
        }

        var opening = Hash("^", Basis);
        for (var i = 0; i <= _words.Count; i++)
        {
            var left = i == 0 ? opening : _words[i - 1];
            Add(FeatureBlock.WordPair, Combine(left, i == _words.Count ? Basis : _words[i]));
        }
        if (classes) ReadClasses(folded);
    }

    private static bool IsWordCharacter(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '\'' : !char.IsWhiteSpace(c) && !char.IsPunctuation(c);

    private void ReadWord(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && text[start] == '\'') start++;
        while (end > start && text[end - 1] == '\'') end--;
        if (start == end) return;
        end = Math.Min(end, start + LongestWord);
        var word = text[start..end];
        var hash = Hash(word, Basis);
        _words.Add(hash);
        _ranges.Add(start..end);
        Add(FeatureBlock.Word, hash);
        var stem = Stem(word);
        _seen.Add(stem);
        _keys.Add(stem.Key);
        _counts[(int)FeatureBlock.Stem]++;

        Span<char> bordered = stackalloc char[LongestWord + 2];
        bordered[0] = '_';
        word.CopyTo(bordered[1..]);
        bordered[word.Length + 1] = '_';
        for (var i = 0; i < word.Length + 1; i++)
        {
            var group = (Basis ^ bordered[i]) * Prime;
            for (var n = 2; n <= 5 && i + n <= word.Length + 2; n++)
            {
                group = (group ^ bordered[i + n - 1]) * Prime;
                Add(FeatureBlock.Letters, group + (ulong)n);
            }
        }
    }

    private void ReadClasses(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            foreach (var kind in WordClasses.Of(text[_ranges[i]]))
            {
                var hash = (Basis ^ kind) * Prime;
                Add(FeatureBlock.Class, hash);
                if (i > 0) Add(FeatureBlock.ClassPair, Combine(_words[i - 1], hash));
                if (i + 1 < _words.Count) Add(FeatureBlock.ClassPair, Combine(hash, _words[i + 1]));
            }
        }
    }

    /// <summary>Stems are kept, up to a bound, because messages repeat their words.</summary>
    private StemSeen Stem(ReadOnlySpan<char> word)
    {
        if (_stemOf.TryGetValue(word, out var seen)) return seen;
        if (_stems.Count >= 20_000) _stems.Clear();
        var stem = EnglishStemmer.Stem(word.ToString());
        var row = WordLikeness.Find(stem);
        // "what's" keeps the company of "what".
        if (row < 0 && word.IndexOf('\'') is > 0 and var mark) row = WordLikeness.Find(EnglishStemmer.Stem(word[..mark].ToString()));
        return _stemOf[word] = new StemSeen(Key(FeatureBlock.Stem, Hash(stem, Basis)), row);
    }

    private void Add(FeatureBlock block, ulong hash)
    {
        _keys.Add(Key(block, hash));
        _counts[(int)block]++;
    }

    private static ulong Key(FeatureBlock block, ulong hash)
    {
        // The multiplication spreads FNV's weak low bits into the ones that a table uses.
        hash *= 0x9E3779B97F4A7C15;
        return (hash ^ hash >> 32) >> 3 | (ulong)block << 61;
    }

    private static ulong Hash(ReadOnlySpan<char> text, ulong hash)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    private static ulong Combine(ulong left, ulong right) => (ulong.RotateLeft(left, 21) ^ right) * Prime;
}
