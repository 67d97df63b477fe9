using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "What is Norland's share?", "how much does Norland spend?": a figure of somebody is told by a sentence that names them. Of a body or a part of the world that may be
/// called otherwise there, it is enough that the sentence names nobody else who could hold the figure.
/// </summary>
internal static class FigureHolder
{
    /// <summary>Whether a sentence names whose figure is asked for; null where no figure of a country or person is.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Expects != AnswerType.Quantity || question.CarriedTerms.Count > 0) return null;
        foreach (var mention in question.Entities)
        {
            if (mention.Span.Length == 0 || !Holds(question.Tokens, mention)) continue;
            if (mention.Kind is EntityKind.Country or EntityKind.Person) return view => Names(view, mention.Id);
            if (mention.Kind is EntityKind.Organisation or EntityKind.Place) return view => Names(view, mention.Id) || !NamesAnotherHolder(question, view);
        }
        return null;
    }

    /// <summary>"The union has given 8 million to Norland": the first that a sentence names, in its own words, is whose figure it gives.</summary>
    private static bool NamesAnotherHolder(Question question, FactView view)
    {
        foreach (var mention in view.Fact.Entities)
            if (mention.Kind is EntityKind.Organisation or EntityKind.Country && !view.Fact.Attribution.Sources.Any(source => source.Id == mention.Id) && !question.Entities.Any(asked => asked.Id == mention.Id)) return true;
        return false;
    }

    /// <summary>Whether the figure is asked of it: it is its own ("what is Norland's share", not "by Norland's reckoning"), or it does what is measured ("does Norland spend").</summary>
    private static bool Holds(IReadOnlyList<Token> tokens, EntityMention mention)
    {
        var isBehindDo = false;
        var before = "";
        foreach (var token in tokens)
        {
            var isNamed = mention.Span.Contains(token.Span);
            if (isNamed && (isBehindDo || (token.Traits & TokenTraits.Possessive) != 0 && before is "is" or "are" or "was" or "were" or "what's" or "whats" or "of")) return true;
            isBehindDo = token.Term is "does" or "do" or "did" or "has" or "have" || isBehindDo && token.IsStopWord;
            if (!isNamed) before = token.Term;
        }
        return false;
    }

    private static bool Names(FactView view, EntityId holder) => view.Entities.Contains(holder) || view.Represented.Contains(holder) || Array.IndexOf(view.PointsBackTo.Entities, holder) >= 0;
}
