using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Understanding;

/// <summary>Tells whether a question is of another event of the kind of the topic's ("the Ostrel Wine Festival"), of which a document tells as well.</summary>
internal sealed class AnotherEventAsked(Topic topic)
{
    private readonly HashSet<string> _own = topic.Entities.Where(entity => entity.Kind == EntityKind.Event).SelectMany(entity => entity.Aliases.Prepend(entity.Name)).SelectMany(name => Tokenizer.Tokenize(name)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a question has a word of that event's name which no event of the topic has.</summary>
    public bool Is(Question question, string name)
    {
        foreach (var word in Tokenizer.Tokenize(name))
            if (!_own.Contains(word.Stem) && question.Tokens.Any(token => token.Stem == word.Stem)) return true;
        return false;
    }
}
