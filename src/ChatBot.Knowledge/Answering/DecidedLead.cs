using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"By when is the target to be met?": what was agreed stands before what somebody proposes or wants, which follows as that; who wants something else later has changed nothing.</summary>
internal static class DecidedLead
{
    /// <summary>So many words two sentences on the same figure share that are on the same thing.</summary>
    private const int LeastShared = 1;

    private static readonly FrozenSet<string> Settling = LanguageData.Words("settling-words.txt");
    private static readonly FrozenSet<string> Wanting = LanguageData.Stems("wanting-words.txt");

    /// <summary>The answer with what was decided first; unchanged where it leads with no wish, or where wishes are asked for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer by the facts' order alone.</param>
    /// <param name="ranked">The facts, the best first.</param>
    /// <param name="statementOf">A fact as a statement.</param>
    public static Answer In(Question question, Answer answer, IReadOnlyList<RankedFact> ranked, Func<RankedFact, Statement> statementOf)
    {
        if (question.Expects is not (AnswerType.Date or AnswerType.Quantity) || question.AsksWhereSourcesDiffer || question.AsksForAllSides) return answer;
        var leads = Leads(answer).Select(lead => (Statement: lead, View: ranked.FirstOrDefault(fact => fact.View.Fact.Id == lead.Fact.Id)?.View)).ToList();
        if (leads.Count == 0 || leads[0].View is not { } first || !IsWanted(first)) return answer;
        if (!question.Tokens.Any(token => Wanting.Contains(token.Stem)) && Decided(question, leads, ranked, statementOf) is { } decided)
            return new Told([decided, .. leads.Select(lead => lead.Statement).Where(lead => lead.Fact.Id != decided.Fact.Id)]) { Question = question, Confidence = answer.Confidence };
        return answer is Changed changed && leads.TrueForAll(lead => lead.View is { } view && (view == first || !IsOfHolder(first, view)))
            ? new Disputed(changed.About, changed.Steps) { Question = question, Confidence = answer.Confidence, Further = changed.Further } : answer;
    }

    /// <summary>What was decided: among what is shown, or another sentence that tells it of the same thing.</summary>
    private static Statement? Decided(Question question, List<(Statement Statement, FactView? View)> leads, IReadOnlyList<RankedFact> ranked, Func<RankedFact, Statement> statementOf)
    {
        if (leads.Find(lead => lead.View is { } view && IsDecided(view)).Statement is { } shown) return shown;
        var found = ranked.FirstOrDefault(fact => IsDecided(fact.View) && (MeetsHalf(question, fact.View) || HasFigures(question, fact.View) && leads.Exists(lead => lead.View is { } view && Shared(view, fact.View) >= LeastShared))
            && ValueFinder.Find(question, fact.View) is not null);
        return found is null ? null : statementOf(found);
    }

    /// <summary>Whether another sentence names whoever wants it, first named in the one: then the later of the two is news of what they want.</summary>
    private static bool IsOfHolder(FactView wish, FactView other) =>
        wish.Mentions.Where(named => named.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation).OrderBy(named => named.Span.Start).FirstOrDefault() is not { Span.Length: > 0 } holder || other.Entities.Contains(holder.Id);

    private static int Shared(FactView one, FactView other) => one.Stems.Count(stem => !char.IsAsciiDigit(stem[0]) && other.Stems.Contains(stem));

    /// <summary>What the answer shows, in its order, one statement of each value.</summary>
    private static List<Statement> Leads(Answer answer) => answer switch
    {
        Told { Moments: null } told => [.. told.Found],
        Disputed disputed => [.. disputed.Sides.Select(side => side.Statements[0])],
        Changed changed => [.. changed.Steps.Reverse().Select(step => step.Statements[0])],
        _ => [],
    };

    private static bool IsWanted(FactView view) => view.Tokens.Exists(token => Wanting.Contains(token.Stem));

    private static bool IsDecided(FactView view) => !IsWanted(view) && !view.MayDeny && view.Tokens.Exists(token => Settling.Contains(token.Term));

    /// <summary>Whether it has all the figures that the question gives ("the 5% target").</summary>
    private static bool HasFigures(Question question, FactView view)
    {
        var figures = question.Tokens.Where(token => token.IsNumber).ToList();
        return figures.Count > 0 && figures.TrueForAll(figure => view.Tokens.Exists(token => token.IsNumber && token.Term == figure.Term));
    }

    /// <summary>Whether it has half of the question's words, or of those by which that names something.</summary>
    private static bool MeetsHalf(Question question, FactView view)
    {
        var words = question.Tokens.Where(token => !token.IsStopWord && !token.IsNumber).ToList();
        return words.Count > 1 && words.Count(word => view.Stems.Contains(word.Stem)) * 2 >= words.Count;
    }
}
