using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>The passages of a document that say that something is corrected, and which of its sentences they speak of.</summary>
internal sealed class CorrectionNotes
{
    private readonly Topic _topic;
    private readonly List<(PassageLocator Locator, bool IsOfAll, HashSet<string> Words)> _notes;

    public CorrectionNotes(DocumentFacts document, Topic topic)
    {
        _topic = topic;
        _notes = [.. document.Facts.GroupBy(fact => fact.Locator).Where(passage => passage.Any(fact => CorrectionSigns.In(fact.Text)))
            .Select(passage => (passage.Key, passage.All(SaysNothingElse), passage.SelectMany(Words).ToHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>
    /// Whether a sentence is what they correct: it stands in the same passage, it shares most of its words with one or the name of what it gives a value, or
    /// one says of nothing in particular that it is corrected ("We regret the error").
    /// </summary>
    public bool SpeakOf(Fact fact) => _notes.Exists(note => note.IsOfAll || note.Locator == fact.Locator || Shares(note.Words, fact));

    private bool Shares(HashSet<string> note, Fact fact)
    {
        var words = Words(fact).ToHashSet(StringComparer.Ordinal);
        if (words.Count(note.Contains) * 2 > words.Count) return true;
        var named = fact.Entities.SelectMany(mention => _topic.Entities.Where(entity => entity.Id == mention.Id)).SelectMany(entity => entity.Aliases.Prepend(entity.Name)).SelectMany(Stems).ToHashSet(StringComparer.Ordinal);
        return fact.Attributes.Any(value => _topic.Attributes.FirstOrDefault(attribute => attribute.Id == value.Attribute) is { } attribute
            && Stems(attribute.Label).Where(stem => !named.Contains(stem)).Take(1).Any(note.Contains));
    }

    private static bool SaysNothingElse(Fact fact) => fact.Entities.Count == 0 && fact.Quantities.Count == 0 && fact.Dates.All(date => date.Relative);

    private static IEnumerable<string> Words(Fact fact) => Stems(fact.Text);

    private static IEnumerable<string> Stems(string text) => Tokenizer.Tokenize(text).Where(token => !token.IsStopWord && !token.IsNumber).Select(token => token.Stem);
}
