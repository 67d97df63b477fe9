using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Auditing;

/// <summary>
/// Holds briefs against their articles: every number, date, name and quotation of a statement must stand in the passages that it rests on. A demonym
/// stands for its country and the other way round, an alias of the topic for its entity; a day without a year has the one next to the article's date.
/// What a statement says in other words is beyond it: it finds wrong particulars, not wrong judgement.
/// </summary>
/// <param name="topic">Whose names and aliases hold.</param>
/// <param name="texts">Briefs and articles: what they write in small letters anywhere is an ordinary word, and no name, where it begins a sentence.</param>
public sealed class BriefAuditor(Topic topic, IEnumerable<Document> texts)
{
    private readonly EntityFinder _entities = new(topic);
    private readonly HashSet<string> _ordinary = OrdinaryWords(texts);

    /// <summary>Audits every statement of a brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="article">The article of the same id; null where there is none, which no statement survives.</param>
    public DocumentAudit Audit(Document brief, Document? article)
    {
        var written = brief.Source.Published ?? article?.Source.Published ?? LatestDay(article);
        var statements = new List<AuditedStatement>();
        var looked = 0;
        foreach (var paragraph in brief.Paragraphs)
        {
            IReadOnlyList<PassageLocator> restsOn = paragraph.RestsOn.Count > 0 ? paragraph.RestsOn : [paragraph.Locator];
            var missing = article is null
                ? [new AuditFinding(AuditMatter.Passage, $"the article {brief.Id}", "the documents")]
                : restsOn.Where(place => !article.Paragraphs.Any(p => p.Locator == place)).Select(place => new AuditFinding(AuditMatter.Passage, $"{place}", $"{article.Id}")).ToList();
            var passages = article is null || missing.Count > 0 ? null : new CitedPassages(article, article.Paragraphs.Where(p => restsOn.Contains(p.Locator)), _entities, written);
            var where = $"{string.Join(", ", restsOn)} of {brief.Id}";
            foreach (var sentence in paragraph.Sentences)
            {
                var text = brief.At(sentence.Span);
                var particulars = Particulars(text, written);
                looked += particulars.Count;
                IReadOnlyList<AuditFinding> findings = passages is null
                    ? missing
                    : [.. particulars.Where(particular => !particular.StandsIn(passages)).Select(particular => new AuditFinding(particular.Matter, particular.Words, where))];
                statements.Add(new AuditedStatement(brief.Id, restsOn, sentence.Span, text, findings));
            }
        }
        return new DocumentAudit(brief.Id, statements, looked);
    }

    private sealed record Particular(AuditMatter Matter, string Words, Func<CitedPassages, bool> StandsIn);

    private List<Particular> Particulars(string text, DateOnly? written)
    {
        var tokens = Tokenizer.Tokenize(text);
        var dates = DateFinder.Find(text, tokens, written);
        var figures = QuantityFinder.Find(text, tokens, dates, ClockTimeFinder.Find(text, new TextSpan(0, text.Length)));
        var quotations = Quotations.Find(text);
        var names = _entities.Find(tokens, question: false);
        var found = new List<Particular>();
        foreach (var date in dates) found.Add(new Particular(AuditMatter.Date, date.Span.Of(text), passages => passages.Has(date)));
        foreach (var figure in figures) found.Add(new Particular(AuditMatter.Number, figure.Span.Of(text), passages => passages.Has(figure)));
        foreach (var quotation in quotations.Select(span => span.Of(text))) found.Add(new Particular(AuditMatter.Quotation, quotation, passages => passages.Quotes(quotation)));
        foreach (var name in names)
        {
            // Of "speech at Chatham House" the capitals are the name; the rest are words like others.
            var words = tokens.Where(token => name.Span.Contains(token.Span) && token.IsCapitalised && !token.IsStopWord).ToList();
            if (words.Count > 0) found.Add(new Particular(AuditMatter.Name, name.Span.Of(text), passages => passages.Names(name.Id) || words.TrueForAll(passages.Has)));
        }
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (dates.Any(date => date.Span.Contains(token.Span))) continue;
            // Whole within a figure, or the first half of "thirty-two".
            if (figures.Any(figure => figure.Span.Overlaps(token.Span)) && (token.IsNumber || figures.Any(figure => figure.Span.Start == token.Span.Start))) continue;
            if (token.IsNumber) found.Add(new Particular(AuditMatter.Number, token.Span.Of(text), passages => passages.Has(token)));
            else if (IsName(tokens, i) && !names.Exists(name => name.Span.Contains(token.Span)) && !quotations.Exists(quotation => quotation.Contains(token.Span)))
                found.Add(new Particular(AuditMatter.Name, token.Span.Of(text), passages => passages.Has(token)));
        }
        return found;
    }

    /// <summary>A capital makes a name, at the head of a sentence only where the word is not known as an ordinary one.</summary>
    private bool IsName(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!token.IsCapitalised || token.IsStopWord || token.Term.Length < 2) return false;
        return i > 0 || !_ordinary.Contains(token.Stem);
    }

    private static HashSet<string> OrdinaryWords(IEnumerable<Document> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in texts)
            foreach (var token in Tokenizer.Tokenize(document.Text))
                if (!token.IsCapitalised && !token.IsNumber) words.Add(token.Stem);
        return words;
    }

    private static DateOnly? LatestDay(Document? article)
    {
        if (article is null) return null;
        var days = DateFinder.Find(article.Text, Tokenizer.Tokenize(article.Text), null).Where(date => date.Precision == DatePrecision.Day).Select(date => date.Value.From).ToList();
        return days.Count > 0 ? days.Max() : null;
    }
}
