using System.Numerics;

namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>
/// Which letters a word has, and which it has twice, as bits. One edit changes at most two of them, so that words too far away are ruled out by counting bits.
/// </summary>
internal static class LetterSignature
{
    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong once = 0, twice = 0;
        foreach (var c in word)
        {
            var bit = 1UL << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + c % 6);
            twice |= once & bit;
            once |= bit;
        }
        return once | twice << 32;
    }

    /// <summary>A number of edits that the words are at least apart.</summary>
    public static int LeastEdits(ulong a, ulong b) => (BitOperations.PopCount(a ^ b) + 1) / 2;
}
