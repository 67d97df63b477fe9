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

    /// <summary>"And who isn't?" after "who is coming?" in full: the question before it, denied; null where something else is asked, or was before.</summary>
    /// <param name="question">The follow-up.</param>
    /// <param name="last">The question before it.</param>
    public static string? InFull(Question question, Question last)
    {
        var tokens = question.Tokens.SkipWhile(token => token.Term is "and" or "but" or "so").ToList();
        if (tokens is not [{ Term: "who" or "who's" }, .. { Count: 1 or 2 } denied] || !(denied[^1].Term == "not" || Negation.IsContracted(denied[^1])) || !denied.TrueForAll(token => token.IsStopWord)) return null;
        var asked = Tokenizer.Tokenize(last.Matter);
        if (asked is not [{ Term: "who" or "who's" }, _, ..] || asked.Exists(token => token.Term is "not" or "never" || Negation.IsContracted(token))) return null;
        var auxiliary = asked[0].Term == "who's" ? "is" : asked[1].Term is "is" or "are" or "was" or "were" or "will" or "has" or "have" or "had" or "would" or "can" or "could" or "may" ? asked[1].Term : null;
        var verb = asked[0].Term == "who's" || auxiliary is null ? 1 : 2;
        if (verb >= asked.Count) return null;
        var rest = last.Matter[asked[verb].Span.Start..];
        return auxiliary is not null ? $"Who {auxiliary} not {rest}"
            : IrregularForms.IsPast(asked[verb].Term) ? $"Who did not {IrregularForms.BaseOf(asked[verb].Term)}{last.Matter[asked[verb].Span.End..]}"
            : asked[verb].Term.EndsWith("ed", StringComparison.Ordinal) ? $"Who has not {rest}" : null;
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
