namespace ChatBot.Knowledge.Facts;

/// <summary>Words that say that something takes place at another time or place than was planned.</summary>
internal static class MoveSigns
{
    private static readonly PhraseSet Phrases = new(
        "postponed", "delayed", "moved", "rescheduled", "brought forward", "put off", "relocated", "shifted", "pushed back", "new date", "instead", "no longer");

    /// <summary>Whether a sentence has any of them.</summary>
    public static bool In(string sentence) => Phrases.StandsIn(sentence);
}
