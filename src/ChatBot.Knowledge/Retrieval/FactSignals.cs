using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>The signals that come from what was read out of a fact: entities and dates.</summary>
internal static class FactSignals
{
    /// <summary>Measures them.</summary>
    public static void Read(Question question, Fact fact, Span<float> signals)
    {
        signals[(int)Signal.EntitiesFound] = EntitiesFound(question, fact);
        signals[(int)Signal.EntityOfKind] = EntityOfKind(question, fact);
        signals[(int)Signal.DatesFound] = DatesFound(question, fact);
    }

    private static float EntitiesFound(Question question, Fact fact)
    {
        if (question.Entities.Count == 0) return -1;
        var found = 0;
        foreach (var asked in question.Entities)
            foreach (var named in fact.Entities)
                if (named.Id == asked.Id)
                {
                    found++;
                    break;
                }
        return (float)found / question.Entities.Count;
    }

    private static float EntityOfKind(Question question, Fact fact)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Place or AnswerType.Organisation)) return -1;
        foreach (var named in fact.Entities)
        {
            if (!named.Kind.CanAnswer(question.Expects)) continue;
            var asked = false;
            foreach (var entity in question.Entities) asked |= entity.Id == named.Id;
            if (!asked) return 1;
        }
        return 0;
    }

    private static float DatesFound(Question question, Fact fact)
    {
        if (question.Dates.Count == 0 || fact.Dates.Count == 0) return -1;
        foreach (var asked in question.Dates)
            foreach (var date in fact.Dates)
                if (date.Value.Overlaps(asked.Value)) return 1;
        return 0;
    }
}
