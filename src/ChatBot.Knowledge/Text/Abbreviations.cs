using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>What a word's full stop may mean.</summary>
internal enum AbbreviationKind
{
    /// <summary>The word is no abbreviation.</summary>
    None,

    /// <summary>A title: a name follows.</summary>
    Title,

    /// <summary>An abbreviation only before a number ("No. 5").</summary>
    BeforeNumber,

    /// <summary>An abbreviation that may also end a sentence ("etc.").</summary>
    Other,
}

/// <summary>The abbreviations of <c>abbreviations.txt</c>.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Read().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What <paramref name="word"/>, without its stop, is.</summary>
    public static AbbreviationKind KindOf(string word) => Kinds.GetValueOrDefault(word.ToLowerInvariant());

    private static Dictionary<string, AbbreviationKind> Read()
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        var kind = AbbreviationKind.Other;
        foreach (var line in LanguageData.Lines("abbreviations.txt"))
        {
            if (line[0] == '[') kind = line.StartsWith("[title]", StringComparison.Ordinal) ? AbbreviationKind.Title : line.StartsWith("[before", StringComparison.Ordinal) ? AbbreviationKind.BeforeNumber : AbbreviationKind.Other;
            else
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) kinds[word] = kind;
        }
        return kinds;
    }
}
