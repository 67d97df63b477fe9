using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// An opening that takes the clause behind it out of what a sentence states: "it is not true that she will come" denies it, "nobody wrote that she will come" and
/// "there is no sign that she will come" leave it open (<c>clause-frames.txt</c>).
/// </summary>
/// <param name="Token">The word that does so ("not", "wrong", "nobody").</param>
/// <param name="From">The first token of the clause.</param>
/// <param name="To">Behind its last.</param>
/// <param name="IsDenied">Whether the clause is said not to be so; else nobody is said to say it.</param>
internal readonly record struct ClauseFrame(int Token, int From, int To, bool IsDenied)
{
    /// <summary>"Not" stands at most so many words before what it denies ("not quite so true that").</summary>
    private const int DenialReach = 3;

    /// <summary>"No truth in the latest reports that": so many words may stand between.</summary>
    private const int TruthReach = 6;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("clause-frames.txt");

    /// <summary>Whether it was told before and is taken back now ("retracted its report that"): of what is yes or no, nobody says the contrary by that.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Whether the token belongs to the opening itself or to its clause.</summary>
    public bool Has(int token) => token >= Token && token < To;

    /// <summary>Whether the clause has the token.</summary>
    public bool Governs(int token) => token >= From && token < To;

    /// <summary>The first such opening; null where there is none.</summary>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static ClauseFrame? In(string text, IReadOnlyList<Token> tokens, int start = 0)
    {
        for (var that = 2; that + 1 < tokens.Count; that++)
        {
            if (tokens[that].Term != "that") continue;
            if (RetractedReport.At(text, tokens, that, start) is var (retracting, behind)) return new ClauseFrame(retracting, that + 1, behind ?? EndOf(text, tokens, that + 1, start), IsDenied: true) { IsTakenBack = true };
            if (Opening(tokens, that) is var (token, isDenied)) return new ClauseFrame(token, that + 1, EndOf(text, tokens, that + 1, start), isDenied);
        }
        return null;
    }

    private static (int Token, bool IsDenied)? Opening(IReadOnlyList<Token> tokens, int that)
    {
        var word = that - 1;
        if (ReportingVerbs.StanceOf(tokens[word].Term) is { } stance && !Negation.IsReport(tokens[word]))
        {
            if (Nobody(tokens, word) is { } nobody) return stance is Stance.Denied ? null : (nobody, false);
            // "It would be wrong to say that".
            if (word < 2 || tokens[word - 1].Term != "to") return null;
            word -= 2;
        }
        var term = tokens[word].Term;
        var denial = DenialBefore(tokens, word);
        if (Lists["true"].Contains(term)) return denial is { } not ? (not, true) : null;
        if (Lists["false"].Contains(term)) return denial is null && IsSaidOfClause(tokens, word) ? (word, true) : null;
        if (Lists["sure"].Contains(term)) return denial is { } unsure ? (unsure, false) : null;
        if (Lists["sign"].Contains(term) && NoBefore(tokens, word, DenialReach) is { } no) return (no, false);
        if (!Lists["truth"].Contains(term) && !Negation.IsReport(tokens[word])) return null;
        return NoBefore(tokens, word, TruthReach) is { } none && Enumerable.Range(none, word - none + 1).Any(i => Lists["truth"].Contains(tokens[i].Term)) ? (none, true) : null;
    }

    /// <summary>"Nobody", "no one" or "no newspaper" before a verb of saying, with nothing between but auxiliaries and a noun.</summary>
    private static int? Nobody(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - DenialReach - 1); i--)
            if (Lists["nobody"].Contains(tokens[i].Term)) return i == 0 || tokens[i - 1].Term is "and" or "but" or "so" or "yet" or "because" ? i : null;
        return null;
    }

    private static int? DenialBefore(IReadOnlyList<Token> tokens, int word)
    {
        for (var i = word - 1; i >= Math.Max(0, word - DenialReach); i--)
            if (tokens[i].Term is "not" or "never" or "hardly" || Negation.IsContracted(tokens[i])) return i;
        return null;
    }

    private static int? NoBefore(IReadOnlyList<Token> tokens, int word, int reach)
    {
        for (var i = word - 1; i >= Math.Max(0, word - reach); i--)
            if (tokens[i].Term is "no" or "without" || tokens[i].Term == "any" && i > 0 && (tokens[i - 1].Term == "not" || Negation.IsContracted(tokens[i - 1]))) return tokens[i].Term == "any" ? i - 1 : i;
        return null;
    }

    /// <summary>"It is wrong that": a form of "be" before it; "the wrong that he did" says something else.</summary>
    private static bool IsSaidOfClause(IReadOnlyList<Token> tokens, int word)
    {
        var i = word - 1;
        while (i > 0 && (tokens[i].Term is "a" or "an" or "the" or "just" or "simply" or "also" || tokens[i].Term.EndsWith("ly", StringComparison.Ordinal))) i--;
        return i > 0 && tokens[i].Term is "is" or "was" or "be" or "it's" && tokens.Take(i + 1).Any(token => token.Term is "it" or "it's");
    }

    private static int EndOf(string text, IReadOnlyList<Token> tokens, int from, int start)
    {
        for (var i = from; i < tokens.Count - 1; i++)
        {
            var gap = text.AsSpan(tokens[i].Span.End - start, tokens[i + 1].Span.Start - tokens[i].Span.End);
            if (gap.IndexOfAny(";:–—") >= 0 || tokens[i + 1].Term is "but" or "although" or "though" or "because" || gap.Contains(',') && tokens[i + 1].Term is "and" or "instead") return i + 1;
        }
        return tokens.Count;
    }
}
