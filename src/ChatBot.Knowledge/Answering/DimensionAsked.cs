using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How deep is the lake?", "how fast was the wind?": a length of something else, or a figure of another dimension, is no answer.</summary>
internal static class DimensionAsked
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.LabelledWords("dimension-words.txt");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Stems =
        Words.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Adjectives = new[] { "deep", "wide", "broad", "high", "tall", "fast", "heavy", "big", "large" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a sentence gives a figure of the dimension; null where the question asks for none.</summary>
    public static Func<FactView, bool>? Asked(Question question) =>
        Of(question) is null ? null : view => view.Fact.Quantities.Any(figure => Fits(question, view, figure));

    /// <summary>Whether a figure may be one of the dimension that a question asks for, if it asks for one.</summary>
    public static bool Fits(Question question, FactView view, Quantity figure)
    {
        if (Of(question) is not { } adjective) return true;
        var unit = MeasureUnits.Of(figure.Unit) is [var plural, ..] ? plural : "";
        var behind = Behind(view, figure);
        // A place has neither a price nor a number of times.
        if (adjective is "big" or "large" && question.Entities.Any(named => named.Kind is EntityKind.Place or EntityKind.Country)) return IsOfArea(view, figure) || Words["areas"].Contains(unit) || MeasureUnits.IsLength(unit) && Words["all"].Contains(behind);
        if (adjective is "big" or "large") return figure.Unit is not "year" && !(MeasureUnits.IsLength(unit) && !Words["all"].Contains(behind) && !IsOfArea(view, figure));
        if (Words["lengths"].Contains(adjective))
            return MeasureUnits.IsLength(unit) && !IsOfArea(view, figure) && (Words["all"].Contains(behind) ? Words[adjective].Contains(behind) : view.Stems.Overlaps(Stems[adjective]));
        return adjective == "fast" ? IsSpeed(view, figure, unit) : Words["weights"].Contains(unit);
    }

    /// <summary>The adjective behind "how"; null where none of a dimension stands there.</summary>
    public static string? Of(Question question)
    {
        for (var i = 0; question.Expects == AnswerType.Quantity && i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && Adjectives.Contains(question.Tokens[i + 1].Term)) return question.Tokens[i + 1].Term;
        return null;
    }

    private static bool IsSpeed(FactView view, Quantity figure, string unit)
    {
        if (Words["speeds"].Contains(unit) || view.Tokens.Exists(token => figure.Span.Contains(token.Span) && Words["speeds"].Contains(token.Term))) return true;
        var at = view.Tokens.FindIndex(token => token.Span.Start >= figure.Span.End);
        // "Cut to 15 miles an hour before the start" is no speed.
        return MeasureUnits.IsLength(unit) && at >= 0 && at + 1 < view.Tokens.Count && view.Tokens[at].Term is "per" or "an" or "a" && Words["times"].Contains(view.Tokens[at + 1].Term)
            && !(at + 2 < view.Tokens.Count && Words["apart"].Contains(view.Tokens[at + 2].Term));
    }

    private static bool IsOfArea(FactView view, Quantity figure) => view.Tokens.Exists(token => figure.Span.Contains(token.Span) && token.Term is "square" or "cubic");

    private static string Behind(FactView view, Quantity figure) => view.Tokens.Find(token => token.Span.Start >= figure.Span.End).Term ?? "";
}
