using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>"A parade of twenty boats", "I will not send 150 boats there": figures that count some group, or what isn't done; how many there are is another matter.</summary>
internal static class CountsOfParts
{
    /// <summary>Nouns behind which "of" counts all: "a total of twenty boats".</summary>
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "total", "number", "maximum", "minimum", "fleet", "field", "record", "sum", "figure", "crowd", "estimate" };

    /// <summary>Whether the value is such a figure.</summary>
    public static bool Has(FactView view, AttributeValue value)
    {
        if (value.Number is null || value.IsDenied) return false;
        var first = view.Tokens.FindIndex(token => token.Span.Overlaps(value.Span));
        return first > 2 && (IsOfGroup(view.Tokens, first) || IsOfWhatIsNotDone(view, first));
    }

    private static bool IsOfGroup(List<Token> tokens, int figure) =>
        tokens[figure - 1].Term == "of" && tokens[figure - 2] is { IsStopWord: false, IsNumber: false } group && !Wholes.Contains(group.Term) && tokens[figure - 3].Term is "a" or "an";

    /// <summary>"Will not send 150 boats": a verb stands between the denial and the figure. "Not 150 boats came" denies the figure.</summary>
    private static bool IsOfWhatIsNotDone(FactView view, int figure) =>
        Negation.Among(view.Document.Text, view.Tokens).Exists(negator => negator.Kind == NegatorKind.Word && negator.From > negator.Token && negator.Governs(figure) && Enumerable.Range(negator.From, Math.Max(0, figure - negator.From)).Any(i => !view.Tokens[i].IsStopWord));
}
