using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>Finds known sentences that say much the same as a new one with another figure of the same noun, whatever the topic's attributes are.</summary>
internal sealed class OtherFigures
{
    /// <summary>Of the words of the shorter of two sentences so large a share stands in the other, figures and names of speakers apart.</summary>
    private const double MostWords = 0.6;

    /// <summary>And so many words at least, what is counted among them: two that share less are not about one thing.</summary>
    private const int LeastWords = 3;

    /// <summary>Two are enough where neither has another ("the hall seats 400").</summary>
    private const int LeastOfSameWords = 2;

    /// <summary>Stands for the noun that a figure lacks.</summary>
    private const string Bare = "";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("giving-words.txt");
    private static readonly FrozenSet<string> Giving = Lists["giving"].Concat(Lists["giving"].Select(EnglishStemmer.Stem)).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Bounding = Lists["bounding"];

    private readonly Dictionary<string, List<(Document Document, Fact Fact)>> _byNoun = new(StringComparer.Ordinal);

    public OtherFigures(IEnumerable<DocumentFacts> documents)
    {
        foreach (var document in documents)
            foreach (var fact in document.Facts)
                foreach (var noun in fact.Quantities.SelectMany(quantity => Nouns(fact, quantity)).Distinct())
                {
                    if (!_byNoun.TryGetValue(noun, out var facts)) _byNoun.Add(noun, facts = []);
                    facts.Add((document.Document, fact));
                }
    }

    /// <summary>The statements that give another figure; none where one gives the same.</summary>
    public IReadOnlyList<Statement> Of(Fact fact)
    {
        var found = new List<Statement>();
        foreach (var noun in fact.Quantities.SelectMany(quantity => Nouns(fact, quantity)).Distinct())
        {
            if (!_byNoun.TryGetValue(noun, out var known) || FigureOf(fact, noun) is null) continue;
            foreach (var (document, other) in known)
                if (Differing(noun, fact, other) is { } theirs) found.Add(Statement.From(document, other, other.Span.Contains(theirs.Span) ? theirs.Span : null));
        }
        return [.. found.DistinctBy(statement => statement.Fact.Id)];
    }

    /// <summary>The statements of another figure that came after the same figure as this: it was given, then changed, and is given again. None where it was given last, or nobody knows when.</summary>
    /// <param name="fact">The new one.</param>
    /// <param name="moment">When it was written.</param>
    /// <param name="written">When a known document was written.</param>
    public IReadOnlyList<Statement> TurnedFrom(Fact fact, WrittenAt moment, Func<FactId, WrittenAt?> written)
    {
        var others = Of(fact);
        if (others.Count == 0 || others.Any(other => !(written(other.Fact.Id) < moment))) return [];
        var nouns = fact.Quantities.SelectMany(quantity => Nouns(fact, quantity)).Distinct().Where(_byNoun.ContainsKey);
        var same = nouns.SelectMany(noun => _byNoun[noun].Where(known => Agree(noun, fact, known.Fact))).Select(known => written(known.Fact.Id)).ToList();
        if (same.Count == 0 || same.Contains(null)) return [];
        return [.. others.Where(other => written(other.Fact.Id) > same.Max())];
    }

    private static bool Agree(string noun, Fact one, Fact other) =>
        FigureOf(one, noun) is { } mine && FigureOf(other, noun) is { } theirs && theirs.Value.Equals(mine.Value) && SameMeasure.AreOfOneTime(one, other) && AreOfOneThing(one, other) && !FiguresHeld.AreOfTwo(one, mine, other, theirs);

    /// <summary>Whether two sentences say much the same with different figures of one noun.</summary>
    public static bool Differ(Fact one, Fact other) => one.Quantities.SelectMany(quantity => Nouns(one, quantity)).Distinct().Any(noun => Differing(noun, one, other) is not null);

    /// <summary>The other sentence's figure of a noun, where it says much the same with another; else null.</summary>
    private static Quantity? Differing(string noun, Fact one, Fact other) =>
        FigureOf(one, noun) is { } mine && FigureOf(other, noun) is { } theirs && !theirs.Value.Equals(mine.Value) && (noun == Bare ? mine.Unit.Length == 0 || theirs.Unit.Length == 0 : theirs.Unit == noun || mine.Unit == noun)
        && SameMeasure.AreOfOneTime(one, other) && AreOfOneThing(one, other) && !FiguresHeld.AreOfTwo(one, mine, other, theirs) ? theirs : null;

    /// <summary>Whether two sentences share most of their words, and neither names what the other doesn't: two bridges are two things.</summary>
    /// <param name="fact">The new one.</param>
    /// <param name="known">The known one.</param>
    /// <param name="isOfOneDeed">Whether what is done must be the same too, as it must where figures are compared.</param>
    public static bool AreOfOneThing(Fact fact, Fact known, bool isOfOneDeed = true)
    {
        if (fact.AnotherEvent != known.AnotherEvent) return false;
        var (one, other) = (Words(fact), Words(known));
        var shared = one.Words.Count(other.Words.Contains);
        return (shared >= LeastWords || shared >= LeastOfSameWords && one.Words.SetEquals(other.Words)) && shared >= MostWords * Math.Min(one.Words.Count, other.Words.Count)
            && !(one.Names.Except(other.Words).Any() && other.Names.Except(one.Words).Any()) && !one.Labels.Except(other.Labels).Any() && !other.Labels.Except(one.Labels).Any()
            && !(isOfOneDeed && FiguresOfDeeds.AreOfTwo(fact, known)) && !KindsSpokenOf.AreOfTwo(fact, known);
    }

    /// <summary>What a figure counts: the word behind it, and the next, as "officers" in "27,000 police officers".</summary>
    private static IEnumerable<string> Nouns(Fact fact, Quantity quantity)
    {
        if (IsBareValue(fact, quantity)) yield return Bare;
        if (quantity.Unit.Length == 0) yield break;
        yield return quantity.Unit;
        if (fact.Span.Contains(quantity.Span) && Tokenizer.Tokenize(fact.Text).Find(token => token.Span.Start >= quantity.Span.End - fact.Span.Start) is { Span.Length: > 0, IsStopWord: false, IsNumber: false } next
            && next.Stem != quantity.Unit && next.Span.Start == quantity.Span.End - fact.Span.Start + 1) yield return next.Stem;
    }

    /// <summary>"The hall seats 400", "is 40,000": a figure without a noun that a verb gives, and no label as in "bus 7".</summary>
    private static bool IsBareValue(Fact fact, Quantity quantity)
    {
        if (quantity.Unit.Length > 0 && !SameMeasure.IsMoney(quantity) || !fact.Span.Contains(quantity.Span)) return false;
        var before = Tokenizer.Tokenize(fact.Text[..(quantity.Span.Start - fact.Span.Start)]).FindLast(token => !Bounding.Contains(token.Term));
        return before.Span.Length > 0 && (Giving.Contains(before.Stem) || Giving.Contains(before.Term));
    }

    /// <summary>The figure of a noun; null where it is denied or taken back, or there are several: which of them stands for which of another sentence's, nobody can tell.</summary>
    private static Quantity? FigureOf(Fact fact, string noun)
    {
        var figures = fact.Quantities.Where(quantity => !fact.Replaced.Contains(quantity.Span) && Nouns(fact, quantity).Contains(noun)).DistinctBy(quantity => quantity.Value).ToList();
        return figures.Count == 1 && !DenialOfAnother.IsDenied(figures[0].Span, fact) ? figures[0] : null;
    }

    /// <summary>"Bus 7", "Group 3": a number behind a name that is no sum, day or time.</summary>
    private static bool IsLabel(Fact fact, List<Token> tokens, int at)
    {
        var (name, span) = (tokens[at - 1], tokens[at].Span with { Start = tokens[at].Span.Start + fact.Span.Start });
        return name is { IsCapitalised: true, IsStopWord: false, IsNumber: false } && !Giving.Contains(name.Term) && tokens[at].Span.Length <= LongestLabel && tokens[at].Span.Start == name.Span.End + 1
            && !fact.Dates.Any(date => date.Span.Overlaps(span)) && !fact.Times.Any(time => time.Span.Overlaps(span)) && !fact.Quantities.Any(figure => SameMeasure.IsMoney(figure) && figure.Span.Overlaps(span));
    }

    /// <summary>"Room 412".</summary>
    private const int LongestLabel = 3;

    /// <summary>The words of a sentence that say what it is about; those of them that are names; and what only labels something ("Bridge21", "number 21").</summary>
    private static (HashSet<string> Words, HashSet<string> Names, HashSet<string> Labels) Words(Fact fact)
    {
        var (words, names, labels) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var speaker = fact.Attribution.SpeakerName is { } name ? Tokenizer.Tokenize(name).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal) : [];
        var tokens = Tokenizer.Tokenize(fact.Text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Term.Any(char.IsAsciiLetter) && token.Term.Any(char.IsAsciiDigit) || token.IsNumber && i > 0 && (tokens[i - 1].Term is "number" or "no" or "nr" || IsLabel(fact, tokens, i))) labels.Add(token.Term);
            if (token.IsNumber || token.IsStopWord || SaidOn.IsAhead(token) || ReportingVerbs.StanceOf(token.Term) is not null || speaker.Contains(token.Stem)) continue;
            words.Add(token.Stem);
            if (i > 0 && token.IsCapitalised) names.Add(token.Stem);
        }
        return (words, names, labels);
    }
}
