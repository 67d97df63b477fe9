using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Words for offices and roles: "prime minister", "secretary general", "chief executive".</summary>
internal static class Offices
{
    private static readonly Dictionary<string, List<Phrase>> ByFirstTerm = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal);
    private static readonly HashSet<int> Top = [];

    /// <summary>Names of which one puts an office at the head of a country, body or company.</summary>
    private static readonly HashSet<string> TopNames = new(StringComparer.Ordinal)
        { "president", "prime minister", "chancellor", "secretary general", "chief executive", "chairman", "chairwoman", "chairperson", "chair", "king", "queen", "mayor", "governor", "director general", "director-general" };

    /// <summary>One way of naming an office.</summary>
    /// <param name="Terms">Its words, folded.</param>
    /// <param name="Group">The number of the office that it names; ways of naming the same share it.</param>
    public sealed record Phrase(string[] Terms, int Group);

    static Offices()
    {
        var group = 0;
        foreach (var line in LanguageData.Lines("offices.txt"))
        {
            foreach (var name in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var terms = Tokenizer.Tokenize(name).Select(token => token.Term).ToArray();
                if (terms.Length == 0) continue;
                if (!ByFirstTerm.TryGetValue(terms[0], out var phrases)) ByFirstTerm.Add(terms[0], phrases = []);
                phrases.Add(new Phrase(terms, group));
                if (TopNames.Contains(name)) Top.Add(group);
                foreach (var term in terms)
                    if (!StopWords.Contains(term)) Words.Add(term);
            }
            group++;
        }
    }

    /// <summary>Whether <paramref name="term"/> occurs in the name of an office.</summary>
    public static bool IsOfficeWord(string term) => Words.Contains(term);

    /// <summary>Whether the office numbered <paramref name="group"/> is the head of its country, body or company.</summary>
    public static bool IsTop(int group) => Top.Contains(group);

    /// <summary>For each token whether it is part of an office's name there.</summary>
    public static bool[] Mark(IReadOnlyList<Token> tokens)
    {
        var marked = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
            if (At(tokens, i) is { } phrase)
                for (var k = i; k < i + phrase.Terms.Length; k++) marked[k] = true;
        return marked;
    }

    /// <summary>The offices named within a span, each by its number.</summary>
    public static IReadOnlyList<int> Within(IReadOnlyList<Token> tokens, TextSpan span)
    {
        var groups = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
            if (span.Contains(tokens[i].Span) && At(tokens, i) is { } phrase) groups.Add(phrase.Group);
        return groups;
    }

    /// <summary>The longest name of an office that begins at token <paramref name="i"/>, or null. "Ministers" and "minister's" are the office too.</summary>
    public static Phrase? At(IReadOnlyList<Token> tokens, int i)
    {
        if (!ByFirstTerm.TryGetValue(tokens[i].Term, out var phrases)) return null;
        Phrase? best = null;
        foreach (var phrase in phrases)
        {
            if (i + phrase.Terms.Length > tokens.Count || best is not null && best.Terms.Length >= phrase.Terms.Length) continue;
            var k = 1;
            while (k < phrase.Terms.Length && tokens[i + k].Term == phrase.Terms[k]) k++;
            if (k == phrase.Terms.Length) best = phrase;
        }
        return best;
    }
}
