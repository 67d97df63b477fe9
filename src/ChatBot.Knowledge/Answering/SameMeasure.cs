using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>Tells whether two figures measure one thing, so that one can be held against the other: in one currency, of one time, by one giver.</summary>
internal static class SameMeasure
{
    /// <summary>Sums of money that lie further apart than this many times are not of one thing: a ticket and the line that it is for.</summary>
    private const double FarthestSums = 10_000;

    private static readonly FrozenSet<string> Money = new[] { "dollar", "euro", "pound", "yen", "yuan", "franc", "krone", "kroner", "kronor", "krona", "zloty", "hryvnia", "rouble", "ruble", "rupee" }
        .Select(word => Tokenizer.Tokenize(word)[0].Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Giving = new[] { "pledge", "provide", "give", "donate", "send", "deliver", "commit", "contribute", "allocate", "promise", "spend", "pay" }
        .Select(word => Tokenizer.Tokenize(word)[0].Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a figure is a sum of money.</summary>
    public static bool IsMoney(Quantity quantity) => IsMoney(quantity.Unit);

    /// <summary>Whether a stem is that of a currency.</summary>
    public static bool IsMoney(string stem) => Money.Contains(stem);

    /// <summary>Whether two values of an attribute can be compared; those that are no figures always can.</summary>
    public static bool Of(AttributeValue a, Fact first, AttributeValue b, Fact second) =>
        a.Number is not { } one || b.Number is not { } other || IsOfOneUnit(one, other) && !AreSumsFarApart(one, other) && AreOfOneTime(first, second) && AreOfOneGiver(a, first, b, second);

    /// <summary>Whether two sentences give their figures for times that can be one: not "since 2022" and "in the first half of 2025".</summary>
    public static bool AreOfOneTime(Fact first, Fact second)
    {
        if (PeriodOf(first) is not { } one) return PeriodOf(second) is not { IsPart: true };
        if (PeriodOf(second) is not { } other) return !one.IsPart;
        return one.IsSince == other.IsSince && one.IsPart == other.IsPart && (one.Days.Contains(other.Days) || other.Days.Contains(one.Days));
    }

    /// <summary>Money in two currencies, money and a share, or shares of two things are not compared; other words may count the same ("members", "countries").</summary>
    private static bool IsOfOneUnit(Quantity a, Quantity b) =>
        (a.Unit == b.Unit || !IsOfAKind(a) && !IsOfAKind(b)) && (a.Of is null || b.Of is null || a.Of == b.Of);

    private static bool AreSumsFarApart(Quantity a, Quantity b) => IsMoney(a) && IsMoney(b) && Math.Max(a.Value, b.Value) > FarthestSums * Math.Min(a.Value, b.Value);

    private static bool IsOfAKind(Quantity quantity) => quantity.Unit == "percent" || IsMoney(quantity);

    private readonly record struct Period(bool IsSince, bool IsPart, DateRange Days);

    /// <summary>The months or years over which a sentence counts, null where it says nothing of it; what is to be reached by some year is none.</summary>
    private static Period? PeriodOf(Fact fact)
    {
        if (!fact.Dates.Any(date => date.Precision is DatePrecision.Month or DatePrecision.Year)) return null;
        var tokens = Tokenizer.Tokenize(fact.Text);
        foreach (var date in fact.Dates)
        {
            if (date.Precision is not (DatePrecision.Month or DatePrecision.Year) || !fact.Span.Contains(date.Span)) continue;
            var before = tokens.Where(token => token.Span.End <= date.Span.Start - fact.Span.Start).Select(token => token.Term).TakeLast(4).ToList();
            if (before.Count == 0) continue;
            var isPart = before.Exists(term => term is "half" or "quarter" or "semester" or "months");
            if (isPart || before[^1] is "since" or "in" or "during" or "for" or "of" or "throughout") return new Period(before[^1] == "since", isPart, date.Value);
        }
        return null;
    }

    /// <summary>Whether both may give what one and the same gives: what somebody named gives is a part of what comes together in all.</summary>
    private static bool AreOfOneGiver(AttributeValue a, Fact first, AttributeValue b, Fact second)
    {
        var (one, other) = (GiverOf(a, first), GiverOf(b, second));
        return !(one is null && other is not null && FiguresHeld.IsTotal(first)) && !(other is null && one is not null && FiguresHeld.IsTotal(second)) && IsOneGiver(one, first, other, second);
    }

    /// <summary>Whether two givers can be one: nobody named, the same, or one named by a word of the other ("NATO allies").</summary>
    private static bool IsOneGiver(EntityMention? one, Fact first, EntityMention? other, Fact second) =>
        one is not { } a || other is not { } b || a.Id == b.Id || Words(a, first).Overlaps(Words(b, second));

    private static HashSet<string> Words(EntityMention mention, Fact fact) =>
        Tokenizer.Tokenize(fact.Text.Substring(mention.Span.Start - fact.Span.Start, mention.Span.Length)).Where(token => !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whoever is named last before the verb of giving, with what stands between them ("European countries and Canada"); null where nobody is.</summary>
    private static EntityMention? GiverOf(AttributeValue value, Fact fact)
    {
        if (value.Number is not { } number || !IsMoney(number) || !fact.Span.Contains(value.Span)) return null;
        var verb = Tokenizer.Tokenize(fact.Text).FindLast(token => token.Span.End + fact.Span.Start <= value.Span.Start && Giving.Contains(token.Stem));
        if (verb.Span.Length == 0) return null;
        var named = fact.Entities.Where(mention => mention.Span.End <= verb.Span.Start + fact.Span.Start && mention.Id != value.Entity && mention.Id != fact.Attribution.Speaker && fact.Span.Contains(mention.Span)).ToList();
        if (named.Count == 0) return SpeakerBefore(verb, fact);
        return named.MaxBy(mention => mention.Span.Start);
    }

    /// <summary>"Norland pledged", "Norland said it would give": who says so gives it, unless somebody else is said to.</summary>
    private static EntityMention? SpeakerBefore(Token verb, Fact fact)
    {
        var speaker = fact.Entities.FirstOrDefault(mention => mention.Id == fact.Attribution.Speaker && fact.Span.Contains(mention.Span) && mention.Span.End <= verb.Span.Start + fact.Span.Start);
        if (speaker.Span.Length == 0) return null;
        var between = Tokenizer.Tokenize(fact.Text).Where(token => token.Span.Start + fact.Span.Start >= speaker.Span.End && token.Span.End <= verb.Span.Start);
        return between.SkipWhile(token => ReportingVerbs.StanceOf(token.Term) is null).Skip(1).All(token => token.IsStopWord || token.Term is "country" or "government") ? speaker : null;
    }
}
