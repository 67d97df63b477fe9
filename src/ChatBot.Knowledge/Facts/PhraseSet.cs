using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Phrases, compared by stems.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly string[][] _phrases = [.. phrases.Select(phrase => Tokenizer.Tokenize(phrase).Select(token => token.Stem).ToArray())];

    /// <summary>Whether a sentence has any of them.</summary>
    public bool StandsIn(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        foreach (var phrase in _phrases)
            for (var i = 0; i + phrase.Length <= tokens.Count; i++)
            {
                var k = 0;
                while (k < phrase.Length && tokens[i + k].Stem == phrase[k]) k++;
                if (k == phrase.Length) return true;
            }
        return false;
    }
}
