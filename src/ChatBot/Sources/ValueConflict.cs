using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;

namespace ChatBot.Sources;

/// <summary>Two documents, or a document and its last version, that say different things of one.</summary>
/// <param name="About">What it is a value of, in the topic's words; null where it is no attribute of the topic: then the words are whole sentences.</param>
/// <param name="Value">The new document's words.</param>
/// <param name="Document">The new document.</param>
/// <param name="OtherValue">The other document's words.</param>
/// <param name="OtherDocument">The other document.</param>
internal sealed record ValueConflict(string? About, string Value, DocumentId Document, string OtherValue, DocumentId OtherDocument)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{(About is null ? "" : About + ": ")}“{Line(Value)}” in {Document}, “{Line(OtherValue)}” in {(OtherDocument == Document ? "its last version" : OtherDocument)}";

    /// <summary>
    /// Where new documents say otherwise, as the news tell it. Of very many the news don't compare every two; then the values of attributes are, beside that.
    /// </summary>
    public static IReadOnlyList<ValueConflict> In(NewsReading reading)
    {
        var topic = reading.Before.Topic;
        var told = reading.InOrder.SelectMany(one => one.Update.Disagreements).Select(one => Of(one, topic)).ToList();
        return reading.ComparesAll ? told : [.. told, .. Between(topic, reading.Documents, []).Where(other => !told.Exists(one => one.About == other.About && one.Document == other.Document && one.OtherDocument == other.OtherDocument))];
    }

    /// <summary>A disagreement of an update.</summary>
    public static ValueConflict Of(Disagreement one, Topic topic) => one.Change is { } change
        ? new ValueConflict(topic.LabelOf(change.Attribute, change.Entity, change.EntityAsNamed), one.Now.ValueText ?? one.Now.Text, one.Now.Fact.Id.Document, one.Other.ValueText ?? one.Other.Text, one.Other.Fact.Id.Document)
        : new ValueConflict(null, one.Now.Text, one.Now.Fact.Id.Document, one.Other.Text, one.Other.Fact.Id.Document);

    /// <summary>Where <paramref name="added"/> documents differ from <paramref name="known"/> ones, and among themselves; each pair of documents once for each attribute.</summary>
    public static IReadOnlyList<ValueConflict> Between(Topic topic, IReadOnlyList<DocumentFacts> added, IReadOnlyList<DocumentFacts> known)
    {
        var compared = topic.Attributes.Where(attribute => attribute.Value != AttributeValueKind.Statement).ToDictionary(attribute => attribute.Id);
        var fresh = added.Select(document => document.Document.Id).ToHashSet();
        var values = known.Where(document => !fresh.Contains(document.Document.Id)).Concat(added).SelectMany(Values).Where(value => compared.ContainsKey(value.Value.Attribute)).ToList();
        var conflicts = new List<ValueConflict>();
        foreach (var same in values.GroupBy(value => (value.Value.Attribute, value.Value.Entity)))
        {
            var byDocument = same.GroupBy(value => value.Document.Id).Select(group => group.ToList()).ToList();
            for (var i = 0; i < byDocument.Count; i++)
                for (var k = 0; k < i; k++)
                {
                    var (newer, older) = (byDocument[i], byDocument[k]);
                    if (!fresh.Contains(newer[0].Document.Id) || Competing(newer, older) is not var (n, o)) continue;
                    conflicts.Add(new ValueConflict(topic.LabelOf(compared[same.Key.Attribute], same.Key.Entity), n.Document.At(n.Value.Span), n.Document.Id, o.Document.At(o.Value.Span), o.Document.Id));
                }
        }
        return conflicts;
    }

    /// <summary>A value that one denies and the other gives, else the first that both give where none is the same; null where they don't compete.</summary>
    private static (Given, Given)? Competing(List<Given> newer, List<Given> older)
    {
        foreach (var n in newer)
            foreach (var o in older)
                if (n.Value.IsDenied != o.Value.IsDenied && Same(n.Value, o.Value)) return (n, o);
        var (given, before) = (newer.FindAll(n => !n.Value.IsDenied), older.FindAll(o => !o.Value.IsDenied));
        return given.Count == 0 || before.Count == 0 || given.Exists(n => before.Exists(o => Same(n.Value, o.Value))) ? null : (given[0], before[0]);
    }

    private static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private readonly record struct Given(AttributeValue Value, Document Document);

    private static IEnumerable<Given> Values(DocumentFacts document) => document.Facts.SelectMany(fact => fact.SpokenOf).Select(value => new Given(value, document.Document));

    private static bool Same(AttributeValue a, AttributeValue b) =>
        a.Dates == b.Dates && a.Named == b.Named && a.Yes == b.Yes && a.Number?.Value == b.Number?.Value && (a.Number is null || a.Number?.Unit == b.Number?.Unit);
}
