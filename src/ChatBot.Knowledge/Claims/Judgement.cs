using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"The fair was a success": what is said of something is a judgement (<c>assessment-words.txt</c>), which a sentence settles only where it says that very word, or its contrary, of that very thing.</summary>
/// <param name="Word">Index of the word that judges.</param>
/// <param name="Subject">What it is said of; null where that is nothing by itself ("it was a success").</param>
internal sealed record Judgement(int Word, ClauseSubject.Words? Subject)
{
    /// <summary>"Was not a complete and utter failure": a judgement stands at most so many words behind its verb.</summary>
    private const int Reach = 5;

    /// <summary>"The failure of the long peace talks": what is judged stands at most so many words behind "of".</summary>
    private const int BehindOf = 5;

    private static readonly FrozenSet<string> Words = LanguageData.Words("assessment-words.txt");

    /// <summary>Whether the words say of something that it is what only a judgement can tell.</summary>
    public static bool IsIn(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(i => IsJudged(tokens, i));

    /// <summary>The judgement of a claim; null where it has none.</summary>
    public static Judgement? In(ClaimReading claim)
    {
        var tokens = claim.Tokens;
        for (var i = 0; i < tokens.Count; i++)
            if (IsJudged(tokens, i) && VerbBefore(tokens, i) is { } verb) return new Judgement(i, ClauseSubject.Before(claim.Fact.Text, tokens, claim.Fact.Entities, verb));
        return null;
    }

    /// <summary>Whether a sentence says the word, or its contrary, of what the claim says it of.</summary>
    public bool IsToldBy(ClaimReading claim, PreparedFact fact)
    {
        if (Subject is not { } own) return false;
        var view = fact.View;
        for (var i = 0; i < view.Tokens.Count; i++)
            if (IsSameWord(claim, fact, i) && SubjectOf(view, i) is { } other && IsSame(claim, own, view, other)) return true;
        return false;
    }

    private bool IsSameWord(ClaimReading claim, PreparedFact fact, int at) =>
        fact.View.Tokens[at].Stem == claim.Tokens[Word].Stem || claim.Opposites.Any(own => own.Token == Word && fact.Opposites.Any(given => given.Group == own.Group && given.Token <= at && at <= given.Last));

    /// <summary>Of what a sentence says the word: as a predicate, as a verb, or as "the failure of" it.</summary>
    private static ClauseSubject.Words? SubjectOf(FactView view, int at)
    {
        var tokens = view.Tokens;
        if (at + 1 < tokens.Count && tokens[at + 1].Term == "of") return new ClauseSubject.Words(at + 2, Math.Min(tokens.Count, at + 2 + BehindOf));
        var verb = VerbBefore(tokens, at) ?? (ClaimedDeed.IsPast(tokens[at]) || ClauseSubject.IsBehindAuxiliary(tokens, at) ? at : null);
        return verb is { } said ? ClauseSubject.Before(view.Document.Text, tokens, view.Fact.Entities, said) : null;
    }

    /// <summary>Whether both are the same; what only says of what kind another thing is ("the fair committee") is not the fair.</summary>
    private static bool IsSame(ClaimReading claim, ClauseSubject.Words own, FactView view, ClauseSubject.Words other)
    {
        var head = claim.Tokens[own.To - 1];
        var named = claim.Fact.Entities.FirstOrDefault(mention => mention.Span.Overlaps(head.Span));
        for (var i = other.From; i < other.To; i++)
        {
            if (i + 1 < other.To && !view.Tokens[i + 1].IsStopWord) continue;
            var token = view.Tokens[i];
            if (named.Span.Length > 0 ? view.Fact.Entities.Any(mention => mention.Id == named.Id && mention.Span.Overlaps(token.Span)) : token.Stem == head.Stem) return true;
        }
        return false;
    }

    private static bool IsJudged(IReadOnlyList<Token> tokens, int at) => Words.Contains(tokens[at].Term) && VerbBefore(tokens, at) is not null && (at + 1 >= tokens.Count || tokens[at + 1].IsStopWord || tokens[at + 1].Span.Start > tokens[at].Span.End + 1);

    /// <summary>The form of "be" whose predicate the word is; null where a preposition or name stands between.</summary>
    private static int? VerbBefore(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            if (tokens[i].Term is "is" or "isn't" or "was" or "wasn't" or "are" or "aren't" or "were" or "weren't" or "be" or "been" or "became" or "becomes") return i;
            if (tokens[i].IsCapitalised || tokens[i].IsStopWord && !Between.Contains(tokens[i].Term)) return null;
        }
        return null;
    }

    private static readonly FrozenSet<string> Between = new[] { "a", "an", "the", "not", "no", "such", "very", "so", "too", "and", "quite", "rather" }.ToFrozenSet(StringComparer.Ordinal);
}
