using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>A name while the documents are gone through: how it is written, how often, and what speaks for which kind of thing.</summary>
/// <param name="terms">Its words, folded.</param>
internal sealed class SeenName(IReadOnlyList<string> terms)
{
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityKind, int> _kinds = [];

    /// <summary>Its words, folded.</summary>
    public IReadOnlyList<string> Terms { get; } = terms;

    /// <summary>The documents that have it.</summary>
    public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Offices that stand beside it ("harbour master").</summary>
    public HashSet<string> Offices { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What its offices are offices of.</summary>
    public HashSet<EntityId> OfficesOf { get; } = [];

    /// <summary>How often it is named.</summary>
    public int Times { get; private set; }

    /// <summary>How often it says something, or "he" or "she" means it.</summary>
    public int Personal { get; set; }

    /// <summary>How often only its last words are used, as people's surnames are.</summary>
    public int Shortened { get; private set; }

    /// <summary>How often "the" stands before it.</summary>
    public int AfterThe { get; set; }

    /// <summary>How often a preposition of place stands before it.</summary>
    public int AfterPreposition { get; set; }

    /// <summary>How often "in" stands before it.</summary>
    public int AfterIn { get; set; }

    /// <summary>The spelling seen most often; of equals the longest.</summary>
    public string Name => _written.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Every spelling seen, the most frequent first.</summary>
    public IReadOnlyList<string> Spellings => [.. _written.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];

    /// <summary>The kind that the engine took it for most often.</summary>
    public EntityKind Kind => _kinds.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;

    /// <summary>Notes one mention.</summary>
    public void Add(string written, EntityKind kind, string document)
    {
        _written[written] = _written.GetValueOrDefault(written) + 1;
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        Documents.Add(document);
        Times++;
    }

    /// <summary>Takes in what was seen of another way of naming the same.</summary>
    /// <param name="other">The other way.</param>
    /// <param name="withSpellings">Whether it is a spelling worth keeping.</param>
    public void Absorb(SeenName other, bool withSpellings)
    {
        if (withSpellings)
            foreach (var (written, times) in other._written) _written[written] = _written.GetValueOrDefault(written) + times;
        if (other.Terms.Count < Terms.Count) Shortened += other.Times;
        Documents.UnionWith(other.Documents);
        Offices.UnionWith(other.Offices);
        OfficesOf.UnionWith(other.OfficesOf);
        Times += other.Times;
        Personal += other.Personal;
        AfterThe += other.AfterThe;
        AfterPreposition += other.AfterPreposition;
        AfterIn += other.AfterIn;
    }
}
