using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who voted against the bridge?", "which countries are against it?": whoever voted for it isn't one of them.</summary>
internal static class WhoIsAgainst
{
    private static readonly HashSet<string> Taking = [.. new[] { "vote", "speak", "spoke", "argue", "campaign", "decide", "be", "is", "was", "are", "were", "come", "came", "protest" }.Select(EnglishStemmer.Stem)];

    private static readonly HashSet<string> Opposing = [.. new[] { "against", "oppose", "opposed", "opposition", "opponent", "reject", "object", "refuse", "protest" }.Select(EnglishStemmer.Stem)];

    /// <summary>Whether a sentence tells of somebody who is against something; null where nobody asks for such.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Organisation) && question.Tokens is not [{ Term: "which" }, ..]) return null;
        var ofKind = NamesOfKind.Asked(question);
        for (var i = 1; i < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "against" && Taking.Contains(question.Tokens[i - 1].Stem)) return view => view.Tokens.Exists(token => Opposing.Contains(token.Stem)) && ofKind?.Invoke(view) != false;
        return null;
    }
}
