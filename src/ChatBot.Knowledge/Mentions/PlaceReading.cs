using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Tells a place where something is from one that only acts or is spoken of: "in Lithuania" from "Lithuania's president".</summary>
internal static class PlaceReading
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
        { "in", "at", "near", "from", "to", "into", "towards", "toward", "outside", "inside", "across", "around", "via", "through", "on", "between", "beside", "by" };

    /// <summary>Whether <paramref name="mention"/> stands as the place of something: behind a preposition, or behind another place and a comma.</summary>
    public static bool IsLocation(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, EntityMention mention)
    {
        if (mention.Kind is not (EntityKind.Place or EntityKind.Country)) return false;
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < mention.Span.Start) first++;
        if (first >= tokens.Count) return false;
        var last = first;
        while (last + 1 < tokens.Count && tokens[last + 1].Span.End <= mention.Span.End) last++;
        if ((tokens[last].Traits & TokenTraits.Possessive) != 0) return false;
        var before = first - 1;
        if (before >= 0 && tokens[before].Term == "the") before--;
        if (before < 0) return false;
        // "Talks between Norland and Sudmark", "sanctions on Norland", "attacked by Sudmark": what countries do, not where.
        if (mention.Kind == EntityKind.Country && tokens[before].Term is "between" or "on" or "by") return false;
        if (Prepositions.Contains(tokens[before].Term)) return true;
        foreach (var other in mentions)
            if (other.Kind is EntityKind.Place or EntityKind.Country && other.Span != mention.Span && other.Span.End == tokens[before].Span.End && IsLocation(tokens, mentions, other)) return true;
        return false;
    }
}
