using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "More", "go on", "anything else?" (<c>further-phrases.txt</c>): what the documents hold on the matter of the turn before, beyond what that turn and those that it
/// goes on from showed. A timeline and somebody's words go on where they stopped; any other answer with the facts that come nearest to its question.
/// </summary>
/// <param name="timelines">Where the further lines of a timeline come from.</param>
/// <param name="lookups">Where somebody's further words come from.</param>
/// <param name="rank">The facts by how well they answer a question.</param>
/// <param name="view">The fact as it is weighed; null where it is no longer known.</param>
internal sealed class FurtherAsked(Timelines timelines, Lookups lookups, Func<Question, List<RankedFact>> rank, Func<FactId, FactView?> view)
{
    /// <summary>The catalogue's key of what is said where nothing is left.</summary>
    private const string NoMore = "no more";

    private const int MostStatements = 3;

    /// <summary>At least this share of the question's words, by their weight, must be met: what has less is on another matter.</summary>
    private const double LeastCoverage = 0.6;

    /// <summary>How many logits below the best a fact may lie.</summary>
    private const double Margin = 4;

    private static readonly PhraseList Phrases = new("further-phrases.txt");

    /// <summary>Whether nothing is asked but what else there is to say.</summary>
    public static bool IsAsked(Question question) => Phrases.IsAll([.. question.Tokens.Where(token => token.Term is not ("and" or "ok" or "okay" or "yes" or "so" or "please" or "then" or "now"))]);

    /// <summary>What comes behind a turn; small talk where that is nothing.</summary>
    /// <param name="asked">What asks for it.</param>
    /// <param name="last">The turn.</param>
    public Answer Read(Question asked, Turn last)
    {
        HashSet<FactId> shown = [.. last.Answer.ShownBefore, .. last.Answer.Statements.Select(statement => statement.Fact.Id)];
        var matter = last.Question.Matter;
        var question = last.Question with { Continues = matter, ReadAs = matter.Any(char.IsLetterOrDigit) ? $"{asked.Text} ({matter})" : null };
        var further = last.Claims > 0 || shown.Count == 0 ? null
            : last.Answer is Told { Moments: not null } ? timelines.Of(last.Question, shown)
            : last.Question is { Speaker: { } speaker } ? lookups.Said(last.Question, speaker, shown)
            : OnTheMatter(last.Question, shown);
        return further is Told told ? told with { Question = question, ShownBefore = [.. shown], IsOfEach = true } : new SmallTalk(NoMore) { Question = question };
    }

    private Told? OnTheMatter(Question question, HashSet<FactId> shown)
    {
        if (question.Terms.Count == 0) return null;
        var told = shown.Select(view).OfType<FactView>().ToList();
        var left = new List<RankedFact>();
        var ranked = rank(question);
        foreach (var fact in ranked.TakeWhile(fact => fact.Score >= ranked[0].Score - Margin))
        {
            if (fact.Signals[1] < LeastCoverage || fact.View.Fact.Locator.Kind is ParagraphKind.Title or ParagraphKind.Heading or ParagraphKind.Byline) continue;
            if (!told.Concat(left.Select(one => one.View)).Any(one => one.Fact.Id == fact.View.Fact.Id || one.Restates(fact.View))) left.Add(fact);
        }
        return left.Count == 0 ? null
            : new Told([.. left.Take(MostStatements).Select(fact => Statement.From(fact.View.Document, fact.View.Fact, null, Excerpts.Of(question, fact.View, null)))])
            {
                Question = question, Confidence = left[0].Probability, Further = Math.Max(0, left.Count - MostStatements),
            };
    }
}
