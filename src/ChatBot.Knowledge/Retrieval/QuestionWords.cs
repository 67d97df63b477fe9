using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>How often a question's word stands in the passage that answers it.</summary>
/// <param name="Sentence">Share of questions whose answering sentence holds it.</param>
/// <param name="Paragraph">Share whose answering paragraph or its headings hold it.</param>
internal readonly record struct FindRate(float Sentence, float Paragraph);

/// <summary>
/// Which words people put into questions but texts don't repeat ("name", "happened", "year"), and which they do. Learnt from answered questions
/// (<c>Data/question-words.txt</c>, made by the benchmarks' <c>learn-ranking</c>); a word that is too seldom asked gets the rate of its like.
/// </summary>
internal sealed class QuestionWords
{
    private readonly Dictionary<string, FindRate> _rates;
    private readonly FindRate _name;
    private readonly FindRate _number;
    private readonly FindRate _word;

    /// <summary>The rates of some stems, and those of a name, a number and any other word.</summary>
    public QuestionWords(Dictionary<string, FindRate> rates, FindRate name, FindRate number, FindRate word) => (_rates, _name, _number, _word) = (rates, name, number, word);

    /// <summary>The table that ships.</summary>
    public static QuestionWords Default { get; } = Read(LanguageData.Lines("question-words.txt"));

    /// <summary>The rate of a question's word.</summary>
    public FindRate Of(string stem, TokenTraits traits) => _rates.TryGetValue(stem, out var rate) ? rate : OfLike(traits);

    /// <summary>The rate of its like.</summary>
    public FindRate OfLike(TokenTraits traits) =>
        (traits & TokenTraits.Number) != 0 ? _number : (traits & (TokenTraits.Capitalised | TokenTraits.AllCapitals)) != 0 ? _name : _word;

    /// <summary>Reads lines "stem sentence paragraph"; the likes stand as "*name", "*number" and "*word".</summary>
    public static QuestionWords Read(IEnumerable<string> lines)
    {
        var rates = new Dictionary<string, FindRate>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var parts = line.Split(' ');
            rates[parts[0]] = new FindRate(float.Parse(parts[1], CultureInfo.InvariantCulture), float.Parse(parts[2], CultureInfo.InvariantCulture));
        }
        return new QuestionWords(rates, rates["*name"], rates["*number"], rates["*word"]);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var (stem, rate) in _rates.Append(new("*name", _name)).Append(new("*number", _number)).Append(new("*word", _word)).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{stem} {rate.Sentence:F3} {rate.Paragraph:F3}\n"));
    }
}
