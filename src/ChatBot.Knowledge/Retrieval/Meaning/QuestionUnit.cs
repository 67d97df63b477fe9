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

    /// <summary>Entities whose names hold the entity's ("Bucharest Nine" in "Bucharest Nine meeting").</summary>
    public IReadOnlyList<EntityId> NamedAfter { get; init; } = [];

    /// <summary>The words by which the question names an event or a thing, where they are several: a sentence that has them all speaks of it, whatever stands between.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the word alone stands for the entity, as a surname does; "conference" alone is not every conference.</summary>
    public bool HasOwnWord { get; init; } = true;
}
