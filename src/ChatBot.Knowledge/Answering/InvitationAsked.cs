using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Is she invited?" asks for an invitation and nothing else: what else is said of her, or of the event, is no answer.</summary>
internal static class InvitationAsked
{
    private static readonly string Inviting = EnglishStemmer.Stem("invited");

    /// <summary>Whether a sentence tells it; null where the question asks something else.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (question.Expects != AnswerType.YesNo || question.Terms.Where(term => term.Entity is null).ToList() is not [{ } word] || word.Stem != Inviting) return null;
        if (question.Entities.Where(named => named.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation).ToList() is not [{ } guest]) return null;
        return view => word.IsMetIn(view.Stems) || view.Fact.SpokenOf.Any(value => value.Yes is not null && value.Entity == guest.Id);
    }
}
