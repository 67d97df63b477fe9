using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Updates;

/// <summary>Words by which a source takes back or corrects what it said.</summary>
internal static class CorrectionSigns
{
    private static readonly PhraseSet Phrases = new(
        "correction", "clarification", "corrected", "an earlier version", "previous version", "this article has been amended", "retracted", "retraction", "we regret", "wrongly reported",
        "incorrectly stated", "incorrectly reported", "misstated", "mistakenly", "in error", "withdrew its report", "withdrawn its report", "took back");

    /// <summary>Whether a sentence has any of them.</summary>
    public static bool In(string sentence) => Phrases.StandsIn(sentence);
}
