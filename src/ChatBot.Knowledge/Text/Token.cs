namespace ChatBot.Knowledge.Text;

/// <summary>What a token looks like in the text, beyond its folded form.</summary>
[Flags]
public enum TokenTraits : byte
{
    /// <summary>Nothing special: a lower-case word.</summary>
    None = 0,

    /// <summary>The first letter is upper case.</summary>
    Capitalised = 1,

    /// <summary>Two or more letters, all upper case ("NATO", "U.S.").</summary>
    AllCapitals = 2,

    /// <summary>Starts with a digit.</summary>
    Number = 4,

    /// <summary>Stood for by a symbol: "%" reads "percent", "$" reads "dollar".</summary>
    Symbol = 8,

    /// <summary>A function word ("the", "of") that carries little of its own; never an acronym.</summary>
    StopWord = 16,

    /// <summary>Ended in a possessive "'s" in the text, which the term leaves out.</summary>
    Possessive = 32,
}

/// <summary>One word, number or unit symbol of a text.</summary>
/// <param name="Term">The folded form: lower case, no accents, plain quotes, no invisible characters.</param>
/// <param name="Stem">The term's stem (<see cref="EnglishStemmer"/>); numbers are their own stem.</param>
/// <param name="Span">Where it stands in the text it was taken from.</param>
/// <param name="Traits">What it looked like there.</param>
public readonly record struct Token(string Term, string Stem, TextSpan Span, TokenTraits Traits)
{
    /// <summary>Whether the token is a function word.</summary>
    public bool IsStopWord => (Traits & TokenTraits.StopWord) != 0;

    /// <summary>Whether the token is a number in digits.</summary>
    public bool IsNumber => (Traits & TokenTraits.Number) != 0;

    /// <summary>Whether the token begins with an upper-case letter in the text.</summary>
    public bool IsCapitalised => (Traits & TokenTraits.Capitalised) != 0;
}
