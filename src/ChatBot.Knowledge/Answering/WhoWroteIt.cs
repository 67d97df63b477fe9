using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who wrote the Post's article?": the one byline among the Post's documents answers it, however little else it has of the question.</summary>
internal static class WhoWroteIt
{
    private static readonly string[] Writing = ["wrote", "written", "reported", "author", "by"];

    /// <summary>The sentence that names the writer; null where the question names no outlet, or that has articles of several.</summary>
    public static RankedFact? Of(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (!question.Entities.Any(named => named.Kind == EntityKind.Organisation)) return null;
        var bylines = ranked.Where(fact => fact.View.Fact.Locator.Kind == ParagraphKind.Byline && fact.View.Document.Source.Publisher is { Length: > 0 } && Demand.GivesAuthor(question, fact.View)
            && fact.View.Fact.Entities.Any(named => named.Kind == EntityKind.Person) && fact.View.Tokens.Exists(token => Writing.Contains(token.Term))).ToList();
        return bylines.DistinctBy(fact => fact.View.Document.Id).Count() == 1 ? bylines[0] : null;
    }
}
