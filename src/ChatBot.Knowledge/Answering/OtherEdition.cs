using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Where was last year's summit?", "who won the previous regatta?": what is told of this one is no answer.</summary>
internal static class OtherEdition
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.LabelledWords("edition-words.txt");

    /// <summary>Whether a sentence speaks of the other one that a question asks of; null where it asks of none.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        foreach (var mention in question.Entities)
        {
            if (mention.Kind != EntityKind.Event || mention.Span.Length == 0) continue;
            var name = question.Tokens.ToList().FindIndex(token => token.Span.Start >= mention.Span.Start);
            var noun = question.Tokens.LastOrDefault(token => mention.Span.Contains(token.Span)).Stem;
            if (name > 0 && Way(question.Tokens, name) is { } isBefore) return view => (view.Entities.Contains(mention.Id) || noun is not null && view.Stems.Contains(noun)) && Tells(view, isBefore);
        }
        return null;
    }

    /// <summary>Whether the words before the name speak of one before (true), or after; null where they speak of neither, or may mean the event itself.</summary>
    private static bool? Way(IReadOnlyList<Token> tokens, int name)
    {
        var word = tokens[name - 1].Term;
        var hasTime = Words["time"].Contains(word);
        if (hasTime) word = name > 1 ? tokens[name - 2].Term : "";
        if (!hasTime && Words["either"].Contains(word)) return null;
        return Words["before"].Contains(word) ? true : Words["after"].Contains(word) ? false : null;
    }

    /// <summary>A sentence speaks of the one before by such a word, or by a year before its document's.</summary>
    private static bool Tells(FactView view, bool isBefore)
    {
        var words = Words[isBefore ? "before" : "after"];
        if (view.Tokens.Exists(token => words.Contains(token.Term))) return true;
        return view.Document.Source.Published is { } published && view.DatesOfMatter.Any(date => isBefore ? date.Value.To.Year < published.Year : date.Value.From.Year > published.Year);
    }
}
