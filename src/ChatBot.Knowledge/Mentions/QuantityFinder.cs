using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>
/// Finds figures with what they count: "$50 trillion", "3.5 percent of GDP", "5%", "32 member states", "thirty-two countries", "more than 100 billion dollars".
/// Numbers that are part of a date or a time of day, or that only name something ("Article 5", "Bucharest Nine"), are no figures.
/// </summary>
public static class QuantityFinder
{
    private static readonly Dictionary<string, double> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 1e2, ["thousand"] = 1e3, ["million"] = 1e6, ["mn"] = 1e6, ["billion"] = 1e9, ["bn"] = 1e9, ["trillion"] = 1e12, ["tn"] = 1e12, ["trn"] = 1e12,
    };

    private static readonly Dictionary<string, int> NumberWords = new(StringComparer.Ordinal)
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20,
        ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    /// <summary>The figures of <paramref name="text"/>, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="dates">Its dates, whose numbers are left out.</param>
    /// <param name="times">Its times of day, likewise.</param>
    public static IReadOnlyList<Quantity> Find(string text, IReadOnlyList<Token> tokens, IReadOnlyList<DateMention> dates, IReadOnlyList<ClockTime> times)
    {
        List<Quantity>? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (value, next) = ReadNumber(tokens, i);
            if (next == i) continue;
            if (InDateOrTime(tokens[i].Span, dates, times) || IsName(text, tokens, i, next))
            {
                i = next - 1;
                continue;
            }
            var scaled = next;
            while (scaled < tokens.Count && Scales.TryGetValue(tokens[scaled].Term, out var scale) && Near(tokens, scaled - 1, scaled))
            {
                value *= scale;
                scaled++;
            }
            (found ??= []).Add(IsAge(text, tokens, i, next) ? new Quantity(tokens[i].Span, value, "year", null) : WithUnit(text, tokens, i, scaled, value));
            i = scaled - 1;
        }
        if (found is not null)
        {
            ShareUnits(text, found, tokens);
            CompoundQuantities.Join(text, found);
        }
        return found ?? (IReadOnlyList<Quantity>)[];
    }

    /// <summary>"The number of places was cut to 25": 25 places. "Raised from 2 to 5 percent": both are percent.</summary>
    private static void ShareUnits(string text, List<Quantity> found, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < found.Count; i++)
            if (found[i].Unit.Length == 0 && NumberOf(tokens, found[i].Span.Start) is { } counted) found[i] = found[i] with { Unit = counted };
        // "Two boats are hired, which brings their number from 12 to 14": 14 boats.
        if (NewTotal.In(tokens, found) is { Unit.Length: 0 } total && found.IndexOf(total) is > 0 and var at && found[0].Unit.Length > 0) found[at] = total with { Unit = found[0].Unit, Of = found[0].Of };
        if (found.Count < 2) return;
        for (var i = 1; i < found.Count; i++)
            if (IsOfWhatWasCounted(found[i], found[i - 1], text, tokens)) found[i] = found[i] with { Span = NumberIn(found[i], tokens), Unit = found[i - 1].Unit, Of = found[i - 1].Of };
        // "We wrote that four stalls had been booked; it was six": six stalls.
        if (Retraction.In(text, tokens) is { } retraction && retraction.To < tokens.Count && found.FindIndex(quantity => quantity.Span.Start >= tokens[retraction.To].Span.Start) is > 0 and var right && found[right].Unit.Length == 0)
            found[right] = found[right] with { Unit = found[right - 1].Unit, Of = found[right - 1].Of };
        foreach (var move in Moves.In(tokens, figures: true))
        {
            if (!move.IsJoined || move.End + 1 >= tokens.Count) continue;
            var left = found.FindIndex(quantity => quantity.Span.Start >= tokens[move.First].Span.Start && quantity.Span.End <= tokens[move.End - 1].Span.End);
            var taken = found.FindIndex(quantity => quantity.Span.Start >= tokens[move.End].Span.End);
            if (left >= 0 && taken == left + 1 && found[left].Unit.Length == 0) found[left] = found[left] with { Unit = found[taken].Unit, Of = found[left].Of ?? found[taken].Of };
        }
    }

    /// <summary>"151 boats started and 139 finished": what is counted is said once, where the second figure stands alone before what they did.</summary>
    private static bool IsOfWhatWasCounted(Quantity figure, Quantity before, string text, IReadOnlyList<Token> tokens)
    {
        if (before.Unit.Length == 0 || MeasureUnits.Of(before.Unit).Count > 0 || before.Unit is "percent" or "point") return false;
        var at = 0;
        while (at < tokens.Count && tokens[at].Span.Start < figure.Span.Start) at++;
        if (at == 0 || at + 1 >= tokens.Count || tokens[at - 1].Term is not ("and" or "but" or "while" or "only") || tokens[at - 1].Span.Start < before.Span.End) return false;
        var deed = tokens[at + 1];
        if (deed.Span.Start - tokens[at].Span.End > 1 || !(deed.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(deed.Term))) return false;
        // "139 finished boats" counts what stands behind.
        return at + 2 == tokens.Count || tokens[at + 2].IsStopWord || tokens[at + 2].Span.Start - deed.Span.End > 1;
    }

    private static TextSpan NumberIn(Quantity figure, IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
            if (token.Span.Start >= figure.Span.Start && (token.IsNumber || NumberWords.ContainsKey(token.Term))) return TextSpan.FromBounds(figure.Span.Start, token.Span.End);
        return figure.Span;
    }

    private static string? NumberOf(IReadOnlyList<Token> tokens, int before)
    {
        string? counted = null;
        for (var i = 0; i + 2 < tokens.Count && tokens[i + 2].Span.End < before; i++)
            if (tokens[i].Term == "number" && tokens[i + 1].Term == "of") counted = CountedNoun(tokens, i + 2).Unit;
        return counted;
    }

    /// <summary>Whether a word is a number, in digits or spelt ("eleven").</summary>
    /// <param name="token">The word.</param>
    public static bool IsNumber(Token token) => token.IsNumber || NumberWords.ContainsKey(token.Term);

    private static (double Value, int Next) ReadNumber(IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.IsNumber)
        {
            var digits = token.Term;
            var scale = 1.0;
            if (!char.IsAsciiDigit(digits[^1]))
            {
                // "50bn", "3m", "100k"
                var end = digits.Length;
                while (end > 0 && char.IsAsciiLetter(digits[end - 1])) end--;
                if (Suffix(digits[end..]) is not { } suffix) return (0, i);
                scale = suffix;
                digits = digits[..end];
            }
            return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value * scale, i + 1) : (0, i);
        }
        if (!NumberWords.TryGetValue(token.Term, out var word)) return (0, i);
        return word >= 20 && i + 1 < tokens.Count && NumberWords.TryGetValue(tokens[i + 1].Term, out var ones) && ones < 10 && Near(tokens, i, i + 1)
            ? (word + ones, i + 2)
            : (word, i + 1);
    }

    private static double? Suffix(string letters) => letters switch
    {
        "k" => 1e3,
        "m" or "mn" => 1e6,
        "bn" or "b" => 1e9,
        "tn" => 1e12,
        _ => null,
    };

    private static Quantity WithUnit(string text, IReadOnlyList<Token> tokens, int first, int next, double value)
    {
        var start = first;
        if (first > 0 && (tokens[first - 1].Traits & TokenTraits.Symbol) != 0 && tokens[first - 1].Term != "percent" && tokens[first - 1].Span.End == tokens[first].Span.Start)
        {
            start = first - 1;
            // "US$50bn": the letters belong to the sign.
            return new Quantity(TextSpan.FromBounds(tokens[start].Span.Start, tokens[next - 1].Span.End), value, tokens[start].Stem, null);
        }
        var end = next;
        var unit = "";
        string? of = null;
        if (next < tokens.Count && Near(tokens, next - 1, next))
        {
            if (tokens[next].Term == "percent" || tokens[next].Term is "per" && next + 1 < tokens.Count && tokens[next + 1].Term == "cent")
            {
                unit = "percent";
                end = tokens[next].Term == "per" ? next + 2 : next + 1;
                if (end + 1 < tokens.Count && tokens[end].Term == "of")
                {
                    var share = end + 1;
                    while (share + 1 < tokens.Count && tokens[share].IsStopWord) share++;
                    if (!tokens[share].IsNumber)
                    {
                        of = tokens[share].Stem;
                        end = share + 1;
                    }
                }
            }
            else if (tokens[next].Term is "percentage" && next + 1 < tokens.Count) (unit, end) = ("point", next + 2);
            else (unit, end) = CountedNoun(tokens, next);
        }
        return new Quantity(TextSpan.FromBounds(tokens[start].Span.Start, tokens[end - 1].Span.End), value, unit, of);
    }

    /// <summary>The noun that is counted: the first plural among the next three words, else the next word.</summary>
    private static (string Unit, int End) CountedNoun(IReadOnlyList<Token> tokens, int next)
    {
        // "Twelve of its residents", "29 of her 41 lost bookings": those counted stand behind "of".
        if (tokens[next].Term == "of" && next + 2 < tokens.Count && tokens[next + 1].Term is "its" or "the" or "their" or "his" or "her" or "our" or "these" or "those" or "all")
        {
            var noun = next + 2;
            while (noun + 1 < tokens.Count && noun < next + 4 && (tokens[noun].IsStopWord || tokens[noun].IsNumber)) noun++;
            var (unit, end) = tokens[noun].IsStopWord || tokens[noun].IsNumber ? ("", next) : CountedNoun(tokens, noun);
            return end > noun ? (unit, end) : ("", next);
        }
        // "114-metre towers" are not 114 towers.
        if (MeasureUnits.Of(tokens[next].Stem).Count > 0) return (tokens[next].Stem, next + 1);
        for (var k = next; k < tokens.Count && k < next + 3; k++)
        {
            if (tokens[k].IsStopWord || tokens[k].IsNumber || k > next && !Near(tokens, k - 1, k)) break;
            if (tokens[k].Term.Length > 3 && tokens[k].Term.EndsWith('s') && !tokens[k].Term.EndsWith("ss", StringComparison.Ordinal) || tokens[k].Term is "people" or "men" or "women" or "children")
                return (tokens[k].Stem, k + 1);
        }
        // "Fewer than 5,000 came": what they did isn't what is counted.
        return tokens[next].IsStopWord || tokens[next].IsNumber || IrregularForms.IsPast(tokens[next].Term) ? ("", next) : (tokens[next].Stem, next + 1);
    }

    /// <summary>"Article 5", "Boeing 747", "Bucharest Nine": a bare number right behind a name, or a number word written as one.</summary>
    private static bool IsName(string text, IReadOnlyList<Token> tokens, int i, int next)
    {
        if (!tokens[i].IsNumber && tokens[i].IsCapitalised && i > 0) return true;
        if (i == 0 || !tokens[i - 1].IsCapitalised || tokens[i - 1].IsStopWord || !Near(tokens, i - 1, i)) return false;
        var afterEnd = next >= tokens.Count || !Near(tokens, next - 1, next) || tokens[next].IsStopWord;
        return afterEnd && text[tokens[i].Span.Start - 1] is ' ' or '-';
    }

    /// <summary>"Ann Quist, 19, won": a bare number between commas, right behind a name.</summary>
    private static bool IsAge(string text, IReadOnlyList<Token> tokens, int i, int next) =>
        i > 1 && next == i + 1 && tokens[i].IsNumber && tokens[i].Span.Length is 1 or 2 && tokens[i - 1].IsCapitalised && tokens[i - 2].IsCapitalised
        && text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End) is ", "
        && tokens[i].Span.End < text.Length && text[tokens[i].Span.End] is ',' or ')';

    private static bool InDateOrTime(TextSpan span, IReadOnlyList<DateMention> dates, IReadOnlyList<ClockTime> times)
    {
        foreach (var date in dates)
            if (date.Span.Overlaps(span)) return true;
        foreach (var time in times)
            if (time.Span.Overlaps(span)) return true;
        return false;
    }

    private static bool Near(IReadOnlyList<Token> tokens, int a, int b) => tokens[b].Span.Start - tokens[a].Span.End <= 1;
}
