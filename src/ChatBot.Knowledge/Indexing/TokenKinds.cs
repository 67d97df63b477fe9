using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Indexing;

/// <summary>What a token may be as an answer, as far as its looks tell.</summary>
[Flags]
internal enum TokenKinds : byte
{
    /// <summary>A plain word.</summary>
    None = 0,

    /// <summary>A function word; not in the postings.</summary>
    StopWord = 1,

    /// <summary>Capitalised where no sentence begins: part of a name.</summary>
    Name = 2,

    /// <summary>In digits.</summary>
    Number = 4,

    /// <summary>Four digits that read as a year.</summary>
    Year = 8,

    /// <summary>A month, weekday or word of time ("century").</summary>
    Calendar = 16,

    /// <summary>A number in letters ("three", "million").</summary>
    NumberWord = 32,

    /// <summary>A unit symbol: per cent or a currency.</summary>
    Symbol = 64,

    /// <summary>Capitalised at the beginning of the sentence, which says little.</summary>
    Initial = 128,
}

/// <summary>Tells the kinds of a token.</summary>
internal static class TokenKindsReader
{
    private static readonly FrozenSet<string> Calendar = new[]
    {
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "century", "decade", "bc", "ad", "bce", "ce", "spring", "summer", "autumn", "winter",
        "1990s", "today", "yesterday", "tomorrow", "year", "years", "month", "months", "week", "weeks", "day", "days",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NumberWords = new[]
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds",
        "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "half", "third", "quarter", "percent",
        "percentage", "first", "second", "fourth", "fifth", "twice", "double", "zero",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds of <paramref name="token"/>, the <paramref name="position"/>th of its sentence.</summary>
    public static TokenKinds Read(in Token token, int position)
    {
        if ((token.Traits & TokenTraits.Symbol) != 0) return TokenKinds.Symbol;
        if (token.IsNumber) return IsYear(token.Term) ? TokenKinds.Number | TokenKinds.Year : TokenKinds.Number;
        var kinds = token.IsStopWord ? TokenKinds.StopWord : TokenKinds.None;
        if ((token.Traits & TokenTraits.AllCapitals) != 0) kinds |= TokenKinds.Name;
        else if (token.IsCapitalised && !token.IsStopWord) kinds |= position == 0 ? TokenKinds.Initial : TokenKinds.Name;
        if (Calendar.Contains(token.Term) || token is { IsCapitalised: true, Term: "may" } && position > 0) kinds |= TokenKinds.Calendar;
        if (NumberWords.Contains(token.Term)) kinds |= TokenKinds.NumberWord;
        return kinds;
    }

    private static bool IsYear(string term) =>
        term.Length == 4 && term[0] is '1' or '2' && char.IsAsciiDigit(term[1]) && char.IsAsciiDigit(term[2]) && char.IsAsciiDigit(term[3])
        && (term[0] == '1' || term[1] is '0' or '1')
        || term.Length == 5 && term[4] == 's' && term[0] is '1' or '2';
}
