using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Will sing", "will not sing", "will sing after all": what several documents said of one deed, in the order of time.</summary>
/// <param name="written">When a fact was said or written.</param>
/// <param name="reverses">Whether one fact denies another.</param>
internal sealed class TurnedDeeds(Func<RankedFact, WrittenAt?> written, Func<RankedFact, RankedFact, bool> reverses)
{
    /// <summary>
    /// What was said one after the other: of each turn those who say the same, the latest first; the first turn first. Empty where nobody denies it, or nobody knows the
    /// order.
    /// </summary>
    /// <param name="best">What answers best.</param>
    /// <param name="near">What else is near.</param>
    public List<List<RankedFact>> Of(RankedFact best, IReadOnlyList<RankedFact> near)
    {
        var contrary = near.Where(fact => reverses(fact, best)).ToList();
        var same = near.Where(fact => !contrary.Contains(fact) && contrary.Exists(other => reverses(fact, other)));
        var inOrder = contrary.Concat(same).Append(best).OrderBy(written).ToList();
        if (contrary.Count == 0 || inOrder.Exists(fact => written(fact) is null)) return [];
        var turns = new List<List<RankedFact>>();
        foreach (var fact in inOrder)
        {
            if (turns.Count > 0 && contrary.Contains(turns[^1][0]) == contrary.Contains(fact)) turns[^1].Insert(0, fact);
            else if (turns.Count > 0 && written(turns[^1][0]) == written(fact)) return [];
            else turns.Add([fact]);
        }
        return turns;
    }

    /// <summary>Whether one of the later turns says itself that it was otherwise before ("after all", "no longer"): then its word replaces what was said, and doesn't compete with it.</summary>
    public static bool HaveTurned(IEnumerable<List<RankedFact>> turns) => turns.Skip(1).Any(turn => turn.Exists(SaysSo));

    private static bool SaysSo(RankedFact fact) => MoveSigns.AreUndoneIn(fact.View.Fact.Text) || Repetition.IsIn(fact.View.Tokens) || fact.View.Tokens.Exists(token => token.Term is "longer" or "anymore");

    /// <summary>The two sides that the turns have, that of the last word first; in each the latest first.</summary>
    public static IReadOnlyList<List<RankedFact>> AsSides(IReadOnlyList<List<RankedFact>> turns) =>
        [.. turns.Select((turn, i) => (Turn: turn, At: i)).GroupBy(one => (turns.Count - 1 - one.At) % 2).OrderBy(side => side.Key).Select(side => side.OrderByDescending(one => one.At).SelectMany(one => one.Turn).ToList())];
}
