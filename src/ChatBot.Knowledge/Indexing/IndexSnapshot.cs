using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Indexing;

/// <summary>
/// All facts, searchable, at one moment. A snapshot never changes, so any number of readers use it without a lock while a writer makes
/// the next one with <see cref="Apply"/> and swaps a single reference.
/// </summary>
/// <remarks>
/// It consists of segments, as log-structured indexes do: a change adds one segment, and neighbours of like size are merged, so that the cost of a
/// change follows the size of the change. A snapshot of up to 20,000 facts is nearly always one segment.
/// </remarks>
public sealed class IndexSnapshot
{
    /// <summary>Below this many sentences two segments are always worth merging.</summary>
    private const int SmallSegment = 2000;

    private readonly Dictionary<DocumentId, (IndexSegment Segment, int Number)> _documents = [];
    private Vocabulary? _vocabulary;

    internal IndexSnapshot(IReadOnlyList<IndexSegment> segments)
    {
        Segments = segments;
        foreach (var segment in segments)
        {
            Counts += segment.Live;
            for (var d = 0; d < segment.Documents.Length; d++)
                if (segment.Dead is null || !segment.Dead[d]) _documents[segment.Documents[d].Document.Id] = (segment, d);
        }
    }

    /// <summary>The snapshot without a document.</summary>
    public static IndexSnapshot Empty { get; } = new([]);

    /// <summary>How many documents it holds.</summary>
    public int DocumentCount => Counts.Documents;

    /// <summary>How many facts it holds.</summary>
    public int FactCount => Counts.Sentences;

    /// <summary>The documents with their facts, in no particular order.</summary>
    public IEnumerable<DocumentFacts> Documents => _documents.Values.Select(place => place.Segment.Documents[place.Number]);

    /// <summary>The word forms that stand in it, with their counts. Made when first asked for, then kept.</summary>
    public Vocabulary Vocabulary => _vocabulary ??= Vocabulary.Of(Segments);

    internal IReadOnlyList<IndexSegment> Segments { get; }

    internal SegmentCounts Counts { get; }

    /// <summary>A snapshot of <paramref name="documents"/>.</summary>
    /// <exception cref="ArgumentException">Two documents have one id.</exception>
    public static IndexSnapshot Build(IEnumerable<DocumentFacts> documents) => Empty.Apply(new IndexChange([.. documents], []));

    /// <summary>The document with this id and its facts, or null.</summary>
    public DocumentFacts? Find(DocumentId id) => _documents.TryGetValue(id, out var place) ? place.Segment.Documents[place.Number] : null;

    /// <summary>The snapshot after <paramref name="change"/>; this one stays as it is.</summary>
    /// <exception cref="ArgumentException">The change puts two documents with one id.</exception>
    public IndexSnapshot Apply(IndexChange change)
    {
        var gone = new HashSet<DocumentId>(change.Remove);
        var put = new HashSet<DocumentId>();
        foreach (var document in change.Put)
        {
            if (!put.Add(document.Document.Id)) throw new ArgumentException($"The change puts two documents with the id '{document.Document.Id}'.", nameof(change));
            gone.Add(document.Document.Id);
        }

        var segments = new List<IndexSegment>();
        foreach (var segment in Segments)
        {
            var numbers = gone.Where(id => _documents.TryGetValue(id, out var place) && place.Segment == segment).Select(id => _documents[id].Number).ToList();
            var kept = numbers.Count == 0 ? segment : segment.Without(numbers);
            if (kept.Live.Documents == 0) continue;
            segments.Add(kept.Live.Sentences * 2 < kept.SentenceCount || kept.Dead is not null && kept.SentenceCount <= SmallSegment ? Merge([kept]) : kept);
        }
        if (change.Put.Count > 0)
        {
            var builder = new SegmentBuilder();
            foreach (var document in change.Put) builder.Add(document);
            segments.Add(builder.Build());
        }
        return new IndexSnapshot(MergeNeighbours(segments));
    }

    /// <summary>How many sentences hold <paramref name="stem"/>.</summary>
    internal int SentenceFrequency(string stem)
    {
        var frequency = 0;
        foreach (var segment in Segments)
            if (segment.StemNumbers.TryGetValue(stem, out var number)) frequency += segment.SentenceFrequency[number];
        return frequency;
    }

    /// <summary>How many paragraphs hold <paramref name="stem"/>.</summary>
    internal int ParagraphFrequency(string stem)
    {
        var frequency = 0;
        foreach (var segment in Segments)
            if (segment.StemNumbers.TryGetValue(stem, out var number)) frequency += segment.ParagraphFrequency[number];
        return frequency;
    }

    /// <summary>From the newest backwards: while a segment is less than twice as large as all that follows it, it joins them.</summary>
    private static List<IndexSegment> MergeNeighbours(List<IndexSegment> segments)
    {
        if (segments.Count < 2) return segments;
        var from = segments.Count - 1;
        var size = segments[from].Live.Sentences;
        while (from > 0 && (segments[from - 1].Live.Sentences < 2 * size || segments[from - 1].Live.Sentences < SmallSegment))
            size += segments[--from].Live.Sentences;
        if (from == segments.Count - 1) return segments;
        return [.. segments[..from], Merge(segments[from..])];
    }

    private static IndexSegment Merge(IReadOnlyList<IndexSegment> segments)
    {
        var builder = new SegmentBuilder();
        foreach (var segment in segments) builder.Add(segment);
        return builder.Build();
    }
}
