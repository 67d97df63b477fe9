using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Of how many a claim or sentence speaks.</summary>
/// <param name="All">Of all: "every ally".</param>
/// <param name="Some">Of some: "several allies".</param>
/// <param name="Alone">Has a word for one alone: "only".</param>
/// <param name="OneAlone">Of one who is named right behind such a word: "only Norland".</param>
internal readonly record struct Quantifiers(bool All, bool Some, bool Alone, bool OneAlone)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("quantifiers.txt");

    /// <summary>The quantifiers among <paramref name="tokens"/>.</summary>
    public static Quantifiers Among(IReadOnlyList<Token> tokens)
    {
        var found = default(Quantifiers);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && tokens[i - 1].Term is "not" or "at") continue;
            var term = tokens[i].Term;
            // "Those that fail", "partners who fail".
            if (i > 0 && term is "that" or "who" && (tokens[i - 1].Term == "those" || tokens[i - 1].Term.EndsWith('s') && tokens[i - 1] is { IsStopWord: false, Term.Length: > 4 }) && ReportingVerbs.StanceOf(tokens[i - 1].Term) is null) found = found with { Some = true };
            if (Lists["all"].Contains(term)) found = found with { All = true };
            if (Lists["some"].Contains(term)) found = found with { Some = true };
            if (Lists["alone"].Contains(term)) found = found with { Alone = true, OneAlone = found.OneAlone || i + 1 < tokens.Count && tokens[i + 1].IsCapitalised };
        }
        return found;
    }

    /// <summary>Whether a claim with these speaks of all where a sentence speaks of some, or of one alone where the sentence has no such word.</summary>
    public bool SayMoreThan(Quantifiers sentence) => All && sentence is { Some: true, All: false } || OneAlone && !sentence.Alone;
}
