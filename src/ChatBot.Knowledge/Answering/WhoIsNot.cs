using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who was not there?", "which countries didn't attend?": that somebody was is no answer.</summary>
internal static class WhoIsNot
{
    /// <summary>Between the question word and "not": an auxiliary and a noun or two.</summary>
    private const int Reach = 4;

    private static readonly FrozenSet<string> Absence = FrozenSet.Create(StringComparer.Ordinal, "absent", "absence", "missing", "missed");

    /// <summary>Whether the question asks who isn't somewhere.</summary>
    public static bool IsAsked(Question question)
    {
        var tokens = question.Tokens;
        for (var i = 0; i < Math.Min(2, tokens.Count); i++)
        {
            if (tokens[i].Term is not ("who" or "who's" or "which")) continue;
            for (var k = i + 1; k < tokens.Count && k <= i + Reach; k++)
                if (tokens[k].Term is "not" or "never" || Negation.IsContracted(tokens[k])) return k + 1 < tokens.Count && (tokens[k + 1].Term is "at" or "in" or "there" or "be" || IsPresence(tokens, k + 1));
        }
        return false;
    }

    /// <summary>"Coming" and "taking part" are being there to those who ask; of things they are said too often to be of the words elsewhere.</summary>
    private static bool IsPresence(IReadOnlyList<Token> tokens, int at) => PresenceWords.Has(tokens[at].Stem) || tokens[at].Stem == "come" || IsTakingPart(tokens, at);

    private static bool IsTakingPart(IReadOnlyList<Token> tokens, int at) => tokens[at].Stem == "take" && at + 1 < tokens.Count && tokens[at + 1].Term == "part";

    /// <summary>Rather than "coming from".</summary>
    private static bool IsComingTo(List<Token> tokens, int at) => tokens[at].Stem == "come" && (at + 1 == tokens.Count || tokens[at + 1].Term is "to" or "along");

    /// <summary>Whether a sentence says of somebody that they aren't.</summary>
    public static bool IsTold(FactView view)
    {
        var negators = Negation.Among(view.Document.Text, view.Tokens).FindAll(negator => negator.Kind is NegatorKind.Word);
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            var isDenied = negators.Exists(negator => negator.Governs(i));
            if (Absence.Contains(view.Tokens[i].Term) ? !isDenied : isDenied && (PresenceWords.Has(view.Tokens[i].Stem) || IsComingTo(view.Tokens, i) || IsTakingPart(view.Tokens, i))) return true;
        }
        return false;
    }
}
