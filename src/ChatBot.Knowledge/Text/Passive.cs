namespace ChatBot.Knowledge.Text;

/// <summary>Tells passives ("was signed by the mayor") by the words around a verb.</summary>
internal static class Passive
{
    /// <summary>"Was formally signed": a form of "be" stands at most so many words before the verb.</summary>
    private const int BeReach = 3;

    /// <summary>"Signed in the town hall by": "by" stands fewer words behind it than this.</summary>
    private const int ByReach = 8;

    /// <summary>Whether a form of "be" stands shortly before the verb.</summary>
    public static bool IsBehindBe(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = Math.Max(0, verb - BeReach); i < verb; i++)
            if (tokens[i].Term is "is" or "are" or "was" or "were" or "be" or "been" or "being") return true;
        return false;
    }

    /// <summary>Each "by" shortly behind the verb.</summary>
    public static IEnumerable<int> ByBehind(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = verb + 1; i < tokens.Count && i < verb + ByReach; i++)
            if (tokens[i].Term == "by") yield return i;
    }
}
