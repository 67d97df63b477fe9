using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>A list of words and phrases, kept as data, that can be looked for in a text.</summary>
internal sealed class PhraseList(string name)
{
    private readonly List<string[]> _phrases = [.. LanguageData.Lines(name).Select(line => Tokenizer.Tokenize(line).Select(t => t.Term).ToArray())];

    /// <summary>Whether the tokens are just one of the phrases.</summary>
    public bool IsAll(IReadOnlyList<Token> tokens) => _phrases.Exists(phrase => phrase.Length == tokens.Count && phrase.Zip(tokens).All(pair => pair.First == pair.Second.Term));

    /// <summary>The tokens that phrases of the list take up; empty where none of them stands.</summary>
    public HashSet<int> Find(IReadOnlyList<Token> tokens)
    {
        var taken = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
            foreach (var phrase in _phrases)
            {
                if (i + phrase.Length > tokens.Count) continue;
                var k = 0;
                while (k < phrase.Length && tokens[i + k].Term == phrase[k]) k++;
                if (k == phrase.Length) taken.UnionWith(Enumerable.Range(i, k));
            }
        return taken;
    }
}
