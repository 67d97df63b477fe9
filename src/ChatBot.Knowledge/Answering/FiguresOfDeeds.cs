using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Tells sentences of two deeds apart by their verbs: who "has trained 45 drivers" and "will hire 60 drivers" gives two figures, not one twice. Only verbs
/// that show without a grammar are looked at, and only where neither sentence has a word of the other's.
/// </summary>
internal static class FiguresOfDeeds
{
    private static readonly FrozenSet<string> Modals = FrozenSet.Create(StringComparer.Ordinal, "will", "would", "shall", "should", "can", "could", "may", "might", "must");

    /// <summary>They stand between a modal and its verb.</summary>
    private static readonly FrozenSet<string> Between = FrozenSet.Create(StringComparer.Ordinal, "not", "also", "now", "soon", "still", "only", "just", "then", "again", "be", "have", "been", "being");

    /// <summary>Verbs that tell what becomes of a figure or how sure it is, whatever it counts.</summary>
    private static readonly FrozenSet<string> OfAnyFigure = Tokenizer.Tokenize(
        "rise grow increase reach fall drop raise reduce cut climb exceed total number count amount remain stay stand double revise correct change move extend expect plan schedule set need require include begin start continue estimate put base")
        .Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lexicon Synonyms = new(Topic.None);

    /// <summary>Whether both have verbs, and none of either, nor a word that means the same, stands in the other.</summary>
    public static bool AreOfTwo(Fact one, Fact other)
    {
        var (first, second) = (Tokenizer.Tokenize(one.Text), Tokenizer.Tokenize(other.Text));
        var (ofFirst, ofSecond) = (VerbsOf(first), VerbsOf(second));
        return ofFirst.Count > 0 && ofSecond.Count > 0 && !ofFirst.Exists(verb => StandsIn(first, verb, second)) && !ofSecond.Exists(verb => StandsIn(second, verb, first));
    }

    private static bool StandsIn(List<Token> tokens, int verb, List<Token> others) => others.Exists(token => token.Stem == tokens[verb].Stem)
        || Synonyms.At(tokens, verb) is { } match && match.Alternatives.Any(same => others.Exists(token => token.Stem == same.Stem));

    private static List<int> VerbsOf(List<Token> tokens)
    {
        var verbs = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsNumber || token.IsStopWord || token.IsCapitalised || OfAnyFigure.Contains(token.Stem) || SaidOn.IsAhead(token) || ReportingVerbs.StanceOf(token.Term) is not null) continue;
            if (token.Term.Length > 4 && token.Term.EndsWith("ed", StringComparison.Ordinal) && !token.Term.EndsWith("eed", StringComparison.Ordinal) && token.Term != "hundred" || IrregularForms.BaseOf(token.Term) != token.Term || IsBehindModal(tokens, i)) verbs.Add(i);
        }
        return verbs;
    }

    private static bool IsBehindModal(List<Token> tokens, int i)
    {
        var before = i - 1;
        while (before >= 0 && (Between.Contains(tokens[before].Term) || tokens[before].Term.EndsWith("ly", StringComparison.Ordinal))) before--;
        return before >= 0 && Modals.Contains(tokens[before].Term);
    }
}
