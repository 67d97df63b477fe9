using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>One fact of a new document beside what was known.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Kind">What it is to what was known.</param>
/// <param name="Known">Statements that said so, or otherwise, before; the best first, may be empty.</param>
public sealed record FactNews(Fact Fact, NewsKind Kind, IReadOnlyList<Statement> Known)
{
    /// <summary>Whether it speaks of another occasion of the same name: news, but no answer to what is asked of this one.</summary>
    public bool IsAnotherOccasion { get; init; }

    /// <summary>Whether it denies what it is news against, or that denies it, whatever attribute they are of.</summary>
    public bool IsReversal { get; init; }

    /// <summary>Whether it says in so many words of what it is news against that it isn't so.</summary>
    public bool IsDenial { get; init; }

    /// <summary>Whether it arrived late: all that it says otherwise than was written on later days.</summary>
    public bool IsLate { get; init; }

    /// <summary>The statements that it says otherwise than: one for each value that they give, one for those that give none, its document's own last version apart; none where it is only new or known.</summary>
    public IEnumerable<Statement> Against => Kind is NewsKind.New or NewsKind.Restated ? [] : Known.DistinctBy(known => (IsOwn: known.Fact.Id.Document == Fact.Id.Document, Value: ValueOf(known)));

    private static (double Value, string Unit)? ValueOf(Statement known) =>
        known.Fact.Quantities.FirstOrDefault(quantity => quantity.Span == known.Value) is { Unit: not null } figure ? (figure.Value, figure.Unit) : null;
}

/// <summary>An attribute of the topic that has another value than before.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Entity">The entity it is of.</param>
/// <param name="Kind"><see cref="NewsKind.Changed"/>, <see cref="NewsKind.Contradicting"/> or <see cref="NewsKind.Corrected"/>.</param>
/// <param name="Before">What was known: what the document itself said before its change, then each other value that others give, the latest first; at least one.</param>
/// <param name="After">What the new document says; null where it only no longer says the old.</param>
public sealed record AttributeChange(TopicAttribute Attribute, EntityId? Entity, NewsKind Kind, IReadOnlyList<Statement> Before, Statement? After)
{
    /// <summary>Whether it says in so many words of what was known that it isn't so.</summary>
    public bool IsDenial { get; init; }

    /// <summary>Whether it arrived late: all that it says otherwise than was written on later days.</summary>
    public bool IsLate { get; init; }

    /// <summary>How the sentence names its entity, at its longest ("Ana Holm", later "Holm"); null where it doesn't.</summary>
    public string? EntityAsNamed
    {
        get
        {
            var fact = (After ?? Before[0]).Fact;
            var named = fact.Entities.Where(mention => mention.Id == Entity && fact.Span.Contains(mention.Span)).OrderByDescending(mention => mention.Span.Length).FirstOrDefault();
            return named.Span.Length == 0 ? null : fact.Text.Substring(named.Span.Start - fact.Span.Start, named.Span.Length);
        }
    }

    /// <summary>"summit.dates"; with the entity where the attribute belongs to many: "attendance(donald-trump)".</summary>
    public string Name => Attribute.Entity is null && Entity is { } entity ? $"{Attribute.Id}({entity})" : Attribute.Id;
}

/// <summary>That a document says otherwise than another, or than its own last version did.</summary>
/// <param name="Change">The attribute that it is of; null where it is of none.</param>
/// <param name="Now">What the document says.</param>
/// <param name="Other">What was said otherwise.</param>
public sealed record Disagreement(AttributeChange? Change, Statement Now, Statement Other);

/// <summary>What a new document, or a new version of one, adds to what is known.</summary>
/// <param name="Document">The document with its facts.</param>
/// <param name="Facts">Its facts in reading order, each with what it is; headlines and captions are left out.</param>
/// <param name="Changes">The attributes that have another value now; each once.</param>
/// <param name="Topics">Ids of the topic's attributes and entities that it is about; empty where it isn't about the topic.</param>
/// <param name="AlsoIn">Known documents that are nearly the same text, the likest first; empty where it has any news.</param>
/// <param name="Withdrawn">Statements of its last version that the new one no longer makes.</param>
public sealed record DocumentUpdate(
    DocumentFacts Document, IReadOnlyList<FactNews> Facts, IReadOnlyList<AttributeChange> Changes, IReadOnlyList<string> Topics,
    IReadOnlyList<DocumentId> AlsoIn, IReadOnlyList<Statement> Withdrawn)
{
    /// <summary>The same without what it also is no news beside: documents of which those that came in with it tell already.</summary>
    /// <param name="beside">What it adds to those documents alone.</param>
    public DocumentUpdate Without(DocumentUpdate beside)
    {
        var told = beside.Facts.Where(fact => fact.Kind == NewsKind.Restated).Select(fact => fact.Fact.Id).ToHashSet();
        return this with
        {
            Facts = [.. Facts.Select(fact => told.Contains(fact.Fact.Id) ? fact with { Kind = NewsKind.Restated } : fact)],
            Changes = [.. Changes.Where(change => change.After is not { } after || !told.Contains(after.Fact.Id))],
        };
    }

    /// <summary>Where it says otherwise than was known: each changed attribute's value beside each other value, then each other sentence beside each that it is news against.</summary>
    public IEnumerable<Disagreement> Disagreements
    {
        get
        {
            foreach (var change in Changes)
                if (change.After is { } after)
                    foreach (var other in change.Before) yield return new Disagreement(change, after, other);
            var told = Changes.Select(change => change.After?.Fact.Id).ToHashSet();
            foreach (var news in News.Where(news => !told.Contains(news.Fact.Id)))
                foreach (var other in news.Against) yield return new Disagreement(null, Statement.From(Document.Document, news.Fact), other);
        }
    }

    /// <summary>The facts that are news, in reading order.</summary>
    public IEnumerable<FactNews> News => Facts.Where(fact => fact.Kind != NewsKind.Restated);

    /// <summary>Whether it is about the topic and says anything that wasn't known.</summary>
    public bool IsNovel => Topics.Count > 0 && SaysSomethingNew;

    /// <summary>Whether it says anything that wasn't known, whatever it is about.</summary>
    public bool SaysSomethingNew => Changes.Count > 0 || Withdrawn.Count > 0 || News.Any();
}
