namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>A number for each stem and phrase of the sentences: a question is held against every sentence of a small store, and numbers compare quicker than words.</summary>
internal sealed class StemNumbers
{
    /// <summary>The number of what no sentence has.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a stem; a new one, where it has none yet.</summary>
    public int Of(string stem)
    {
        if (!_numbers.TryGetValue(stem, out var number)) _numbers.Add(stem, number = _numbers.Count);
        return number;
    }

    /// <summary>The number of a stem, or <see cref="None"/>.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, None);
}
