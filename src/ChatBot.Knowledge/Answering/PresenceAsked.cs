using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "Will she be at the fair?" asks whether she comes and nothing else: that somebody is said to oppose it, or that others come, is no answer. What tells it
/// says of that very person that they are there, come or stay away.
/// </summary>
internal static class PresenceAsked
{
    /// <summary>Words from the name to what is said of its being there.</summary>
    private const int Farthest = 7;

    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "is", "are", "was", "were", "will", "would", "did", "does", "do", "has", "have" };

    private static readonly HashSet<string> Moving = new("come go travel show turn miss skip stay arrive fly head".Split(' ').Select(EnglishStemmer.Stem), StringComparer.Ordinal);

    /// <summary>Whether a sentence tells it; null where the question asks something else.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (question.Expects != AnswerType.YesNo || question.Tokens is not [var first, ..] || !Auxiliaries.Contains(first.Term)) return null;
        var events = question.Entities.Where(named => named.Kind == EntityKind.Event).ToList();
        // Whoever stands first is asked of; with a second the question is about both.
        if (question.Entities.Where(named => named.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation && !events.Exists(one => one.Span.Contains(named.Span))).ToList() is not [{ Kind: EntityKind.Person } who]) return null;
        var words = question.Terms.Where(term => term.Entity is null).ToList();
        // "Will she be at the fair?", "will she be there?", "is she coming?".
        if (words.Exists(term => !IsOfPresence(term.Stem)) || words.Count == 0 && !question.Tokens.Any(token => token.Term == "there" || events.Count > 0 && token.Term is "be" or "at")) return null;
        return view => IsTold(view, who.Id, isAhead: first.Term is "will" or "is" or "are");
    }

    private static bool IsTold(FactView view, EntityId who, bool isAhead)
    {
        if (view.Fact.SpokenOf.Any(value => value.Yes is not null && value.Entity == who)) return true;
        foreach (var named in view.Mentions)
        {
            // "Her presence is opposed" tells nothing of whether she comes.
            if (named.Id != who || view.Tokens.Exists(token => token.Span.Overlaps(named.Span) && (token.Traits & TokenTraits.Possessive) != 0)) continue;
            var at = view.Tokens.FindIndex(token => token.Span.Start >= named.Span.End);
            for (var i = at; i >= 0 && i < view.Tokens.Count && i < at + Farthest; i++)
            {
                // What is so if something else is, and what was before, tells nothing of whether they will come.
                if (view.Tokens[i].Term is "if" or "would" || (view.Tokens[i].Traits & TokenTraits.Possessive) != 0 || isAhead && view.Tokens[i].Term is "was" or "has" or "had" or "did") break;
                if (IsOfPresence(view.Tokens[i].Stem)) return true;
                if (view.Tokens[i].Term == "be" && i + 1 < view.Tokens.Count && view.Tokens[i + 1].Term is "at" or "in" or "there") return true;
            }
        }
        return false;
    }

    private static bool IsOfPresence(string stem) => PresenceWords.Has(stem) || Moving.Contains(stem);
}
