using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>An entity named or described in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="Id">Which entity. For a name that the topic doesn't list, an id made from the name.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Listed">Whether the topic lists it; otherwise the text's own capitals made it a name.</param>
public readonly record struct EntityMention(TextSpan Span, EntityId Id, EntityKind Kind, bool Listed);
