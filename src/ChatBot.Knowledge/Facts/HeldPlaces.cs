using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Where no cues say which sentences tell the place of an event: only those do by which it is held there ("the fair in Sundby", "opens on 12 June in Sundby"), not all that name both
/// ("visitors from Sundby come to the fair").
/// </summary>
internal static class HeldPlaces
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("held-words.txt");

    /// <summary>Whether the place is that where the event is held.</summary>
    /// <param name="own">The event, as it is named.</param>
    /// <param name="place">The place.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    public static bool Are(EntityMention own, EntityMention place, IReadOnlyList<Token> tokens)
    {
        if (place.Span.Start < own.Span.End) return IsHost(own, place, tokens);
        var between = tokens.Where(token => token.Span.Start >= own.Span.End && token.Span.End <= place.Span.Start).ToList();
        if (between.FindLast(token => token.Term is not ("the" or "a" or "an")) is not { Span.Length: > 0 } last || !Lists["where"].Contains(last.Term)) return false;
        if (between.Exists(token => Lists["apart"].Contains(token.Term))) return false;
        return between.Exists(token => Lists["held"].Contains(token.Term)) || between.TrueForAll(token => token.IsStopWord) && !IsSpokenOf(own, tokens);
    }

    /// <summary>"The Sundby Fair opens in May": where nobody tells the place, the name of what is held hints at it.</summary>
    /// <param name="own">The event, as it is named.</param>
    /// <param name="mentions">All that the sentence names.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    public static bool AreInName(EntityMention own, IReadOnlyList<EntityMention> mentions, IReadOnlyList<Token> tokens) =>
        mentions.Any(place => place.Kind == EntityKind.Place && own.Span.Contains(place.Span)) && tokens.Any(token => token.Span.Start >= own.Span.End && Lists["held"].Contains(token.Term));

    /// <summary>"Spoke about the fair in Arnholt".</summary>
    private static bool IsSpokenOf(EntityMention own, IReadOnlyList<Token> tokens) =>
        tokens.LastOrDefault(token => token.Span.End <= own.Span.Start && token.Term is not ("the" or "a" or "an" or "this")) is { Span.Length: > 0 } before && Lists["besides"].Contains(before.Term);

    /// <summary>"Sundby will host the fair", "Sundby is the venue of the fair".</summary>
    private static bool IsHost(EntityMention own, EntityMention place, IReadOnlyList<Token> tokens) =>
        tokens.Any(token => token.Span.Start >= place.Span.End && token.Span.End <= own.Span.Start && Lists["hosting"].Contains(token.Term)) || tokens.Any(token => token.Span.Start > own.Span.End && Lists["held"].Contains(token.Term) && token.Span.Start < place.Span.Start);
}
