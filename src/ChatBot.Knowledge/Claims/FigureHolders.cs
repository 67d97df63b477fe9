using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells for what each figure is given in a sentence that gives several of a kind: "a stall costs €180 for a day, €60 for an hour", "bakers pay €90, smiths €40".</summary>
internal static class FigureHolders
{
    /// <summary>A part of a sentence with one figure: the tokens from <paramref name="From"/> up to <paramref name="To"/>, without those of the figure itself.</summary>
    /// <param name="Figure">The figure.</param>
    /// <param name="From">Its first token.</param>
    /// <param name="First">The figure's first token.</param>
    /// <param name="Behind">The first token behind the figure.</param>
    /// <param name="To">Behind its last token.</param>
    private readonly record struct Part(Quantity Figure, int From, int First, int Behind, int To)
    {
        public IEnumerable<int> Before => Enumerable.Range(From, First - From);

        public IEnumerable<int> After => Enumerable.Range(Behind, To - Behind);
    }

    /// <summary>
    /// Whether the sentence gives the figure for what the claim gives it for: false, with the figure that it gives for that instead, where both are given in the same way ("€180 for a day,
    /// €60 for an hour"); null where it may be given for something else.
    /// </summary>
    /// <param name="claim">The claim, which gives one figure.</param>
    /// <param name="view">The sentence.</param>
    /// <param name="figure">The sentence's figure that agrees with the claim's.</param>
    public static (bool? Agrees, TextSpan Where) Compare(ClaimReading claim, FactView view, TextSpan figure)
    {
        var parts = Parts(view, figure);
        var at = parts.FindIndex(part => part.Figure.Span == figure);
        if (claim.Amounts.Count != 1 || parts.Count < 2 || at < 0) return (true, figure);
        var own = parts[at];
        // "Two boats are hired, which brings their number to 14": what the figure is of stands in another part.
        if (own.Before.Concat(own.After).Any(i => PointsBack(view.Tokens[i]))) return (true, figure);
        foreach (var other in parts)
            if (other != own && IsGivenFor(claim, view, own, other)) return AreAlike(view, own, other) ? (false, other.Figure.Span) : (null, figure);
        return (true, figure);
    }

    /// <summary>Whether the claim has a word that only the other figure's part has, and nothing but a verb of the own figure's part.</summary>
    private static bool IsGivenFor(ClaimReading claim, FactView view, Part own, Part other)
    {
        // "€180 for a day, €60 for an hour": what stands before the first is said of both.
        var isShared = !HasContent(view, own.Before) || !HasContent(view, other.Before);
        var (ownWords, otherWords) = isShared ? (own.After, other.After) : (own.Before.Concat(own.After), other.Before.Concat(other.After));
        var verbs = claim.Deeds.Select(deed => deed.Verb).ToHashSet();
        var isOwn = claim.Units.Any(unit => !verbs.Contains(unit.Token) && IsAmong(unit, view, ownWords));
        return !isOwn && claim.Units.Any(unit => !verbs.Contains(unit.Token) && IsAmong(unit, view, otherWords) && !IsAmong(unit, view, own.Before.Concat(own.After)));
    }

    /// <summary>Whether the same preposition stands behind both, so that each is for what stands behind it.</summary>
    private static bool AreAlike(FactView view, Part own, Part other) =>
        own.Behind < own.To && other.Behind < other.To && view.Tokens[own.Behind].Term is "for" or "to" or "of" or "in" or "on" or "at" or "by" && view.Tokens[own.Behind].Term == view.Tokens[other.Behind].Term
        && HasContent(view, own.After);

    private static bool PointsBack(Token token) => token.Term is "which" or "who" or "that" or "their" or "its" or "it" or "they" or "his" or "her" or "he" or "she";

    private static bool HasContent(FactView view, IEnumerable<int> words) => words.Any(i => view.Tokens[i] is { IsStopWord: false, IsNumber: false });

    private static bool IsAmong(ClaimUnit unit, FactView view, IEnumerable<int> words) =>
        unit.Token >= 0 && words.Any(i => unit.Entity is { } named
            ? view.Fact.Entities.Any(mention => mention.Id == named.Id && mention.Span.Overlaps(view.Tokens[i].Span))
            : unit.Shares.GetValueOrDefault(view.Tokens[i].Stem) >= UnitMeeting.Same);

    /// <summary>The parts in order, each with one figure of the same unit and ended by a mark or a joining word; none where nothing parts two figures ("from 30 to 18").</summary>
    private static List<Part> Parts(FactView view, TextSpan figure)
    {
        var unit = view.Fact.Quantities.FirstOrDefault(quantity => quantity.Span == figure).Unit;
        var figures = view.Fact.Quantities.Where(quantity => (quantity.Unit == unit || quantity.Unit.Length == 0) && !view.Fact.Replaced.Contains(quantity.Span)).OrderBy(quantity => quantity.Span.Start).ToList();
        var parts = new List<Part>();
        var from = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            var first = view.Tokens.FindIndex(token => token.Span.Overlaps(figures[i].Span));
            var behind = view.Tokens.FindLastIndex(token => token.Span.Overlaps(figures[i].Span)) + 1;
            var to = i + 1 == figures.Count ? view.Tokens.Count : Border(view, behind, view.Tokens.FindIndex(token => token.Span.Overlaps(figures[i + 1].Span)));
            if (first < from || to < 0) return [];
            parts.Add(new Part(figures[i], from, first, behind, to));
            from = to;
        }
        return parts;
    }

    /// <summary>The first token of the next part; -1 where nothing ends this one before <paramref name="next"/>.</summary>
    private static int Border(FactView view, int behind, int next)
    {
        for (var i = behind; i <= next; i++)
        {
            if (view.Document.Text.AsSpan(view.Tokens[i - 1].Span.End, view.Tokens[i].Span.Start - view.Tokens[i - 1].Span.End).IndexOfAny(",;–—") >= 0) return i;
            if (i < next && view.Tokens[i].Term is "and" or "but" or "while" or "whereas") return i;
        }
        return -1;
    }
}
