using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>Knows questions that want figures reckoned with ("what is 12 times 7?"), which no document answers.</summary>
internal static class Sums
{
    /// <summary>Whether figures are to be reckoned with: nothing but numbers and what is done to them.</summary>
    public static bool IsAsked(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked).Where(token => !token.IsStopWord).ToList();
        return tokens.Count(token => token.IsNumber) > 1 && tokens.TrueForAll(token => token.IsNumber || (token.Traits & TokenTraits.Symbol) != 0
            || token.Term is "plus" or "minus" or "times" or "x" or "divided" or "multiplied" or "percent" or "sum" or "calculate" or "compute" or "whats" or "much" or "equals" or "squared");
    }
}
