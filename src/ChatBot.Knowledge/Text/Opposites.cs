namespace ChatBot.Knowledge.Text;

/// <summary>Words that say the contrary of one another (<c>opposites.txt</c>), found among tokens by their stems.</summary>
internal static class Opposites
{
    private static readonly Dictionary<string, List<Phrase>> ByFirstStem = Read();

    private static readonly ILookup<(int Group, bool Left), Phrase> ByGroup = ByFirstStem.Values.SelectMany(phrases => phrases).ToLookup(phrase => (phrase.Group, phrase.Left));

    private sealed record Phrase(string[] Stems, int Group, bool Left);

    /// <summary>A word or phrase that was found.</summary>
    /// <param name="Token">Index of its weightiest token.</param>
    /// <param name="Last">Index of its last token.</param>
    /// <param name="Group">Which pair of contraries.</param>
    /// <param name="Left">Which side.</param>
    public readonly record struct Found(int Token, int Last, int Group, bool Left);

    /// <summary>The prefixes that turn an adjective or verb into its contrary.</summary>
    private static readonly string[] Prefixes = ["un", "in", "im", "ir", "il", "dis", "non", "mis"];

    private const int ShortestWord = 4;

    /// <summary>Verbs that a particle makes into others.</summary>
    private static readonly HashSet<string> Phrasal = [.. "come go leave take put bring get give turn stand hold keep pass break meet call set look make run pull fall carry send win".Split(' ').Select(EnglishStemmer.Stem)];

    /// <summary>Stems that become another word, not their contrary, by such letters ("form", "inform").</summary>
    private static readonly HashSet<string> OtherWords =
    [
        .. ("form port press prove tend come vest stall side land cover miss play pose charge pact plant sure cite tent quire sight put count course part peril take tress till "
            + "migrate clude flict spire crease solve tract turn").Split(' ').Select(EnglishStemmer.Stem),
    ];

    /// <summary>Every word of the list, folded: ordinary English that no spelling check should take for another.</summary>
    public static IEnumerable<string> Words =>
        LanguageData.Lines("opposites.txt").SelectMany(line => Tokenizer.Tokenize(line)).Where(token => !token.IsStopWord).Select(token => token.Term).Distinct(StringComparer.Ordinal);

    /// <summary>The stems of single words that say the contrary of a word, by its stem.</summary>
    public static IEnumerable<string> Contraries(string stem) =>
        ByFirstStem.TryGetValue(stem, out var own)
            ? own.Where(phrase => phrase.Stems.Length == 1).SelectMany(phrase => ByGroup[(phrase.Group, !phrase.Left)]).Where(phrase => phrase.Stems.Length == 1).Select(phrase => phrase.Stems[0]).Distinct(StringComparer.Ordinal)
            : [];

    /// <summary>All phrases among <paramref name="tokens"/>; one token may belong to several pairs.</summary>
    public static List<Found> Among(IReadOnlyList<Token> tokens)
    {
        var found = new List<Found>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!ByFirstStem.TryGetValue(tokens[i].Stem, out var phrases)) continue;
            // "Come down" is another verb than "come"; where the list has it, it stands there as a phrase.
            var isPhrasal = Phrasal.Contains(tokens[i].Stem) && i + 1 < tokens.Count && tokens[i + 1].Term is "up" or "down" or "off" or "out" or "away" or "back" or "apart" or "forward" or "along";
            foreach (var phrase in phrases)
                if (!(isPhrasal && phrase.Stems.Length == 1) && EndOf(phrase, tokens, i) is { } last) found.Add(new Found(i, last, phrase.Group, phrase.Left));
        }
        return found;
    }

    /// <summary>Whether one word is the other with a prefix that denies it ("irreversible", "reversible"), whatever their endings.</summary>
    public static bool ByPrefix(string a, string b) => Denies(a, b) || Denies(b, a);

    private static bool Denies(string longer, string shorter)
    {
        foreach (var prefix in Prefixes)
        {
            if (!longer.StartsWith(prefix, StringComparison.Ordinal) || longer.Length < prefix.Length + ShortestWord) continue;
            var rest = longer[prefix.Length..];
            if (rest[..2] != shorter[..Math.Min(2, shorter.Length)]) continue;
            var stem = EnglishStemmer.Stem(rest);
            if (stem == EnglishStemmer.Stem(shorter) && !OtherWords.Contains(stem)) return true;
        }
        return false;
    }

    /// <summary>The phrase's words stand in order, with at most two words within it ("put the meeting off").</summary>
    private static int? EndOf(Phrase phrase, IReadOnlyList<Token> tokens, int i)
    {
        var at = i;
        for (var k = 1; k < phrase.Stems.Length; k++)
        {
            var next = at + 1;
            while (next < tokens.Count && next <= at + 3 && tokens[next].Stem != phrase.Stems[k]) next++;
            if (next >= tokens.Count || next > at + 3) return null;
            at = next;
        }
        return at;
    }

    private static Dictionary<string, List<Phrase>> Read()
    {
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        var group = 0;
        foreach (var line in LanguageData.Lines("opposites.txt"))
        {
            var sides = line.Split('|');
            for (var side = 0; side < sides.Length; side++)
                foreach (var words in sides[side].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var stems = Tokenizer.Tokenize(words).Select(token => token.Stem).ToArray();
                    if (!phrases.TryGetValue(stems[0], out var list)) phrases.Add(stems[0], list = []);
                    if (!list.Exists(p => p.Group == group && p.Stems.AsSpan().SequenceEqual(stems))) list.Add(new Phrase(stems, group, side == 0));
                }
            group++;
        }
        return phrases;
    }
}
