using ChatBot.Knowledge.Text;

namespace ChatBot.Subscriptions;

/// <summary>
/// Keywords as people give them: words separated by spaces or commas, compared by stems; words in quotation marks must follow one another. Matching is one
/// pass over a statement's words, whatever the keywords are.
/// </summary>
internal sealed class Keywords
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 100;

    private readonly List<string[]> _phrases;

    private Keywords(List<string[]> phrases) => _phrases = phrases;

    /// <summary>The stem that an update must have for these keywords to be looked at: the longest.</summary>
    public string Anchor => _phrases.SelectMany(phrase => phrase).OrderByDescending(stem => stem.Length).ThenBy(stem => stem, StringComparer.Ordinal).First();

    /// <summary>Reads keywords; null where no word carries anything.</summary>
    public static Keywords? Read(string text)
    {
        var phrases = new List<string[]>();
        var parts = text.Split('"', '“', '”');
        for (var i = 0; i < parts.Length; i++)
        {
            var stems = Tokenizer.Tokenize(parts[i]).Where(token => i % 2 == 1 || !token.IsStopWord).Select(token => token.Stem).ToArray();
            if (i % 2 == 1 && stems.Length > 0) phrases.Add(stems);
            else phrases.AddRange(stems.Select(stem => new[] { stem }));
        }
        return phrases.Count == 0 ? null : new Keywords(phrases);
    }

    /// <summary>Whether a statement of these stems has all of them.</summary>
    public bool StandIn(IReadOnlyList<string> stems) => _phrases.TrueForAll(phrase => Stands(phrase, stems));

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
