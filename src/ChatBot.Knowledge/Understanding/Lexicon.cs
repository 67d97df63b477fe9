using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// Words and short phrases that mean much the same: English in general (<c>synonyms.txt</c>) and the topic's own. Compared by stems.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>How far a general synonym counts as the word itself.</summary>
    private const double GeneralWeight = 0.75;

    /// <summary>How far a synonym that the topic names counts as the word itself.</summary>
    private const double TopicWeight = 0.9;

    private readonly Dictionary<string, List<Entry>> _byFirstStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _phrases = new(StringComparer.Ordinal);

    /// <summary>A phrase that was found, with what may stand for it.</summary>
    /// <param name="Length">How many tokens it takes.</param>
    /// <param name="Alternatives">What may stand for it.</param>
    public readonly record struct Match(int Length, IReadOnlyList<TermAlternative> Alternatives);

    private sealed record Entry(string[] Stems, List<TermAlternative> Alternatives);

    public Lexicon(Topic topic)
    {
        foreach (var group in General()) Add(group, GeneralWeight);
        foreach (var group in topic.Lexicon) Add(group, TopicWeight);
    }

    /// <summary>The longest phrase of the lexicon that begins at token <paramref name="i"/>, or null.</summary>
    public Match? At(IReadOnlyList<Token> tokens, int i)
    {
        if (!_byFirstStem.TryGetValue(tokens[i].Stem, out var entries)) return null;
        Entry? best = null;
        foreach (var entry in entries)
        {
            if (i + entry.Stems.Length > tokens.Count || best is not null && best.Stems.Length >= entry.Stems.Length) continue;
            var k = 1;
            while (k < entry.Stems.Length && tokens[i + k].Stem == entry.Stems[k]) k++;
            if (k == entry.Stems.Length) best = entry;
        }
        return best is null ? null : new Match(best.Stems.Length, best.Alternatives);
    }

    /// <summary>The phrases of several words that stand in a text, in the form of <see cref="TermAlternative.Phrase"/>.</summary>
    public IEnumerable<string> Phrases(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!_phrases.TryGetValue(tokens[i].Stem, out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                var k = 1;
                while (k < phrase.Length && i + k < tokens.Count && tokens[i + k].Stem == phrase[k]) k++;
                if (k == phrase.Length) yield return string.Join(' ', phrase);
            }
        }
    }

    private void Add(SynonymGroup group, double weight)
    {
        var phrases = group.Phrases.Select(p => Tokenizer.Tokenize(p).Select(t => t.Stem).ToArray()).Where(p => p.Length > 0).ToList();
        foreach (var phrase in phrases.Where(p => p.Length > 1)) AddPhrase(phrase);
        var askers = group.OneWay ? 1 : phrases.Count;
        for (var i = 0; i < askers && i < phrases.Count; i++)
        {
            var entry = EntryOf(phrases[i]);
            for (var j = 0; j < phrases.Count; j++)
            {
                if (i == j) continue;
                var stem = phrases[j].MaxBy(s => StopWords.Contains(s) ? 0 : s.Length)!;
                var phrase = phrases[j].Length == 1 ? null : string.Join(' ', phrases[j]);
                if (phrase is null && phrases[i].Contains(stem) || entry.Alternatives.Exists(a => a.Stem == stem && a.Phrase == phrase)) continue;
                entry.Alternatives.Add(new TermAlternative(stem, weight, phrase));
            }
        }
    }

    private void AddPhrase(string[] phrase)
    {
        if (!_phrases.TryGetValue(phrase[0], out var phrases)) _phrases.Add(phrase[0], phrases = []);
        if (!phrases.Exists(p => p.AsSpan().SequenceEqual(phrase))) phrases.Add(phrase);
    }

    private Entry EntryOf(string[] stems)
    {
        if (!_byFirstStem.TryGetValue(stems[0], out var entries)) _byFirstStem.Add(stems[0], entries = []);
        var entry = entries.Find(e => e.Stems.AsSpan().SequenceEqual(stems));
        if (entry is null) entries.Add(entry = new Entry(stems, []));
        return entry;
    }

    private static IEnumerable<SynonymGroup> General()
    {
        foreach (var line in LanguageData.Lines("synonyms.txt"))
        {
            if (line.Split('>') is [var asked, var meant])
            {
                foreach (var phrase in PhrasesOf(asked)) yield return new SynonymGroup([phrase, .. PhrasesOf(meant)], true);
                continue;
            }
            var phrases = PhrasesOf(line);
            if (phrases.Length > 1) yield return new SynonymGroup(phrases, false);
        }
    }

    private static string[] PhrasesOf(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
