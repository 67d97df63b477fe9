using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>
/// Compares a question's units with the words and entities of sentences. Each word of a sentence is looked up once for all units, instead of each unit's
/// many alternatives in each sentence: a question is compared with every sentence of a small store. Most words of a sentence are none of the question's;
/// a filter of a few bits tells so at once (Bloom, 1970, with one hash).
/// </summary>
internal sealed class UnitMatches
{
    private readonly Dictionary<int, List<(int Unit, float Weight)>> _byStem = [];
    private readonly Dictionary<EntityId, List<(int Unit, float Weight)>> _byEntity = [];
    private readonly Dictionary<EntityId, List<(int Unit, float Weight)>> _byRepresented = [];

    private readonly Dictionary<int, List<(int Unit, int Bit, int All)>> _byWord = [];
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    /// <param name="units">The units.</param>
    /// <param name="numbers">The numbers of the sentences' stems.</param>
    public UnitMatches(IReadOnlyList<QuestionUnit> units, StemNumbers numbers)
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
                if (numbers.Find(unit.Words[w]) is not (>= 0 and var word)) continue;
                if (!_byWord.TryGetValue(word, out var of)) _byWord.Add(word, of = []);
                of.Add((u, 1 << w, (1 << Math.Min(unit.Words.Count, MostWords)) - 1));
            }
            if (!unit.HasOwnWord) continue;
            AddStem(numbers.Find(unit.Term.Stem), u, 1);
            foreach (var alternative in unit.Term.Alternatives) AddStem(numbers.Find(alternative.Phrase ?? alternative.Stem), u, (float)alternative.Weight);
        }
    }

    private const float RepresentedWeight = 0.6f;

    private const float NamedAfterWeight = 0.8f;

    private const float AllWordsWeight = 0.9f;

    private const int MostWords = 8;

    private const int FilterBits = 4096;

    /// <summary>The units, in order.</summary>
    public IReadOnlyList<QuestionUnit> Units { get; }

    /// <summary>Fills in for each unit how far the words and entities meet it, 0 to 1.</summary>
    /// <param name="words">The words and entities.</param>
    /// <param name="matches">One place per unit.</param>
    public void Read(FactView.Words words, Span<float> matches)
    {
        matches.Clear();
        foreach (var stem in words.Stems)
            if (MayMeet(stem) && _byStem.TryGetValue(stem, out var units)) Raise(units, matches);
        if (_byWord.Count > 0) ReadWords(words.Stems, matches);
        if (_byEntity.Count == 0) return;
        foreach (var entity in words.Entities)
            if (_byEntity.TryGetValue(entity, out var units)) Raise(units, matches);
        foreach (var entity in words.Represented)
            if (_byRepresented.TryGetValue(entity, out var units)) Raise(units, matches);
    }

    private void ReadWords(int[] stems, Span<float> matches)
    {
        Span<int> met = matches.Length <= 64 ? stackalloc int[matches.Length] : new int[matches.Length];
        met.Clear();
        foreach (var stem in stems)
            if (_byWord.TryGetValue(stem, out var units))
                foreach (var (unit, bit, all) in units)
                    if ((met[unit] |= bit) == all) matches[unit] = Math.Max(matches[unit], AllWordsWeight);
    }

    /// <summary>Whether a word, by the number of its stem, meets any unit.</summary>
    public bool Meets(int stem) => MayMeet(stem) && _byStem.ContainsKey(stem);

    private bool MayMeet(int stem) => (_filter[stem % FilterBits / 64] & 1UL << (stem % 64)) != 0;

    private void AddStem(int stem, int unit, float weight)
    {
        if (stem == StemNumbers.None) return;
        _filter[stem % FilterBits / 64] |= 1UL << (stem % 64);
        Add(_byStem, stem, unit, weight);
    }

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
