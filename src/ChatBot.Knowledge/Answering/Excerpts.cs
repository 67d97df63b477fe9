using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Cuts a long sentence down to the clauses that answer; nobody reads a wall in a chat.</summary>
internal static class Excerpts
{
    /// <summary>A sentence of up to this many words is shown whole.</summary>
    public const int MostWords = 38;

    /// <summary>What to show of a fact's sentence: all of it, or the run of clauses that holds the value and the question's words.</summary>
    public static TextSpan Of(Question question, FactView view, TextSpan? value)
    {
        var sentence = view.Fact.Span;
        if (view.Tokens.Count <= MostWords) return sentence;
        var clauses = Clauses(view);
        var first = -1;
        var last = -1;
        for (var c = 0; c < clauses.Count; c++)
        {
            var wanted = value is { } v ? clauses[c].Overlaps(v) : Meets(question, view, clauses[c]) > 0;
            if (!wanted) continue;
            if (first < 0) first = c;
            last = c;
        }
        if (first < 0) (first, last) = (0, 0);
        // Room left is filled with the neighbours that say most, so that the clause is understood.
        while (true)
        {
            var before = first > 0 && Words(view, TextSpan.FromBounds(clauses[first - 1].Start, clauses[last].End)) <= MostWords ? Meets(question, view, clauses[first - 1]) : -1;
            var after = last + 1 < clauses.Count && Words(view, TextSpan.FromBounds(clauses[first].Start, clauses[last + 1].End)) <= MostWords ? Meets(question, view, clauses[last + 1]) : -1;
            if (before < 0 && after < 0) break;
            if (before > after) first--;
            else last++;
        }
        // A run that is itself too long starts at its best clause.
        while (first < last && Words(view, TextSpan.FromBounds(clauses[first].Start, clauses[last].End)) > MostWords)
        {
            if (Meets(question, view, clauses[first]) < Meets(question, view, clauses[last])) first++;
            else last--;
        }
        var shown = TextSpan.FromBounds(clauses[first].Start, clauses[last].End);
        if (value is { } kept && !shown.Contains(kept)) shown = TextSpan.FromBounds(Math.Min(shown.Start, kept.Start), Math.Max(shown.End, kept.End));
        return shown;
    }

    private static int Meets(Question question, FactView view, TextSpan clause)
    {
        var met = 0;
        foreach (var token in view.Tokens)
            if (clause.Contains(token.Span) && !token.IsStopWord && question.Terms.Any(t => t.Stem == token.Stem || t.Alternatives.Any(a => a.Stem == token.Stem))) met++;
        foreach (var mention in view.Fact.Entities)
            if (clause.Contains(mention.Span) && question.Entities.Any(m => m.Id == mention.Id)) met++;
        return met;
    }

    private static int Words(FactView view, TextSpan span) => view.Tokens.Count(t => span.Contains(t.Span));

    /// <summary>The runs between commas, semicolons and dashes, without surrounding white space.</summary>
    private static List<TextSpan> Clauses(FactView view)
    {
        var clauses = new List<TextSpan>();
        var text = view.Document.Text;
        var start = view.Fact.Span.Start;
        for (var i = start; i < view.Fact.Span.End; i++)
        {
            var parts = text[i] is ',' or ';' && i + 1 < view.Fact.Span.End && text[i + 1] == ' ' || text[i] is '–' or '—' && i > 0 && text[i - 1] == ' ';
            if (!parts) continue;
            Add(text, start, i + (text[i] is ',' or ';' ? 1 : 0), clauses);
            start = i + 1;
        }
        Add(text, start, view.Fact.Span.End, clauses);
        return clauses;
    }

    private static void Add(string text, int start, int end, List<TextSpan> clauses)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) clauses.Add(TextSpan.FromBounds(start, end));
    }
}
