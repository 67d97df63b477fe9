using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "The Post had reported that he would leave" beside "he denied that he will": an article that passes on a report in order to tell that it isn't so is quoted with
/// the denial, because the report alone would say the contrary.
/// </summary>
/// <param name="topic">The topic.</param>
/// <param name="view">Any fact.</param>
internal sealed class DenialBeside(Topic topic, Func<FactId, FactView?> view)
{
    /// <summary>A denial stands at most so many sentences before or behind the report.</summary>
    private const int Reach = 3;

    /// <summary>The denial, by whom the report is about, in the same document; null where the sentence is no report of another, or nobody denies it there.</summary>
    public FactView? Of(FactView report)
    {
        if (!PassesOn(report) || report.Fact.Locator.Kind == ParagraphKind.Title) return null;
        for (var apart = 1; apart <= Reach; apart++)
            foreach (var number in new[] { report.Fact.Id.Number + apart, report.Fact.Id.Number - apart })
                if (view(new FactId(report.Fact.Id.Document, number)) is { } other && IsDenialOf(other, report)) return other;
        return null;
    }

    /// <summary>"The Post reports that he will leave", "the Post had written that he would".</summary>
    private static bool PassesOn(FactView view)
    {
        if (view.Fact is { Stance: Stance.Reported, Attribution.Sources.Count: > 0 }) return true;
        for (var i = 1; i < view.Tokens.Count; i++)
            if (view.Tokens[i - 1].Term == "had" && ReportingVerbs.StanceOf(view.Tokens[i].Term) is not (null or Stance.Denied) || view.Tokens[i - 1].Term == "had" && view.Tokens[i].Term == "written") return true;
        return false;
    }

    /// <summary>"The Post had reported that he would leave": whom the sentence before names, where this one names nobody else.</summary>
    private bool IsMeant(EntityId speaker, FactView report) =>
        report.Tokens.Exists(token => token.Term is "he" or "she" or "him" or "his" or "her") && !report.Fact.Entities.Any(mention => mention.Kind == EntityKind.Person && mention.Id != speaker)
        && view(new FactId(report.Fact.Id.Document, report.Fact.Id.Number - 1)) is { } before && before.Entities.Contains(speaker);

    /// <summary>Whether it is denied by whom the report names, or by who speaks for a country or body that it names.</summary>
    private bool IsDenialOf(FactView denial, FactView report) =>
        denial.Fact.Stance == Stance.Denied && denial.Fact.Locator.Kind == report.Fact.Locator.Kind
        && denial.Fact.Attribution.Speaker is { } speaker && !report.Fact.Attribution.Sources.Any(source => source.Id == speaker) && report.Fact.Attribution.Speaker != speaker
        && (report.Entities.Contains(speaker) || IsMeant(speaker, report) || topic.Entities.FirstOrDefault(entity => entity.Id == speaker)?.Represents is { } represented && report.Entities.Contains(represented));
}
