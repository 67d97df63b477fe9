using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Subscriptions;

/// <summary>The words by which news is looked for: what speaks of whom they name, in whatever words ("Norwegian"), has the words of that name. Pure.</summary>
internal sealed class LookedFor
{
    private readonly HashSet<string> _stems;
    private readonly List<(string Entity, HashSet<string> Stems)> _named;

    public LookedFor(string words, Topic topic)
    {
        _stems = WhyCommand.Stems(words);
        var terms = Spaced(words);
        _named = [.. topic.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name).Where(name => WhyCommand.Stems(name).Count > 0 && terms.Contains(Spaced(name), StringComparison.Ordinal)).Select(name => (entity.Id.Value, WhyCommand.Stems(name))))];
    }

    /// <summary>Whether there are any.</summary>
    public bool IsAny => _stems.Count > 0;

    /// <summary>How many of them something has.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="entities">Whom and what it speaks of.</param>
    public int MetIn(string text, IEnumerable<string> entities)
    {
        var met = Tokenizer.Tokenize(text).Select(token => SpellingVariants.Of(token.Stem)).Where(_stems.Contains).ToHashSet(StringComparer.Ordinal);
        foreach (var entity in entities)
            foreach (var (_, stems) in _named.Where(named => named.Entity == entity)) met.UnionWith(stems);
        return met.Count;
    }

    private static string Spaced(string words) => $" {string.Join(' ', Tokenizer.Tokenize(words).Select(token => token.Term))} ";
}
