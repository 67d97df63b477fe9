using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>The countries of the world with their demonyms and capitals.</summary>
internal static class Nationalities
{
    /// <summary>A country.</summary>
    /// <param name="Name">Its usual English name.</param>
    /// <param name="Demonyms">Adjectives and nouns for it and its people, and its other names.</param>
    /// <param name="Capitals">Its capital or capitals.</param>
    public sealed record Country(string Name, IReadOnlyList<string> Demonyms, IReadOnlyList<string> Capitals);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. LanguageData.Lines("nationalities.txt").Select(Read)];

    private static Country Read(string line)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        return new Country(columns[0], List(columns, 1), List(columns, 2));
    }

    private static string[] List(string[] columns, int at) =>
        at < columns.Length ? columns[at].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
}
