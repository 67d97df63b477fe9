namespace ChatBot.Knowledge.Indexing;

/// <summary>A word form of the indexed texts.</summary>
/// <param name="Term">The form, folded.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Count">How often it stands in the facts, 1 or more.</param>
public readonly record struct VocabularyTerm(string Term, string Stem, int Count);

/// <summary>The word forms of an index in ordinal order: what a spelling may be corrected to, and what a beginning may be completed to.</summary>
public sealed class Vocabulary
{
    private readonly VocabularyTerm[] _terms;

    private Vocabulary(VocabularyTerm[] terms) => _terms = terms;

    /// <summary>All forms in ordinal order, each once.</summary>
    public IReadOnlyList<VocabularyTerm> Terms => _terms;

    /// <summary>The forms that begin with <paramref name="prefix"/> (folded), the most frequent first.</summary>
    /// <param name="prefix">The beginning; empty finds nothing.</param>
    /// <param name="limit">How many at most, 1 or more.</param>
    public IReadOnlyList<VocabularyTerm> WithPrefix(string prefix, int limit)
    {
        if (prefix.Length == 0) return [];
        var from = LowerBound(prefix);
        var to = from;
        while (to < _terms.Length && _terms[to].Term.StartsWith(prefix, StringComparison.Ordinal)) to++;
        return [.. _terms[from..to].OrderByDescending(term => term.Count).ThenBy(term => term.Term, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>How often <paramref name="term"/> (folded) stands in the facts; 0 where it doesn't.</summary>
    public int CountOf(string term)
    {
        var at = LowerBound(term);
        return at < _terms.Length && string.Equals(_terms[at].Term, term, StringComparison.Ordinal) ? _terms[at].Count : 0;
    }

    internal static Vocabulary Of(IReadOnlyList<IndexSegment> segments)
    {
        var counts = new Dictionary<string, VocabularyTerm>(StringComparer.Ordinal);
        foreach (var segment in segments)
            for (var form = 0; form < segment.Forms.Length; form++)
            {
                if (segment.FormCount[form] == 0) continue;
                var term = segment.Forms[form];
                counts[term] = counts.TryGetValue(term, out var known)
                    ? known with { Count = known.Count + segment.FormCount[form] }
                    : new VocabularyTerm(term, segment.Stems[segment.FormStem[form]], segment.FormCount[form]);
            }
        var terms = counts.Values.ToArray();
        Array.Sort(terms, (a, b) => string.CompareOrdinal(a.Term, b.Term));
        return new Vocabulary(terms);
    }

    private int LowerBound(string term)
    {
        var low = 0;
        var high = _terms.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_terms[middle].Term, term) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
