using System.Collections.Frozen;
using System.Reflection;

namespace ChatBot.Knowledge.Text;

/// <summary>Reads the word lists that ship inside this assembly (the <c>Data</c> folders): one entry a line, <c>#</c> begins a comment.</summary>
internal static class LanguageData
{
    /// <summary>The lines of the list named <paramref name="name"/>, without comments and blank lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            if (comment >= 0) line = line[..comment];
            line = line.Trim();
            if (line.Length > 0) yield return line;
        }
    }

    /// <summary>What stands behind each label of a list of lines such as "being: is are was".</summary>
    public static FrozenDictionary<string, string> Labelled(string name) =>
        Lines(name).Select(line => line.Split(": ", 2)).ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>The words behind each label of such a list.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> LabelledWords(string name) =>
        Labelled(name).ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>All words of the list named <paramref name="name"/>, however many stand on a line.</summary>
    public static FrozenSet<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of all words of the list named <paramref name="name"/>.</summary>
    public static FrozenSet<string> Stems(string name) => Words(name).Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
