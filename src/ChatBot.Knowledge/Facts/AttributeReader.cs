using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells which of a topic's attributes a sentence fills, and with what.</summary>
internal sealed class AttributeReader
{
    private readonly List<Compiled> _attributes;

    private sealed record Compiled(TopicAttribute Attribute, List<string[]> Cues, List<string[]> Excludes, List<string[]> Yes, List<string[]> No, HashSet<string> Units);

    public AttributeReader(Topic topic) => _attributes =
    [
        .. topic.Attributes.Select(a => new Compiled(
            a, Phrases(a.Cues), Phrases(a.Excludes), Phrases(a.Yes), Phrases(a.No), [.. a.Units.SelectMany(u => Tokenizer.Tokenize(u)).Select(t => t.Stem)])),
    ];

    /// <summary>The attributes that <paramref name="fact"/> fills.</summary>
    /// <param name="fact">The fact, its mentions already found.</param>
    /// <param name="tokens">The tokens of its sentence.</param>
    public IReadOnlyList<AttributeValue> Read(Fact fact, IReadOnlyList<Token> tokens)
    {
        List<AttributeValue>? values = null;
        foreach (var compiled in _attributes)
        {
            if (compiled.Cues.Count > 0 && !compiled.Cues.Exists(cue => Stands(cue, tokens) is not null)) continue;
            if (compiled.Excludes.Exists(cue => Stands(cue, tokens) is not null)) continue;
            foreach (var entity in EntitiesOf(compiled.Attribute, fact))
                foreach (var value in Values(compiled, entity, fact, tokens)) (values ??= []).Add(value);
        }
        return values ?? (IReadOnlyList<AttributeValue>)[];
    }

    private static IEnumerable<EntityId?> EntitiesOf(TopicAttribute attribute, Fact fact)
    {
        if (attribute.Entity is { } own)
        {
            foreach (var mention in fact.Entities)
                if (mention.Id == own) return [own];
            return [];
        }
        return fact.Entities.Where(m => attribute.EntityKinds.Contains(m.Kind)).Select(m => (EntityId?)m.Id).Distinct();
    }

    private static IEnumerable<AttributeValue> Values(Compiled compiled, EntityId? entity, Fact fact, IReadOnlyList<Token> tokens)
    {
        var attribute = compiled.Attribute;
        switch (attribute.Value)
        {
            case AttributeValueKind.Dates:
                foreach (var date in fact.Dates) yield return new AttributeValue(attribute.Id, entity, date.Span, Dates: date.Value);
                break;
            case AttributeValueKind.Quantity:
                foreach (var quantity in fact.Quantities)
                    if (compiled.Units.Count == 0 || compiled.Units.Contains(quantity.Unit)) yield return new AttributeValue(attribute.Id, entity, quantity.Span, Number: quantity);
                break;
            case AttributeValueKind.Place:
                foreach (var mention in Others(fact, entity, EntityKind.Place, EntityKind.Country)) yield return new AttributeValue(attribute.Id, entity, mention.Span, Named: mention.Id);
                break;
            case AttributeValueKind.Person:
                foreach (var mention in Others(fact, entity, EntityKind.Person, EntityKind.Person)) yield return new AttributeValue(attribute.Id, entity, mention.Span, Named: mention.Id);
                break;
            case AttributeValueKind.Organisation:
                foreach (var mention in Others(fact, entity, EntityKind.Organisation, EntityKind.Organisation)) yield return new AttributeValue(attribute.Id, entity, mention.Span, Named: mention.Id);
                break;
            case AttributeValueKind.YesNo:
                // A phrase that says no may hold one that says yes ("not invited"): the longer reading wins.
                if (First(compiled.No, tokens) is { } no) yield return new AttributeValue(attribute.Id, entity, no, Yes: false);
                else if (First(compiled.Yes, tokens) is { } yes) yield return new AttributeValue(attribute.Id, entity, yes, Yes: true);
                break;
            case AttributeValueKind.Statement:
                yield return new AttributeValue(attribute.Id, entity, fact.Span);
                break;
        }
    }

    private static IEnumerable<EntityMention> Others(Fact fact, EntityId? entity, EntityKind kind, EntityKind orKind)
    {
        foreach (var mention in fact.Entities)
            if ((mention.Kind == kind || mention.Kind == orKind) && mention.Id != entity) yield return mention;
    }

    private static TextSpan? First(List<string[]> phrases, IReadOnlyList<Token> tokens)
    {
        foreach (var phrase in phrases)
            if (Stands(phrase, tokens) is { } span) return span;
        return null;
    }

    /// <summary>Where the phrase's stems stand in order with at most two words between each, or null.</summary>
    private static TextSpan? Stands(string[] phrase, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Stem != phrase[0]) continue;
            var at = i;
            var matched = 1;
            while (matched < phrase.Length)
            {
                var k = at + 1;
                while (k < tokens.Count && k <= at + 3 && tokens[k].Stem != phrase[matched]) k++;
                if (k >= tokens.Count || k > at + 3) break;
                at = k;
                matched++;
            }
            if (matched == phrase.Length) return TextSpan.FromBounds(tokens[i].Span.Start, tokens[at].Span.End);
        }
        return null;
    }

    private static List<string[]> Phrases(IReadOnlyList<string> phrases) =>
        [.. phrases.Select(p => Tokenizer.Tokenize(p).Select(t => t.Stem).ToArray()).Where(p => p.Length > 0)];
}
