using System.Collections.Frozen;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>Tells whether a sentence that gives known values says anything beside them: who does what, why, with whom. Who reports it counts for nothing.</summary>
internal sealed class Retelling(Topic topic)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("retelling-words.txt");

    /// <summary>"The former Swiss pilot": so many words at most say what somebody is.</summary>
    private const int MostDescribing = 3;

    private static readonly FrozenSet<string> Light = Lists["light"].Concat(MovingWords.Moved.Concat(MovingWords.Kept).Concat(MovingWords.Nouns))
        .SelectMany(words => Tokenizer.Tokenize(words)).Select(token => token.Stem).Concat(MovingWords.OfAll.Concat(MovingWords.OfFigures).SelectMany(stems => stems)).ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _cues = topic.Attributes.ToDictionary(
        attribute => attribute.Id, attribute => attribute.Cues.Concat(attribute.Yes).Concat(attribute.No).SelectMany(cue => Tokenizer.Tokenize(cue)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a sentence says the same with this word and without it.</summary>
    public static bool IsPlain(Token token) => Lists["plain"].Contains(token.Term);

    /// <summary>Whether all of a sentence's words give its values, or stand in one of the statements that give the same.</summary>
    /// <param name="fact">The sentence; it gives at least one value.</param>
    /// <param name="known">Statements that give the same values.</param>
    public bool SaysNoMore(Fact fact, IReadOnlyList<Statement> known)
    {
        var tokens = Tokenizer.Tokenize(fact.Text);
        if (tokens.Exists(token => Lists["open"].Contains(token.Term)) || Negation.Among(fact.Text, tokens).Count > 0) return false;
        if (!DetailsAreIn(fact, known)) return false;
        var held = known.SelectMany(statement => OwnStems(statement.Fact)).ToHashSet(StringComparer.Ordinal);
        foreach (var value in fact.Attributes) held.UnionWith(_cues[value.Attribute]);
        var given = fact.Attributes.Select(value => value.Span)
            .Concat(fact.Entities.Where(mention => fact.Attributes.Any(value => value.Entity == mention.Id || value.Named == mention.Id)).Select(mention => mention.Span)).Concat(fact.Dates.Select(date => date.Span)).Concat(fact.Quantities.Select(figure => figure.Span)).ToList();
        return Own(fact, tokens).All(token => token.IsStopWord || token.IsNumber || Light.Contains(token.Stem) || held.Contains(token.Stem) || given.Exists(span => span.Contains(token.Span with { Start = token.Span.Start + fact.Span.Start })));
    }

    /// <summary>"He comes after all", "it will be held as planned": it wasn't thought so meanwhile, be it that no document here said otherwise.</summary>
    public static bool KeepsPlan(Fact fact) => MoveSigns.AreUndoneIn(fact.Text);

    /// <summary>"It has been cancelled again": what was so before is so anew.</summary>
    public static bool IsAnew(Fact fact) => Repetition.IsIn(Tokenizer.Tokenize(fact.Text));

    /// <summary>"The organisers have cancelled the concert" as "the concert has been cancelled", or "called off"; none where somebody else does it, or it is told otherwise.</summary>
    public static IReadOnlyList<string> InPassive(Fact fact)
    {
        var tokens = Tokenizer.Tokenize(fact.Text);
        var at = tokens is [{ Term: "the" or "its" }, ..] ? 1 : 0;
        if (at + 3 >= tokens.Count || !Lists["organising"].Contains(tokens[at].Term)) return [];
        var verb = tokens[at + 1].Term is "have" or "has" or "had" ? at + 2 : at + 1;
        var isOff = tokens[verb + 1].Term == "off";
        if (!tokens[verb].Term.EndsWith("ed", StringComparison.Ordinal) || !isOff && ReportingVerbs.StanceOf(tokens[verb].Term) is not null) return [];
        var from = verb + (isOff ? 2 : 1);
        if (from >= tokens.Count) return [];
        var to = from + 1;
        while (to < tokens.Count && !(tokens[to].IsStopWord && tokens[to].Term is not ("the" or "of")) && (to == from || fact.Text.AsSpan(tokens[to - 1].Span.End, tokens[to].Span.Start - tokens[to - 1].Span.End).IndexOfAny(",;:") < 0)) to++;
        var (done, rest) = (fact.Text[tokens[verb].Span.Start..tokens[from - 1].Span.End], fact.Text[tokens[to - 1].Span.End..]);
        var what = fact.Text[tokens[from].Span.Start..tokens[to - 1].Span.End];
        return [.. new[] { done, isOff ? "cancelled" : done is "cancelled" or "canceled" ? "called off" : done }.Distinct().Select(verbs => $"{what} has been {verbs}{rest}")];
    }

    /// <summary>Whether all that a sentence says of an event is its first and its last day ("starts on 12 March and ends on 20 March").</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="ofEvent">The event.</param>
    public static bool GivesBounds(Fact fact, EntityId ofEvent)
    {
        if (fact.Dates.Count != 2 || Negation.Among(fact.Text, Tokenizer.Tokenize(fact.Text)).Count > 0) return false;
        var given = fact.Dates.Select(date => date.Span).Concat(fact.Entities.Where(mention => mention.Id == ofEvent).Select(mention => mention.Span)).ToList();
        return Own(fact, Tokenizer.Tokenize(fact.Text)).All(token => token.IsStopWord || Lists["bounding"].Contains(token.Term) || given.Exists(span => span.Contains(token.Span with { Start = token.Span.Start + fact.Span.Start })));
    }

    /// <summary>Whether a word of a sentence, or what a comparison calls such a lack, adds nothing to the values that it gives, or only tells who says so.</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="lacks">The word's stem, or "speaker" and the like.</param>
    public bool IsLight(Fact fact, string lacks)
    {
        if (Light.Contains(lacks) || fact.SpokenOf.Any(value => _cues.GetValueOrDefault(value.Attribute)?.Contains(lacks) == true)) return true;
        var tokens = Tokenizer.Tokenize(fact.Text);
        return tokens.Exists(token => token.Stem == lacks) ? !Own(fact, tokens).Any(token => token.Stem == lacks) : Lists["told"].Contains(lacks);
    }

    /// <summary>What a sentence says, without who says so where that has no name, and without what people are beside their names ("the singer Mara Dell").</summary>
    public static string Plain(Fact fact)
    {
        var text = fact.Text;
        var tokens = Tokenizer.Tokenize(text);
        foreach (var person in fact.Entities.Where(mention => mention.Kind == EntityKind.Person && fact.Span.Contains(mention.Span)).OrderByDescending(mention => mention.Span.Start))
        {
            var name = person.Span.Start - fact.Span.Start;
            var at = tokens.FindIndex(token => token.Span.Start == name);
            var from = at;
            while (from > 0 && at - from < MostDescribing && tokens[from - 1].Span.End + 1 == tokens[from].Span.Start && IsDescribing(fact, tokens, from - 1)) from--;
            if (from > 0 && from < at && tokens[from - 1].Term is "the" or "a" or "an") from--;
            if (from < at && (from == 0 || tokens[from].Term is "the" or "a" or "an")) text = text[..tokens[from].Span.Start] + text[name..];
        }
        return Rewording.WithoutReport(text);
    }

    private static bool IsDescribing(Fact fact, List<Token> tokens, int i) => tokens[i] is { IsStopWord: false, IsNumber: false }
        && (i == 0 || !tokens[i].IsCapitalised || fact.Entities.Any(mention => mention.Kind == EntityKind.Country && mention.Span.Start == tokens[i].Span.Start + fact.Span.Start));

    /// <summary>Whether every name in a sentence, of whoever reports it apart, is named by a known one in what that says itself.</summary>
    public static bool NamesNobodyElse(Fact fact, Fact known)
    {
        var (own, others) = (OwnNames(fact), OwnNames(known));
        return own.All(others.Contains);
    }

    private static HashSet<EntityId> OwnNames(Fact fact)
    {
        var spans = Own(fact, Tokenizer.Tokenize(fact.Text)).Select(token => token.Span with { Start = token.Span.Start + fact.Span.Start }).ToList();
        return [.. fact.Entities.Where(mention => mention.Kind is EntityKind.Person or EntityKind.Organisation && spans.Exists(mention.Span.Overlaps)).Select(mention => mention.Id)];
    }

    /// <summary>Whether what it gives in figures, times and days beside its values is given by one of the others, too.</summary>
    private static bool DetailsAreIn(Fact fact, IReadOnlyList<Statement> known)
    {
        return fact.Times.All(time => known.Any(other => other.Fact.Times.Any(given => given.Value == time.Value)))
        && fact.Quantities.All(figure => figure.Unit == "day" || IsValue(figure.Span) || known.Any(other => other.Fact.Quantities.Any(given => given.Value.Equals(figure.Value) && given.Unit == figure.Unit)))
        && fact.Dates.All(date => IsValue(date.Span) || IsOfReport(date.Span) || known.Any(other => other.Fact.Dates.Any(given => given.Value.Contains(date.Value))));

        // "…, she said on Monday".
        bool IsOfReport(TextSpan span) => !Own(fact, Tokenizer.Tokenize(fact.Text)).Any(token => span.Overlaps(token.Span with { Start = token.Span.Start + fact.Span.Start }));
        bool IsValue(TextSpan span) => fact.Replaced.Contains(span) || fact.Attributes.Any(value => value.Span == span);
    }

    private static IEnumerable<string> OwnStems(Fact fact) => Own(fact, Tokenizer.Tokenize(fact.Text)).Select(token => token.Stem);

    /// <summary>The tokens of what a sentence says, without those that only tell who says so.</summary>
    private static IEnumerable<Token> Own(Fact fact, List<Token> tokens)
    {
        var reporting = ReportClause.In(fact.Text, tokens);
        return tokens.Where((_, i) => !ReportClause.Has(reporting, i));
    }
}
