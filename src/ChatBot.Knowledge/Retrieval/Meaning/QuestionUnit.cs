using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>One thing that a question is about: an entity or a content word.</summary>
/// <param name="Term">The word.</param>
/// <param name="Entity">The entity, where the word names one.</param>
/// <param name="Importance">How much rests on it: the rarer in the documents, the more.</param>
internal sealed record QuestionUnit(QuestionTerm Term, EntityId? Entity, double Importance)
{
    /// <summary>The entity that <see cref="Entity"/> stands for (a president's country), or null.</summary>
    public EntityId? Represents { get; init; }

    /// <summary>Whether the word alone stands for the entity, as a surname does; "conference" alone is not every conference.</summary>
    public bool HasOwnWord { get; init; } = true;

    /// <summary>How far a set of words and entities meets it, 0 to 1.</summary>
    /// <param name="stems">The words.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="represented">The entities that those stand for.</param>
    public double MatchIn(HashSet<string> stems, HashSet<EntityId> entities, HashSet<EntityId> represented)
    {
        if (Entity is { } entity)
        {
            if (entities.Contains(entity)) return 1;
            // A fact about a country's president is near to one about the country, and the other way round.
            if (represented.Contains(entity) || Represents is { } country && entities.Contains(country)) return 0.6;
        }
        if (!HasOwnWord) return 0;
        if (stems.Contains(Term.Stem)) return 1;
        var best = 0.0;
        foreach (var alternative in Term.Alternatives)
            if (alternative.Weight > best && stems.Contains(alternative.Stem)) best = alternative.Weight;
        return best;
    }
}
