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
/// <param name="Entities">Ids of the topic's entities that it is about, of a changed attribute its own first; null in what was kept before this was noted.</param>
/// <param name="Attributes">Ids of the attributes that it gives a value; null in what was kept before this was noted.</param>
internal sealed record UpdateLine(
    NewsKind Kind, string? About, UpdateStatement? Now, IReadOnlyList<UpdateStatement> Before, IReadOnlyList<string>? Entities = null, IReadOnlyList<string>? Attributes = null);

/// <summary>What a document added, as it is kept and told.</summary>
/// <param name="Source">The document in one line.</param>
/// <param name="Publisher">Its publisher, if known.</param>
/// <param name="Lines">What is news, changes first.</param>
/// <param name="Entities">Ids of the topic's entities that the news are about.</param>
/// <param name="Attributes">Ids of the attributes that changed or have their first value.</param>
/// <param name="AlsoIn">Other sources with nearly the same text.</param>
/// <param name="IsCorrection">Whether it tells those who were shown another answer; what they were shown stands in the lines as what was before.</param>
/// <param name="LeftOut">How many more lines the document had than are kept.</param>
internal sealed record UpdateContent(
    string Source, string? Publisher, IReadOnlyList<UpdateLine> Lines, IReadOnlyList<string> Entities, IReadOnlyList<string> Attributes, IReadOnlyList<string> AlsoIn, bool IsCorrection = false, int LeftOut = 0)
{
    /// <summary>So many lines are kept; the document has them all.</summary>
    private const int MostLines = 200;

    /// <summary>The same with no more lines than are kept.</summary>
    public UpdateContent Kept() => Lines.Count <= MostLines ? this : this with { Lines = [.. Lines.Take(MostLines)], LeftOut = Lines.Count - MostLines };
}

/// <summary>An update as the store has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it came.</param>
/// <param name="Document">The document that brought it.</param>
/// <param name="Question">The watched question that it answers anew; null for a document's own news.</param>
/// <param name="IsSilent">Whether it was only recorded.</param>
/// <param name="Content">What it says.</param>
internal sealed record StoredUpdate(long Id, DateTimeOffset At, string Document, string? Question, bool IsSilent, UpdateContent Content)
{
    /// <summary>What the lines were chosen for; null where all stand there.</summary>
    public string? ChosenFor { get; init; }

    /// <summary>How many lines were not chosen.</summary>
    public int Besides { get; init; }

    /// <summary>For those who follow some of it: what concerns them, with how much else there is; the same where all of it does, or nobody knows what.</summary>
    public StoredUpdate For(IReadOnlyList<Interest> interests)
    {
        if (Question is not null || interests.Count == 0 || interests.Any(interest => interest.Label is null)) return this;
        var chosen = Content.Lines.Where(line => interests.Any(interest => interest.Concerns(line))).ToList();
        if (chosen.Count == 0) return this;
        var labels = interests.Where(interest => chosen.Exists(line => interest.Concerns(line))).Select(interest => interest.Label).Distinct();
        return this with { Content = Content with { Lines = chosen }, ChosenFor = string.Join(", ", labels), Besides = Content.Lines.Count - chosen.Count + Content.LeftOut };
    }
}

/// <summary>The <c>content</c> column.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(UpdateContent))]
[JsonSerializable(typeof(IReadOnlyList<UpdateStatement>))]
internal sealed partial class UpdateJson : JsonSerializerContext;
