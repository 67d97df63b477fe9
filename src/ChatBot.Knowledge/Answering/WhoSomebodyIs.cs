using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who is Ana Varga?", "tell me about her": what tells who somebody is stands before what merely names them, and a fragment behind both.</summary>
internal static class WhoSomebodyIs
{
    /// <summary>How many logits below the best a sentence may lie to lead.</summary>
    private const double Margin = 1.2;

    /// <summary>"Ana Varga has.", "Varga denied it.": so few words tell nothing of anybody.</summary>
    private const int MostOfFragment = 4;

    private static readonly string[] Describing = [", who ", ", a ", ", an ", ", the ", ", whose ", " is a ", " is an ", " is the ", " was a ", " was the "];

    /// <summary>The facts, in that order where nothing but who somebody is, or something about them, is asked.</summary>
    public static IReadOnlyList<RankedFact> First(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (ranked.Count < 2 || question.Expects is not (AnswerType.Role or AnswerType.Any) || question.AsksForLatest || question.Entities is not [{ Kind: EntityKind.Person } asked] || !question.Terms.All(term => term.Entity == asked.Id)) return ranked;
        if (Tells(asked.Id, ranked[0].View)) return ranked;
        var near = ranked.TakeWhile(fact => fact.Score >= ranked[0].Score - Margin).ToList();
        return [.. near.OrderBy(fact => Tells(asked.Id, fact.View) ? 0 : IsFragment(fact.View) ? 2 : 1), .. ranked.Skip(near.Count)];
    }

    private static bool IsFragment(FactView view) => view.Tokens.Count <= MostOfFragment;

    private static bool Tells(EntityId person, FactView view)
    {
        if (IsFragment(view)) return false;
        if (view.Fact.Roles.Any(role => role.Person == person)) return true;
        foreach (var named in view.Fact.Entities)
            if (named.Id == person && Describing.Any(link => view.Document.Text.AsSpan(named.Span.End).StartsWith(link))) return true;
        return false;
    }
}
