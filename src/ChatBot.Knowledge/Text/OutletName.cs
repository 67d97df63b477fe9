namespace ChatBot.Knowledge.Text;

/// <summary>Names of outlets as they are compared: "The Harbour Herald (coast edition)" is the Harbour Herald.</summary>
public static class OutletName
{
    private static readonly char[] Brackets = ['(', '['];

    /// <summary>A name, folded, without a "the" before it and a remark in brackets behind it.</summary>
    public static string Plain(string name)
    {
        var folded = Folding.Fold(name).Trim();
        if (folded.EndsWith(')') || folded.EndsWith(']'))
            if (folded.LastIndexOfAny(Brackets) is > 0 and var at) folded = folded[..at].TrimEnd();
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..].TrimStart() : folded;
    }

    /// <summary>Whether both are names of one outlet.</summary>
    public static bool AreSame(string one, string other) => Plain(one) == Plain(other);
}
