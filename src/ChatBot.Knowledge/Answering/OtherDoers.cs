using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who came late?", "which team came late?": who else did what one is told to have done answers it as well, in however like a sentence.</summary>
internal static class OtherDoers
{
    /// <summary>Whether all who did something are asked for.</summary>
    public static bool AreAsked(Question question) =>
        question.Expects is AnswerType.Person or AnswerType.Organisation
        || question.Expects is AnswerType.Any or AnswerType.Thing && question.Tokens is [{ Term: "which" }, ..];

    /// <summary>Whether a sentence tells of somebody of whom none of the others does.</summary>
    /// <param name="question">The question; whom it names itself is no answer to it.</param>
    /// <param name="known">The others.</param>
    /// <param name="told">The sentence.</param>
    public static bool IsOfAnother(Question question, IEnumerable<Fact> known, Fact told) =>
        AreAsked(question) && DoerIn(question, told) is { } doer && known.All(fact => DoerIn(question, fact) is { } other && other != doer && !fact.Entities.Any(mention => mention.Id == doer));

    /// <summary>Of these facts, the best first, one for each who did it besides those of whom the sides of an answer tell.</summary>
    public static IEnumerable<RankedFact> Besides(Question question, Answer sides, IEnumerable<RankedFact> facts)
    {
        var known = sides.Statements.Select(statement => statement.Fact).ToList();
        foreach (var fact in facts)
        {
            if (fact.View.MayDeny || !IsOfAnother(question, known, fact.View.Fact)) continue;
            known.Add(fact.View.Fact);
            yield return fact;
        }
    }

    /// <summary>Who is named first, who says it apart.</summary>
    private static EntityId? DoerIn(Question question, Fact fact)
    {
        foreach (var mention in fact.Entities.OrderBy(mention => mention.Span.Start))
            if (mention.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation && fact.Span.Contains(mention.Span) && fact.Attribution.Speaker != mention.Id
                && !fact.Attribution.Sources.Any(source => source.Id == mention.Id) && !question.Entities.Any(named => named.Id == mention.Id)) return mention.Id;
        return null;
    }
}
