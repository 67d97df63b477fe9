using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>The values that the known documents give or deny for the topic's attributes, each with when it was said or written.</summary>
internal sealed class KnownValues
{
    private readonly Dictionary<(string Attribute, EntityId? Entity), List<KnownValue>> _values = [];

    /// <summary>A value with its fact.</summary>
    public sealed record KnownValue(AttributeValue Value, Fact Fact, Document Document, WrittenAt? Written)
    {
        public Statement Statement => Statement.From(Document, Fact, Fact.Span.Contains(Value.Span) ? Value.Span : null);
    }

    public KnownValues(IEnumerable<DocumentFacts> documents)
    {
        foreach (var document in documents)
            foreach (var fact in document.Facts)
                foreach (var value in fact.SpokenOf)
                {
                    if (!_values.TryGetValue((value.Attribute, value.Entity), out var list)) _values.Add((value.Attribute, value.Entity), list = []);
                    list.Add(new KnownValue(value, fact, document.Document, document.WrittenAt(fact)));
                }
    }

    /// <summary>The values of an attribute of an entity, the latest written first; those of undated documents last.</summary>
    public IReadOnlyList<KnownValue> Of(string attribute, EntityId? entity) => _values.TryGetValue((attribute, entity), out var values)
        ? [.. values.OrderByDescending(value => value.Written ?? default).ThenBy(value => value.Document.Id.Value, StringComparer.Ordinal).ThenBy(value => value.Fact.Id.Number)]
        : [];
}
