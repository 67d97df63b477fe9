using ChatBot.Knowledge.Mentions;

namespace ChatBot.Knowledge.Facts;

/// <summary>Whether a sentence says that something takes place at another time or place than was planned.</summary>
internal static class MoveSigns
{
    private static readonly PhraseSet Phrases = new([.. MovingWords.Moved, .. MovingWords.Signs]);

    /// <summary>Whether it has any of the words that say so.</summary>
    public static bool In(string sentence) => Phrases.StandsIn(sentence);
}
