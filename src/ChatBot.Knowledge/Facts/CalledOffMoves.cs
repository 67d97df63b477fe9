using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>"The move to 30 June was called off", "called off the postponement", "will not be moved": what a sentence says is not moved, or not any more.</summary>
internal static class CalledOffMoves
{
    /// <summary>"Called off the planned move": so many words stand between at most.</summary>
    private const int Nearest = 4;

    private static readonly FrozenSet<string> MovedStems = MovingWords.OfDays.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it says so.</summary>
    /// <param name="tokens">The sentence's tokens, which point into the text.</param>
    /// <param name="text">The document's text.</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static bool AreIn(IReadOnlyList<Token> tokens, string text, int start = 0) => tokens.Any(token => MovedStems.Contains(token.Stem) || MovingWords.Nouns.Contains(token.Term)) && (At(tokens, text, start) is not null || IsNegated(tokens, text, start));

    /// <summary>The tokens of the move that is called off, with what it was to: from the first up to behind the last; null where none is.</summary>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="text">The text in which it stands.</param>
    /// <param name="start">Where <paramref name="text"/> begins in that into which the tokens point.</param>
    public static (int From, int To)? At(IReadOnlyList<Token> tokens, string text, int start = 0) => At(MovingWords.Nouns, tokens, text, start);

    /// <summary>Whether a sentence says that a cancellation is none any more: "the cancellation was withdrawn".</summary>
    /// <param name="tokens">Its tokens, which point into the text.</param>
    /// <param name="text">The document's text.</param>
    public static bool AreCancellationsIn(IReadOnlyList<Token> tokens, string text) => At(MovingWords.Cancellations, tokens, text, 0) is not null;

    private static (int From, int To)? At(FrozenSet<string> nouns, IReadOnlyList<Token> tokens, string text, int start)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!nouns.Contains(tokens[i].Term)) continue;
            for (var k = i + 1; k < tokens.Count && !EndsPart(k - 1) && !MovingWords.Openings.Contains(tokens[k].Term); k++)
                if (IsUndone(k)) return IsDenied(i, k) ? null : (i, k);
            for (var k = i - 1; k >= 0 && k >= i - Nearest && !EndsPart(k); k--)
                if (IsUndone(k)) return IsDenied(k, k) ? null : (k, EndOf(i));
        }
        return null;

        bool IsUndone(int at) => MovingWords.Undone.Any(phrase => at + phrase.Length <= tokens.Count && Enumerable.Range(0, phrase.Length).All(k => tokens[at + k].Stem == phrase[k]));
        bool IsDenied(int from, int to) => Enumerable.Range(Math.Max(0, from - 2), to - Math.Max(0, from - 2)).Any(k => tokens[k].Term is "not" or "never" || Negation.IsContracted(tokens[k]));
        bool EndsPart(int at) => at + 1 < tokens.Count && text.AsSpan(tokens[at].Span.End - start, tokens[at + 1].Span.Start - tokens[at].Span.End).IndexOfAny(";:–—") >= 0;
        int EndOf(int noun)
        {
            var end = noun;
            while (end < tokens.Count && !EndsPart(end) && !(end > noun && tokens[end].Term is "and" or "but" || MovingWords.Openings.Contains(tokens[end].Term))) end++;
            return Math.Min(end + 1, tokens.Count);
        }
    }

    private static bool IsNegated(IReadOnlyList<Token> tokens, string text, int start) => start == 0
        && Negation.Among(text, tokens).Exists(negator => negator.Kind == NegatorKind.Word && !negator.IsOfClause && Enumerable.Range(0, tokens.Count).Any(i => negator.Governs(i) && MovedStems.Contains(tokens[i].Stem)));
}
