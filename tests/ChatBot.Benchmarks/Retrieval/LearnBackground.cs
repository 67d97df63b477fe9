using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Counts in how many sentences each stem stands, for <c>Indexing/Data/background.txt</c>. Stems seen once are left out.</summary>
internal static class LearnBackground
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Newwiki.Load(Options.Get(arguments, "--data"));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in data.Sentences)
            foreach (var stem in Tokenizer.Tokenize(sentence.Text).Where(token => !token.IsStopWord).Select(token => token.Stem).Distinct())
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
        using var writer = new StreamWriter(Options.Get(arguments, "--out")) { NewLine = "\n" };
        writer.WriteLine("# In how many sentences of the newwiki data set a stem stands. Made by: ChatBot.Benchmarks learn-background.");
        writer.WriteLine(data.Sentences.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var group in counts.Where(entry => entry.Value > 1).GroupBy(entry => entry.Value).OrderByDescending(group => group.Key))
            foreach (var stems in group.Select(entry => entry.Key).Order(StringComparer.Ordinal).Chunk(20))
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key} {string.Join(' ', stems)}"));
        Console.WriteLine($"{counts.Count(entry => entry.Value > 1)} stems of {data.Sentences.Count} sentences.");
        return 0;
    }
}
