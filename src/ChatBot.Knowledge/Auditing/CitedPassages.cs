using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Auditing;

/// <summary>What stands in the passages of an article that a statement rests on.</summary>
internal sealed class CitedPassages
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<EntityId> _entities = [];
    private readonly List<DateRange> _dates = [];
    private readonly List<Quantity> _quantities = [];
    private readonly List<string> _plain = [];

    /// <param name="article">The article.</param>
    /// <param name="paragraphs">The passages of it.</param>
    /// <param name="entities">Finds names.</param>
    /// <param name="written">The day the article was written, from which days without a year are reckoned; null: not known.</param>
    public CitedPassages(Document article, IEnumerable<Paragraph> paragraphs, EntityFinder entities, DateOnly? written)
    {
        foreach (var paragraph in paragraphs)
        {
            var text = article.At(paragraph.Span);
            var tokens = Tokenizer.Tokenize(text);
            var dates = DateFinder.Find(text, tokens, written);
            foreach (var token in tokens)
            {
                _words.Add(token.Term);
                if (!token.IsNumber) _words.Add(token.Stem);
            }
            _entities.UnionWith(entities.Find(tokens, question: false).Select(mention => mention.Id));
            _dates.AddRange(dates.Select(date => date.Value));
            _quantities.AddRange(QuantityFinder.Find(text, tokens, dates, ClockTimeFinder.Find(text, new TextSpan(0, text.Length))));
            _plain.Add(Quotations.Plain(text));
        }
    }

    /// <summary>Whether the entity is named, by whatever of its names.</summary>
    public bool Names(EntityId entity) => _entities.Contains(entity);

    /// <summary>Whether the word stands there, in whatever form.</summary>
    public bool Has(Token word) => _words.Contains(word.Term) || !word.IsNumber && _words.Contains(word.Stem);

    /// <summary>
    /// Whether the date stands there: the same days; or, for a month or year, a day within it; or, for a single day, the first or last day of a range.
    /// </summary>
    public bool Has(DateMention date) => _dates.Exists(given => given == date.Value
        || date.Precision is DatePrecision.Month or DatePrecision.Year && date.Value.Contains(given)
        || date.Precision is DatePrecision.Day && date.Value.From.DayNumber is var day && (given.From.DayNumber == day || given.To.DayNumber == day) && given.To.DayNumber - given.From.DayNumber < 27);

    /// <summary>Whether the figure stands there, with the same unit where that is a currency or a share.</summary>
    public bool Has(Quantity figure) => _quantities.Exists(given =>
        Math.Abs(given.Value - figure.Value) <= 1e-9 * Math.Abs(figure.Value) && (given.Unit == figure.Unit || !IsFixedUnit(figure.Unit) && !IsFixedUnit(given.Unit)));

    /// <summary>Whether the quoted words stand there.</summary>
    public bool Quotes(string quotation) => _plain.Exists(plain => Quotations.Holds(plain, quotation));

    private static bool IsFixedUnit(string unit) => unit is "percent" or "point" or "dollar" or "euro" or "pound";
}
