using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>"Will be held in the old customs house": the house or ground in which something is held, by the noun that it ends in, whether anybody listed it or not.</summary>
internal static class Venues
{
    /// <summary>"Held on 12 March at 7 p.m. in the …": so many words stand between at most.</summary>
    private const int FarthestBehind = 10;

    /// <summary>"The old customs house": so many words a place has at most before its noun.</summary>
    private const int LongestName = 5;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("venue-words.txt");

    /// <summary>Where it is, without its article, and the token of the verb or noun behind which it stands; null where a sentence tells of none.</summary>
    /// <param name="tokens">The sentence's tokens, which point into the text.</param>
    /// <param name="text">The document's text.</param>
    public static (TextSpan Span, int Verb)? In(IReadOnlyList<Token> tokens, string text)
    {
        for (var verb = 0; verb < tokens.Count; verb++)
        {
            if (tokens[verb].Term == "venue" && IsAt(tokens, verb) is { } is_ && At(tokens, text, is_) is { } venue) return (venue, verb);
            if (!Lists["held"].Contains(tokens[verb].Term)) continue;
            for (var at = verb + 1; at < Math.Min(tokens.Count, verb + FarthestBehind); at++)
                if (Lists["behind"].Contains(tokens[at].Term) && At(tokens, text, at) is { } place) return (place, verb);
        }
        return null;
    }

    /// <summary>Whether a name is that of a house or ground: "Castle Hall".</summary>
    public static bool AreNamedBy(IReadOnlyList<Token> name) => name.Count > 1 && Lists["venue"].Contains(name[^1].Term);

    /// <summary>"The venue of the congress is": the token behind which it is told.</summary>
    private static int? IsAt(IReadOnlyList<Token> tokens, int venue)
    {
        for (var i = venue + 1; i < Math.Min(tokens.Count, venue + FarthestBehind); i++)
            if (tokens[i].Term is "is" or "are" || tokens[i].Term == "be" && tokens[i - 1].Term == "will") return i;
        return null;
    }

    /// <summary>The place that begins behind a token; null where none of its words is one.</summary>
    private static TextSpan? At(IReadOnlyList<Token> tokens, string text, int before)
    {
        var from = before + 1;
        if (from < tokens.Count && tokens[from].Term is "the" or "a" or "an" or "its" or "their") from++;
        TextSpan? found = null;
        for (var i = from; i < Math.Min(tokens.Count, from + LongestName) && !(tokens[i].IsStopWord && i > from) && !tokens[i].IsNumber && (i == from || text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End) is " "); i++)
            if (Lists["venue"].Contains(tokens[i].Term)) found = TextSpan.FromBounds(tokens[from].Span.Start, tokens[i].Span.End);
        return found;
    }
}
