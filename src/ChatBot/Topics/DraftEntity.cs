using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>An entity as a draft proposes it.</summary>
/// <param name="Entity">What would stand in <c>entities.yaml</c>.</param>
/// <param name="Times">How often the documents name it.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Doubts">What the operator should look at, in words; empty where nothing is doubtful.</param>
/// <param name="On">Whether it is one of the topic's; else it is only written down as a comment, for an attribute that is switched off.</param>
internal sealed record DraftEntity(Entity Entity, int Times, int Documents, IReadOnlyList<string> Doubts, bool On = true);
