using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>Tells of what a new sentence says that a known one only says that it was asked for, hoped or demanded: then it wasn't known to be so.</summary>
internal static class OnlyWished
{
    private static readonly FrozenSet<string> Wanting = LanguageData.Stems("wanting-words.txt");

    /// <summary>Whether all words of the new sentence that the known one has stand there behind a word of wishing, and it has none such itself.</summary>
    /// <param name="known">The known sentence.</param>
    /// <param name="fact">The new one.</param>
    public static bool Is(Fact known, Fact fact)
    {
        var said = Tokenizer.Tokenize(fact.Text);
        if (said.Exists(token => Wanting.Contains(token.Stem))) return false;
        var tokens = Tokenizer.Tokenize(known.Text);
        var stems = said.Where(token => !token.IsStopWord && ReportingVerbs.StanceOf(token.Term) is null).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var first = tokens.FindIndex(token => stems.Contains(token.Stem));
        var wish = tokens.FindLastIndex(Math.Max(first, 0), token => Wanting.Contains(token.Stem));
        // "Asked by reporters" is a question.
        return first > 0 && wish >= 0 && wish < first && tokens[wish + 1].Term is not ("by" or "about" or "whether" or "if") && tokens.Skip(wish + 1).Any(token => token.Term is "to" or "that" or "will" or "would");
    }
}
