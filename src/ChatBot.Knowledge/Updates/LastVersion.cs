using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>The sentences of a document's last version that a new one no longer has, for telling what became of each.</summary>
internal sealed class LastVersion
{
    /// <summary>With so large a share of their words in common, numbers apart, two sentences are one that was edited.</summary>
    private const double SameSentence = 0.7;

    private readonly List<(Statement Statement, HashSet<string> Words, bool IsKept)> _gone = [];
    private readonly DocumentFacts _next;

    /// <param name="last">The last version; null: there is none.</param>
    /// <param name="told">What it tells.</param>
    /// <param name="next">The new version.</param>
    public LastVersion(DocumentFacts? last, IReadOnlyList<Fact> told, DocumentFacts next)
    {
        _next = next;
        if (last is null) return;
        var kept = next.Facts.Select(fact => Sketch.Of(fact.Text)).ToList();
        var texts = next.Facts.Select(fact => fact.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in told)
            if (!texts.Contains(fact.Text)) _gone.Add((Statement.From(last.Document, fact), Words(fact), Sketch.Of(fact.Text) is var old && kept.Exists(sketch => sketch.Likeness(old) >= Sketch.NearlySame)));
    }

    /// <summary>What it said that the new one neither says nor says in other words.</summary>
    public IReadOnlyList<Statement> Withdrawn => [.. _gone.Where(sentence => !sentence.IsKept).Select(sentence => sentence.Statement)];

    /// <summary>Whether a known value is one that it gave and the new one gives no more: replaced, it is no side of anything.</summary>
    public bool TakesBack(KnownValues.KnownValue known) => known.Document.Id == _next.Document.Id
        && !_next.Facts.Any(fact => fact.Attributes.Any(value => value.Attribute == known.Value.Attribute && value.Entity == known.Value.Entity && Sides.Agree(value, known.Value)));

    /// <summary>Whether a known statement is one that it made and the new one makes no more.</summary>
    public bool TakesBack(Statement known) => known.Fact.Id.Document == _next.Document.Id && !_next.Facts.Any(fact => fact.Text == known.Fact.Text);

    /// <summary>The sentence in whose place <paramref name="fact"/> stands, with another figure or name; it no longer counts as withdrawn. Null where there is none.</summary>
    public Statement? Replaced(Fact fact)
    {
        var words = Words(fact);
        var best = -1;
        var most = SameSentence;
        for (var i = 0; i < _gone.Count; i++)
        {
            var shared = (double)words.Count(_gone[i].Words.Contains) / Math.Max(1, Math.Max(words.Count, _gone[i].Words.Count));
            if (shared >= most) (best, most) = (i, shared);
        }
        if (best < 0) return null;
        var replaced = _gone[best].Statement;
        _gone.RemoveAt(best);
        return replaced;
    }

    private static HashSet<string> Words(Fact fact) => Tokenizer.Tokenize(fact.Text).Where(token => !token.IsNumber && !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
}
