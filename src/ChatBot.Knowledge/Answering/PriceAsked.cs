using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How much does a ticket cost?", "what is the fee?": told by a sum of money, or by a sentence that says that it is free.</summary>
internal static class PriceAsked
{
    private static readonly string Cost = EnglishStemmer.Stem("cost");

    private static readonly HashSet<string> PriceStems = [.. new[] { "cost", "price", "fee", "fare", "pay" }.Select(EnglishStemmer.Stem)];

    /// <summary>Whether a sentence gives a price at all; null where none is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question) =>
        question.Expects == AnswerType.Quantity && question.Tokens.Any(token => PriceStems.Contains(token.Stem)) && !question.Tokens.Any(token => token.Term is "many" or "percent" or "percentage" or "share" or "long" or "often") ? Gives : null;

    /// <summary>"How much is the ferry?": what it costs stands before how long it takes, where both are told.</summary>
    public static IReadOnlyList<RankedFact> First(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.Quantity || question.Tokens is not [{ Term: "how" }, { Term: "much" }, { Term: "is" or "are" or "was" or "were" }, ..] || ranked.Count < 2 || IsSum(ranked[0].View)) return ranked;
        var priced = ranked.Skip(1).TakeWhile(fact => fact.Score >= ranked[0].Score - PricedMargin).FirstOrDefault(fact => fact.Probability >= Answerer.Floor && IsSum(fact.View));
        return priced is null ? ranked : [priced, .. ranked.Where(fact => fact != priced)];

        static bool IsSum(FactView view) => view.Fact.Quantities.Any(figure => SameMeasure.IsMoney(figure) || figure.Unit == "percent");
    }

    /// <summary>So many logits below the best a price may lie.</summary>
    private const double PricedMargin = 1.5;

    /// <summary>"The fee is 50 crowns", "raised the fee from 50 to 60 crowns": between the word for a price and a figure stands nothing that it could be of instead.</summary>
    private static bool IsOfPrice(FactView view, Quantity figure)
    {
        if (figure.Unit == "percent" || MeasureUnits.IsLength(figure.Unit)) return false;
        var at = view.Tokens.FindIndex(token => token.Span.Start >= figure.Span.Start) - 1;
        while (at >= 0 && (view.Tokens[at].IsStopWord || view.Tokens[at].IsNumber)) at--;
        return at >= 0 && PriceStems.Contains(view.Tokens[at].Stem);
    }

    // "Cost 88,000 crowns": what isn't known to be a currency is one there.
    private static bool Gives(FactView view) => view.Fact.Quantities.Any(SameMeasure.IsMoney) || view.Fact.Quantities.Any(figure => figure.Unit != "percent") && view.Tokens.Exists(token => token.Stem == Cost) || view.Fact.Quantities.Any(figure => IsOfPrice(view, figure)) || view.Tokens.Exists(token => token.Term is "free" or "nothing");
}
