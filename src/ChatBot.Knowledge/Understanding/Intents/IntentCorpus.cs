namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>The examples as counted features. Rows of no intent have the class after the last; the names of intents stand behind the examples.</summary>
internal sealed class IntentCorpus
{
    // With plenty of examples what stands in one of them alone is noise, and most of the memory.
    private const int PlentyPerIntent = 30;

    private IntentCorpus(FeatureIndex index, string[] intents, CountedMessage[] rows, int[] classes, int examples)
    {
        Index = index;
        Intents = intents;
        Rows = rows;
        Classes = classes;
        Examples = examples;
        Blocks = FeatureWeights.BlocksOf(index);
    }

    public FeatureIndex Index { get; }

    public FeatureBlock[] Blocks { get; }

    /// <summary>The intents' names in ordinal order; a class is a place in it.</summary>
    public string[] Intents { get; }

    /// <summary>The class of rows that are about no intent.</summary>
    public int None => Intents.Length;

    public CountedMessage[] Rows { get; }

    public int[] Classes { get; }

    /// <summary>How many of the rows, from the first on, are examples; the others are the intents' names.</summary>
    public int Examples { get; }

    public static IntentCorpus Read(IReadOnlyList<IntentExample> examples, IntentTrainingOptions options)
    {
        var intents = examples.Select(example => example.Intent).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (intents.Length == 0) throw new ArgumentException("There is no example of any intent to learn from.", nameof(examples));
        var classOf = intents.Select((intent, i) => (intent, i)).ToDictionary(pair => pair.intent, pair => pair.i, StringComparer.Ordinal);

        var index = new FeatureIndex([]);
        var reader = new FeatureReader();
        var rows = new List<CountedMessage>(examples.Count + intents.Length);
        var classes = new List<int>(rows.Capacity);
        foreach (var example in examples)
        {
            reader.Read(example.Text, options.WordClasses);
            rows.Add(CountedMessage.From(reader, index, learn: true));
            classes.Add(example.Intent is { } intent ? classOf[intent] : intents.Length);
        }
        if (options.NamesAreExamples)
        {
            for (var i = 0; i < intents.Length; i++)
            {
                reader.Read(SplitName(intents[i]), options.WordClasses);
                rows.Add(CountedMessage.From(reader, index, learn: true));
                classes.Add(i);
            }
        }

        if (examples.Count >= PlentyPerIntent * intents.Length) (index, rows) = DropRare(index, rows);
        return new IntentCorpus(index, intents, [.. rows], [.. classes], examples.Count);
    }

    /// <summary>"alarmSet", "alarm_set" and "alarm.set" are "alarm set".</summary>
    private static string SplitName(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1])) words.Append(' ');
            words.Append(char.IsLetterOrDigit(name[i]) ? name[i] : ' ');
        }
        return words.ToString();
    }

    private static (FeatureIndex Index, List<CountedMessage> Rows) DropRare(FeatureIndex index, List<CountedMessage> rows)
    {
        var rowsWith = new int[index.Keys.Count];
        foreach (var row in rows)
            foreach (var feature in row.Features) rowsWith[feature]++;
        var kept = new FeatureIndex([]);
        var renumbered = new int[rowsWith.Length];
        for (var f = 0; f < renumbered.Length; f++)
        {
            // Every stem stays: which words are known at all is what "none of these" is told by.
            var keep = rowsWith[f] > 1 || FeatureReader.BlockOf(index.Keys[f]) is FeatureBlock.Stem;
            renumbered[f] = keep ? kept.Add(index.Keys[f]) : -1;
        }
        return (kept, rows.ConvertAll(row =>
        {
            var places = Enumerable.Range(0, row.Features.Length).Where(i => renumbered[row.Features[i]] >= 0).ToArray();
            return row with { Stems = [.. row.Stems.Select(stem => renumbered[stem])], Features = [.. places.Select(i => renumbered[row.Features[i]])], Counts = [.. places.Select(i => row.Counts[i])] };
        }));
    }
}
