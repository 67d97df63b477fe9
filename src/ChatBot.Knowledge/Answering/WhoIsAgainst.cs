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
            if (question.Tokens[i].Term == "against" && (Taking.Contains(question.Tokens[i - 1].Stem) || question.Tokens[i - 1].Term is "who's" or "whos")) return view => view.Tokens.Exists(token => Opposing.Contains(token.Stem)) && ofKind?.Invoke(view) != false;
        return null;
    }

    /// <summary>"The council opposes Holm's plan": she is not who is against it; "opposed by Holm" she is.</summary>
    public static bool IsWhomTheyOppose(Question question, FactView view, TextSpan value)
    {
        if (question.Expects != AnswerType.Person || !question.Tokens.Any(token => token.Term == "against") || Asked(question) is null) return false;
        var at = view.Tokens.FindIndex(token => Opposing.Contains(token.Stem));
        var named = view.Tokens.FindIndex(token => token.Span.Overlaps(value));
        return at >= 0 && named > at && !view.Tokens.Skip(at).Take(named - at).Any(token => token.Term is "by" or "said" or "says");
    }
}
