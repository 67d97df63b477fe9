using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>An attribute as a draft proposes it.</summary>
/// <param name="Attribute">What would stand in <c>attributes.yaml</c>.</param>
/// <param name="Seen">The values seen and where, one line each.</param>
/// <param name="Questions">Examples of questions that ask for it.</param>
/// <param name="Doubts">What the operator should look at, in words.</param>
/// <param name="On">Whether it is good enough to answer with; else it is only written down as a comment, because figures of several things would look like sources that disagree.</param>
internal sealed record DraftAttribute(TopicAttribute Attribute, IReadOnlyList<string> Seen, IReadOnlyList<string> Questions, IReadOnlyList<string> Doubts, bool On = true);
