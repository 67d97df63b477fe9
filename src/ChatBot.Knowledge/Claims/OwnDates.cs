using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells which date belongs to which figure in a sentence that gives several of both: "3 percent by 2032 and 5 percent by 2035", "in 2032 it was 3, in 2035 5".</summary>
internal static class OwnDates
{
    /// <summary>Whether the sentence gives the date for another figure than this one.</summary>
    public static bool AreOthers(Fact fact, TextSpan figure, TextSpan date)
    {
        if (fact.Dates.Count < 2 || fact.Quantities.Count < 2) return false;
        var dates = fact.Dates.Select(own => own.Span).ToHashSet();
        List<TextSpan> inOrder = [.. dates.Concat(fact.Quantities.Select(own => own.Span).Where(own => !dates.Any(own.Overlaps))).OrderBy(own => own.Start)];
        if (inOrder.Count % 2 == 1 || Enumerable.Range(1, inOrder.Count - 1).Any(i => dates.Contains(inOrder[i]) == dates.Contains(inOrder[i - 1]))) return false;
        for (var i = 0; i < inOrder.Count; i += 2)
            if (inOrder[i] == figure && inOrder[i + 1] != date || inOrder[i + 1] == figure && inOrder[i] != date) return true;
        return false;
    }
}
