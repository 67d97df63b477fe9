using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>
/// The smallest hashes of a text's runs of three words: two sketches agree in about the share of runs that the texts have in common (A. Broder, On the
/// resemblance and containment of documents, 1997). Immutable; the same text has the same sketch on every machine.
/// </summary>
public sealed class Sketch
{
    /// <summary>From so much in common on, two texts are nearly the same: an agency's report in two newspapers.</summary>
    public const double NearlySame = 0.6;

    private const int Hashes = 128;
    private const int RunLength = 3;
    private const int BandLength = 4;

    private readonly ulong[] _least;

    private Sketch(ulong[] least) => _least = least;

    /// <summary>The sketch of a text; of one without words, one that is like no other.</summary>
    public static Sketch Of(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var least = new ulong[Hashes];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i + RunLength <= Math.Max(tokens.Count, RunLength) && i < tokens.Count; i++)
        {
            var run = 14695981039346656037UL;
            for (var k = i; k < Math.Min(i + RunLength, tokens.Count); k++)
            {
                foreach (var c in tokens[k].Stem) run = (run ^ c) * 1099511628211UL;
                run = (run ^ ' ') * 1099511628211UL;
            }
            for (var h = 0; h < Hashes; h++)
            {
                var hash = Mix(run + (ulong)(h + 1) * 0x9E3779B97F4A7C15UL);
                if (hash < least[h]) least[h] = hash;
            }
        }
        return new Sketch(least);
    }

    /// <summary>About the share of the two texts' runs that both have, 0 to 1.</summary>
    public double Likeness(Sketch other)
    {
        var same = 0;
        for (var h = 0; h < Hashes; h++)
            if (_least[h] != ulong.MaxValue && _least[h] == other._least[h]) same++;
        return (double)same / Hashes;
    }

    /// <summary>Hashes of neighbouring parts of the sketch: of two texts that are nearly the same almost surely some are equal, of others hardly any.</summary>
    internal IEnumerable<ulong> Bands()
    {
        for (var h = 0; h < Hashes; h += BandLength)
        {
            if (_least[h] == ulong.MaxValue) yield break;
            var band = (ulong)h;
            for (var k = h; k < h + BandLength; k++) band = Mix(band ^ _least[k]);
            yield return band;
        }
    }

    /// <summary>The finaliser of SplitMix64 (G. Steele et al., 2014).</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
