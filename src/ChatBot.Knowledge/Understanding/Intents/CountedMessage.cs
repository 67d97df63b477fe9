namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>A message as numbers: which features it has, how often, and how many of each block before any were dropped as unknown.</summary>
/// <param name="Features">Numbers of the features, ascending, each once.</param>
/// <param name="Counts">How often each stands in the message.</param>
/// <param name="Words">How many words the message has.</param>
/// <param name="Stems">The number of each word's stem as a feature, or -1 where it is unknown; in order.</param>
/// <param name="Rows">The row of each word's stem in the table of word likeness, or -1.</param>
/// <param name="Pairs">How many features of neighbouring words it has.</param>
internal sealed record CountedMessage(int[] Features, float[] Counts, int Words, int Pairs, int[] Stems, int[] Rows)
{
    /// <summary>Counts the features of the message that <paramref name="reader"/> has read; unknown ones are dropped, or numbered if <paramref name="learn"/>.</summary>
    public static CountedMessage From(FeatureReader reader, FeatureIndex index, bool learn)
    {
        Span<int> numbers = reader.Keys.Length <= 2048 ? stackalloc int[reader.Keys.Length] : new int[reader.Keys.Length];
        var known = 0;
        foreach (var key in reader.Keys)
        {
            var number = learn ? index.Add(key) : index.Find(key);
            if (number >= 0) numbers[known++] = number;
        }
        numbers = numbers[..known];
        numbers.Sort();
        var distinct = 0;
        for (var i = 0; i < known; i++)
            if (i == 0 || numbers[i] != numbers[i - 1]) distinct++;

        var features = new int[distinct];
        var counts = new float[distinct];
        var at = -1;
        for (var i = 0; i < known; i++)
        {
            if (i == 0 || numbers[i] != numbers[i - 1]) features[++at] = numbers[i];
            counts[at]++;
        }
        var stems = new int[reader.Seen.Length];
        var rows = new int[stems.Length];
        for (var i = 0; i < stems.Length; i++) (stems[i], rows[i]) = (index.Find(reader.Seen[i].Key), reader.Seen[i].Row);
        return new CountedMessage(features, counts, reader.Words, reader.Count(FeatureBlock.WordPair), stems, rows);
    }
}
