using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who is the sponsor?", answered by a report that the sponsor leaves: another document's word that they stay belongs beside it, whatever was asked.</summary>
internal static class ContraryBeside
{
    /// <summary>So many facts are looked through for it.</summary>
    private const int MostLookedThrough = 60;

    /// <summary>What another document denies of a statement that passes on what somebody else said; null where none does.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="question">The question.</param>
    /// <param name="told">The statement.</param>
    /// <param name="ranked">The facts, the best first.</param>
    public static RankedFact? Of(Topic topic, Question question, Statement told, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Organisation or AnswerType.Any or AnswerType.Thing) || question.Speaker is not null) return null;
        if (ranked.FirstOrDefault(fact => fact.View.Fact.Id == told.Fact.Id)?.View is not { } led || !IsPassedOn(led)) return null;
        return ranked.Take(MostLookedThrough).FirstOrDefault(other => other.View.Document.Id != led.Document.Id && other.View.Fact is { Stance: Stance.Denied, Attribution.Speaker: { } speaker } && IsOf(topic, speaker, led) && SharesDeed(led, other.View));
    }

    private static bool IsPassedOn(FactView view) => view.Fact.Stance == Stance.Reported || UnnamedSpeaker.Of(view.Fact) is not null;

    /// <summary>Whether the statement names whoever denies it, or whom they speak for.</summary>
    private static bool IsOf(Topic topic, EntityId speaker, FactView led) => led.Entities.Contains(speaker) || topic.Entities.FirstOrDefault(entity => entity.Id == speaker)?.Represents is { } represented && led.Entities.Contains(represented);

    /// <summary>Whether both have a word that is part of no name: what was to be done.</summary>
    private static bool SharesDeed(FactView led, FactView denial) => denial.Tokens.Exists(token => !token.IsStopWord && !token.IsNumber && ReportingVerbs.StanceOf(token.Term) is null && led.Stems.Contains(token.Stem)
        && !denial.Fact.Entities.Any(named => named.Span.Contains(token.Span)) && !denial.Fact.Dates.Any(date => date.Span.Contains(token.Span)));
}
