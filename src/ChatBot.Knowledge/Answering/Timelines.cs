using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Puts facts in order of time: those about one matter, those of a whole event, or two that are to be told apart.</summary>
internal sealed class Timelines(EntityId? subject, IReadOnlyCollection<FactView> views, Func<Question, List<RankedFact>> rank, Func<DocumentId, WrittenAt?> written)
{
    private const int MostLines = 8;

    /// <summary>At least this share of the question's words must be met.</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>The same for a line that gives no day itself: what merely has something of the matter happened on no day.</summary>
    private const double LeastCoverageOfReport = 0.75;

    /// <summary>How many logits below the best a line may lie.</summary>
    private const double Margin = 4;

    /// <summary>From this share of a shorter sentence's words on, two sentences of one day say the same.</summary>
    private const double SameWords = 0.5;

    /// <summary>Sentences of more words than this say several things at once and make poor lines.</summary>
    private const int LongLine = 30;

    /// <summary>So many days after its document a weekday that it names may still lie.</summary>
    private const int SoonInDays = 21;

    private static readonly Dictionary<EntityKind, double> Weights = new() { [EntityKind.Event] = 1, [EntityKind.Person] = 0.5, [EntityKind.Place] = 0.25 };

    private List<(FactView View, Moment Moment)>? _highlights;

    /// <summary>Dated lines about what the question names, or, where it names nothing, about the whole event.</summary>
    /// <param name="question">The question.</param>
    /// <param name="shown">Facts that were shown already; the lines behind them are wanted.</param>
    public Answer Of(Question question, IReadOnlySet<FactId>? shown = null)
    {
        var all = question.Terms.Count == 0 ? _highlights ??= Highlights() : About(question);
        if (shown is not null) all = [.. all.Where(line => !shown.Contains(line.View.Fact.Id))];
        if (all.Count == 0) return new NotKnown([]) { Question = question };
        var best = all.Take(MostLines).ToList();
        var lines = best.Concat(Denials(best).Where(line => shown?.Contains(line.View.Fact.Id) != true)).OrderBy(line => line.Moment.Days.From).ThenBy(line => line.Moment.Days.To).ToList();
        return new Told([.. lines.Select(line => Statement.From(line.View.Document, line.View.Fact, null, Excerpts.Of(question, line.View, null)))])
        {
            Question = question,
            Confidence = 1,
            Moments = [.. lines.Select(line => line.Moment)],
            Further = all.Count(line => !lines.Exists(shown => shown.View.Fact.Id == line.View.Fact.Id)),
        };
    }

    /// <summary>Things in order of time; null where the documents don't date all of them, or not so that one is before the other.</summary>
    public Answer? InOrder(IReadOnlyList<Question> things)
    {
        var dated = new List<(RankedFact Fact, DateRange Days)>();
        foreach (var thing in things)
        {
            if (Dated(thing) is not { } found || dated.Exists(other => other.Fact.View.Fact.Id == found.Fact.View.Fact.Id || other.Days.Overlaps(found.Days) && other.Days != found.Days)) return null;
            dated.Add(found);
        }
        var order = dated.OrderBy(d => d.Days.From).ToList();
        return new Told([.. order.Select(d => Statement.From(d.Fact.View.Document, d.Fact.View.Fact, DateIn(d.Fact.View, d.Days), Excerpts.Of(things[0], d.Fact.View, DateIn(d.Fact.View, d.Days))))])
        {
            Question = things[0],
            Confidence = order.Min(d => d.Fact.Probability),
            Moments = [.. order.Select(d => new Moment(d.Days, false))],
        };
    }

    private static TextSpan? DateIn(FactView view, DateRange days) => view.Fact.Dates.Where(d => d.Value == days).Select(d => (TextSpan?)d.Span).FirstOrDefault();

    private (RankedFact Fact, DateRange Days)? Dated(Question question)
    {
        if (question.Terms.Count == 0) return null;
        foreach (var fact in rank(question with { Expects = AnswerType.Date }))
            if (fact.Signals[1] >= LeastCoverage && (OwnDays(fact.View) ?? OwnMonth(fact.View)) is { } days) return (fact, days);
        return null;
    }

    /// <summary>The month that a fact gives, and doesn't deny: enough to put it before or behind another.</summary>
    private static DateRange? OwnMonth(FactView view)
    {
        foreach (var date in view.Fact.Dates)
            if (date.Precision == DatePrecision.Month && !view.Fact.Denies(date.Span) && !DeniedValues.IsNegated(date.Span, view.Tokens, view.Document.Text)) return date.Value;
        return null;
    }

    /// <summary>The best first.</summary>
    private List<(FactView View, Moment Moment)> About(Question question)
    {
        var chosen = new List<(FactView View, Moment Moment)>();
        // "/timeline Trump" asks for nothing but what has to do with him: no kind of question is asked of him.
        var isOfName = question.Terms.All(term => term.Entity is not null);
        var ranked = rank(question with { Expects = AnswerType.Any, Focus = null, AttributesAsked = isOfName ? new Dictionary<string, double>() : question.AttributesAsked });
        foreach (var fact in ranked)
        {
            if (fact.Score < ranked[0].Score - Margin) break;
            if (fact.Signals[1] < LeastCoverage || !IsLine(fact.View.Fact) || MomentOf(fact.View) is not { } moment || moment.IsReport && fact.Signals[1] < LeastCoverageOfReport) continue;
            // What is denied on the day on which it was said is another line than that.
            if (!chosen.Exists(line => line.Moment.Days == moment.Days && SaysTheSame(line.View, fact.View) && line.View.MayDeny == fact.View.MayDeny)) chosen.Add((fact.View, moment));
        }
        return chosen;
    }

    /// <summary>Other documents' sentences that deny what a line says, of each line the latest, each at its own place.</summary>
    private List<(FactView View, Moment Moment)> Denials(List<(FactView View, Moment Moment)> lines)
    {
        var denials = new List<(FactView View, Moment Moment)>();
        var denying = views.Where(view => IsLine(view.Fact) && view.MayDeny).OrderByDescending(view => written(view.Document.Id) ?? default).ToList();
        foreach (var (line, _) in lines.Where(line => !line.View.MayDeny))
            foreach (var view in denying)
                if (Denies(view, line) && MomentOf(view) is { } moment)
                {
                    if (!lines.Concat(denials).Any(other => other.View.Fact.Id == view.Fact.Id || other.View.MayDeny && other.Moment.Days == moment.Days && SaysTheSame(other.View, view))) denials.Add((view, moment));
                    break;
                }
        return denials;
    }

    private bool Denies(FactView view, FactView line) => view.Document.Id != line.Document.Id && view.Stems.Overlaps(line.Stems)
        && Reversals.Between(SentenceOf(view), SentenceOf(line)) is not null;

    private Reversals.Sentence SentenceOf(FactView view) => new(view.Fact, view.Tokens, written(view.Document.Id), view.MayDeny);

    private Moment? MomentOf(FactView view)
    {
        // A month that the sentence gives says more of it than the day on which it was said.
        if (view.Fact.OwnDays is null && OwnMonth(view) is { } month) return new Moment(month, false);
        if (OwnDays(view) is { } days) return new Moment(days, false);
        return written(view.Document.Id) is { Day: var day } ? new Moment(new DateRange(day, day), true) { IsEarliest = view.Document.Source.Published is null } : null;
    }

    /// <summary>The day or days that a fact gives, none of which it says that something will not be then.</summary>
    private DateRange? OwnDays(FactView view)
    {
        // A day of the sentence itself that is none of its own is one that it denies.
        if (view.Fact.OwnDays is not { } own) return view.Fact.When is { } when && DateIn(view, when) is null ? when : null;
        if (IsOfOtherWeek(view, own)) return null;
        if (DateIn(view, own) is not { } first || !IsDenied(first)) return own;
        foreach (var date in view.Fact.Dates)
            if (date.Precision is DatePrecision.Day or DatePrecision.Days && !view.Fact.Denies(date.Span) && !IsDenied(date.Span)) return date.Value;
        return null;

        bool IsDenied(TextSpan date) => DeniedValues.IsNegated(date, view.Tokens, view.Document.Text);
    }

    /// <summary>
    /// "Opens on Friday": of a day to come nobody can tell of which week it is where a document dates the event, or what the sentence names, to another day of that name.
    /// </summary>
    private bool IsOfOtherWeek(FactView view, DateRange own)
    {
        if (view.WrittenOn is not { } day || own.From < day || own.From != own.To) return false;
        if (view.Fact.Dates.FirstOrDefault(date => date.Value == own) is not { Relative: true, Span.Length: > 0 } mention || !IsWeekday(view, mention)) return false;
        return views.Any(other => (subject is { } of && other.Entities.Contains(of) || other.Entities.Overlaps(view.Entities)) && other.Fact.Dates.Any(date => IsNamesakeOf(own, date, day) && !IsWeekday(other, date)));
    }

    private static bool IsWeekday(FactView view, DateMention date) => view.Tokens.Find(token => token.Span == date.Span) is { Term: { } term } && Calendar.Weekday(term) is not null;

    /// <summary>Whether among the days of a date there is one of the same name, soon after a document was written, that isn't the day itself.</summary>
    private static bool IsNamesakeOf(DateRange day, DateMention date, DateOnly written)
    {
        if (date.Precision is not (DatePrecision.Day or DatePrecision.Days) || date.Value.To.DayNumber - date.Value.From.DayNumber >= 7) return false;
        for (var other = date.Value.From; other <= date.Value.To; other = other.AddDays(1))
            if (other.DayOfWeek == day.From.DayOfWeek && other != day.From && other >= written && other.DayNumber - written.DayNumber <= SoonInDays) return true;
        return false;
    }

    private static bool IsLine(Fact fact) => fact.Locator.Kind is not (ParagraphKind.Title or ParagraphKind.Heading or ParagraphKind.Byline);

    /// <summary>The days that most is said of, each with the sentence that says most of what the documents are about; those said of in most documents first.</summary>
    private List<(FactView View, Moment Moment)> Highlights()
    {
        var common = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in views.SelectMany(view => view.Stems)) common[stem] = common.GetValueOrDefault(stem) + 1;
        var days = views.Where(view => IsLine(view.Fact) && !view.Fact.IsCaption && OwnDays(view) is { } own && DateIn(view, own) is not null).GroupBy(view => OwnDays(view)!.Value);
        return [.. days.OrderByDescending(day => day.Select(view => view.Document.Id).Distinct().Count()).ThenByDescending(day => day.Count()).ThenBy(day => day.Key.From)
            .Select(day => (day.MaxBy(view => Telling(view, common))!, new Moment(day.Key, false)))];
    }

    private double Telling(FactView view, Dictionary<string, int> common)
    {
        var words = view.Stems.Count == 0 ? 0 : view.Stems.Average(stem => Math.Log(1 + common[stem])) / Math.Log(2 + views.Count);
        var names = view.Entities.Sum(id => id == subject ? 1 : view.Fact.Entities.Where(m => m.Id == id).Select(m => Weights.GetValueOrDefault(m.Kind)).FirstOrDefault());
        return words + 0.5 * Math.Min(names, 2) + 0.25 * Math.Min(view.Fact.Attributes.Count, 2) - Math.Max(0, view.Tokens.Count - LongLine) / (double)LongLine;
    }

    private static bool SaysTheSame(FactView a, FactView b) => a.Stems.Count(b.Stems.Contains) >= SameWords * Math.Min(a.Stems.Count, b.Stems.Count);
}
