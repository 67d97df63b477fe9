using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Which values of a sentence it says hold no longer: "from 14 May" of "moved from 14 May to 11 June", what stands behind "instead of".</summary>
internal static class ReplacedValues
{
    /// <summary>Where they stand.</summary>
    public static IReadOnlyList<TextSpan> Of(Fact fact, IReadOnlyList<Token> tokens)
    {
        List<TextSpan>? replaced = null;
        var (ofDays, ofFigures) = (Moves.In(tokens), Moves.In(tokens, figures: true));
        foreach (var span in fact.Dates.Select(date => date.Span).Concat(fact.Times.Select(time => time.Span)))
            if (ofDays.Exists(move => IsLeft(span, move, tokens)) || IsDismissed(span, tokens) || Contrast.IsDenied(span, OfKind(span, fact), fact, tokens)) (replaced ??= []).Add(span);
        foreach (var quantity in fact.Quantities)
            if (ofFigures.Exists(move => IsLeft(quantity.Span, move, tokens)) || IsDismissed(quantity.Span, tokens) || Contrast.IsDenied(quantity.Span, OfKind(quantity, fact), fact, tokens)) (replaced ??= []).Add(quantity.Span);
        if (CalledOffMoves.At(tokens, fact.Text, fact.Span.Start) is var (first, behind)) (replaced ??= []).AddRange(CalledOff(fact, TextSpan.FromBounds(tokens[first].Span.Start, tokens[behind - 1].Span.End)));
        if (Retraction.In(fact.Text, tokens, fact.Span.Start) is { } retraction) TakeBack(fact, tokens, retraction, ref replaced);
        return replaced ?? (IReadOnlyList<TextSpan>)[];
    }

    private static IEnumerable<TextSpan> OfKind(TextSpan value, Fact fact) => fact.Dates.Any(date => date.Span == value) ? fact.Dates.Select(date => date.Span) : fact.Times.Select(time => time.Span);

    private static IEnumerable<TextSpan> OfKind(Quantity value, Fact fact) => fact.Quantities.Where(other => other.Unit == value.Unit || other.Unit.Length == 0 || value.Unit.Length == 0).Select(other => other.Span);

    /// <summary>"The move to 30 June was called off; it stays on 24 June".</summary>
    private static IEnumerable<TextSpan> CalledOff(Fact fact, TextSpan move) => fact.Dates.Select(date => date.Span).Concat(fact.Times.Select(time => time.Span)).Where(move.Contains);

    /// <summary>"We wrote that four stalls …; it was six": a value that is taken back, where another of its kind is given instead.</summary>
    private static void TakeBack(Fact fact, IReadOnlyList<Token> tokens, Retraction retraction, ref List<TextSpan>? replaced)
    {
        var taken = TextSpan.FromBounds(tokens[retraction.From].Span.Start, tokens[retraction.To - 1].Span.End);
        foreach (var spans in (IEnumerable<TextSpan>[])[fact.Dates.Select(date => date.Span), fact.Times.Select(time => time.Span), fact.Quantities.Select(quantity => quantity.Span)])
            if (retraction.To == tokens.Count || spans.Any(span => span.Start >= taken.End))
                foreach (var span in spans)
                    if (taken.Contains(span)) (replaced ??= []).Add(span);
    }

    /// <summary>"From 14 to 16 August instead of 7 to 9 August": what stands behind "instead of" is what doesn't hold.</summary>
    public static bool IsDismissed(TextSpan value, IReadOnlyList<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Count && tokens[at].Span.Start < value.Start) at++;
        if (at == tokens.Count) return false;
        // "Instead of at the old mill".
        while (at > 2 && (tokens[at - 1].Term is "the" or "a" or "an" or "its" or "their" || tokens[at - 1].Term is "at" or "in" or "on" && tokens[at - 2].Term is "of" or "than")) at--;
        return at > 1 && (tokens[at - 2].Term, tokens[at - 1].Term) is ("instead", "of") or ("rather", "than") or ("not", "on") or ("not", "in");
    }

    /// <summary>Whether a place is the one that something was moved from.</summary>
    public static bool IsLeft(TextSpan place, IReadOnlyList<Token> tokens) => Moves.In(tokens).Exists(move => IsLeft(place, move, tokens));

    private static bool IsLeft(TextSpan value, Moves.Move move, IReadOnlyList<Token> tokens) =>
        value.Start >= tokens[move.First].Span.Start && (move.IsJoined ? value.End <= tokens[move.End].Span.Start : value.Start < tokens[move.First].Span.End);
}
