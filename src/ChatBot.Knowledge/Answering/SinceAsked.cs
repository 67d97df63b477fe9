using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Since when has she run it?", "how long has he paid for it?", "when did they start paying?": told by "since 2019", "for 22 years" or "began in 2019", and by no other day.</summary>
internal static class SinceAsked
{
    private static readonly HashSet<string> Beginning = new(StringComparer.Ordinal) { "start", "started", "begin", "began", "begun", "commence", "commenced" };

    private static readonly HashSet<string> Becoming = new(StringComparer.Ordinal) { "began", "begun", "started", "became", "took", "joined", "founded", "introduced" };

    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal) { "year", "month", "week", "day", "decade" };

    /// <summary>A question of how long, read as one of since when; null for any other.</summary>
    public static Question? AsDay(Question question) => IsHowLong(question.Tokens) ? question with { Expects = AnswerType.Date, Focus = null, Terms = WithoutForm(question) } : null;

    /// <summary>Whether a sentence tells it; null where nothing of the kind is asked.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        var isHowLong = IsHowLong(question.Tokens);
        if (!isHowLong && !IsSinceWhen(question.Tokens) && !IsStart(question.Tokens)) return null;
        var terms = WithoutForm(question);
        return view => IsOfAsked(terms, view) && (GivesSince(view) || GivesBeginning(view) || isHowLong && GivesLength(view));
    }

    private static List<QuestionTerm> WithoutForm(Question question) => [.. question.Terms.Where(term => term.Entity is not null || term.Stem is not ("long" or "since") && !question.Tokens.Any(token => token.Stem == term.Stem && Beginning.Contains(token.Term)))];

    /// <summary>"Since when has …", not "since when do we know …".</summary>
    private static bool IsSinceWhen(IReadOnlyList<Token> tokens) => tokens is [{ Term: "since" }, { Term: "when" }, { Term: "has" or "have" or "is" or "are" or "was" or "were" or "had" }, ..];

    /// <summary>"How long has …", "for how long have …".</summary>
    private static bool IsHowLong(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count && i < 2; i++)
            if (tokens[i].Term == "how" && tokens[i + 1].Term == "long") return tokens[i + 2].Term is "has" or "have" or "had";
        return false;
    }

    /// <summary>"When did they start paying", "… begin to pay"; not "when did the fair start".</summary>
    private static bool IsStart(IReadOnlyList<Token> tokens)
    {
        if (tokens is not [{ Term: "when" }, { Term: "did" or "has" or "have" }, ..]) return false;
        for (var i = 2; i + 1 < tokens.Count; i++)
            if (Beginning.Contains(tokens[i].Term)) return tokens[i + 1].Term == "to" || tokens[i + 1].Term.Length > 4 && tokens[i + 1].Term.EndsWith("ing", StringComparison.Ordinal);
        return false;
    }

    /// <summary>Whether the sentence has a word of what is asked, or, of a question of names alone, all of these.</summary>
    private static bool IsOfAsked(List<QuestionTerm> terms, FactView view)
    {
        var words = terms.Where(term => term.Entity is null).ToList();
        return words.Count == 0
            ? terms.TrueForAll(term => term.Entity is { } named && (view.Entities.Contains(named) || view.Represented.Contains(named)))
            : words.Exists(word => view.Stems.Contains(word.Stem) || word.Alternatives.Any(other => other.Phrase is null && view.Stems.Contains(other.Stem)));
    }

    /// <summary>"Since 2019", "since the flood".</summary>
    private static bool GivesSince(FactView view) => view.Tokens.FindIndex(token => token.Term == "since") is >= 0 and var at && at + 1 < view.Tokens.Count && view.Tokens[at + 1].Term is not "then";

    private static bool GivesBeginning(FactView view) => view.Fact.Dates.Any(date => Before(view, date.Span) is "in" or "on") && view.Tokens.Exists(token => Becoming.Contains(token.Term));

    private static bool GivesLength(FactView view) => view.Fact.Quantities.Any(quantity => Spans.Contains(quantity.Unit) && Before(view, quantity.Span) is "for" or "after");

    private static string Before(FactView view, TextSpan value)
    {
        var at = view.Tokens.FindIndex(token => token.Span.Overlaps(value)) - 1;
        while (at > 0 && view.Tokens[at].Term is "the" or "early" or "late") at--;
        return at >= 0 ? view.Tokens[at].Term : "";
    }
}
