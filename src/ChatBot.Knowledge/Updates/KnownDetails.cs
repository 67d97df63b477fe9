using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>The sentences, names, figures, dates and times that the known documents have anywhere.</summary>
internal sealed class KnownDetails
{
    private readonly HashSet<string> _sentences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly HashSet<EntityId> _names = [];
    private readonly HashSet<(double, string)> _figures = [];
    private readonly HashSet<DateRange> _dates = [];
    private readonly HashSet<TimeOnly> _times = [];

    public KnownDetails(IEnumerable<DocumentFacts> documents)
    {
        foreach (var fact in documents.SelectMany(document => document.Facts))
        {
            _sentences.Add(Words(fact.Text));
            _said.Add(Said(fact.Text));
            foreach (var mention in fact.Entities) _names.Add(mention.Id);
            foreach (var quantity in fact.Quantities) _figures.Add((quantity.Value, quantity.Unit));
            foreach (var date in fact.Dates) _dates.Add(date.Value);
            foreach (var time in fact.Times) _times.Add(time.Value);
        }
    }

    /// <summary>Whether one of them has the very words.</summary>
    public bool HasWords(Fact fact) => _sentences.Contains(Words(fact.Text));

    /// <summary>Whether one of them has the same words but for "still", "also" or an article; who reports it makes no difference.</summary>
    public bool HasSaid(Fact fact) => _said.Contains(Said(fact.Text));

    /// <summary>Whether a fact has a name that one of them has.</summary>
    public bool HasKnownName(Fact fact) => fact.Entities.Any(mention => _names.Contains(mention.Id));

    /// <summary>Whether a fact has a name, figure, time of day or stated date that none of them has.</summary>
    public bool HasUnknown(Fact fact) =>
        fact.Entities.Any(mention => !_names.Contains(mention.Id)) || fact.Quantities.Any(quantity => !_figures.Contains((quantity.Value, quantity.Unit)))
        || fact.Times.Any(time => !_times.Contains(time.Value)) || fact.Dates.Any(date => !date.Relative && !_dates.Contains(date.Value) && !_dates.Any(known => date.Value.Contains(known)));

    private static string Said(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var reporting = ReportClause.In(text, tokens);
        return string.Join(' ', tokens.Where((token, i) => !Retelling.IsPlain(token) && !ReportClause.Has(reporting, i)).Select(token => token.Term));
    }

    private static string Words(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Term));
}
