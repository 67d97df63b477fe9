using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// Tells facts on another occasion than a question is of: on another event of the topic's kind ("the Ostrel Wine Festival"), or on when and where this year's event is
/// where another year's is asked for.
/// </summary>
internal sealed class OtherOccasions(Topic topic)
{
    private readonly Editions _editions = new(topic);

    private readonly HashSet<string> _held = topic.Attributes.Where(attribute => attribute.Entity is { } entity && entity == topic.Subject && attribute.Value is AttributeValueKind.Place or AttributeValueKind.Dates)
        .Select(attribute => attribute.Id).ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> _own = topic.Entities.Where(entity => entity.Kind == EntityKind.Event).SelectMany(entity => entity.Aliases.Prepend(entity.Name)).SelectMany(name => Tokenizer.Tokenize(name))
        .Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes from ranked facts those on another occasion than the question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">The facts.</param>
    public void Remove(Question question, List<RankedFact> ranked)
    {
        var isOfAnotherYear = IsOfAnotherYear(question);
        ranked.RemoveAll(one => one.View.Fact is var fact && (fact.AnotherEvent is { } another && !IsNamed(question, another) || isOfAnotherYear && fact.Attributes.Any(value => _held.Contains(value.Attribute))));
    }

    private bool IsOfAnotherYear(Question question) =>
        question.Expects is AnswerType.Place or AnswerType.Date && question.Dates.Count > 0 && question.Entities.Any(mention => mention.Id == topic.Subject) && _editions.IsOutside(question.Dates);

    /// <summary>Whether a question has a word of that event's name which no event of the topic has.</summary>
    private bool IsNamed(Question question, string name)
    {
        foreach (var word in Tokenizer.Tokenize(name))
            if (!_own.Contains(word.Stem) && question.Tokens.Any(token => token.Stem == word.Stem)) return true;
        return false;
    }
}
