using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// What is counted is told by what it did: "how many boats sank" isn't answered by how many started. What says no more than that something is there or takes
/// part ("how many boats came") may be told in any words, and so may what the topic's own examples ask the same by.
/// </summary>
internal sealed class CountedDeed(Topic topic)
{
    private readonly Dictionary<string, FrozenSet<string>> _asked = topic.Intents.ToDictionary(
        intent => intent.Id, intent => intent.Examples.SelectMany(example => Tokenizer.Tokenize(example)).Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a sentence tells of what the counted did; null where the question asks for no such thing.</summary>
    public Func<FactView, bool>? Of(Question question)
    {
        if (DeedOf(question) is not { } deed || question.Intent is { } intent && _asked.TryGetValue(intent, out var asked) && asked.Contains(deed.Stem)) return null;
        return view => IsMet(deed, view);
    }

    /// <summary>The content word behind "how many boats", but for words like "have" and "will": null where another than the counted does it, or it only is there.</summary>
    private static QuestionTerm? DeedOf(Question question)
    {
        var tokens = question.Tokens;
        var many = -1;
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Term == "many" && tokens[i - 1].Term == "how") many = i;
        if (many < 0 || question.Focus is not { } focus) return null;
        var at = many + 1;
        while (at < tokens.Count && tokens[at].Stem != focus) at++;
        for (at++; at < tokens.Count; at++)
        {
            // "How many seats does the hall have", "how many fines were there for speeding": what they did is not asked.
            if (tokens[at].Term is "do" or "does" or "did" or "there" or "or" or "and" || question.Entities.Any(mention => mention.Span.Overlaps(tokens[at].Span))) return null;
            if (LightWords.Has(tokens[at]) || PresenceWords.Has(tokens[at].Stem)) return null;
            if (tokens[at].IsStopWord) continue;
            return question.Terms.FirstOrDefault(term => term.Entity is null && term.Stem == tokens[at].Stem);
        }
        return null;
    }

    private static bool IsMet(QuestionTerm deed, FactView view)
    {
        if (view.Stems.Contains(deed.Stem)) return true;
        foreach (var other in deed.Alternatives)
            if (view.Stems.Contains(other.Stem)) return true;
        return false;
    }
}
