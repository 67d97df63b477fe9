using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Finds within a fact the few words that answer a question directly: the date, the name, the figure.</summary>
internal static class ValueFinder
{
    /// <summary>The words, as a span of the document's text, or null where the whole sentence is the answer.</summary>
    public static TextSpan? Find(Question question, FactView view) => question.Expects switch
    {
        AnswerType.Date => Asked(question, view.Fact) ?? Nearest(question, view, view.Fact.Dates.Where(d => !IsAsked(question, d) && (!AsksForDay(question) || d.Precision is DatePrecision.Day or DatePrecision.Days)).OrderBy(d => d.Precision).Select(d => d.Span)),
        AnswerType.Quantity => Nearest(question, view, Figures(question, view.Fact)),
        AnswerType.Person => Person(question, view),
        AnswerType.Role => view.Fact.Roles.Where(r => question.Entities.Any(m => m.Id == r.Person)).Select(r => (TextSpan?)r.Span).FirstOrDefault(),
        AnswerType.Place => Nearest(question, view, Locations(question, view)),
        AnswerType.Organisation => view.Fact.Attribution.Sources.Select(s => (TextSpan?)s.Span).FirstOrDefault()
            ?? Nearest(question, view, Named(question, view.Fact, EntityKind.Organisation, EntityKind.Organisation)),
        _ => null,
    };

    /// <summary>The date that the fact gives for what is asked about, rather than the day on which it was said.</summary>
    private static TextSpan? Asked(Question question, Fact fact)
    {
        foreach (var value in fact.Attributes)
            if (value.Dates is not null && question.AttributesAsked.GetValueOrDefault(value.Attribute) >= 0.5 && !question.Dates.Any(d => d.Value == value.Dates)) return value.Span;
        return null;
    }

    /// <summary>"On which day" isn't answered by a year.</summary>
    public static bool AsksForDay(Question question) => question.Expects == AnswerType.Date && question.Focus is "day" or "date";

    /// <summary>Places where something is; of a sentence without one, places that it names.</summary>
    private static IEnumerable<TextSpan> Locations(Question question, FactView view)
    {
        var where = view.Fact.Entities.Where(m => PlaceReading.IsLocation(view.Tokens, view.Fact.Entities, m) && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span).ToList();
        return where.Count > 0 ? where : Named(question, view.Fact, EntityKind.Place, EntityKind.Place);
    }

    private static bool IsAsked(Question question, DateMention date) => question.Dates.Any(d => d.Value == date.Value);

    private static IEnumerable<TextSpan> Figures(Question question, Fact fact)
    {
        var counted = fact.Quantities.Where(q => q.Unit == question.Focus || question.Terms.Any(t => t.Stem == question.Focus && t.Alternatives.Any(a => a.Stem == q.Unit))).ToList();
        return (counted.Count > 0 ? counted : fact.Quantities).Select(q => q.Span);
    }

    private static TextSpan? Person(Question question, FactView view)
    {
        // With the office, where one stands beside the name: it says who that is.
        foreach (var role in view.Fact.Roles)
        {
            if (question.Entities.Any(m => m.Id == role.Person)) continue;
            if (question.Entities.Any(m => m.Kind == EntityKind.Country) && role.Place is { } place && !question.Entities.Any(m => m.Id == place)) continue;
            return role.Span;
        }
        return Nearest(question, view, Named(question, view.Fact, EntityKind.Person, EntityKind.Person));
    }

    private static IEnumerable<TextSpan> Named(Question question, Fact fact, EntityKind kind, EntityKind orKind) =>
        fact.Entities.Where(m => (m.Kind == kind || m.Kind == orKind) && m.Span.Length > 3 && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span);

    /// <summary>The span with the most of the question's words close by.</summary>
    private static TextSpan? Nearest(Question question, FactView view, IEnumerable<TextSpan> spans)
    {
        TextSpan? best = null;
        var bestDistance = double.MaxValue;
        foreach (var span in spans)
        {
            var distance = 0.0;
            foreach (var term in question.Terms)
            {
                var nearest = 200;
                foreach (var token in view.Tokens)
                    if (token.Stem == term.Stem || term.Alternatives.Any(a => a.Stem == token.Stem))
                        nearest = Math.Min(nearest, token.Span.Start >= span.End ? token.Span.Start - span.End : Math.Max(0, span.Start - token.Span.End));
                distance += nearest;
            }
            if (distance >= bestDistance) continue;
            best = span;
            bestDistance = distance;
        }
        return best;
    }
}
