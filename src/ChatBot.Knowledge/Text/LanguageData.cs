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

    /// <summary>All words of the list named <paramref name="name"/>, however many stand on a line.</summary>
    public static FrozenSet<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of all words of the list named <paramref name="name"/>.</summary>
    public static FrozenSet<string> Stems(string name) => Words(name).Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
