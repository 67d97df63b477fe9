using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;

namespace ChatBot.Topics;

/// <summary>
/// Proposes a topic from documents: who and what they name, figures, dates and places that they give, and where these differ. It is a first draft: every
/// guess is written beside what it rests on, so that a person can finish it.
/// </summary>
internal static class TopicDrafter
{
    private const int MostSuggestions = 6;

    /// <summary>Each document of so many is compared with all before it, which takes a second or so for each.</summary>
    private const int MostCompared = 40;

    /// <summary>A draft named <paramref name="id"/> of <paramref name="documents"/>.</summary>
    public static TopicDraft Draft(string id, IReadOnlyList<Document> documents)
    {
        var bare = new FactExtractor(Topic.None);
        var proposal = EntityDrafter.Draft([.. documents.Select(document => new DocumentFacts(document, bare.Extract(document)))]);
        var title = Title(id, proposal.Entities, proposal.Subject, documents);
        var outline = AsTopic(id, title, proposal.Subject, proposal.Entities, [], []);
        var named = Facts(documents, outline);
        var (figures, nouns) = FigureDrafter.Draft(named, proposal.Entities);
        DraftEntity[] entities = [.. proposal.Entities, .. nouns];
        DraftAttribute[] attributes = [.. EventDrafter.Draft(named, entities, outline), .. DenialDrafter.Draft(named, [.. entities.Where(draft => draft.On)]), .. figures];

        var topic = AsTopic(id, title, proposal.Subject, entities, attributes, NeutralIntents.Read());
        var facts = Facts(documents, topic);
        var knowledge = KnowledgeBase.Build(topic, facts);
        var conflicts = ValueConflict.Between(topic, facts, []);
        var denials = Denials(facts);
        return new TopicDraft(
            id, title, proposal.Subject, entities, attributes, Suggestions(knowledge, attributes), conflicts, InOrder(knowledge, attributes, conflicts), denials, SaidOtherwise(knowledge),
            [.. Gaps(documents, proposal, attributes, denials, EventDrafter.Nameless(named, entities, proposal.Subject))]);
    }

    private static Topic AsTopic(string id, string title, EntityId? subject, IReadOnlyList<DraftEntity> entities, IReadOnlyList<DraftAttribute> attributes, IReadOnlyList<TopicIntent> neutral) => Topic.None with
    {
        Id = id,
        Title = title,
        Subject = subject,
        Entities = [.. entities.Where(draft => draft.On).Select(draft => draft.Entity)],
        Attributes = [.. attributes.Where(draft => draft.On).Select(draft => draft.Attribute)],
        Intents = [.. attributes.Where(draft => draft.On).Select(Intent), .. neutral],
    };

    /// <summary>The intent that asks for a proposed attribute.</summary>
    public static TopicIntent Intent(DraftAttribute draft) => new(
        draft.Attribute.Id.Replace('.', '-'), draft.Attribute.Id, draft.Attribute.Value switch
        {
            AttributeValueKind.Dates => "date",
            AttributeValueKind.Place => "place",
            AttributeValueKind.Quantity => "quantity",
            AttributeValueKind.YesNo => "yes-no",
            _ => null,
        }, draft.Questions);

    private static DocumentFacts[] Facts(IReadOnlyList<Document> documents, Topic topic)
    {
        var extractor = new FactExtractor(topic);
        return [.. documents.Select(document => new DocumentFacts(document, extractor.Extract(document)))];
    }

    private static string Title(string id, IReadOnlyList<DraftEntity> entities, EntityId? subject, IReadOnlyList<Document> documents)
    {
        var name = entities.FirstOrDefault(draft => draft.Entity.Id == subject)?.Entity.Name ?? id;
        var newest = documents.Max(document => document.Source.Published);
        return newest is { } day ? string.Create(CultureInfo.InvariantCulture, $"{name}, {day:MMMM yyyy}") : name;
    }

    /// <summary>Only questions that are answered are suggested.</summary>
    private static IReadOnlyList<string> Suggestions(KnowledgeBase knowledge, DraftAttribute[] attributes) =>
    [
        .. attributes.Where(draft => draft.On).Select(draft => draft.Questions[0]).Where(question => knowledge.Ask(question, Conversation.New) is { Abstained: false } and not SmallTalk and not Ambiguous).Take(MostSuggestions),
    ];

    /// <summary>Of the attributes with several values those whose answers put these in order of time, by the documents' days and words.</summary>
    private static HashSet<string> InOrder(KnowledgeBase knowledge, DraftAttribute[] attributes, IReadOnlyList<ValueConflict> conflicts) =>
        attributes.Where(draft => conflicts.Any(conflict => conflict.About == draft.Attribute.Label) && draft.Questions.Any(question => knowledge.Ask(question, Conversation.New) is Changed)).Select(draft => draft.Attribute.Label)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What the news would tell of no attribute, had the documents come in one after another.</summary>
    private static IReadOnlyList<ValueConflict> SaidOtherwise(KnowledgeBase knowledge)
    {
        var inOrder = knowledge.Documents.OrderBy(document => document.Document.Source.Published).ThenBy(document => document.Document.Id.Value, StringComparer.Ordinal).Take(MostCompared).ToList();
        return [.. ValueConflict.In(new NewsReading(knowledge.Only([]), inOrder, MostCompared)).Where(conflict => conflict.About is null)];
    }

    private static IReadOnlyList<string> Denials(DocumentFacts[] facts) =>
        [.. facts.SelectMany(d => d.Facts.Where(fact => fact.Stance == Stance.Denied).Select(fact => $"{d.Document.Id}, {fact.Locator}: {fact.Text.ReplaceLineEndings(" ")}"))];

    private static IEnumerable<string> Gaps(IReadOnlyList<Document> documents, EntityDrafter.Proposal proposal, DraftAttribute[] attributes, IReadOnlyList<string> denials, IReadOnlyList<string> nameless)
    {
        if (proposal.Subject is null) yield return "No event is named in the documents, and no name stands in their titles: write 'subject:' in topic.yaml, or \"when is it?\" means nothing.";
        else if (proposal.Entities.First(draft => draft.Entity.Id == proposal.Subject).Entity is { Kind: not EntityKind.Event } thing)
            yield return $"No event is named in the documents; the subject is taken to be {thing.Name}, which their titles name most often. If it is another, write its id as 'subject:' in topic.yaml.";
        foreach (var document in documents)
        {
            if (document.Source.Published is null) yield return $"{document.Id} states no date: write 'published:' in its front matter, or later and earlier can't be told apart.";
            if (document.Source.Publisher is null) yield return $"{document.Id} states no publisher: write 'publisher:' in its front matter; it stands in every citation.";
        }
        var doubtful = proposal.Entities.Count(draft => draft.Doubts.Count > 0);
        if (doubtful > 0) yield return $"Entities that are guesses: {doubtful} of {proposal.Entities.Count}; look for 'review:' in entities.yaml.";
        var unsure = attributes.Count(draft => draft.Doubts.Count > 0);
        if (unsure > 0) yield return $"Attributes that need a word from you: {unsure} of {attributes.Length}; look for 'review:' in attributes.yaml.";
        if (denials.Count > 0) yield return $"Denials in the documents: {denials.Count}. Where the report stands in the documents too and shares a word, both are an attribute; look at the others at the end of attributes.yaml.";
        foreach (var sentence in nameless) yield return $"Says when, but not of what, so no attribute takes it: {sentence}";
        if (proposal.LeftOut.Count > 0) yield return $"Named once and left out: {string.Join(", ", proposal.LeftOut.Order(StringComparer.Ordinal))}.";
        yield return "topic.yaml: read the title and description, and set the time zone.";
        yield return "Write questions.jsonl, thirty questions as people type them, a third of them unanswerable, before you tune anything; then 'chatbot evaluate'.";
    }
}
