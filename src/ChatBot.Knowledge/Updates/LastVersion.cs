using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>The sentences of a document's last version that a new one no longer has, for telling what became of each.</summary>
internal sealed class LastVersion
{
    /// <summary>With so large a share of their words in common, numbers apart, two sentences are one that was edited.</summary>
    private const double SameSentence = 0.7;

    /// <summary>With so large a share of the shorter's words, one that stands in the same place as the other took its place.</summary>
    private const double SamePlace = 0.5;

    /// <param name="Statement">What it said.</param>
    /// <param name="Words">The words that carry it.</param>
    /// <param name="IsKept">Whether the new version says nearly the same.</param>
    /// <param name="Before">The kept sentence before it; null: it was the first.</param>
    /// <param name="Behind">The kept sentence behind it; null: it was the last.</param>
    private sealed record Gone(Statement Statement, HashSet<string> Words, bool IsKept, string? Before, string? Behind);

    private readonly List<Gone> _gone = [];
    private readonly DocumentFacts _next;
    private readonly List<string> _texts;
    private readonly HashSet<string> _kept = [];

    /// <param name="last">The last version; null: there is none.</param>
    /// <param name="told">What it tells.</param>
    /// <param name="next">The new version.</param>
    public LastVersion(DocumentFacts? last, IReadOnlyList<Fact> told, DocumentFacts next)
    {
        _next = next;
        _texts = [.. next.Facts.Select(fact => fact.Text)];
        if (last is null) return;
        var kept = next.Facts.Select(fact => Sketch.Of(fact.Text)).ToList();
        _kept = told.Select(fact => fact.Text).Intersect(_texts, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var before = told.Select(fact => fact.Text).ToList();
        for (var i = 0; i < told.Count; i++)
            if (!_kept.Contains(told[i].Text))
            {
                var old = Sketch.Of(told[i].Text);
                _gone.Add(new Gone(Statement.From(last.Document, told[i]), Words(told[i]), kept.Exists(sketch => sketch.Likeness(old) >= Sketch.NearlySame), KeptBefore(before, i), KeptBehind(before, i)));
            }
    }

    /// <summary>Whether it said this in the same words.</summary>
    public bool Keeps(Fact fact) => _kept.Contains(fact.Text);

    /// <summary>What it said that the new one neither says nor says in other words.</summary>
    public IReadOnlyList<Statement> Withdrawn => [.. _gone.Where(sentence => !sentence.IsKept).Select(sentence => sentence.Statement)];

    /// <summary>Whether a known value is one that it gave and the new one gives no more: replaced, it is no side of anything.</summary>
    public bool TakesBack(KnownValues.KnownValue known) => known.Document.Id == _next.Document.Id
        && !_next.Facts.Any(fact => fact.Attributes.Any(value => value.Attribute == known.Value.Attribute && value.Entity == known.Value.Entity && Sides.Agree(value, known.Value)));

    /// <summary>Whether a known statement is one that it made and the new one makes no more.</summary>
    public bool TakesBack(Statement known) => known.Fact.Id.Document == _next.Document.Id && !_next.Facts.Any(fact => fact.Text == known.Fact.Text);

    /// <summary>
    /// The sentence in whose place <paramref name="fact"/> stands, with another figure or name, or between the same two sentences with much the same words; it no
    /// longer counts as withdrawn. Null where there is none.
    /// </summary>
    public Statement? Replaced(Fact fact)
    {
        if (_gone.Count == 0 || Keeps(fact)) return null;
        var words = Words(fact);
        var replaced = _gone.Where(gone => Shared(gone, Math.Max) >= SameSentence).MaxBy(gone => Shared(gone, Math.Max));
        if (replaced is null && _texts.IndexOf(fact.Text) is >= 0 and var at)
            replaced = _gone.Where(gone => !gone.IsKept && Shared(gone, Math.Min) >= SamePlace && gone.Before == KeptBefore(_texts, at) && gone.Behind == KeptBehind(_texts, at)).MaxBy(gone => Shared(gone, Math.Min));
        if (replaced is null) return null;
        _gone.Remove(replaced);
        return replaced.Statement;

        double Shared(Gone gone, Func<int, int, int> of) => (double)words.Count(gone.Words.Contains) / Math.Max(1, of(words.Count, gone.Words.Count));
    }

    private string? KeptBefore(List<string> texts, int at) => texts.Take(at).LastOrDefault(_kept.Contains);

    private string? KeptBehind(List<string> texts, int at) => texts.Skip(at + 1).FirstOrDefault(_kept.Contains);

    private static HashSet<string> Words(Fact fact) => Tokenizer.Tokenize(fact.Text).Where(token => !token.IsNumber && !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
}
