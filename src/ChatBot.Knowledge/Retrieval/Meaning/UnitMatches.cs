using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>
/// Compares a question's units with the words and entities of sentences. Each word of a sentence is looked up once for all units, instead of each unit's
/// many alternatives in each sentence: a question is compared with every sentence of a small store.
/// </summary>
internal sealed class UnitMatches
{
    private readonly Dictionary<string, List<(int Unit, float Weight)>> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityId, List<(int Unit, float Weight)>> _byEntity = [];
    private readonly Dictionary<EntityId, List<(int Unit, float Weight)>> _byRepresented = [];

    private readonly Dictionary<string, List<(int Unit, int Bit, int All)>> _byWord = new(StringComparer.Ordinal);

    public UnitMatches(IReadOnlyList<QuestionUnit> units)
    {
        Units = units;
        for (var u = 0; u < units.Count; u++)
        {
            var unit = units[u];
            if (unit.Entity is { } entity)
            {
                Add(_byEntity, entity, u, 1);
                // A fact about a country's president is near to one about the country, and the other way round.
                Add(_byRepresented, entity, u, RepresentedWeight);
                foreach (var longer in unit.NamedAfter) Add(_byEntity, longer, u, NamedAfterWeight);
                if (unit.Represents is { } country) Add(_byEntity, country, u, RepresentedWeight);
            }
            for (var w = 0; w < unit.Words.Count && w < MostWords; w++)
            {
                if (!_byWord.TryGetValue(unit.Words[w], out var of)) _byWord.Add(unit.Words[w], of = []);
                of.Add((u, 1 << w, (1 << Math.Min(unit.Words.Count, MostWords)) - 1));
            }
            if (!unit.HasOwnWord) continue;
            Add(_byStem, unit.Term.Stem, u, 1);
            foreach (var alternative in unit.Term.Alternatives) Add(_byStem, alternative.Phrase ?? alternative.Stem, u, (float)alternative.Weight);
        }
    }

    private const float RepresentedWeight = 0.6f;

    private const float NamedAfterWeight = 0.8f;

    private const float AllWordsWeight = 0.9f;

    private const int MostWords = 8;

    /// <summary>The units, in order.</summary>
    public IReadOnlyList<QuestionUnit> Units { get; }

    /// <summary>Fills in for each unit how far the words and entities meet it, 0 to 1.</summary>
    /// <param name="stems">The words.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="represented">The entities that those stand for.</param>
    /// <param name="matches">One place per unit.</param>
    public void Read(string[] stems, EntityId[] entities, EntityId[] represented, Span<float> matches)
    {
        matches.Clear();
        foreach (var stem in stems)
            if (_byStem.TryGetValue(stem, out var units)) Raise(units, matches);
        if (_byWord.Count > 0) ReadWords(stems, matches);
        foreach (var entity in entities)
            if (_byEntity.TryGetValue(entity, out var units)) Raise(units, matches);
        foreach (var entity in represented)
            if (_byRepresented.TryGetValue(entity, out var units)) Raise(units, matches);
    }

    private void ReadWords(string[] stems, Span<float> matches)
    {
        Span<int> met = matches.Length <= 64 ? stackalloc int[matches.Length] : new int[matches.Length];
        met.Clear();
        foreach (var stem in stems)
            if (_byWord.TryGetValue(stem, out var units))
                foreach (var (unit, bit, all) in units)
                    if ((met[unit] |= bit) == all) matches[unit] = Math.Max(matches[unit], AllWordsWeight);
    }

    /// <summary>Whether a word meets any unit.</summary>
    public bool Meets(string stem) => _byStem.ContainsKey(stem);

    private static void Raise(List<(int Unit, float Weight)> units, Span<float> matches)
    {
        foreach (var (unit, weight) in units) matches[unit] = Math.Max(matches[unit], weight);
    }

    private static void Add<TKey>(Dictionary<TKey, List<(int Unit, float Weight)>> by, TKey key, int unit, float weight)
        where TKey : notnull
    {
        if (!by.TryGetValue(key, out var units)) by.Add(key, units = []);
        units.Add((unit, weight));
    }
}
