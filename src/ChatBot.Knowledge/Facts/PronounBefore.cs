using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Finds whom "he" or "she" means further into a sentence, or after one that calls somebody by a single name: enough for a hint, too little to draw facts from.</summary>
internal static class PronounBefore
{
    /// <summary>Whom the sentence right before names alone.</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="shown">The part of it that is shown.</param>
    /// <param name="document">Its document.</param>
    /// <returns>The person's mention, else where the single name stands; null where the sentence has no such pronoun, names a person itself, or the one before doesn't tell.</returns>
    public static (EntityMention? Mention, TextSpan Name)? Of(Fact fact, TextSpan shown, DocumentFacts document)
    {
        if (!Tokenizer.Tokenize(document.Document.At(shown)).Exists(token => token.Term is "he" or "she") || fact.Entities.Any(mention => mention.Kind == EntityKind.Person)) return null;
        if (document.Facts.FirstOrDefault(other => other.Locator == fact.Locator && other.SentenceNumber == fact.SentenceNumber - 1) is not { } before) return null;
        var people = before.Entities.Where(mention => mention.Kind == EntityKind.Person).DistinctBy(mention => mention.Id).ToList();
        if (people.Count > 0) return people is [var one] ? (one, one.Span) : null;
        return Tokenizer.Tokenize(before.Text) is [var first, { IsCapitalised: false } next, ..] && IsName(first) && !next.IsNumber
            && !before.Entities.Any(mention => mention.Span.Start == before.Span.Start && mention.Kind != EntityKind.Thing) ? (null, new TextSpan(before.Span.Start + first.Span.Start, first.Span.Length)) : null;
    }

    private static bool IsName(Token token) => token.IsCapitalised && !token.IsStopWord && !token.IsNumber && !SpellingCorrector.English.Knows(token.Term);
}
