using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Tells which values a sentence denies: "does not have 32 members", "is no longer the mayor". Only what says so of the value itself counts: all that
/// stands between the two must be words by which such a value is given, so that "did not agree on a text at the fair on 24 June" leaves the day as it is.
/// </summary>
internal static class DeniedValues
{
    /// <summary>Behind "not" these bound a value or pick from it, and don't deny it: "not until May", "no more than 30", "not all 32".</summary>
    private static readonly FrozenSet<string> Bounds = new[]
    {
        "than", "until", "till", "before", "and", "or", "but", "only", "just", "least", "most", "all", "every", "each", "both", "any", "if", "whether", "yet", "enough",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Before a figure these take it for granted: "did not name the 32 members".</summary>
    private static readonly FrozenSet<string> Determiners = new[] { "the", "its", "their", "his", "her", "our", "all", "these", "those", "of", "both", "every", "each", "other", "another" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ending = LanguageData.Words("ending-verbs.txt");

    /// <summary>The words that deny <paramref name="value"/>, from the one that does to the end of the value or the other way round; null where none do.</summary>
    /// <param name="value">A value, or the words that say yes.</param>
    /// <param name="fact">Its fact.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="negators">The negators among them.</param>
    /// <param name="saidOf">Stems of the words by which values of the attribute are given.</param>
    public static TextSpan? WordsThatDeny(AttributeValue value, Fact fact, IReadOnlyList<Token> tokens, IReadOnlyList<Negator> negators, IReadOnlySet<string> saidOf)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < value.Span.Start) first++;
        var behind = first;
        while (behind < tokens.Count && tokens[behind].Span.Start < value.Span.End) behind++;
        if (first == tokens.Count) return null;
        var isMoveTo = value.Yes is null && first > 1 && tokens[first - 1].Term is "to" or "into";
        // "Cancelled its invitation", "withdrew the target of 3 percent".
        for (var i = first - 1; i >= 0 && !EndsPart(i); i--)
        {
            if (Ending.Contains(tokens[i].Term) && !negators.Any(negator => negator.Governs(i))) return TextSpan.FromBounds(tokens[i].Span.Start, value.Span.End);
            // "Her offer of", "the idea of".
            if (!(Gives(tokens[i]) || i + 1 < first && tokens[i + 1].Term == "of") || tokens[i].IsNumber) break;
        }
        foreach (var negator in negators)
        {
            if (negator is { IsOfClause: true, Kind: NegatorKind.Word } && negator.Governs(first)) return TextSpan.FromBounds(tokens[negator.Token].Span.Start, value.Span.End);
            // "Will no longer attend", where "will attend" says yes.
            if (value.Yes is not null && negator.Kind == NegatorKind.Word && negator.Token > first && negator.Token < behind) return value.Span;
            if (negator.Kind != NegatorKind.Word && DeniedClauseAt(negator, tokens) is null && !(value.Yes is not null && IsRefusal(negator, tokens))) continue;
            if (negator.Token < first && negator.Governs(first) && !(value.Number is not null && first > 0 && Determiners.Contains(tokens[first - 1].Term)) && AllGive(DeniedClauseAt(negator, tokens) ?? negator.Token + 1, first))
                return TextSpan.FromBounds(tokens[negator.Token].Span.Start, value.Span.End);
            if (value.Yes is not null || negator.Token < behind || negator.From <= first || !AllGive(behind, negator.Token, isBefore: true) || IsBeside(value, first, tokens) || GivesAnother(negator, fact, tokens)) continue;
            // "32 is not the number of members", "she is no longer the mayor": what is denied of it is what the attribute is.
            var said = negator.Token + 1;
            while (said < tokens.Count && negator.Governs(said) && !saidOf.Contains(tokens[said].Stem) && Gives(tokens[said])) said++;
            if (said < tokens.Count && negator.Governs(said) && saidOf.Contains(tokens[said].Stem)) return TextSpan.FromBounds(value.Span.Start, tokens[said].Span.End);
        }
        return null;

        // "The cancellation was withdrawn: the fair will be held on 12 June".
        bool EndsPart(int at) => fact.Text.AsSpan(tokens[at].Span.End - fact.Span.Start, tokens[at + 1].Span.Start - tokens[at].Span.End).IndexOfAny(";:–—") >= 0;

        bool AllGive(int from, int to, bool isBefore = false)
        {
            for (var i = from; i < to; i++)
                if (!Gives(tokens[i]) || isBefore && tokens[i].IsNumber) return false;
            return true;
        }

        // "Did not say that it has 32": nobody denies it.
        bool Gives(Token token) => !Bounds.Contains(token.Term) && ReportingVerbs.StanceOf(token.Term) is null
            // "Has not been moved to Skelby": it isn't there.
            && (isMoveTo && MovingWords.OfDays.Any(phrase => phrase.Contains(token.Stem)) || token.IsStopWord || token.Term == "longer" || saidOf.Contains(token.Stem) || LightWords.Has(token) || token.Term.EndsWith("ly", StringComparison.Ordinal)
                || fact.Entities.Any(mention => mention.Id == value.Entity && mention.Span.Contains(token.Span)));
    }

    /// <summary>Whether the word ends what stands behind it: "cancelled its invitation".</summary>
    public static bool Ends(Token token) => Ending.Contains(token.Term);

    /// <summary>Whether "not" or the like reaches to a value, whatever stands between: "is not based in Tarnholm", "never spoke in the town hall".</summary>
    public static bool IsNegated(TextSpan value, IReadOnlyList<Token> tokens, string text)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < value.Start) first++;
        if (first == tokens.Count || QuantityFinder.IsNumber(tokens[first]) && Determiners.Contains(tokens[Math.Max(0, first - 1)].Term)) return false;
        foreach (var negator in Negation.Among(text, tokens))
            if ((negator.Kind == NegatorKind.Word || DeniedClauseAt(negator, tokens) is not null) && negator.Token < first && negator.Governs(first) && Enumerable.Range(negator.Token + 1, first - negator.Token - 1).All(i => !Bounds.Contains(tokens[i].Term))) return true;
        return false;
    }

    /// <summary>Whether a negator stands right before a value: nothing between the two says anything by itself ("is not about 50").</summary>
    public static bool IsRightBefore(TextSpan value, Negator negator, IReadOnlyList<Token> tokens)
    {
        if (negator.Kind != NegatorKind.Word) return false;
        for (var i = negator.Token + 1; i < tokens.Count && negator.Governs(i); i++)
        {
            if (tokens[i].Span.Start >= value.Start) return tokens[i].Span.Start < value.End;
            if (!tokens[i].IsStopWord && tokens[i].Term != "longer" || Bounds.Contains(tokens[i].Term) || Determiners.Contains(tokens[i].Term)) return false;
        }
        return false;
    }

    /// <summary>"The fair in Delft will not take place": where something is, or whose it is, is not what is denied of it.</summary>
    private static bool IsBeside(AttributeValue value, int first, IReadOnlyList<Token> tokens) => value.Named is not null && first > 0 && tokens[first - 1].Term is "in" or "at" or "of" or "from" or "to" or "near" or "with" or "by";

    /// <summary>"The fair in May will not open on Monday": what is denied is what stands behind.</summary>
    private static bool GivesAnother(Negator negator, Fact fact, IReadOnlyList<Token> tokens)
    {
        var governed = TextSpan.FromBounds(tokens[negator.Token].Span.End, tokens[negator.To - 1].Span.End);
        return fact.Dates.Any(date => governed.Contains(date.Span)) || fact.Times.Any(time => governed.Contains(time.Span)) || fact.Quantities.Any(figure => governed.Contains(figure.Span));
    }

    /// <summary>"Refused to", "failed to".</summary>
    private static bool IsRefusal(Negator negator, IReadOnlyList<Token> tokens) => negator.Kind == NegatorKind.Verb && negator.Token + 1 < tokens.Count && tokens[negator.Token + 1].Term == "to";

    /// <summary>Where the clause begins that a verb denies: behind "denied that", "denied reports that"; null where it denies none.</summary>
    private static int? DeniedClauseAt(Negator negator, IReadOnlyList<Token> tokens)
    {
        if (negator.Kind != NegatorKind.Verb || ReportingVerbs.StanceOf(tokens[negator.Token].Term) != Stance.Denied) return null;
        var that = negator.Token + 1;
        if (that < tokens.Count && Negation.IsReport(tokens[that])) that++;
        return that < tokens.Count && tokens[that].Term == "that" ? that + 1 : null;
    }
}
