using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Tells when and where something beside an event is, rather than the event itself: "a protest against the fair is planned for 22 June", "met in Delft to prepare the
/// fair", "will host the next fair" (<c>neighbouring-words.txt</c>).
/// </summary>
internal static class NeighbouringEvents
{
    internal static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("neighbouring-words.txt");

    /// <summary>Whether a day or place is that of something else wherever the sentence names the event.</summary>
    /// <param name="value">The day or place.</param>
    /// <param name="entity">The event; of what is none, nothing is said.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="saidOf">Stems of the words by which the event's own days or places are given.</param>
    public static bool Have(TextSpan value, EntityId? entity, Fact fact, string text, IReadOnlyList<Token> tokens, IReadOnlySet<string> saidOf)
    {
        var isNamed = false;
        foreach (var own in fact.Entities)
        {
            if (own.Id != entity || own.Kind != EntityKind.Event) continue;
            isNamed = true;
            if (own.Span.Contains(value)) return false;
            var before = Before(own, fact, tokens, out var isAnother);
            if (!(isAnother || IsBeside(tokens, before) || AnothersClause.Is(own.Span, before, text, tokens)) || IsJoined(value, own, fact, text, tokens, before, saidOf)) return false;
        }
        return isNamed;
    }

    /// <summary>The index of the last word before an event's name, articles and other names apart.</summary>
    private static int Before(EntityMention own, Fact fact, IReadOnlyList<Token> tokens, out bool isAnother)
    {
        isAnother = false;
        var i = tokens.Count - 1;
        while (i >= 0 && tokens[i].Span.End > own.Span.Start) i--;
        while (i >= 0 && (tokens[i].Term is "the" or "a" or "an" or "this" or "its" or "their" || Lists["another"].Contains(tokens[i].Term) || fact.Entities.Any(mention => mention.Span.Contains(tokens[i].Span))))
            isAnother |= Lists["another"].Contains(tokens[i--].Term);
        return i;
    }

    private static bool IsBeside(IReadOnlyList<Token> tokens, int i)
    {
        if (i < 0) return false;
        if (Lists["beside"].Contains(tokens[i].Term)) return true;
        return i > 0 && tokens[i].Term is "of" or "to" or "for" && Lists[tokens[i].Term].Contains(tokens[i - 1].Term);
    }

    /// <summary>"Ahead of the fair in Delft", "before the fair, which opens on 24 June": stands behind the event's name with nothing but words that give it between the two.</summary>
    private static bool IsJoined(TextSpan value, EntityMention own, Fact fact, string text, IReadOnlyList<Token> tokens, int before, IReadOnlySet<string> saidOf)
    {
        if (value.Start < own.Span.End) return false;
        var between = tokens.Where(token => token.Span.Start >= own.Span.End && token.Span.End <= value.Start).ToList();
        if (!between.TrueForAll(token => token.IsStopWord || token.IsNumber || saidOf.Contains(token.Stem) || fact.Entities.Any(mention => mention.Span.Contains(token.Span)) || fact.Dates.Any(date => date.Span.Contains(token.Span)))) return false;
        return between is [] || between.Find(token => Lists["verb"].Contains(token.Term)) is not { Span.Length: > 0 } verb || IsOwnVerb(verb);

        // "Before the fair is held", "the fair, which is held"; but "a meeting before the fair is held".
        bool IsOwnVerb(Token verb) => between.Exists(token => token.Term is "which" or "that" or "who" && token.Span.Start < verb.Span.Start) || text.AsSpan(own.Span.End, verb.Span.Start - own.Span.End).Contains(',')
            || before >= 0 && Lists["clause"].Contains(tokens[before].Term) && !(before > 0 && Lists["event"].Contains(tokens[before - 1].Term));
    }
}
