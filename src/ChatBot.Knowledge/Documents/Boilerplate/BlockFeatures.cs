using System.Text.RegularExpressions;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>
/// What one block looks like, apart from where it stands: the shallow features of C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate
/// Detection using Shallow Text Features" (WSDM 2010), and the share of function words of J. Pomikálek's jusText (2011).
/// </summary>
internal sealed partial record BlockFeatures
{
    private static readonly string[] Persons = ["we", "our", "us", "you", "your", "we're", "we've", "you're", "you'll"];

    /// <summary>The text, folded.</summary>
    public required string Folded { get; init; }

    /// <summary>How many words with a letter or digit it has.</summary>
    public required int Words { get; init; }

    /// <summary>The share of function words, 0 to 1.</summary>
    public required double StopShare { get; init; }

    /// <summary>The share of words with a capital first letter or a digit among those that are no function words, 0 to 1.</summary>
    public required double CapitalShare { get; init; }

    /// <summary>How often the reader or the publisher is addressed outside quotation marks ("you", "our").</summary>
    public required int Addresses { get; init; }

    /// <summary>Whether it ends as a sentence does.</summary>
    public required bool EndsSentence { get; init; }

    /// <summary>Whether it holds a quotation.</summary>
    public required bool Quotes { get; init; }

    /// <summary>The share of its characters in links, 0 to 1.</summary>
    public required double LinkShare { get; init; }

    /// <summary>Whether it is nothing but signs.</summary>
    public bool IsSignsOnly => Words == 0;

    /// <summary>Whether it is nothing but the time of something: "4 hours ago", "5:09 PM".</summary>
    public bool IsTime => Words <= 6 && Time().IsMatch(Folded);

    /// <summary>Whether it is a clock time alone, as a live report puts over an entry.</summary>
    public bool IsClock => Words <= 4 && Clock().IsMatch(Folded);

    public static BlockFeatures Of(Block block)
    {
        var folded = Folding.Fold(block.Text).Trim();
        int words = 0, stops = 0, capitals = 0, addresses = 0;
        var inQuotes = false;
        foreach (var part in block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] is '"' or '“') inQuotes = true;
            var word = part.AsSpan().Trim("\"'“”‘’.,;:!?()[]…-–—*");
            if (!word.IsEmpty && ContainsLetterOrDigit(word))
            {
                words++;
                var term = Folding.Fold(word);
                if (StopWords.Contains(term)) stops++;
                else if (char.IsUpper(word[0]) || char.IsDigit(word[0])) capitals++;
                if (!inQuotes && Persons.Contains(term)) addresses++;
            }
            if (part.AsSpan().ContainsAny("\"”") && part.Length > 1 && part.IndexOfAny(['"', '”'], 1) > 0) inQuotes = false;
        }
        return new BlockFeatures
        {
            Folded = folded,
            Words = words,
            StopShare = words == 0 ? 0 : (double)stops / words,
            CapitalShare = words == stops ? 0 : (double)capitals / (words - stops),
            Addresses = addresses,
            EndsSentence = Ending().IsMatch(folded),
            Quotes = folded.Contains('"', StringComparison.Ordinal),
            LinkShare = block.Text.Length == 0 ? 0 : (double)block.LinkCharacters / block.Text.Length,
        };
    }

    private static bool ContainsLetterOrDigit(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    [GeneratedRegex("""[.!?…。！？।]["')\]\s]*$""")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:(?:updated|published|posted)\s*:?\s*)?(?:\d+|an?|one)\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\s+ago$|^just now$|^yesterday(?: at .*)?$|^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?$")]
    private static partial Regex Clock();
}
