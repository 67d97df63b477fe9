using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Whom and what a question takes for granted and no statement shown names: "did she speak in Brussels?", answered by what she said in The Hague. Only
/// people, places and countries, and only where something is asked to be so or to have a reason: elsewhere the name is often what the answer replaces.
/// </summary>
internal static class NotNamed
{
    /// <summary>The names, as the topic has them; empty where all are named, in the sentences or around them.</summary>
    /// <param name="question">The question; what it carried over from before is not looked at.</param>
    /// <param name="shown">What answers it.</param>
    /// <param name="view">A statement's fact as it is weighed.</param>
    /// <param name="entity">An entity by its id.</param>
    /// <param name="isOfDocuments">Whether a word stands in any document.</param>
    public static IReadOnlyList<string> Of(Question question, IReadOnlyList<Statement> shown, Func<FactId, FactView?> view, Func<EntityId, Entity?> entity, Func<string, bool> isOfDocuments)
    {
        if (question.Expects is not (AnswerType.YesNo or AnswerType.Reason) || question.Continues is not null || question.CarriedTerms.Count > 0 || shown.Count == 0) return [];
        List<string>? names = null;
        foreach (var mention in question.Entities)
        {
            if (mention.Kind is not (EntityKind.Person or EntityKind.Place or EntityKind.Country) || entity(mention.Id) is not { } asked) continue;
            // "The Hague" within "the summit in The Hague".
            if (question.Entities.Any(other => other.Id != mention.Id && other.Span.Length > mention.Span.Length && other.Span.Contains(mention.Span))) continue;
            if (shown.Any(statement => Names(statement, asked, view, entity))) continue;
            names ??= [];
            if (!names.Contains(asked.Name)) names.Add(asked.Name);
        }
        for (var i = 1; i < question.Tokens.Count; i++)
            if (question.Tokens[i] is var token && IsUnknownName(question, token, isOfDocuments)) (names ??= []).Add(token.Span.Of(question.Text));
        return names ?? (IReadOnlyList<string>)[];
    }

    /// <summary>A capital within a sentence, of a word that no document has and that names no entity.</summary>
    private static bool IsUnknownName(Question question, Token token, Func<string, bool> isOfDocuments) =>
        !isOfDocuments(token.Term) && token.Span.End <= question.Text.Length && char.IsUpper(question.Text[token.Span.Start]) && !question.Entities.Any(mention => mention.Span.Overlaps(token.Span))
        && question.Terms.Any(term => term.Entity is null && term.Stem == token.Stem);

    private static bool Names(Statement statement, Entity asked, Func<FactId, FactView?> view, Func<EntityId, Entity?> entity)
    {
        if (asked.Aliases.Prepend(asked.Name).Any(name => statement.Text.Contains(name, StringComparison.OrdinalIgnoreCase))) return true;
        return view(statement.Fact.Id) is not { } read
            || read.Entities.Contains(asked.Id) || read.Represented.Contains(asked.Id) || read.NearEntities.Contains(asked.Id)
            || read.Entities.Any(other => entity(other)?.Represents == asked.Id || asked.Represents == other);
    }
}
