using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What somebody says together with the wish to know whether it is so, without that wish.</summary>
/// <param name="Text">What is said or asked.</param>
/// <param name="IsClaim">Whether it is said, and so to be checked; a question stays one.</param>
internal readonly record struct TaggedMessage(string Text, bool IsClaim);

/// <summary>"They signed on Monday. True?", "they signed, didn't they?", "Fact check: they signed": told apart from a question that follows what leads up to it.</summary>
internal static class TaggedClaim
{
    /// <summary>In words: shorter is no statement.</summary>
    private const int ShortestClaim = 2;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("tag-words.txt");

    /// <summary>What is to be checked or asked; null where a message has no such tag.</summary>
    public static TaggedMessage? Read(string message)
    {
        var text = message.Trim();
        if (text.Length < 2) return null;
        // "Fact check: …", "True or false? …".
        var head = text.AsSpan(0, text.Length - 1).IndexOfAny(':', '?');
        if (head > 0 && Words(text[..head]) is var opening && IsTag(opening) && opening.Exists(word => word is "or" or "check")) return Of(text[(head + 1)..].Trim());
        var border = text.AsSpan(0, text.Length - 1).LastIndexOfAny(".!?,");
        if (border < 0) return null;
        var tail = text[(border + 1)..];
        var words = Words(tail);
        if (!text.EndsWith('?') && !words.Contains("or")) return null;
        if (text[border] == ',') return IsTag(words) || Asks(words) ? Of(text[..border]) : null;
        return IsTag(words) ? Of(text[..(border + 1)]) : null;
    }

    /// <summary>Whether a message only asks whether something is so, which stands elsewhere: "is that true?", "check this please", "really?".</summary>
    public static bool IsTagAlone(string message) => Words(message) is { Count: > 0 } words && words.Exists(word => word == "check" || Lists["judging"].Contains(word)) && words.TrueForAll(word => Lists["judging"].Contains(word) || Lists["around"].Contains(word) || Lists["asking"].Contains(word));

    private static TaggedMessage? Of(string text)
    {
        var words = Words(text);
        if (words.Count < ShortestClaim) return null;
        // "He is coming, right?" leans on what was said before, "you are a bot, right?" is for the bot to say: both are asked, not checked.
        var isQuestion = text.Contains('?', StringComparison.Ordinal) || ClaimSplitter.OpensQuestion(words[0]) || words[0] is "i" or "you" or "we" or "he" or "she" or "they";
        return new TaggedMessage(text, !isQuestion);
    }

    private static List<string> Words(string text) => Tokenizer.Tokenize(text).ConvertAll(token => token.Term);

    private static bool IsTag(List<string> words) => words.Exists(Lists["judging"].Contains) && words.TrueForAll(word => Lists["judging"].Contains(word) || Lists["around"].Contains(word));

    /// <summary>"Didn't they?", "is it?".</summary>
    private static bool Asks(List<string> words) =>
        words is [var verb, "it" or "he" or "she" or "they" or "there" or "you" or "we"] && (ClaimSplitter.OpensQuestion(verb) || verb.EndsWith("n't", StringComparison.Ordinal));
}
