using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"By whom?" under "was the choir invited?" asks "who invited the choir?".</summary>
internal static class ByWhom
{
    /// <summary>The question in full; null where something else is asked, or the question before it has no passive.</summary>
    public static string? InFull(Question question, Question last)
    {
        if (question.Tokens.Where(token => token.Term is not ("and" or "so" or "but")).Select(token => token.Term).ToList() is not (["by", "whom"] or ["by", "who"] or ["who", "by"])) return null;
        var tokens = last.Tokens;
        if (tokens.Count < 3) return null;
        if (tokens is not [{ Term: "was" or "were" or "is" or "are" or "has" or "have" or "had" } auxiliary, _, ..]) return null;
        var verb = tokens.ToList().FindIndex(2, token => IsParticiple(token) && !last.Entities.Any(named => named.Span.Overlaps(token.Span)));
        if (verb < 0) return null;
        var behind = last.Text[tokens[verb].Span.End..].TrimEnd('?', '!', '.', ' ');
        var subject = last.Text[auxiliary.Span.End..tokens[verb].Span.Start].Trim();
        if (subject.EndsWith(" been", StringComparison.Ordinal)) subject = subject[..^5];
        return $"Who {tokens[verb].Span.Of(last.Text)} {subject}{behind}?";
    }

    private static bool IsParticiple(Token token) =>
        !token.IsStopWord && !token.IsCapitalised && (token.Term.EndsWith("ed", StringComparison.Ordinal) || token.Term.EndsWith("en", StringComparison.Ordinal));
}
