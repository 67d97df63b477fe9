using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Questions on an article rather than on what it tells: who wrote the Post's story, who edited it, when it came out, where it was filed. Only what a document of
/// the outlet that is named says of itself answers them, however near other sentences are.
/// </summary>
internal static class ArticleAsked
{
    private static readonly FrozenSet<string> ArticleNouns = LanguageData.Words("article-nouns.txt");
    private static readonly FrozenSet<string> Writing = LanguageData.Stems("writing-words.txt");
    private static readonly FrozenSet<string> Publishing = LanguageData.Stems("publishing-words.txt");
    private static readonly FrozenSet<string> Filing = LanguageData.Stems("filing-words.txt");

    /// <summary>Whether a sentence tells what is asked of an article; null where nothing of the kind is asked.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (!question.Tokens.Any(token => ArticleNouns.Contains(token.Term))) return null;
        Func<FactView, bool>? tells =
            Has(question, Editing) ? view => view.Tokens.Exists(token => Editing.Contains(token.Stem))
            : question.Expects == AnswerType.Date && Has(question, Publishing) ? TellsWhen
            : question.Expects == AnswerType.Place && (Has(question, Filing) || Has(question, Writing)) ? TellsWhere
            : (question.Expects == AnswerType.Person || question.Tokens.Any(token => token.Term is "who" or "whose")) && Has(question, Writing) ? TellsWho
            : null;
        return tells is null ? null : view => tells(view) && IsOfOutlet(question, view);
    }

    /// <summary>The one sentence on the article of the outlet that a question names; null where it names none, or that has several articles.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">The facts, the best first.</param>
    /// <param name="tells">What <see cref="Of"/> gave.</param>
    public static RankedFact? In(Question question, IReadOnlyList<RankedFact> ranked, Func<FactView, bool> tells)
    {
        if (!question.Entities.Any(named => named.Kind == EntityKind.Organisation)) return null;
        var found = ranked.Where(fact => fact.View.Document.Source.Publisher is { Length: > 0 } && tells(fact.View)).ToList();
        return found.DistinctBy(fact => fact.View.Document.Id).Count() == 1 ? found[0] : null;
    }

    private static readonly FrozenSet<string> Editing = Tokenizer.Tokenize("edit editor editing edited").Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static bool Has(Question question, FrozenSet<string> stems) => question.Tokens.Any(token => stems.Contains(token.Stem));

    private static bool TellsWho(FactView view) =>
        view.Mentions.Any(named => named.Kind == EntityKind.Person) && (view.Fact.Locator.Kind == ParagraphKind.Byline && !IsOfEditors(view) || view.Tokens.Exists(token => token.Term is "wrote" or "written" or "author" or "authored" or "penned"));

    /// <summary>"Ana Varga and Olaf Dahl edited the report", rather than "Reporting by Ana Varga; editing by Olaf Dahl".</summary>
    private static bool IsOfEditors(FactView view) => view.Tokens.Exists(token => Editing.Contains(token.Stem)) && !view.Tokens.Exists(token => token.Term == "reporting");

    private static bool TellsWhen(FactView view) =>
        view.Fact.Dates.Count > 0 && (view.Fact.Locator.Kind == ParagraphKind.Byline || view.Tokens.Exists(token => ArticleNouns.Contains(token.Term))) && view.Tokens.Exists(token => Publishing.Contains(token.Stem));

    private static bool TellsWhere(FactView view) =>
        view.Tokens.Exists(token => token.Term is "dateline") || view.Tokens.Exists(token => token.Term == "place") && view.Tokens.Exists(token => token.Term == "line");

    /// <summary>Whether the sentence stands in a document of every outlet that the question names, or names it.</summary>
    private static bool IsOfOutlet(Question question, FactView view)
    {
        var publisher = Tokenizer.Tokenize(view.Document.Source.Publisher ?? "").Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return publisher.Count == 0 || question.Entities.Where(named => named.Kind == EntityKind.Organisation).All(outlet =>
            view.Entities.Contains(outlet.Id) || question.Tokens.Where(token => outlet.Span.Contains(token.Span) && !token.IsStopWord).All(token => publisher.Contains(token.Term)));
    }
}
