using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Why?" where nothing was answered: what of the question stands in no document.</summary>
/// <param name="stems">The stems of all words of the documents.</param>
internal sealed class WhyNotKnown(IReadOnlySet<string> stems)
{
    private static readonly PhraseList Phrases = new("why-unknown-phrases.txt");

    /// <summary>Whether nothing is asked but why.</summary>
    public static bool IsAsked(Question question) => Phrases.IsAll([.. question.Tokens.Where(token => token.Term is not ("and" or "but" or "so" or "ok" or "hm" or "hmm"))]);

    /// <summary>Why the last question has no answer; null where something else is asked.</summary>
    public SmallTalk? Read(Question question, Turn unanswered)
    {
        return IsAsked(question) ? new SmallTalk(unanswered.Answer is NotKnown { Nearest.Count: > 0 } ? "why only near" : "why unknown") { Question = question, Confidence = 1, NotFound = [.. NotFound(unanswered.Question)] } : null;
    }

    /// <summary>The words of a question for which no document has the word or another that may stand for it.</summary>
    private IEnumerable<string> NotFound(Question question) => question.Terms
        .Where(term => !stems.Contains(term.Stem) && !term.Alternatives.Any(other => stems.Contains(other.Stem)))
        .Select(term => question.Tokens.FirstOrDefault(token => token.Stem == term.Stem))
        .Where(token => token.Term is not null && token.Span.End <= question.Text.Length)
        .Select(token => token.Span.Of(question.Text)).Distinct(StringComparer.OrdinalIgnoreCase);
}
