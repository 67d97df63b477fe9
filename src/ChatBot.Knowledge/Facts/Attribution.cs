using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Who says it, and through whom it reached the document.</summary>
/// <param name="Speaker">The person or body whose statement it is; null: the document's own.</param>
/// <param name="SpeakerName">The speaker's name as the document gives it.</param>
/// <param name="Sources">Outlets and agencies it is passed on from, nearest to the document first ("European Pravda", "Reuters").</param>
/// <param name="Quoted">Words in quotation marks that the speaker said, as spans of the document's text.</param>
public sealed record Attribution(EntityId? Speaker, string? SpeakerName, IReadOnlyList<EntityMention> Sources, IReadOnlyList<TextSpan> Quoted)
{
    /// <summary>The document's own statement.</summary>
    public static Attribution None { get; } = new(null, null, [], []);

    /// <summary>Whether it is the statement of this person or body, or is passed on from it without a speaker of its own.</summary>
    public bool IsOf(EntityId who) => Speaker == who || Speaker is null && Sources.Any(source => source.Id == who);
}
