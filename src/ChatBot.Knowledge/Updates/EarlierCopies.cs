using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Updates;

/// <summary>
/// Finds, among the documents of one delivery, those that are nearly the same text as an earlier one, in time that grows with their number alone: only texts
/// that share a band of their sketches are compared (A. Broder, 1997; P. Indyk and R. Motwani, Approximate nearest neighbors, 1998). Not for several threads.
/// </summary>
public sealed class EarlierCopies
{
    /// <summary>So many of the likest are given.</summary>
    private const int Most = 2;

    private readonly Dictionary<ulong, List<int>> _bands = [];
    private readonly List<(DocumentFacts Document, Sketch Sketch)> _documents = [];

    /// <summary>The earlier documents that are nearly the same as this one, the likest first, at most two; then this one counts among them.</summary>
    public IReadOnlyList<DocumentFacts> Of(DocumentFacts document)
    {
        var sketch = Sketch.Of(document.Document.Text);
        var near = new HashSet<int>();
        foreach (var band in sketch.Bands())
        {
            if (!_bands.TryGetValue(band, out var members)) _bands.Add(band, members = []);
            // Of many copies of one text the first will do.
            near.UnionWith(members.Take(Most));
            members.Add(_documents.Count);
        }
        _documents.Add((document, sketch));
        return [.. near.Order().Select(at => (_documents[at].Document, Likeness: _documents[at].Sketch.Likeness(sketch))).Where(known => known.Likeness >= Sketch.NearlySame)
            .OrderByDescending(known => known.Likeness).Take(Most).Select(known => known.Document)];
    }
}
