using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>Words by which a source takes back or corrects what it said.</summary>
internal static class CorrectionSigns
{
    private static readonly string[][] Phrases =
    [
        .. new[]
        {
            "correction", "clarification", "corrected", "an earlier version", "previous version", "this article has been amended", "this story has been updated to correct", "retracted",
            "retraction", "we regret", "wrongly reported", "incorrectly stated", "misstated", "mistakenly", "in error", "withdrew its report", "withdrawn its report", "took back",
        }.Select(phrase => Tokenizer.Tokenize(phrase).Select(token => token.Stem).ToArray()),
    ];

    /// <summary>Whether a sentence has any of them.</summary>
    public static bool In(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        foreach (var phrase in Phrases)
            for (var i = 0; i + phrase.Length <= tokens.Count; i++)
            {
                var k = 0;
                while (k < phrase.Length && tokens[i + k].Stem == phrase[k]) k++;
                if (k == phrase.Length) return true;
            }
        return false;
    }
}
