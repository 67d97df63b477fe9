using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What did Ana Varga and Olaf Dahl discuss?": that they met says nothing of what they spoke of.</summary>
internal static class Discussed
{
    private static readonly FrozenSet<string> Stems = LanguageData.Stems("discussion-words.txt");

    /// <summary>Whether a sentence may tell what somebody spoke of with somebody; null where that isn't asked.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Expects is AnswerType.YesNo or AnswerType.Date or AnswerType.Place or AnswerType.Person or AnswerType.Quantity || !question.Tokens.Any(token => token.Term is "what" or "which") || !question.Tokens.Any(token => token.Term is not "talks" && Stems.Contains(token.Stem))) return null;
        var parties = question.Entities.Where(mention => mention.Kind is EntityKind.Person or EntityKind.Country && mention.Span.Length > 0).Select(mention => mention.Id).Distinct().ToList();
        return parties.Count < 2 ? null : view => view.Tokens.Exists(token => Stems.Contains(token.Stem)) && parties.TrueForAll(party => view.Entities.Contains(party) || view.Represented.Contains(party));
    }
}
