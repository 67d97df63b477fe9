using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;

namespace ChatBot.Operations;

/// <summary>One line of a file of updates: a document as it comes in.</summary>
public sealed record BatchUpdate(string Id, string Text, string? Title = null, string? Publisher = null, string? Published = null);

/// <summary>One line of what replaying brought.</summary>
/// <param name="Id">The update's id.</param>
/// <param name="Novel">Whether it says anything about the topic that wasn't known.</param>
/// <param name="Changes">The attributes that have another value than before.</param>
/// <param name="Topics">The topic's attributes and entities that it is about.</param>
/// <param name="Notified">The watched questions whose answer it changes.</param>
/// <param name="Differs">Where it says otherwise than what was known: of attributes, and of anything else.</param>
public sealed record BatchUpdateOutcome(string Id, bool Novel, IReadOnlyList<string> Changes, IReadOnlyList<string> Topics, IReadOnlyList<string> Notified, IReadOnlyList<BatchDifference> Differs);

/// <summary>Another word on the same thing.</summary>
/// <param name="About">What of, in the topic's words; null where it is no attribute of the topic.</param>
/// <param name="Value">The update's words.</param>
/// <param name="OtherValue">The other document's words.</param>
/// <param name="OtherDocument">The other document; the update's own id: its last version.</param>
public sealed record BatchDifference(string? About, string Value, string OtherValue, string OtherDocument);

/// <summary>Replays documents as they came in, each on top of those before it, for measuring.</summary>
public sealed class ReplayBatch(KnowledgeBase start, IReadOnlyList<string> watched)
{
    private readonly FactExtractor _extractor = new(start.Topic);
    private KnowledgeBase _known = start;

    /// <summary>What one update adds; the next is held against it as well.</summary>
    /// <exception cref="FormatException">Its id is no document's id, its date no date, or nothing can be read in its text.</exception>
    public BatchUpdateOutcome Take(BatchUpdate line)
    {
        var document = Document(line);
        var facts = new DocumentFacts(document, _extractor.Extract(document));
        var update = new UpdateReader(_known).Read(facts);
        var after = _known.With(facts);
        var notified = watched.Where(question => AnswerNews.Between(_known.Topic, _known.Ask(question, Conversation.New), after.Ask(question, Conversation.New), [update]) is not null).ToList();
        _known = after;
        return new BatchUpdateOutcome(line.Id, update.IsNovel, update.IsNovel ? [.. update.Changes.Select(change => change.Name)] : [], update.Topics, notified, update.IsNovel ? [.. update.Disagreements.Select(Difference)] : []);
    }

    private BatchDifference Difference(Disagreement one)
    {
        var told = ValueConflict.Of(one, _known.Topic);
        return new BatchDifference(told.About, told.Value, told.OtherValue, told.OtherDocument.Value);
    }

    private static Document Document(BatchUpdate line)
    {
        if (!DocumentId.TryParse(line.Id.ToLowerInvariant(), out var id)) throw new FormatException($"'{line.Id}' is not a document's id: 1 to 100 letters, digits, '.', '-' and '_', beginning with a letter or digit.");
        DateOnly? published = null;
        if (line.Published is { Length: > 0 } text)
            published = DateOnly.TryParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new FormatException($"Update '{line.Id}': \"published\" is '{text}'; write it as 2025-06-24.");
        return new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(line.Text), id + ".txt") { Id = id, ContentType = "text/plain; charset=utf-8" }) switch
        {
            ReadResult.Read read => read.Document with { Source = new DocumentSource(line.Publisher, line.Title, Published: published) },
            ReadResult.Refused refused => throw new FormatException($"Update '{line.Id}': {refused.Message} {refused.WhatToDo}"),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }
}

/// <summary>JSON of the replay's files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BatchUpdate))]
[JsonSerializable(typeof(BatchUpdateOutcome))]
internal sealed partial class ReplayJson : JsonSerializerContext;
