using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>What a sentence takes back: "four stalls had been booked" of "we wrote that four stalls had been booked; it was six".</summary>
/// <param name="Verb">Index of the verb that tells of it ("wrote").</param>
/// <param name="From">The first token taken back.</param>
/// <param name="To">Behind the last; at the sentence's end where what is right stands in the next.</param>
internal readonly record struct Retraction(int Verb, int From, int To)
{
    /// <summary>A source's own verb stands at most so many words behind what names it ("an earlier version of this article wrongly said").</summary>
    private const int Reach = 8;

    /// <summary>Words behind a pronoun among which its verb stands ("it will now hold 400").</summary>
    private const int Head = 3;

    /// <summary>Words of a sentence that does nothing but judge the one before it.</summary>
    private const int LongestVerdict = 6;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("retraction-words.txt");

    /// <summary>Reads it; null where the sentence takes nothing back, or neither says what is right instead nor calls itself a correction.</summary>
    /// <param name="text">The text in which the sentence stands.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static Retraction? In(string text, IReadOnlyList<Token> tokens, int start = 0)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var to = i + 2; to < tokens.Count - 1; to++)
                if (IsReport(text, tokens, i, start) && EndsReport(text, tokens, i, to, start)) return new Retraction(i, i + 1, to);
            if (!Lists["telling"].Contains(tokens[i].Term) || !IsOwn(text, tokens, i, start)) continue;
            for (var to = i + 2; to < tokens.Count - 1; to++)
                if (EndsHere(text, tokens, to, start)) return new Retraction(i, i + 1, to);
            // "Correction: we wrote that it holds ten." What is right stands in the next sentence.
            if (CallsItselfOne(tokens) && i + 2 < tokens.Count) return new Retraction(i, i + 1, tokens.Count);
        }
        return null;
    }

    /// <summary>
    /// Whether a sentence only tells what a source wrote that isn't so, and the next one what is right: "Correction: we gave the fee as 50." and "It is 60."
    /// </summary>
    /// <param name="text">The text in which both stand.</param>
    /// <param name="sentence">The tokens of the one.</param>
    /// <param name="next">The tokens of the next.</param>
    public static bool GoesOn(string text, IReadOnlyList<Token> sentence, IReadOnlyList<Token> next)
    {
        if (sentence.Count < 2 || next.Count < 2 || !CallsItselfOne(sentence) && !sentence.Where((token, i) => Lists["wrongly"].Contains(token.Term) || NamesEarlierText(sentence, i)).Any()) return false;
        Token[] both = [.. sentence, .. next];
        for (var i = 0; i < sentence.Count - 1; i++)
            if (IsReport(text, both, i, 0) && EndsReport(text, both, i, sentence.Count, 0)) return true;
        if (!EndsHere(text, both, sentence.Count, 0)) return false;
        for (var i = 0; i < sentence.Count - 1; i++)
            if (Lists["telling"].Contains(sentence[i].Term) && IsOwn(text, sentence, i, 0)) return !Enumerable.Range(i + 2, Math.Max(0, sentence.Count - i - 3)).Any(to => EndsHere(text, sentence, to, 0));
        return false;
    }

    /// <summary>Whether a sentence says no more than that the one before it isn't so: "This was wrong.", "That statement is not correct."</summary>
    public static bool IsOfSentenceBefore(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count is < 3 or > LongestVerdict || !Lists["pointing"].Contains(tokens[0].Term)) return false;
        var verb = tokens.Skip(1).Select((token, i) => (token.Term, At: i + 1)).FirstOrDefault(token => Lists["being"].Contains(token.Term)).At;
        if (verb == 0 || verb > 2) return false;
        var isDenied = tokens[verb].Term.EndsWith("n't", StringComparison.Ordinal) || tokens.Skip(verb).Any(token => token.Term is "not" or "never");
        return tokens.Skip(verb).Any(token => Lists[isDenied ? "true" : "untrue"].Contains(token.Term));
    }

    private static bool CallsItselfOne(IReadOnlyList<Token> tokens) => tokens[0].Term is "correction" or "clarification";

    private static bool NamesEarlierText(IReadOnlyList<Token> tokens, int at) => Lists["earlier"].Contains(tokens[at].Term) && at + 1 < tokens.Count && Lists["text"].Contains(tokens[at + 1].Term);

    /// <summary>"We wrote", "an earlier version of this article said", "wrongly stated": the source speaks of itself.</summary>
    private static bool IsOwn(string text, IReadOnlyList<Token> tokens, int verb, int start)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - Reach; i--)
        {
            if (Gap(text, tokens, i, start).IndexOfAny(";:.") >= 0 && !(i == 0 && CallsItselfOne(tokens))) return false;
            if (tokens[i].Term == "we" || Lists["wrongly"].Contains(tokens[i].Term)) return true;
            if (NamesEarlierText(tokens, i)) return true;
            // "Correction: the fee was given as 50."
            if (i == verb - 1 && tokens[i].Term is "was" or "were" && CallsItselfOne(tokens)) return true;
        }
        return verb + 1 < tokens.Count && Lists["wrongly"].Contains(tokens[verb + 1].Term);
    }

    /// <summary>"Correction: Lagoon Wire reported that …": who calls a sentence a correction and names itself or another by whom something was reported.</summary>
    private static bool IsReport(string text, IReadOnlyList<Token> tokens, int verb, int start)
    {
        if (!Lists["reporting"].Contains(tokens[verb].Term) || !CallsItselfOne(tokens) || verb < 2) return false;
        for (var i = 1; i < verb; i++)
            if (!tokens[i].IsCapitalised && !tokens[i].IsStopWord && !Lists["text"].Contains(tokens[i].Term) || i > 1 && Gap(text, tokens, i - 1, start).IndexOfAny(";:.,") >= 0) return false;
        return true;
    }

    /// <summary>Whether at a token a sentence begins that says what is right of what was reported: "It holds 400" behind "that the field holds 600 cars", the same of the same.</summary>
    private static bool EndsReport(string text, IReadOnlyList<Token> tokens, int verb, int to, int start)
    {
        if (to < verb + 2 || to >= tokens.Count - 1 || !Gap(text, tokens, to - 1, start).Contains('.')) return false;
        if (EndsHere(text, tokens, to, start) && tokens[to].Term is not ("it" or "there" or "they")) return true;
        if (tokens[to].Term is not ("it" or "there" or "they" or "he" or "she")) return false;
        var reported = tokens.Skip(verb + 1).Take(to - verb - 1).ToList();
        var (own, figures) = (tokens.Skip(to + 1).Take(Head).ToList(), tokens.Skip(to + 1).Where(token => token.IsNumber).ToList());
        return own.Exists(token => !token.IsStopWord && !token.IsNumber && reported.Exists(other => other.Stem == token.Stem)) || figures.Count > 0 && own.Exists(token => token.Term is "is" or "was" or "are" or "were") && reported.Exists(other => other.IsNumber && !figures.Exists(figure => figure.Term == other.Term));
    }

    /// <summary>Whether what is right begins at a token: behind a semicolon or dash, or with "it was", "the correct" or "in fact" behind a comma or in a sentence of its own.</summary>
    private static bool EndsHere(string text, IReadOnlyList<Token> tokens, int to, int start)
    {
        var gap = Gap(text, tokens, to - 1, start);
        if (gap.IndexOfAny(";–—") >= 0) return true;
        return gap.IndexOfAny(",:.") >= 0 && (tokens[to].Term == "the" && Lists["true"].Contains(tokens[to + 1].Term) || tokens[to].Term is "but" or "actually" or "instead" || tokens[to].Term is "it" or "there" or "they" && tokens[to + 1].Term is "was" or "is" or "were" or "are" || tokens[to].Term == "in" && tokens[to + 1].Term is "fact" or "reality");
    }

    private static ReadOnlySpan<char> Gap(string text, IReadOnlyList<Token> tokens, int i, int start) => text.AsSpan(tokens[i].Span.End - start, tokens[i + 1].Span.Start - tokens[i].Span.End);
}
