using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"When is the concert?" where a later sentence says that the concert was cancelled: whoever hears the day must hear that there was none.</summary>
/// <param name="written">When a fact was said or written.</param>
internal sealed class Cancellations(Func<RankedFact, WrittenAt?> written)
{
    /// <summary>So many words before "cancelled" say whether it was.</summary>
    private const int Nearest = 4;

    /// <summary>The latest sentence that calls off what <paramref name="told"/> tells the time or place of; null where there is none, or it takes place after all.</summary>
    /// <param name="question">The question.</param>
    /// <param name="told">What the answer begins with.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public RankedFact? Of(Question question, RankedFact told, IReadOnlyList<RankedFact> ranked)
    {
        if (Head(told.View) is not null) return null;
        var cancelled = ranked.Where(fact => IsLater(fact, told) && Cancels(question, fact.View, told.View)).MaxBy(written);
        return cancelled is null || ranked.Any(fact => IsLater(fact, cancelled) && IsOn(question, fact.View)) ? null : cancelled;
    }

    /// <summary>
    /// What became of a cancellation that <paramref name="told"/> tells: that it takes place after all, and, where it was called off once more since, that too; empty
    /// where it stands as it was.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="told">What the answer begins with.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public IReadOnlyList<RankedFact> Since(Question question, RankedFact told, IReadOnlyList<RankedFact> ranked)
    {
        if (Head(told.View) is null || !Cancels(question, told.View, told.View)) return [];
        if (ranked.Where(fact => IsLater(fact, told) && IsOn(question, fact.View)).MaxBy(written) is not { } on) return [];
        return ranked.Where(fact => IsLater(fact, on) && Cancels(question, fact.View, told.View)).MaxBy(written) is { } again ? [on, again] : [on];
    }

    /// <summary>Whether a sentence tells of anything that it was called off, in answer to a question that doesn't ask for that: what day or place it gives is that of the decision. A move that is called off is another matter: what it was moved from stands.</summary>
    public static bool IsOf(Question question, FactView view) => Head(view) is not null && !CalledOffMoves.AreIn(view.Tokens, view.Document.Text) && !question.Tokens.Any(token => DeedWords.Contains(token.Term) || token.Stem == Cancelling);

    /// <summary>"Will it take place?": the latest sentence by which what is asked of was called off, or by which that is denied since; null where something else is asked, or nobody called it off.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public RankedFact? LastWord(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.YesNo || question.Entities.Count == 0 || !question.Terms.All(term => term.Entity is not null || Happening.Contains(term.Stem))) return null;
        var cancelled = ranked.Where(fact => Cancels(question, fact.View, fact.View)).MaxBy(written);
        return cancelled is null ? null : ranked.Where(fact => IsLater(fact, cancelled) && IsOn(question, fact.View)).MaxBy(written) ?? cancelled;
    }

    /// <summary>"Is it cancelled?": the latest sentence by which what is asked of was called off, where there is one, and behind it the latest since by which it takes place; empty where something else is asked.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public IReadOnlyList<RankedFact> LastWords(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.YesNo || question.Entities.Count == 0 || !question.Terms.All(term => term.Entity is not null || AsksIfCancelled(question, term.Stem))) return [];
        var cancelled = ranked.Where(fact => Cancels(question, fact.View, fact.View)).MaxBy(written);
        var on = ranked.Where(fact => (cancelled is null || IsLater(fact, cancelled)) && written(fact) is not null && IsOn(question, fact.View)).MaxBy(written);
        return [.. new[] { cancelled, on }.OfType<RankedFact>()];
    }

    private static bool AsksIfCancelled(Question question, string stem) =>
        Enumerable.Range(0, question.Tokens.Count).Any(at => question.Tokens[at].Stem == stem && (stem == Cancelling || IsDeed(question.Tokens, at)));

    private static readonly FrozenSet<string> Happening = LanguageData.Stems("happening-words.txt");

    private static readonly string Cancelling = EnglishStemmer.Stem("cancel");

    private bool IsLater(RankedFact fact, RankedFact than) =>
        fact.View.Document.Id == than.View.Document.Id ? fact.View.Fact.Id.Number > than.View.Fact.Id.Number : written(fact) > written(than);

    private static bool IsOn(Question question, FactView view) => question.Entities.Any(named => view.Entities.Contains(named.Id))
        && (view.IsAsPlanned || MoveSigns.AreUndoneIn(view.Fact.Text) || DeniesCancelling(view) || CalledOffMoves.AreCancellationsIn(view.Tokens, view.Document.Text));

    /// <summary>"Has not been cancelled", "denied that it was called off".</summary>
    private static bool DeniesCancelling(FactView view) => Enumerable.Range(0, view.Tokens.Count).Any(at => IsDeed(view.Tokens, at) && (view.Fact.Stance == Stance.Denied || Nearby(view, at).Any(IsDenying)));

    private static bool IsDeed(IReadOnlyList<Token> tokens, int at) => DeedWords.Contains(tokens[at].Term) && (tokens[at].Term != "called" || at + 1 < tokens.Count && tokens[at + 1].Term == "off");

    private static IEnumerable<Token> Nearby(FactView view, int at) => Enumerable.Range(Math.Max(0, at - Nearest), Math.Min(Nearest, at)).Select(i => view.Tokens[i]);

    private static bool IsDenying(Token token) => token.Term is "not" or "never" || Negation.IsContracted(token) || ReportingVerbs.StanceOf(token.Term) == Stance.Denied;

    private static bool Cancels(Question question, FactView view, FactView told)
    {
        if (Head(view) is not var (head, from, to)) return false;
        if (!IsAsked(question, view, view.Tokens[head]) || IsOnOtherDays(view, told, from, to)) return false;
        // "The concert of the school choir" is another one's.
        return view.Fact.Entities.Where(mention => mention.Kind is not (EntityKind.Place or EntityKind.Country) && IsWithin(view, mention.Span, from, to))
            .All(mention => question.Entities.Any(named => named.Id == mention.Id) || told.Entities.Contains(mention.Id) || told.NearEntities.Contains(mention.Id)
                || view.Fact.Entities.Any(whole => whole.Span != mention.Span && whole.Span.Contains(mention.Span)));
    }

    /// <summary>The noun of what is cancelled, with the tokens between which all that belongs to it stands: up to its verb, or from it.</summary>
    private static (int Head, int From, int To)? Head(FactView view)
    {
        foreach (var negator in Negation.Among(view.Document.Text, view.Tokens))
        {
            if (!negator.IsUndoing || !DeedWords.Contains(view.Tokens[negator.Token].Term)) continue;
            // What may be called off, or isn't, stands.
            if (Nearby(view, negator.Token).Any(token => IsDenying(token) || token.Term is "if" or "may" or "might" or "could" or "would" or "no")) return null;
            if (view.Fact.Stance == Stance.Denied) return null;
            var isPassive = negator.To <= negator.Token;
            var head = isPassive ? negator.To - 1 : negator.From;
            while (isPassive && head > negator.From && view.Tokens[head].IsStopWord) head--;
            while (!isPassive && head + 1 < negator.To && (view.Tokens[head].IsStopWord || !view.Tokens[head + 1].IsStopWord)) head++;
            return (head, negator.From, isPassive ? negator.Token : negator.To);
        }
        return null;
    }

    private static readonly HashSet<string> DeedWords = new(StringComparer.Ordinal) { "cancelled", "canceled", "scrapped", "abandoned", "axed", "called" };

    /// <summary>Whether what is cancelled is what is asked of, by name or by word.</summary>
    private static bool IsAsked(Question question, FactView view, Token head)
    {
        if (view.Fact.Entities.Any(mention => mention.Kind == EntityKind.Event && mention.Span.Contains(head.Span) && question.Entities.Any(named => named.Id == mention.Id && !(named.Span.Length == 0 && AsksForDeed(question))))) return true;
        return question.Terms.Any(term => term.Entity is null && (term.Stem == head.Stem || term.Alternatives.Any(other => other.Phrase is null && other.Stem == head.Stem)));
    }

    /// <summary>"Will the town withdraw its grant?" is asked of no event, though none but it is there to be asked of.</summary>
    private static bool AsksForDeed(Question question) =>
        question.Expects == AnswerType.YesNo && question.Tokens.Any(token => !token.IsStopWord && !LightWords.Has(token) && question.Terms.Any(term => term.Entity is null && term.Stem == token.Stem));

    /// <summary>"Friday's concert" isn't Saturday's; but the Saturday of an event that was moved is another day than it was.</summary>
    private static bool IsOnOtherDays(FactView view, FactView told, int from, int to)
    {
        var days = view.Fact.Dates.Where(date => IsWithin(view, date.Span, from, to)).ToList();
        return days.Count > 0 && told.Fact.Dates.Count > 0 && !days.Exists(day => told.Fact.Dates.Any(other => other.Value.Overlaps(day.Value) || other.Relative && day.Relative && other.Value.From.DayOfWeek == day.Value.From.DayOfWeek));
    }

    private static bool IsWithin(FactView view, TextSpan span, int from, int to) => to > from && span.Start >= view.Tokens[from].Span.Start && span.End <= view.Tokens[to - 1].Span.End;
}
