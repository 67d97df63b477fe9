using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Where was last year's summit?", "who won the previous regatta?": what is told of this one is no answer.</summary>
internal static class OtherEdition
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.LabelledWords("edition-words.txt");

    /// <summary>Whether a sentence speaks of the other one that a question asks of; null where it asks of none.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        foreach (var mention in question.Entities)
        {
            if (mention.Kind != EntityKind.Event || mention.Span.Length == 0) continue;
            var name = question.Tokens.ToList().FindIndex(token => token.Span.Start >= mention.Span.Start);
            var noun = question.Tokens.LastOrDefault(token => mention.Span.Contains(token.Span)).Stem;
            if (name >= 0 && (name > 0 ? Way(question.Tokens, name) : null) is var way && (way ?? WayBehind(question, mention)) is { } isBefore) return view => (view.Entities.Contains(mention.Id) || noun is not null && view.Stems.Contains(noun)) && Tells(view, isBefore);
        }
        return YearAsked(question) is { } before ? view => TellsOfYear(view, before) : null;
    }

    /// <summary>"How many came last year?": the year before (true) or after, where no noun behind makes it another's.</summary>
    private static bool? YearAsked(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i + 1] is { Term: "year" } year && (year.Traits & TokenTraits.Possessive) == 0)
            {
                if (Words["before"].Contains(question.Tokens[i].Term)) return true;
                if (Words["after"].Contains(question.Tokens[i].Term)) return false;
            }
        return null;
    }

    /// <summary>Whether a sentence tells of a year before: "she came third last year".</summary>
    public static bool IsOfYearBefore(FactView view) => view.Document.Source.Published is not null && TellsOfYear(view, isBefore: true);

    /// <summary>Whether a sentence says such a year itself, or gives a date of another year than its document's, on that side.</summary>
    private static bool TellsOfYear(FactView view, bool isBefore)
    {
        var words = Words[isBefore ? "before" : "after"];
        for (var i = 0; i + 1 < view.Tokens.Count; i++)
            if (words.Contains(view.Tokens[i].Term) && Words["time"].Contains(view.Tokens[i + 1].Term)) return true;
        return view.DatesOfMatter.Any(date => view.Document.Source.Published is not { } published || (isBefore ? date.Value.To.Year < published.Year : date.Value.From.Year > published.Year));
    }

    /// <summary>"The summit after The Hague", "the regatta following this one", "the fair that precedes it": the words behind the name lead from an edition to the other.</summary>
    private static bool? WayBehind(Question question, EntityMention mention)
    {
        var at = question.Tokens.ToList().FindIndex(token => token.Span.Start >= mention.Span.End);
        if (at > 0 && at + 1 < question.Tokens.Count && question.Tokens[at].Term is "that" or "which") at++;
        if (at <= 0 || at + 1 >= question.Tokens.Count) return null;
        var isBefore = Words["leading-before"].Contains(question.Tokens[at].Term);
        return (isBefore || Words["leading-after"].Contains(question.Tokens[at].Term)) && IsEdition(question, mention, at + 1) ? isBefore : null;
    }

    /// <summary>"This one", "the last", a year, or the place that an edition is called by; not another event ("the speech before the summit").</summary>
    private static bool IsEdition(Question question, EntityMention mention, int at)
    {
        if (question.Tokens[at].Term is "the" && at + 1 < question.Tokens.Count && !question.Entities.Any(named => named.Span.Contains(question.Tokens[at].Span))) at++;
        var token = question.Tokens[at];
        return token.Term is "this" or "that" or "last" or "current" or "present" or "one" || token.IsNumber || question.Entities.Any(named => (named.Id == mention.Id || named.Kind is EntityKind.Place or EntityKind.Country) && named.Span.Contains(token.Span));
    }

    /// <summary>Whether the words before the name speak of one before (true), or after; null where they speak of neither, or may mean the event itself.</summary>
    private static bool? Way(IReadOnlyList<Token> tokens, int name)
    {
        var word = tokens[name - 1].Term;
        var hasTime = Words["time"].Contains(word);
        if (hasTime) word = name > 1 ? tokens[name - 2].Term : "";
        if (!hasTime && Words["either"].Contains(word)) return null;
        return Words["before"].Contains(word) ? true : Words["after"].Contains(word) ? false : null;
    }

    /// <summary>A sentence speaks of the one before by such a word, or by a year before its document's.</summary>
    private static bool Tells(FactView view, bool isBefore)
    {
        var words = Words[isBefore ? "before" : "after"];
        if (view.Tokens.Exists(token => words.Contains(token.Term))) return true;
        return view.Document.Source.Published is { } published && view.DatesOfMatter.Any(date => isBefore ? date.Value.To.Year < published.Year : date.Value.From.Year > published.Year);
    }
}
