using ChatBot.Knowledge.Topics;
using ChatBot.Sources;

namespace ChatBot.Topics;

/// <summary>A topic as it can be proposed from documents alone.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">A title, from the event named most often and the days of the documents.</param>
/// <param name="Subject">That event, if any.</param>
/// <param name="Entities">The entities.</param>
/// <param name="Attributes">The attributes.</param>
/// <param name="Suggestions">Questions that it answers as it stands.</param>
/// <param name="Conflicts">Where documents give different values for one attribute.</param>
/// <param name="InOrder">Of what they differ on, that for which answers tell the later value first.</param>
/// <param name="Denials">What is denied, and where.</param>
/// <param name="SaidOtherwise">Sentences that say otherwise than another document's, of no attribute.</param>
/// <param name="Gaps">What the operator should look at first, in words.</param>
internal sealed record TopicDraft(
    string Id, string Title, EntityId? Subject, IReadOnlyList<DraftEntity> Entities, IReadOnlyList<DraftAttribute> Attributes, IReadOnlyList<string> Suggestions,
    IReadOnlyList<ValueConflict> Conflicts, IReadOnlySet<string> InOrder, IReadOnlyList<string> Denials,
    IReadOnlyList<ValueConflict> SaidOtherwise, IReadOnlyList<string> Gaps);
