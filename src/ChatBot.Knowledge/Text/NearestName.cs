namespace ChatBot.Knowledge.Text;

/// <summary>Finds the name that a mistyped one most likely means, for "did you mean" in errors.</summary>
public static class NearestName
{
    /// <summary>
    /// The one of <paramref name="names"/> that takes the fewest edits to reach (insert, delete, replace, swap neighbours; Damerau 1964,
    /// optimal string alignment), case apart; null where even that one takes more than a third of the letters. Of equals, the first.
    /// </summary>
    public static string? Of(string typed, IEnumerable<string> names) => Of(typed, names, int.MaxValue);

    /// <summary>The same, null also where it takes more than <paramref name="mostEdits"/>.</summary>
    public static string? Of(string typed, IEnumerable<string> names, int mostEdits)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var name in names)
        {
            var allowed = Math.Min(mostEdits, Math.Max(1, Math.Max(name.Length, typed.Length) / 3));
            if (Math.Abs(name.Length - typed.Length) > allowed) continue;
            var edits = Edits(typed.ToLowerInvariant(), name.ToLowerInvariant());
            if (edits > allowed || edits >= fewest) continue;
            fewest = edits;
            nearest = name;
        }
        return nearest;
    }

    private static int Edits(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[b.Length];
    }
}
