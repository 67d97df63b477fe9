using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Topics;

/// <summary>
/// Tells what a measured figure is of, where the sentence says so: "a zone of 500 metres", "350 kilograms of explosives", "the towers are 114 metres tall", "a 500-metre zone", "the phone costs 799 dollars".
/// A noun that only stands near by ("within 600 metres of the towers") owns nothing.
/// </summary>
/// <param name="text">The sentence.</param>
/// <param name="tokens">Its tokens.</param>
/// <param name="first">The figure's first token.</param>
/// <param name="last">Its last.</param>
internal sealed class FigureOwners(string text, IReadOnlyList<Token> tokens, int first, int last)
{
    private const int MostWordsBack = 8;

    /// <summary>What is measured, by the words that say so; the first is the one to ask with.</summary>
    private static readonly string[][] Dimensions =
        [["tall", "high", "height"], ["long", "length"], ["wide", "width"], ["deep", "depth"], ["thick", "thickness"], ["heavy", "weigh", "weight"]];

    private static readonly FrozenSet<string> Approximately = Words(
        "about some around nearly almost roughly only just over under least most more less than approximately estimated a an good exactly further");

    private static readonly FrozenSet<string> Auxiliaries = Words(
        "is are was were be been being has have had will would could may might must should now still also already each to at up down from by");

    private static readonly FrozenSet<string> Measuring = Words(
        "weigh weighs weighed measure measures measured cost costs costing stand stands stood reach reaches reached total totals totalled span spans spanned cover covers covered rise rises rose risen raise raised " +
        "increase increased lower lowered fall falls fell fallen drop dropped cut widen widened extend extended reduce reduced revise revised correct corrected put set estimate estimated priced worth amount amounts grow grows grew grown");

    /// <summary>Verbs by which a figure is said to be another than before.</summary>
    private static readonly FrozenSet<string> Moving = Words(
        "rise rises rose risen raise raises raised increase increased lower lowered fall falls fell fallen drop drops dropped cut cuts revised corrected widened extended reduced grown grew shrunk");

    private static readonly FrozenSet<string> Ends = Words("and but that which who while as when because if where whether or so");

    private static readonly FrozenSet<string> Prepositions = Words("in on at around near from within for by with along over under to between behind outside inside beside into off through");

    private static readonly FrozenSet<string> Away = Words("from away off north south east west behind beyond above below apart down");

    /// <summary>Nouns for a figure itself; what it is of stands behind "of" or "for".</summary>
    private static readonly FrozenSet<string> ForFigures = Words(
        "number figure total price prices cost costs fee fees estimate count share rate height length width depth thickness weight amount size capacity");

    /// <summary>Whether the figure is one that changed: it "has risen to" this, was "cut from" it, is it now, "up from" another.</summary>
    public bool HasMoved
    {
        get
        {
            if (At(last + 1)?.Term is "up" or "down" or "revised" or "raised" or "cut" or "lowered" or "corrected" && At(last + 2)?.Term == "from") return true;
            var k = Before();
            if (At(k)?.Term is not ("to" or "from")) return false;
            var unknown = 0;
            var hasFigureNoun = false;
            for (var i = k - 1; i >= 0 && i >= k - MostWordsBack && Joined(i, i + 1); i--)
            {
                var term = tokens[i].Term;
                if (Moving.Contains(term)) return unknown == 0 || hasFigureNoun && unknown <= 3;
                if (ForFigures.Contains(term)) hasFigureNoun = true;
                else if (!tokens[i].IsStopWord && !tokens[i].IsNumber && tokens[i].Stem != tokens[last].Stem) unknown++;
            }
            return false;
        }
    }

    /// <summary>Whether it is by how much something changed ("rose by 4 percent", "4 percent more"), no figure of anything.</summary>
    public bool IsDifference => At(Before())?.Term == "by" && At(Before() - 1) is { } verb && Moving.Contains(verb.Term) || At(last + 1)?.Term is "more" or "less" or "fewer" or "higher" or "lower";

    /// <summary>All words for the dimension that <paramref name="word"/> asks for.</summary>
    public static IReadOnlyList<string> WordsFor(string word) => Dimensions.First(words => words[0] == word);

    /// <summary>The words for what is measured ("tall", "high", "height"); empty where the sentence doesn't say.</summary>
    public IReadOnlyList<string> Dimension(string unit)
    {
        foreach (var words in Dimensions)
            if (At(last + 1) is { } behind && words.Contains(behind.Term) || MeasureUnits.IsLength(unit) && Enumerable.Range(Math.Max(0, first - MostWordsBack), first - Math.Max(0, first - MostWordsBack)).Any(i => tokens[i].Term == words[^1])) return words;
        return [];
    }

    /// <summary>The tokens that the figure is of; none where the sentence doesn't say.</summary>
    public IReadOnlyList<int> Find(string unit)
    {
        var isLength = MeasureUnits.IsLength(unit);
        if (isLength && At(last + 1) is { } next && Away.Contains(next.Term)) return [];
        if (At(last + 1)?.Term == "of" && Joined(last, last + 1))
        {
            var isDetermined = At(last + 2)?.Term is "the" or "its" or "their" or "all" or "this" or "these" or "his" or "her";
            return isDetermined && isLength ? [] : Run(last + (isDetermined ? 3 : 2));
        }
        // "A 500-metre zone": the unit stands in the singular.
        if (last > first && text[tokens[last].Span.Start - 1] == '-' && Joined(last, last + 1)) return Run(last + 1);

        var k = Before();
        if (k < 0) return [];
        if (!Joined(k, k + 1))
            // "The towers, 110 metres tall".
            return k == first - 1 && Gap(k).Trim() == "," && Dimensions.Any(words => words.Contains(At(last + 1)?.Term)) && IsNoun(k) ? [k] : [];
        if (tokens[k].Term == "of") return IsNoun(k - 1) && !ForFigures.Contains(tokens[k - 1].Term) && !Dimensions.Any(words => words.Contains(tokens[k - 1].Term)) ? [k - 1] : [];
        return Subject(k);
    }

    /// <summary>What the verb before the figure says it of.</summary>
    private List<int> Subject(int k)
    {
        var hasVerb = false;
        while (k >= 0 && Joined(k, k + 1) && (Auxiliaries.Contains(tokens[k].Term) || Measuring.Contains(tokens[k].Term)))
        {
            hasVerb |= tokens[k].Term is not ("to" or "at" or "up" or "down" or "from" or "by" or "each" or "now" or "still" or "also" or "already");
            k--;
        }
        if (!hasVerb || k < 0) return [];
        if (tokens[k].Term is "which" or "that") return IsNoun(k - 1) ? [k - 1] : [];
        var start = k;
        while (start > 0 && start > k - MostWordsBack && Joined(start - 1, start) && !Ends.Contains(tokens[start - 1].Term)) start--;
        var phrase = Enumerable.Range(start, k - start + 1).ToList();
        while (phrase.FindIndex(i => tokens[i].Term == "of" || Prepositions.Contains(tokens[i].Term)) is >= 0 and var at)
        {
            // "The price of a ticket" is one of the ticket, "the zone around the towers" one of the zone.
            var isOfFigure = phrase.Take(at).Any(i => ForFigures.Contains(tokens[i].Term));
            phrase = isOfFigure ? phrase[(at + 1)..] : phrase[..at];
        }
        return phrase.Count > 0 && IsNoun(phrase[^1]) ? [phrase[^1]] : [];
    }

    /// <summary>One or two nouns from there on: "exclusion zone", "explosives".</summary>
    private List<int> Run(int start)
    {
        var run = new List<int>();
        for (var i = start; i < tokens.Count && i < start + 2 && (i == start || Joined(i - 1, i)) && !tokens[i].IsStopWord; i++)
            if (FigureDrafter.MayBeNoun(tokens[i], i)) run.Add(i);
        return run;
    }

    /// <summary>The word before the figure that isn't only about its exactness.</summary>
    private int Before()
    {
        var k = first - 1;
        while (k >= 0 && Joined(k, k + 1) && Approximately.Contains(tokens[k].Term)) k--;
        return k;
    }

    private bool IsNoun(int at) => at >= 0 && FigureDrafter.MayBeNoun(tokens[at], at);

    private Token? At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : null;

    private string Gap(int at) => text[tokens[at].Span.End..tokens[at + 1].Span.Start];

    private bool Joined(int a, int b) => a >= 0 && b < tokens.Count && Gap(a) is " " or "-" or "\n" or "" or " €" or " $" or " £";

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
