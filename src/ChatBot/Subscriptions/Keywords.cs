using ChatBot.Knowledge.Text;

namespace ChatBot.Subscriptions;

/// <summary>
/// Keywords as people give them: separated by commas or "or", any of them; separated by spaces, all of them in one statement; words in quotation marks must
/// follow one another. Compared by stems, so that one and many are the same, and "defense" and "defence". Matching is one pass over a statement's words for each.
/// </summary>
internal sealed class Keywords
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 100;

    /// <summary>Behind the stem of a word for who does something, where the stem has lost its ending.</summary>
    private const char WhoDoes = '+';

    private static readonly char[] Quotes = ['"', '“', '”'];

    private readonly List<(string Typed, List<string[]> Phrases)> _choices;

    private Keywords(List<(string Typed, List<string[]> Phrases)> choices) => _choices = choices;

    /// <summary>The stem that an update must have for these keywords to be looked at, the longest; "" where any of several will do.</summary>
    public string Anchor => _choices.Count > 1 ? "" : _choices[0].Phrases.SelectMany(phrase => phrase).Select(StemOf).OrderByDescending(stem => stem.Length).ThenBy(stem => stem, StringComparer.Ordinal).First();

    /// <summary>As people are told them: “drones” or “sanctions”.</summary>
    public string Label => string.Join(" or ", _choices.Select(choice => $"“{choice.Typed}”"));

    /// <summary>Whether the others look for the same, in other forms of the words or another order.</summary>
    public bool AreSameAs(Keywords others) => Stems(this).SetEquals(Stems(others));

    /// <summary>Reads keywords; null where no word carries anything.</summary>
    public static Keywords? Read(string text)
    {
        var choices = new List<(string, List<string[]>)>();
        foreach (var choice in Choices(text))
        {
            var phrases = new List<string[]>();
            var parts = choice.Split(Quotes);
            for (var i = 0; i < parts.Length; i++)
            {
                var stems = Tokenizer.Tokenize(parts[i]).Where(token => i % 2 == 1 || !token.IsStopWord).Select(FormOf).ToArray();
                if (i % 2 == 1 && stems.Length > 0) phrases.Add(stems);
                else phrases.AddRange(stems.Select(stem => new[] { stem }));
            }
            // The same once more, in whatever form or order of the words, is no other choice.
            if (phrases.Count > 0 && !choices.Exists(known => PlainStems(known.Item2) == PlainStems(phrases))) choices.Add((string.Join(' ', choice.Split(Quotes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), phrases));
        }
        return choices.Count == 0 ? null : new Keywords(choices);
    }

    /// <summary>The stem of a word as it is compared.</summary>
    public static string StemOf(string form) => form.Split(WhoDoes)[0];

    /// <summary>A word's stem; who does something is told from what is done: "officers" are no "offices".</summary>
    private static string FormOf(Token token) => SpellingVariants.Of(token.Stem) is var stem && (token.Term.EndsWith("er", StringComparison.Ordinal) || token.Term.EndsWith("ers", StringComparison.Ordinal)) && !stem.EndsWith("er", StringComparison.Ordinal) ? stem + WhoDoes : stem;

    /// <summary>A statement's words as they are compared.</summary>
    public static List<string> StemsOf(string statement) => StemsOf(Tokenizer.Tokenize(statement));

    /// <summary>The same of words that were told apart already.</summary>
    public static List<string> StemsOf(List<Token> statement) => statement.ConvertAll(FormOf);

    /// <summary>Whether a statement of these stems (<see cref="StemsOf"/>) has all words of one of them.</summary>
    public bool StandIn(IReadOnlyList<string> stems) => _choices.Exists(choice => choice.Phrases.TrueForAll(phrase => Stands(phrase, stems)));

    /// <summary>Whether one of them, as typed, is the name of an outlet.</summary>
    public bool Name(string? outlet) => outlet is not null && _choices.Exists(choice => OutletName.AreSame(choice.Typed, outlet));

    /// <summary>Whether one of them may be a name: several words, all capitalised.</summary>
    public bool MayName => _choices.Exists(choice => choice.Typed.Split(' ') is { Length: > 1 } words && Array.TrueForAll(words, word => word.Length > 0 && (char.IsUpper(word[0]) || Tokenizer.Tokenize(word) is [{ IsStopWord: true }])));

    /// <summary>The text cut at commas and "or", but never within quotation marks.</summary>
    private static IEnumerable<string> Choices(string text)
    {
        var from = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (Quotes.Contains(text[i])) isQuoted = !isQuoted;
            var length = isQuoted ? 0 : text[i] is ',' or ';' ? 1 : string.Compare(text, i, " or ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? 3 : 0;
            if (length == 0) continue;
            yield return text[from..i].Trim();
            i += length - 1;
            from = i + 1;
        }
        yield return text[from..].Trim();
    }

    private static HashSet<string> Stems(Keywords keywords) =>
        [.. keywords._choices.Select(choice => PlainStems(choice.Phrases))];

    private static string PlainStems(List<string[]> phrases) => string.Join(", ", phrases.Select(phrase => string.Join(' ', phrase)).Distinct().Order(StringComparer.Ordinal));

    private static bool Stands(string[] phrase, IReadOnlyList<string> stems)
    {
        // Knuth, Morris and Pratt (1977): never looks at a word of the statement twice.
        var back = new int[phrase.Length];
        for (int i = 1, k = 0; i < phrase.Length; i++)
        {
            while (k > 0 && phrase[i] != phrase[k]) k = back[k - 1];
            if (phrase[i] == phrase[k]) k++;
            back[i] = k;
        }
        var met = 0;
        foreach (var stem in stems)
        {
            while (met > 0 && stem != phrase[met]) met = back[met - 1];
            if (stem == phrase[met]) met++;
            if (met == phrase.Length) return true;
        }
        return false;
    }
}
