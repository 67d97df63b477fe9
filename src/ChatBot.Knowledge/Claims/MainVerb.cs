using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Finds the word that tells what a claim's subject does or did, as far as its form and place tell that without a grammar.</summary>
internal static class MainVerb
{
    /// <summary>Words behind which a form in "-ed" describes ("the planned fair", "of combined strength").</summary>
    private static readonly FrozenSet<string> BeforeNouns = new[]
    {
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your", "of", "in", "on", "at", "by", "for", "with", "to", "from", "under", "and", "or", "more", "most", "some", "any", "no", "all",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Closing = new[] { "before", "after", "when", "while", "because", "although", "though", "that", "which", "who", "if", "unless", "until" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Its index; null where none can be told.</summary>
    public static int? Of(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        var subject = mentions.FirstOrDefault(m => m.Span.Length > 0);
        for (var i = 1; i < tokens.Count; i++)
        {
            // What hangs on a saying, or on another clause, is judged with that.
            if (Closing.Contains(tokens[i].Term) || ReportingVerbs.StanceOf(tokens[i].Term) is not null || tokens[i].Stem is "speak" or "talk") return null;
            if (tokens[i].IsStopWord || tokens[i].IsNumber || mentions.Any(m => m.Span.Overlaps(tokens[i].Span))) continue;
            var before = i - 1;
            while (before > 0 && (tokens[before].Term is "also" or "then" or "once" or "again" || tokens[before].Term.EndsWith("ly", StringComparison.Ordinal))) before--;
            // "Ana Varga praises …": right behind the person with whose name the claim begins. "Ana Varga's praise" isn't, nor are "Norland partners".
            if (subject.Kind == EntityKind.Person && IsSubject(subject, tokens, before)) return i;
            if (IsPast(tokens[i]) && !BeforeNouns.Contains(tokens[before].Term) && (tokens[before].Traits & TokenTraits.Possessive) == 0) return i;
        }
        return null;
    }

    private static bool IsSubject(EntityMention subject, IReadOnlyList<Token> tokens, int before) =>
        subject.Span.Length > 0 && tokens[before].Span.Overlaps(subject.Span) && (tokens[before].Traits & TokenTraits.Possessive) == 0 && (tokens[0].Span.Overlaps(subject.Span) || tokens[0].Term == "the" && tokens[1].Span.Overlaps(subject.Span));

    private static bool IsPast(Token token) => token.Term.Length > 4 && token.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(token.Term);
}
