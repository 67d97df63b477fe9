using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>Tells whether a document names enough of a topic to be about it. Safe to share between threads.</summary>
public sealed class OnTopic
{
    /// <summary>A document of which fewer sentences name anything of the topic is about something else, whatever it mentions.</summary>
    private const double LeastOnTopic = 0.34;

    private readonly Topic _topic;
    private readonly KnownDetails _details;
    private readonly Dictionary<EntityId, EntityKind> _entities;

    /// <summary>Prepares the judgement.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="known">Its documents; what they name counts where the topic names no subject.</param>
    public OnTopic(Topic topic, IReadOnlyCollection<DocumentFacts> known) : this(topic, new KnownDetails(known))
    {
    }

    internal OnTopic(Topic topic, KnownDetails details) => (_topic, _details, _entities) = (topic, details, topic.Entities.ToDictionary(entity => entity.Id, entity => entity.Kind));

    /// <summary>Whether it is; of a topic that lists no names every document is.</summary>
    public bool Is(DocumentFacts document)
    {
        if (_entities.Count == 0) return true;
        var named = document.Facts.SelectMany(fact => fact.Entities).Select(mention => mention.Id).Where(_entities.ContainsKey).Distinct().ToList();
        if (_topic.Subject is { } subject && named.Contains(subject)) return true;
        if (named.Count > 0 && document.Facts.Any(fact => fact.SpokenOf.Any())) return true;
        var told = Told(document);
        var about = told.Count(fact => fact.Entities.Any(mention => _entities.ContainsKey(mention.Id)));
        if (told.Count(NamesEvent) >= Math.Max(1, LeastOnTopic * told.Count)) return true;
        if (named.Count(id => _entities[id] != EntityKind.Place) > 1 && about >= LeastOnTopic * told.Count) return true;
        // A topic that names no subject and few entities is what its documents are about: the names that they have already.
        return _topic.Subject is null && told.Count(_details.HasKnownName) >= Math.Max(1, LeastOnTopic * told.Count);
    }

    /// <summary>An event of the topic with a name of its own is nobody else's.</summary>
    private bool NamesEvent(Fact fact) => fact.Entities.Any(mention => mention.Kind == EntityKind.Event && _entities.ContainsKey(mention.Id) && fact.Span.Contains(mention.Span)
        && Tokenizer.Tokenize(fact.Text.Substring(mention.Span.Start - fact.Span.Start, mention.Span.Length)).Count(token => token.IsCapitalised) > 1);

    /// <summary>Headlines repeat the text, captions name what a picture shows, and a question tells nothing. A document that is all headline says what that says.</summary>
    internal static List<Fact> Told(DocumentFacts document)
    {
        var told = document.Facts.Where(fact => fact.Locator.Kind is ParagraphKind.Body or ParagraphKind.Bullet or ParagraphKind.Standfirst or ParagraphKind.TableRow && Tells(fact)).ToList();
        return told.Count > 0 ? told : [.. document.Facts.Where(fact => fact.Locator.Kind is ParagraphKind.Title or ParagraphKind.Heading && Tells(fact))];

        static bool Tells(Fact fact) => !fact.Text.TrimEnd('"', '”', ' ').EndsWith('?');
    }
}
