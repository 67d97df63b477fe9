namespace ChatBot.Knowledge.Topics;

/// <summary>Names an entity within a topic: lower-case letters, digits and hyphens ("jane-doe").</summary>
/// <param name="Value">The id as text.</param>
public readonly record struct EntityId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What sort of thing an entity is.</summary>
public enum EntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, alliance, government, outlet or agency.</summary>
    Organisation,

    /// <summary>A place that is no country: a city, a building, a region.</summary>
    Place,

    /// <summary>A country.</summary>
    Country,

    /// <summary>Something that happens at a time: a summit, talks, a speech.</summary>
    Event,

    /// <summary>Anything else with a name: a weapon, a treaty, a programme.</summary>
    Thing,
}

/// <summary>Something that facts are about.</summary>
/// <param name="Id">Its name within the topic.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Name">Its full name as shown to people.</param>
/// <param name="Aliases">Other names, spellings and descriptions that mean it in documents and questions ("Zelenskiy", "Ukraine's president").</param>
/// <param name="AskedAs">Names that mean it in questions only ("potus", "it"); too loose for documents.</param>
/// <param name="Represents">The country or organisation that it stands for, if any; a fact about a president is near to one about the country.</param>
public sealed record Entity(
    EntityId Id, EntityKind Kind, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> AskedAs, EntityId? Represents = null);

/// <summary>What kind of value an attribute has.</summary>
public enum AttributeValueKind
{
    /// <summary>A day or a range of days.</summary>
    Dates,

    /// <summary>A place or country.</summary>
    Place,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A count, amount, percentage or other quantity with its unit.</summary>
    Quantity,

    /// <summary>Yes or no, by the cues that speak for either.</summary>
    YesNo,

    /// <summary>A sentence; values can't be compared, only shown side by side.</summary>
    Statement,
}

/// <summary>
/// A question that the topic knows to be asked of an entity. A sentence fills it where it names the entity, has one of the cues, and holds a
/// value of the kind.
/// </summary>
/// <param name="Id">Dotted name ("summit.dates").</param>
/// <param name="Label">How people call it, for "sources disagree on …".</param>
/// <param name="Entity">The entity it belongs to, or null where it belongs to every entity of the kinds in <paramref name="EntityKinds"/>.</param>
/// <param name="EntityKinds">See <paramref name="Entity"/>.</param>
/// <param name="Value">What kind of value it has.</param>
/// <param name="Cues">Phrases of which one must stand in the sentence (compared by stems). None: the entity and value are enough.</param>
/// <param name="Excludes">Phrases of which none may stand in the sentence.</param>
/// <param name="Yes">For <see cref="AttributeValueKind.YesNo"/>: phrases that say yes.</param>
/// <param name="No">For <see cref="AttributeValueKind.YesNo"/>: phrases that say no.</param>
/// <param name="Units">For <see cref="AttributeValueKind.Quantity"/>: the units that count; none: any.</param>
/// <param name="Changes">Whether the world may change it in the topic's time, so that a later value supersedes rather than contradicts an earlier one.</param>
public sealed record TopicAttribute(
    string Id, string Label, EntityId? Entity, IReadOnlyList<EntityKind> EntityKinds, AttributeValueKind Value, IReadOnlyList<string> Cues,
    IReadOnlyList<string> Excludes, IReadOnlyList<string> Yes, IReadOnlyList<string> No, IReadOnlyList<string> Units, bool Changes);

/// <summary>A kind of question, learnt from examples.</summary>
/// <param name="Id">Its name ("summit-dates").</param>
/// <param name="Attribute">The attribute that answers it, if one does.</param>
/// <param name="Expects">The type of answer, where the question's own words don't say ("potus coming?"); null: read from the question.</param>
/// <param name="Examples">Questions as people ask them; <c>{person}</c>, <c>{country}</c> … stand for any entity of that kind.</param>
public sealed record TopicIntent(string Id, string? Attribute, string? Expects, IReadOnlyList<string> Examples);

/// <summary>
/// Words that mean much the same within the topic. In a group of equals any word finds the others; with <paramref name="OneWay"/> the first
/// phrase, asked, finds the others, but not the other way round ("weapons" finds "missiles").
/// </summary>
/// <param name="Phrases">Two or more words or short phrases.</param>
/// <param name="OneWay">See above.</param>
public sealed record SynonymGroup(IReadOnlyList<string> Phrases, bool OneWay);

/// <summary>What an event is: its entities, attributes, intents and words. A topic without any of them is <see cref="None"/>.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">What people call the topic ("NATO summit, The Hague, June 2025").</param>
/// <param name="Description">A sentence for /about and the web page.</param>
/// <param name="Subject">The entity that "it" and questions without a subject mean; null where there is none.</param>
/// <param name="TimeZone">IANA id of the event's time zone; "Etc/UTC" unless stated.</param>
/// <param name="Entities">All entities.</param>
/// <param name="Attributes">All attributes.</param>
/// <param name="Intents">All intents.</param>
/// <param name="Lexicon">Synonym groups.</param>
/// <param name="Suggestions">A few questions that work, for help texts and empty pages.</param>
public sealed record Topic(
    string Id, string Title, string Description, EntityId? Subject, string TimeZone, IReadOnlyList<Entity> Entities, IReadOnlyList<TopicAttribute> Attributes,
    IReadOnlyList<TopicIntent> Intents, IReadOnlyList<SynonymGroup> Lexicon, IReadOnlyList<string> Suggestions)
{
    /// <summary>The percentage, 0 to 100, of its own questions that must be answered correctly; null where the topic states none.</summary>
    public int? Floor { get; init; }

    /// <summary>The title as it stands within a sentence: an event's with its article ("the NATO summit, The Hague, June 2025").</summary>
    public string TitleWithin => Entities.Any(entity => entity.Id == Subject && entity.Kind == EntityKind.Event) && !HasArticle(Title) ? "the " + Title : Title;

    private static bool HasArticle(string title) => title.Split(' ')[0] is var first && (first is "The" or "the" or "A" or "a" or "An" or "an" || first.EndsWith("'s", StringComparison.Ordinal) || first.EndsWith("’s", StringComparison.Ordinal));

    /// <summary>How people call an attribute of an entity: by its label, with the entity's name where the attribute belongs to many.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="of">The entity; null where it is of none.</param>
    /// <param name="unlisted">How documents name an entity that the topic doesn't list; null where nothing tells.</param>
    public string LabelOf(TopicAttribute attribute, EntityId? of, string? unlisted = null) =>
        attribute.Entity is null && of is not null && (Entities.FirstOrDefault(entity => entity.Id == of)?.Name ?? unlisted) is { } name ? $"{attribute.Label} ({name})" : attribute.Label;

    /// <summary>The topic that knows no event at all, only language.</summary>
    public static Topic None { get; } = new("none", "the documents at hand", "Answers from whatever documents it is given.", null, "Etc/UTC", [], [], [], [], []);
}
