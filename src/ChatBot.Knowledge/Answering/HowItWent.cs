using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How did the fair go?": told by what came of it (<c>outcome-words.txt</c>), not by who goes there.</summary>
internal static class HowItWent
{
    private static readonly FrozenSet<string> Outcomes = LanguageData.Stems("outcome-words.txt");

    /// <summary>Whether a sentence tells it; null where that isn't asked.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Tokens is not [{ Term: "how" }, { Term: "did" or "has" or "is" or "are" or "have" }, .., { Term: "go" or "gone" or "going" or "went" }]) return null;
        return view => view.Tokens.Exists(token => Outcomes.Contains(token.Stem));
    }
}
