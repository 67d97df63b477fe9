using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Defence spending", "the budget": the figures of what is spent are sums or shares; "32 countries spend much" counts who spends.</summary>
internal static class AmountAsked
{
    private static readonly FrozenSet<string> Spent = LanguageData.Words("spending-words.txt");

    private static readonly FrozenSet<string> People = LanguageData.Words("people-words.txt");

    /// <summary>The figures of a sentence that may be of what a question names.</summary>
    public static IEnumerable<Quantity> Figures(Question question, FactView view) =>
        question.Tokens.Any(token => Spent.Contains(token.Term)) ? view.Fact.Quantities.Where(figure => !CountsWho(question, view, figure)) : view.Fact.Quantities;

    /// <summary>Whether it counts countries, bodies or people, and the question doesn't ask for their number.</summary>
    private static bool CountsWho(Question question, FactView view, Quantity figure) =>
        view.Tokens.Find(token => token.Span.End >= figure.Span.End && !token.IsNumber) is { Term: { } counted } && !question.Tokens.Any(token => token.Term == counted)
        && (AnswerTypeReader.NamesType(counted, AnswerType.Place) || People.Contains(counted) || counted.EndsWith('s') && People.Contains(counted[..^1]));
}
