using System.Globalization;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// Cuts text into words, numbers and unit symbols. Hyphens part words ("long-term" is two), apostrophes inside a word don't, a
/// possessive "'s" is left off, "3.5" and "1,000" stay whole ("1000"), dotted acronyms lose their dots ("U.S." is "us" with
/// <see cref="TokenTraits.AllCapitals"/>, which sets it apart from the pronoun).
/// </summary>
public static class Tokenizer
{
    /// <summary>The tokens of <paramref name="text"/> in order, with their places in it.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        bool? shouting = null;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) i = ReadNumber(text, i, tokens);
            else if (IsWordCharacter(text, i)) i = ReadWord(text, i, tokens, ref shouting);
            else
            {
                if (Symbol(c) is { } unit) tokens.Add(new Token(unit, unit, new TextSpan(i, 1), TokenTraits.Symbol));
                i++;
            }
        }
        return tokens;
    }

    private static string? Symbol(char c) => c switch
    {
        '%' => "percent",
        '$' => "dollar",
        '€' => "euro",
        '£' => "pound",
        _ => null,
    };

    private static int ReadNumber(string text, int start, List<Token> tokens)
    {
        var i = start;
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i])) i++;
            else if (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && IsSeparator(text, start, i)) i++;
            else break;
        }
        var term = text[start..i].Replace(",", "", StringComparison.Ordinal);
        // "24th" and "2nd" are the number; "F16" never comes here, "5G" and "3D" keep their letter.
        var after = i;
        while (after < text.Length && char.IsAsciiLetter(text[after])) after++;
        var suffix = text[i..after];
        if (suffix.ToLowerInvariant() is "st" or "nd" or "rd" or "th") i = after;
        else if (suffix.Length is 1 or 2)
        {
            term += suffix.ToLowerInvariant();
            i = after;
        }
        tokens.Add(new Token(term, term, TextSpan.FromBounds(start, i), TokenTraits.Number));
        return i;
    }

    /// <summary>A comma is part of a number only before exactly three digits; a dot where no other dot follows.</summary>
    private static bool IsSeparator(string text, int start, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (text[at] == ',') return end - at - 1 == 3 && at - start <= 12;
        // "25.06.2025" is three numbers, from its first dot to its last.
        var dotBehind = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        var dotBefore = start >= 2 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]);
        return !dotBehind && !dotBefore;
    }

    private static int ReadWord(string text, int start, List<Token> tokens, ref bool? shouting)
    {
        var i = start;
        while (i < text.Length)
        {
            if (IsWordCharacter(text, i) || char.IsDigit(text[i]) || Folding.IsInvisible(text[i])) i++;
            else if (IsApostrophe(text[i]) && i + 1 < text.Length && IsWordCharacter(text, i + 1)) i++;
            else break;
        }

        var traits = TokenTraits.None;
        var letters = 0;
        var capitals = 0;
        for (var k = start; k < i; k++)
        {
            if (!char.IsLetter(text[k])) continue;
            letters++;
            if (char.IsUpper(text[k])) capitals++;
        }
        if (char.IsUpper(text[start])) traits |= TokenTraits.Capitalised;
        if (capitals >= 2 && capitals == letters) traits |= TokenTraits.AllCapitals;

        // A dotted acronym: single capitals with dots between them.
        if (i - start == 1 && char.IsUpper(text[start]))
        {
            var end = i;
            while (end + 1 < text.Length && text[end] == '.' && char.IsUpper(text[end + 1]) && (end + 2 >= text.Length || !char.IsLetter(text[end + 2]))) end += 2;
            if (end > i)
            {
                if (end < text.Length && text[end] == '.') end++;
                var acronym = text[start..end].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
                traits |= TokenTraits.AllCapitals;
                if (end + 1 < text.Length && IsApostrophe(text[end]) && text[end + 1] is 's' or 'S') traits |= TokenTraits.Possessive;
                tokens.Add(new Token(acronym, acronym, TextSpan.FromBounds(start, end), traits));
                return (traits & TokenTraits.Possessive) != 0 ? end + 2 : end;
            }
        }

        var term = Folding.Fold(text.AsSpan(start, i - start));
        if (term.EndsWith("'s", StringComparison.Ordinal) && !StopWords.Contains(term))
        {
            term = term[..^2];
            traits |= TokenTraits.Possessive;
            var acronym = letters > 2 && capitals == letters - 1 && char.IsLower(text[i - 1]);
            if (acronym && capitals >= 2) traits |= TokenTraits.AllCapitals;
        }
        if (term.Length == 0) return i;

        var isAcronym = (traits & TokenTraits.AllCapitals) != 0;
        if (StopWords.Contains(term) && !(isAcronym && term is "us" or "it" or "who")) traits |= TokenTraits.StopWord;
        else if (isAcronym && term is "us" or "it" or "who" && (shouting ??= IsShouting(text))) traits |= TokenTraits.StopWord;
        var stem = isAcronym && letters <= LongestAcronym ? term : EnglishStemmer.Stem(IrregularForms.BaseOf(term));
        tokens.Add(new Token(term, stem, TextSpan.FromBounds(start, i), traits));
        return i;
    }

    /// <summary>In letters; longer words in capitals are mostly words that somebody stresses ("is she REALLY coming"), and inflect.</summary>
    private const int LongestAcronym = 4;

    /// <summary>In text without lower-case letters capitals mean nothing.</summary>
    private static bool IsShouting(string text)
    {
        foreach (var c in text)
            if (char.IsLower(c)) return false;
        return text.Length > 6;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsWordCharacter(string text, int i)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetter(c);
        if (char.IsLetter(c)) return true;
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) return true;
        return i + 1 < text.Length && char.IsSurrogatePair(text, i) && IsLetterCategory(CharUnicodeInfo.GetUnicodeCategory(text, i))
            || i > 0 && char.IsSurrogatePair(text, i - 1) && IsLetterCategory(CharUnicodeInfo.GetUnicodeCategory(text, i - 1));
    }

    private static bool IsLetterCategory(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;
}
