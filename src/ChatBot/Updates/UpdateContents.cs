using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Makes of what a document added what is kept and told of it. Pure.</summary>
internal static class UpdateContents
{
    /// <summary>Of the rest people are told how much there is; the document has it all.</summary>
    private const int MostLines = 12;

    /// <summary>The news of a document; null where there is none.</summary>
    public static UpdateContent? Of(DocumentUpdate update, KnowledgeBase known)
    {
        if (!update.SaysSomethingNew) return null;
        var lines = update.Changes.Select(change => new UpdateLine(change.Kind, About(change, known.Topic), change.After is { } now ? Statement(now) : null, [.. change.Before.Select(Statement)])).ToList();
        var told = update.Changes.Select(change => change.After?.Fact.Id).ToHashSet();
        var news = update.News.Where(news => !told.Contains(news.Fact.Id)).ToList();
        lines.AddRange(news.Select(fact => new UpdateLine(fact.Kind, null, Statement(Knowledge.Answering.Statement.From(update.Document.Document, fact.Fact)), [.. fact.Kind == NewsKind.New ? [] : fact.Known.Take(1).Select(Statement)])));
        lines.AddRange(update.Withdrawn.Select(old => new UpdateLine(NewsKind.Corrected, null, null, [Statement(old)])));
        if (lines.Count == 0) return null;
        var listed = known.Topic.Entities.Select(entity => entity.Id).ToHashSet();
        var entities = update.News.SelectMany(fact => fact.Fact.Entities).Concat(update.Withdrawn.SelectMany(old => old.Fact.Entities)).Select(mention => mention.Id)
            .Where(id => listed.Count == 0 || listed.Contains(id)).Concat(update.Changes.Select(change => change.Entity).OfType<EntityId>()).Select(id => id.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var attributes = update.News.Where(fact => !fact.IsAnotherOccasion).SelectMany(fact => fact.Fact.Attributes).Select(value => value.Attribute).Concat(update.Changes.Select(change => change.Attribute.Id))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var document = update.Document.Document;
        return new UpdateContent(SourceLabel.Of(document.Id, document.Source), document.Source.Publisher, [.. lines.Take(MostLines)], [.. entities], [.. attributes], [.. AlsoIn(update, known)]);
    }

    /// <summary>The news for those who watch a question.</summary>
    public static UpdateContent Of(AnswerNews news, DocumentUpdate update, KnowledgeBase known)
    {
        var document = update.Document.Document;
        return new UpdateContent(
            SourceLabel.Of(document.Id, document.Source), document.Source.Publisher,
            [new UpdateLine(news.Kind, null, Statement(news.After[0]), [.. news.Before.Take(2).Select(Statement)])], [], [], [.. AlsoIn(update, known)]);
    }

    /// <summary>A statement as it is kept and told.</summary>
    public static UpdateStatement Statement(Statement statement) => new(
        statement.Citation.Document.Value, statement.Citation.Span.Start, statement.Text, SourceLabel.Of(statement.Citation), statement.Citation.Source.Url?.AbsoluteUri);

    private static IEnumerable<string> AlsoIn(DocumentUpdate update, KnowledgeBase known) =>
        update.AlsoIn.Select(known.Find).OfType<Document>().Select(document => SourceLabel.Of(document.Id, document.Source)).Take(3);

    private static string About(AttributeChange change, Topic topic) =>
        change.Attribute.Entity is null && topic.Entities.FirstOrDefault(entity => entity.Id == change.Entity) is { } entity ? $"{change.Attribute.Label} ({entity.Name})" : change.Attribute.Label;
}
