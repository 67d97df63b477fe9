using System.Collections.Frozen;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Words of a sentence that hint at what kind of thing it tells.</summary>
internal static class Cues
{
    private static readonly FrozenSet<string> Reasons = Set("because due since becaus caus reason result therefor purpos allow order lead led so by through help enabl despit");
    private static readonly FrozenSet<string> Sayings = Set("say said tell told state declar announc add argu claim warn stress insist note describ explain write wrote accord think believ call");
    private static readonly FrozenSet<string> Pronouns = Set("it he she they this these that those its his her their such we i");

    /// <summary>Whether a stem or function word speaks of cause or manner.</summary>
    public static bool IsReason(string word) => Reasons.Contains(word);

    /// <summary>Whether a stem speaks of saying.</summary>
    public static bool IsSaying(string stem) => Sayings.Contains(stem);

    /// <summary>Whether a form points back to an earlier sentence.</summary>
    public static bool IsPronoun(string form) => Pronouns.Contains(form);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
