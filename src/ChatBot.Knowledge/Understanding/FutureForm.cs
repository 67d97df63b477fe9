using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>"Is she going to resign?": "going to" before a verb speaks of what is to come, and of nobody's going anywhere.</summary>
internal static class FutureForm
{
    /// <summary>Whether the token at <paramref name="i"/> is such a "going": behind its "to" stands a word that is neither a name nor an article.</summary>
    public static bool IsAt(IReadOnlyList<Token> tokens, int i, IReadOnlyList<EntityMention> mentions) =>
        tokens[i].Term == "going" && i + 2 < tokens.Count && tokens[i + 1].Term == "to" && !IsWhereTo(tokens[i + 2], mentions);

    private static bool IsWhereTo(Token token, IReadOnlyList<EntityMention> mentions) =>
        token.Term is "the" or "a" or "an" or "this" or "that" or "his" or "her" or "their" || token.IsCapitalised || mentions.Any(mention => mention.Span.Overlaps(token.Span));
}
