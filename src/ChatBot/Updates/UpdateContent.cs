using System.Text.Json.Serialization;
using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>Words of a document as an update tells them; the place is kept, so that they can be held against the text before each sending.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Start">Where they begin in its text.</param>
/// <param name="Text">The words.</param>
/// <param name="Source">The source in one line.</param>
/// <param name="Url">Where it can be read.</param>
internal sealed record UpdateStatement(string Document, int Start, string Text, string Source, string? Url)
{
    /// <summary>Whom it is about or who said it, where its words only say "he" or name nobody; null where they tell, and in what was kept before this was noted.</summary>
    public string? Who { get; init; }

    /// <summary>The values that it gives the topic's attributes, by attribute and entity, where it is the answer to a watched question; null where it gives none, and in what was kept before this was noted.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Whether another says the same: in the same words, or all values that both give are the same.</summary>
    public bool SaysAs(UpdateStatement other) => Text == other.Text
        || Values is { } own && other.Values is { } others && own.Keys.Any(others.ContainsKey) && own.All(value => !others.TryGetValue(value.Key, out var same) || same == value.Value);

    /// <summary>Whether its document no longer says it; known of what was held against the documents (<see cref="HeldUpdates"/>).</summary>
    [JsonIgnore]
    public bool IsPast { get; init; }

    /// <summary>Of what is past, whether its document still says the same in other words.</summary>
    [JsonIgnore]
    public bool IsReworded { get; init; }
}

/// <summary>One thing that is news.</summary>
/// <param name="Kind">What sort of news.</param>
/// <param name="About">The attribute that changed, in the topic's words; null for other news.</param>
/// <param name="Now">What is said now; null where something is only taken back.</param>
/// <param name="Before">What was said before.</param>
/// <param name="Entities">Ids of the topic's entities that it is about, of a changed attribute its own first; null in what was kept before this was noted.</param>
/// <param name="Attributes">Ids of the attributes that it gives a value; null in what was kept before this was noted.</param>
internal sealed record UpdateLine(
    NewsKind Kind, string? About, UpdateStatement? Now, IReadOnlyList<UpdateStatement> Before, IReadOnlyList<string>? Entities = null, IReadOnlyList<string>? Attributes = null)
{
    /// <summary>The words that it brings or takes back: what is said now, and what the same document said before.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts => Before.Where(before => Now is null || IsOwn(before)).Select(before => before.Text).Prepend(Now?.Text).OfType<string>();

    /// <summary>Its place among the lines of its update as that is kept, from 0.</summary>
    [JsonIgnore]
    public int Number { get; init; }

    /// <summary>Whether it denies what stands before it, or that denied this; false in what was kept before this was noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReversal { get; init; }

    /// <summary>Whether it says of what stands before it that it isn't so, in so many words ("denied that"); false in what was kept before this was noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDenial { get; init; }

    /// <summary>What other sources say now, where the answer to a watched question is several things; null where it is one.</summary>
    public IReadOnlyList<UpdateStatement>? Beside { get; init; }

    /// <summary>Of a correction, what the chat was told between what it was shown and what is so now; null where that was nothing else.</summary>
    public IReadOnlyList<UpdateStatement>? Between { get; init; }

    /// <summary>Whether its document arrived late: what others say otherwise they said after it. False in what was kept before this was noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLate { get; init; }

    /// <summary>How many more values the documents give than it tells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Further { get; init; }

    /// <summary>What a document that came in later says otherwise; known of what waited (<see cref="ToldMeanwhile"/>).</summary>
    [JsonIgnore]
    public UpdateStatement? Since { get; init; }

    /// <summary>All that it says is so now.</summary>
    [JsonIgnore]
    public IEnumerable<UpdateStatement> Says => Now is { } now ? (Beside ?? []).Prepend(now) : [];

    /// <summary>Of what was held against the documents, whether it is so no more: what is said now was taken back since, or what was taken back is said again.</summary>
    [JsonIgnore]
    public bool IsOver => Now is { } now ? now.IsPast : !Before.Any(before => before.IsPast);

    /// <summary>Whether its words say themselves that they are a correction, so that nobody need say so before them.</summary>
    public bool SaysItCorrects => Now is { Text: var text } && (text.StartsWith("Correct", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Clarification", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it only says of a sentence that its document still has that it isn't so ("This was wrong."); known of what was held against the documents.</summary>
    [JsonIgnore]
    public bool IsJudgement => Kind == NewsKind.Corrected && About is null && Now is { } now && Before is [{ IsPast: false } before, ..] && before.Document == now.Document;

    /// <summary>Whether it is what the document that now says otherwise said before.</summary>
    public bool IsOwn(UpdateStatement before) => before.Document == Now?.Document;
}

/// <summary>What a document added, as it is kept and told.</summary>
/// <param name="Source">The document in one line.</param>
/// <param name="Publisher">Its publisher, if known.</param>
/// <param name="Lines">What is news, changes first.</param>
/// <param name="Entities">Ids of the topic's entities that the news are about.</param>
/// <param name="Attributes">Ids of the attributes that changed or have their first value.</param>
/// <param name="IsCorrection">Whether it tells those who were shown another answer; what they were shown stands in the lines as what was before.</param>
/// <param name="LeftOut">How many more lines the document had than are kept.</param>
/// <param name="Outlet">Id of the topic's entity that published it, which is among <paramref name="Entities"/> then; null where the publisher is none of them.</param>
internal sealed record UpdateContent(
    string Source, string? Publisher, IReadOnlyList<UpdateLine> Lines, IReadOnlyList<string> Entities, IReadOnlyList<string> Attributes, bool IsCorrection = false, int LeftOut = 0, string? Outlet = null)
{
    /// <summary>What the answer to a watched question was before; null of other news, and of what was kept before this was noted.</summary>
    public IReadOnlyList<UpdateStatement>? Then { get; init; }

    /// <summary>So many lines are kept; the document has them all.</summary>
    private const int MostLines = 200;

    /// <summary>The same with no more lines than are kept.</summary>
    public UpdateContent Kept() => Lines.Count <= MostLines ? this : this with { Lines = [.. Lines.Take(MostLines)], LeftOut = Lines.Count - MostLines };

    /// <summary>The lines for those who follow some of it: all where nobody knows what they follow, or no line alone is of it.</summary>
    public IReadOnlyList<UpdateLine> For(IReadOnlyList<Interest> interests)
    {
        if (WantAll(interests)) return Lines;
        var chosen = Lines.Where(line => interests.Any(interest => interest.Concerns(line))).ToList();
        return chosen.Count > 0 ? chosen : Lines;
    }

    /// <summary>Whether all lines are wanted, whatever they are about.</summary>
    public bool WantAll(IReadOnlyList<Interest> interests) => interests.Count == 0 || interests.Any(interest => interest.Label is null || interest.Publishes?.Invoke(this) == true);
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
    /// <summary>What the lines were chosen for; null where all stand there, or all were wanted and some told before.</summary>
    public string? ChosenFor { get; init; }

    /// <summary>How many lines were not chosen; 0 where all stand there.</summary>
    public int Besides { get; init; }

    /// <summary>Whether it was asked for by name: a watched question's answer, a correction, or news with something that somebody follows besides all news.</summary>
    public bool IsMeant { get; init; }

    /// <summary>Of what was held against the documents, whether none of it is so any more; of an answer that stays, what was new beside it.</summary>
    public bool IsOver => Content.Lines.Count == 0 || (Question is null ? Content.Lines.All(line => line.IsOver)
        : Content.Lines[0].IsOver || !Content.IsCorrection && Content.Lines[0].Kind == NewsKind.Restated && Content.Lines.Skip(1).All(line => line.IsOver));

    /// <summary>The same with these of its lines alone, in their order.</summary>
    public StoredUpdate Only(IReadOnlyList<UpdateLine> lines) => this with { Content = Content with { Lines = [.. Content.Lines.Where(lines.Contains)] } };

    /// <summary>Whether it is the answer to a watched question and tells a line of a document's news.</summary>
    public bool Tells(StoredUpdate document, UpdateLine line) => Question is not null && Document == document.Document && At == document.At
        && Content.Lines.Any(other => other.Says.Any(now => now.Document == document.Document && now.Start == line.Now?.Start) || other.Before.Any(before => line.Before.Any(gone => gone.Text == before.Text)));

    /// <summary>Whether any of it is what somebody wants to hear of.</summary>
    public bool IsOf(Interest interest) => interest.Label is null || interest.Publishes?.Invoke(Content) == true || Content.Lines.Any(interest.Concerns);

    /// <summary>For those who follow some of it: what concerns them, with how much else there is; the same where all of it does, or nobody knows what.</summary>
    /// <param name="interests">What they want to hear of.</param>
    /// <param name="told">What the chat was told of it before, by what is followed there too; null: nothing.</param>
    public StoredUpdate For(IReadOnlyList<Interest> interests, IReadOnlyList<Interest>? told = null)
    {
        if (Question is not null) return this with { IsMeant = true };
        var lines = Content.For(interests);
        if (told is { Count: > 0 }) lines = [.. lines.Except(Content.For(told))];
        var named = interests.Where(interest => interest.Label is not null).ToList();
        var labels = Content.WantAll(interests) ? [] : named.Where(interest => lines.Any(interest.Concerns)).Select(interest => interest.Label).Distinct().ToList();
        // Where all news are wanted too, those that somebody follows by name lead.
        if (named.Count < interests.Count) lines = [.. lines.OrderBy(line => !named.Exists(interest => interest.Concerns(line)))];
        var meant = this with { Content = Content with { Lines = lines }, IsMeant = named.Exists(interest => lines.Any(interest.Concerns) || interest.Publishes?.Invoke(Content) == true) };
        if (labels.Count == 0 && lines.Count == Content.Lines.Count) return meant;
        return meant with { ChosenFor = labels.Count == 0 ? null : string.Join(", ", labels), Besides = Content.Lines.Except(lines).Count(line => line.Now is not { IsPast: true }) + Content.LeftOut };
    }
}

/// <summary>What a chat was told in answer to a question.</summary>
/// <param name="Answer">What the answer said, each side of it.</param>
/// <param name="Since">What a correction said since; null: there was none.</param>
internal sealed record ShownWords(IReadOnlyList<UpdateStatement> Answer, IReadOnlyList<UpdateStatement>? Since = null);

/// <summary>The <c>content</c> column, and what is kept of shown answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(UpdateContent))]
[JsonSerializable(typeof(IReadOnlyList<UpdateStatement>))]
[JsonSerializable(typeof(ShownWords))]
internal sealed partial class UpdateJson : JsonSerializerContext;
