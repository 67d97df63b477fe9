using System.Text.Json.Serialization;
using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>Words of a document as an update tells them; the place is kept, so that they can be held against the text before each sending.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Start">Where they begin in its text.</param>
/// <param name="Text">The words.</param>
/// <param name="Source">The source in one line.</param>
/// <param name="Url">Where it can be read.</param>
internal sealed record UpdateStatement(string Document, int Start, string Text, string Source, string? Url);

/// <summary>One thing that is news.</summary>
/// <param name="Kind">What sort of news.</param>
/// <param name="About">The attribute that changed, in the topic's words; null for other news.</param>
/// <param name="Now">What is said now; null where something is only taken back.</param>
/// <param name="Before">What was said before.</param>
internal sealed record UpdateLine(NewsKind Kind, string? About, UpdateStatement? Now, IReadOnlyList<UpdateStatement> Before);

/// <summary>What a document added, as it is kept and told.</summary>
/// <param name="Source">The document in one line.</param>
/// <param name="Publisher">Its publisher, if known.</param>
/// <param name="Lines">What is news, changes first.</param>
/// <param name="Entities">Ids of the topic's entities that the news are about.</param>
/// <param name="Attributes">Ids of the attributes that changed or have their first value.</param>
/// <param name="AlsoIn">Other sources with nearly the same text.</param>
/// <param name="IsCorrection">Whether it tells those who were shown another answer; what they were shown stands in the lines as what was before.</param>
internal sealed record UpdateContent(
    string Source, string? Publisher, IReadOnlyList<UpdateLine> Lines, IReadOnlyList<string> Entities, IReadOnlyList<string> Attributes, IReadOnlyList<string> AlsoIn, bool IsCorrection = false);

/// <summary>An update as the store has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it came.</param>
/// <param name="Document">The document that brought it.</param>
/// <param name="Question">The watched question that it answers anew; null for a document's own news.</param>
/// <param name="IsSilent">Whether it was only recorded.</param>
/// <param name="Content">What it says.</param>
internal sealed record StoredUpdate(long Id, DateTimeOffset At, string Document, string? Question, bool IsSilent, UpdateContent Content);

/// <summary>The <c>content</c> column.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(UpdateContent))]
[JsonSerializable(typeof(IReadOnlyList<UpdateStatement>))]
internal sealed partial class UpdateJson : JsonSerializerContext;
