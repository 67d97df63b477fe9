using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Whether a sentence says that something takes place at another time or place than was planned.</summary>
internal static class MoveSigns
{
    private static readonly PhraseSet Phrases = new([.. MovingWords.Moved, .. MovingWords.Signs]);

    private static readonly PhraseSet Kept = new([.. MovingWords.Kept]);

    /// <summary>Whether it has any of the words that say so.</summary>
    public static bool In(string sentence) => Phrases.StandsIn(sentence);

    /// <summary>Whether it has any of the words that say so.</summary>
    /// <param name="tokens">Its tokens.</param>
    public static bool In(IReadOnlyList<Token> tokens) => Phrases.StandsIn(tokens);

    /// <summary>Whether a sentence says that something takes place as was planned or after all, or that it isn't moved.</summary>
    public static bool AreUndoneIn(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        return AreUndoneIn(tokens, sentence) || !In(tokens) && SaysAfterAll(tokens, sentence);
    }

    /// <summary>Whether a sentence says that something takes place as was planned, or that it isn't moved.</summary>
    /// <param name="tokens">Its tokens, which point into the text.</param>
    /// <param name="text">The document's text.</param>
    public static bool AreUndoneIn(IReadOnlyList<Token> tokens, string text) => AreDeniedIn(tokens, text) || CalledOffMoves.AreIn(tokens, text);

    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "won't", "wont" };

    /// <summary>"Opens on 24 June after all", "will after all open", not "after all the guests have left".</summary>
    private static bool SaysAfterAll(IReadOnlyList<Token> tokens, string sentence)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Term == "all" && tokens[i - 1].Term == "after" && (i + 1 == tokens.Count || i > 1 && Modals.Contains(tokens[i - 2].Term) || sentence[tokens[i].Span.End] is ',' or ';' or '.')) return true;
        return false;
    }

    /// <summary>Whether it says that something takes place as was planned: "will be held as planned", not "will not go ahead".</summary>
    /// <param name="tokens">Its tokens, which point into the text.</param>
    /// <param name="text">The document's text.</param>
    private static bool AreDeniedIn(IReadOnlyList<Token> tokens, string text) => Kept.StandsIn(tokens) && !In(tokens) && !Negation.Among(text, tokens).Exists(negator => negator.IsOfClause || negator.Kind == NegatorKind.Word);
}
