using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Where do Varga and Dahl differ on the toll?", "compare what the Post says with what the Herald does": what each of the two has to do with it, one beside the other.</summary>
internal sealed class ComparedNames(Func<Question, List<RankedFact>> rank)
{
    /// <summary>How near a sentence must come that is shown for one of them.</summary>
    private const double LeastNearness = 0.2;

    /// <summary>For each of two named people, bodies or countries the sentence that tells most of what is compared; null where none are compared, or one has none.</summary>
    public Told? Of(Question question)
    {
        if (!question.AsksWhereSourcesDiffer && !question.Tokens.Any(token => token.Term is "each" or "respectively") || question.AsksWhatChanged || question.AsksForBothSides || Compared(question) is not var (one, other)) return null;
        if (Best(question, one, other) is not { } first || Best(question, other, one) is not { } second || first.View.Fact.Id == second.View.Fact.Id) return null;
        return new Told([StatementOf(question, first), StatementOf(question, second)]) { Question = question, Confidence = Math.Max(Answerer.Floor, Math.Min(first.Probability, second.Probability)), IsOfEach = true };
    }

    /// <summary>The two, where no more are named that could be compared.</summary>
    private static (EntityMention One, EntityMention Other)? Compared(Question question)
    {
        var named = question.Entities.Where(mention => mention.Span.Length > 0 && mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country).OrderBy(mention => mention.Span.Start).DistinctBy(mention => mention.Id).ToList();
        var people = named.FindAll(mention => mention.Kind == EntityKind.Person);
        return (people.Count, named.Count) switch
        {
            (2, _) => (people[0], people[1]),
            (_, 2) => (named[0], named[1]),
            _ => null,
        };
    }

    private RankedFact? Best(Question question, EntityMention of, EntityMention other)
    {
        var alone = question with
        {
            AsksWhereSourcesDiffer = false,
            Expects = AnswerType.Any,
            Focus = null,
            Terms = [.. question.Terms.Where(term => term.Entity != other.Id)],
            Entities = [.. question.Entities.Where(mention => mention.Id != other.Id)],
        };
        return rank(alone).FirstOrDefault(fact => fact.Nearness >= LeastNearness && IsOf(fact.View, of.Id) && fact.Signals[MeaningSignals.WordsNotMetAt] < 1);
    }

    private static bool IsOf(FactView view, EntityId named) => view.Entities.Contains(named) || view.Represented.Contains(named);

    private static Statement StatementOf(Question question, RankedFact fact) => Statement.From(fact.View.Document, fact.View.Fact, null, Excerpts.Of(question, fact.View, null));
}
