using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who is Holm's sister?", "did his brother sail?": told only by a sentence that says who is what to whom; whoever welcomed Holm is not her sister.</summary>
internal static class RelationAsked
{
    private static readonly FrozenSet<string> Relations = LanguageData.Words("relation-words.txt");

    /// <summary>Whether a sentence has the word for it, or one that means the same; null where nobody's relation is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        foreach (var token in question.Tokens)
            if (Relations.Contains(token.Term) && question.Terms.FirstOrDefault(term => term.Entity is null && term.Stem == token.Stem) is { Stem: not null } relation) return view => relation.IsMetIn(view.Stems);
        return null;
    }
}
