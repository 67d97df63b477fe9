using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Of how many a claim or sentence speaks.</summary>
/// <param name="All">Of all: "every ally".</param>
/// <param name="Any">Of any: "any ally".</param>
/// <param name="Most">Of most: "the majority of allies".</param>
/// <param name="Some">Of some: "several allies".</param>
/// <param name="Alone">Has a word for one alone: "only". Before a figure it says no more than that it is small.</param>
internal readonly record struct Quantifiers(bool All, bool Any, bool Most, bool Some, bool Alone)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("quantifiers.txt");

    /// <summary>"On 24 June only", "only on 24 June", "only 139 boats": whether a word beside what stands at <paramref name="value"/> says that this is all.</summary>
    public static bool Bound(IReadOnlyList<Token> tokens, TextSpan value)
    {
        var first = 0;
        while (first < tokens.Count && !tokens[first].Span.Overlaps(value)) first++;
        var behind = first;
        while (behind < tokens.Count && tokens[behind].Span.Overlaps(value)) behind++;
        var before = first - 1;
        while (before >= 0 && tokens[before].Term is "on" or "in" or "for" or "the" or "from" or "at") before--;
        return Bounds(before) || Bounds(behind);

        bool Bounds(int at) => at >= 0 && at < tokens.Count && Lists["bounding"].Contains(tokens[at].Term);
    }

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
            // "In all 151 boats", "after all", "above all".
            if (Lists["all"].Contains(term) && !(term == "all" && i > 0 && tokens[i - 1].Term is "in" or "after" or "above")) found = found with { All = true };
            if (Lists["any"].Contains(term)) found = found with { Any = true };
            if (Lists["most"].Contains(term)) found = found with { Most = true };
            if (Lists["some"].Contains(term)) found = found with { Some = true };
            if (Lists["alone"].Contains(term) && !(i + 1 < tokens.Count && tokens[i + 1].IsNumber)) found = found with { Alone = true };
        }
        return found;
    }

    /// <summary>Whether a claim with these speaks of all where a sentence speaks of some: then it neither says so nor otherwise.</summary>
    public bool AreAgainst(Quantifiers sentence) => (All || Any) && sentence is { Some: true, All: false, Any: false };

    /// <summary>Whether a claim with these speaks of all or most where a sentence doesn't, or of one alone where the sentence has no such word.</summary>
    public bool SayMoreThan(Quantifiers sentence)
    {
        var isOfAll = sentence.All || sentence.Any;
        return All && !isOfAll || Most && !sentence.Most && !isOfAll || Alone && !sentence.Alone;
    }
}
