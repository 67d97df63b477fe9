using System.Collections.Frozen;
using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>
/// Proposes attributes for figures that documents give differently. A sentence seldom names the event beside the figure ("168 boats have arrived"), so
/// each hangs on what is counted or measured, which becomes an entity of its own. A unit is never a thing by itself: only figures of one noun, as the
/// sentences say it, are answered with; those that merely stand near a noun are written down and left to a person.
/// </summary>
internal static class FigureDrafter
{
    private const int MostAttributes = 12;
    private const int NearTokens = 5;

    /// <summary>More values than this are rarely of one thing.</summary>
    private const int MostValues = 4;

    /// <summary>Figures of one thing seldom differ by more.</summary>
    private const double MostTimes = 10;

    private static readonly FrozenSet<string> Shares = new[] { "percent", "euro", "dollar", "pound", "point" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Spans of time are counted everywhere and mean nothing of their own.</summary>
    private static readonly FrozenSet<string> Times = new[]
        { "second", "minute", "hour", "day", "week", "weekend", "month", "year", "decade", "century", "time", "night" }.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Vague = new[]
        { "more", "less", "than", "about", "only", "some", "most", "over", "under", "almost", "nearly", "according", "million", "billion", "thousand", "year", "years", "half", "first", "last", "said", "says", "each", "square", "cubic", "things", "kinds", "ways" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs and nouns of paying: what is counted beside them is money, of whatever country, and they say nothing of what it is for.</summary>
    private static readonly FrozenSet<string> Paying = new[] { "cost", "costs", "price", "prices", "priced", "pay", "pays", "paid", "worth", "fee", "fees", "fine", "charge", "charges", "budget", "damage" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Anybody: whom a figure counts is said by the rest of the sentence ("23 people were hurt").</summary>
    private static readonly FrozenSet<string> Anybody = new[] { "people", "men", "women", "children", "persons" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NoNouns = new[]
        {
            "tells", "told", "adds", "gives", "goes", "comes", "make", "makes", "made", "gets", "will", "would", "must", "while", "which", "their", "them", "report", "reports", "puts",
        }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The attributes, those that can be answered with first, then those with the most documents; and the entities that they hang on.</summary>
    /// <param name="documents">The documents with their facts.</param>
    /// <param name="known">Entities that are proposed already.</param>
    public static (IReadOnlyList<DraftAttribute> Attributes, IReadOnlyList<DraftEntity> Entities) Draft(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> known)
    {
        var figures = Read(documents);
        var counted = figures.Where(figure => figure.Unit.Length == 0).GroupBy(figure => figure.Stem).Select(group => group.ToList()).Where(Differ).ToList();
        var measured = Greedy([.. figures.Where(figure => figure.Unit.Length > 0 && figure.IsOfNoun)]).ToList();
        var used = measured.SelectMany(group => group).Select(figure => (figure.Fact.Id, figure.Span)).ToHashSet();
        var nearby = Greedy([.. figures.Where(figure => figure.Unit.Length > 0 && !used.Contains((figure.Fact.Id, figure.Span))).Select(figure => figure with { Dimension = null })]);

        var groups = counted.Concat(measured).Concat(nearby).Select(group => (Figures: group, On: IsOfOneThing(group, documents)))
            .OrderByDescending(group => group.On).ThenByDescending(group => Documents(group.Figures)).ThenBy(group => group.Figures[0].Noun, StringComparer.Ordinal).Take(MostAttributes);
        var attributes = new List<DraftAttribute>();
        var entities = new List<DraftEntity>();
        var ids = known.Select(draft => draft.Entity.Id.Value).ToHashSet(StringComparer.Ordinal);
        var names = known.SelectMany(draft => draft.Entity.Aliases.Prepend(draft.Entity.Name)).Select(name => Folding.Fold(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var (seen, on) in groups)
        {
            var noun = seen.GroupBy(s => s.Noun).OrderByDescending(group => group.Count()).First().Key;
            var at = entities.FindIndex(draft => Stem(draft.Entity.Name) == Stem(noun));
            var owner = known.FirstOrDefault(draft => draft.Entity.Aliases.Prepend(draft.Entity.Name).Any(name => Stem(Folding.Fold(name)) == Stem(noun))) ?? (at >= 0 ? entities[at] : null);
            var id = owner?.Entity.Id.Value ?? noun.Replace(' ', '-');
            if (attributes.Exists(other => other.Attribute.Id == Named(id, seen[0]))) continue;
            if (owner is null)
            {
                if (!ids.Add(id) || !names.Add(noun)) continue;
                // "A ticket costs 14" is of tickets.
                string[] others = [.. seen.Select(figure => figure.Noun).Distinct(StringComparer.Ordinal).Where(names.Add)];
                entities.Add(new DraftEntity(new Entity(new EntityId(id), EntityKind.Thing, noun, others, []), seen.Count, Documents(seen), [], on || seen.TrueForAll(figure => figure.IsOfNoun)));
            }
            attributes.Add(Attribute(noun, new EntityId(id), seen, on));
        }
        return (attributes, entities);
    }

    /// <summary>The figures of <paramref name="documents"/>, a measured one once for each noun that it may be of.</summary>
    private static List<Figure> Read(IReadOnlyList<DocumentFacts> documents)
    {
        var figures = new List<Figure>();
        var currencies = Currencies(documents);
        foreach (var (document, fact) in documents.SelectMany(d => d.Facts.Select(fact => (d.Document, fact))))
        {
            var tokens = Tokenizer.Tokenize(fact.Text);
            foreach (var quantity in fact.Quantities)
            {
                if (quantity.Unit.Length == 0 || Times.Contains(quantity.Unit)) continue;
                var written = document.At(quantity.Span);
                var first = tokens.FindIndex(token => token.Span.End + fact.Span.Start > quantity.Span.Start);
                var last = tokens.FindLastIndex(token => token.Span.Start + fact.Span.Start < quantity.Span.End);
                var owners = new FigureOwners(fact.Text, tokens, first, last);
                if (owners.IsDifference) continue;
                var unit = Unit(quantity, written, currencies);
                if (unit.Length == 0)
                {
                    if (Noun(written) is { } noun) figures.Add(new Figure("", noun, Stem(noun), true, null, owners.HasMoved, quantity.Value, written, quantity.Span, document, fact));
                    continue;
                }
                var of = owners.Find(unit);
                var dimension = owners.Dimension(unit) is [var words, ..] ? words : null;
                foreach (var at in of.Concat(NounsNear(tokens, first, last, currencies)).Distinct())
                    if (!currencies.Contains(tokens[at].Term) && MeasureUnits.Of(tokens[at].Stem).Count == 0)
                        figures.Add(new Figure(unit, tokens[at].Term, tokens[at].Stem, of.Contains(at), dimension, owners.HasMoved, quantity.Value, written, quantity.Span, document, fact));
            }
        }
        return figures;
    }

    /// <summary>What a quantity is in; "" where its noun is counted.</summary>
    private static string Unit(Quantity quantity, string written, HashSet<string> currencies) =>
        Shares.Contains(quantity.Unit) ? quantity.Unit
        : MeasureUnits.Of(quantity.Unit) is [var plural, ..] ? written.Contains("square", StringComparison.OrdinalIgnoreCase) ? "square " + plural : written.Contains("cubic", StringComparison.OrdinalIgnoreCase) ? "cubic " + plural : plural
        : Noun(written) is { } coin && currencies.Contains(coin) ? coin : "";

    /// <summary>
    /// Whether the figures are of one thing: as the sentences say it, one in each document unless it moved, of one size, and nothing else that the attribute would take stands in a sentence with the noun.
    /// </summary>
    private static bool IsOfOneThing(List<Figure> figures, IReadOnlyList<DocumentFacts> documents)
    {
        var values = figures.Select(figure => figure.Value).Distinct().ToList();
        if (!figures.TrueForAll(figure => figure.IsOfNoun) || values.Count > MostValues || values.Max() > values.Min() * MostTimes) return false;
        if (figures.GroupBy(figure => figure.Document.Id).Any(of => of.Select(figure => figure.Value).Distinct().Count() > 1 && !of.Any(figure => figure.HasMoved))) return false;
        if (Anybody.Contains(figures[0].Noun) && !ShareAWord(figures)) return false;

        var own = figures.Select(figure => (figure.Fact.Id, figure.Span)).ToHashSet();
        var noun = figures[0].Stem.Split(' ');
        var units = Units(figures[0]).SelectMany(unit => Tokenizer.Tokenize(unit)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var cues = Cues(figures).SelectMany(cue => Tokenizer.Tokenize(cue)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in documents.SelectMany(document => document.Facts))
        {
            if (!fact.Quantities.Any(quantity => units.Contains(quantity.Unit) && !own.Contains((fact.Id, quantity.Span)))) continue;
            var stems = Tokenizer.Tokenize(fact.Text).ConvertAll(token => token.Stem);
            if (cues.Count > 0 && !stems.Exists(cues.Contains)) continue;
            for (var i = 0; i + noun.Length <= stems.Count; i++)
                if (stems.GetRange(i, noun.Length).SequenceEqual(noun)) return false;
        }
        return true;
    }

    /// <summary>Whether the sentences have a word in common beside the noun.</summary>
    private static bool ShareAWord(List<Figure> figures)
    {
        IEnumerable<string> Words(Figure figure) =>
            Tokenizer.Tokenize(figure.Fact.Text).Where(token => !token.IsStopWord && !token.IsNumber && !Vague.Contains(token.Term) && !NoNouns.Contains(token.Term) && token.Stem != figure.Stem).Select(token => token.Stem);
        return figures.Skip(1).Aggregate(Words(figures[0]), (shared, figure) => shared.Intersect(Words(figure))).Any();
    }

    private static DraftAttribute Attribute(string noun, EntityId entity, List<Figure> seen, bool on)
    {
        var unit = seen[0].Unit;
        var moved = seen.Find(figure => figure.HasMoved);
        var isMeasure = IsMeasure(unit);
        var be = noun.EndsWith('s') ? "are" : "is";
        // "350 kilograms of explosives", but a zone "of 500 metres".
        var inUnits = seen.Exists(figure => figure.Document.Text.AsSpan(figure.Span.End).StartsWith(" of ")) ? $"{unit} of {noun}" : $"{unit} {be} the {noun}";
        var label = unit.Length == 0 ? $"how many {noun}" : seen[0].Dimension is { } dimension ? $"how {dimension} the {noun} {be}"
            : !isMeasure ? $"the figure for {noun}" : inUnits.Contains(" of ", StringComparison.Ordinal) ? $"how many {inUnits}" : $"how many {unit} the {noun} {be}";
        string[] questions = unit.Length == 0
            ? [$"How many {noun} are there?", $"What is the number of {noun}?", $"How many {noun}?", $"number of {noun}?", $"how many {noun} do they have"]
            : seen[0].Dimension is { } asked ? [$"How {asked} {be} the {noun}?", $"How {asked} {be} {noun}?", $"How many {unit} {be} the {noun}?", $"{noun} how {asked}", $"What is the figure for {noun}?"]
            : isMeasure ? [$"How many {inUnits}?", $"How much {noun}?", $"What is the figure for {noun}?", $"{noun} how many {unit}", $"How big {be} the {noun}?"]
            : unit != "percent" && on ? [$"How much does the {noun} cost?", $"What is the price of the {noun}?", $"How much is the {noun}?", $"{noun} how much", $"What is the figure for {noun}?"]
            : [$"What is the figure for {noun}?", $"How much {noun}?", $"{noun} how much", $"How high is the figure for {noun}?", $"What do they say of the {noun} in figures?"];
        return new DraftAttribute(
            new TopicAttribute(Named(entity.Value, seen[0]), label, entity, [], AttributeValueKind.Quantity, Cues(seen), [], [], [], Units(seen[0]), Changes: moved is not null),
            SeenLines(seen.Select(s => (s.Written, s.Document))),
            questions,
            [
                !on ? "these look like figures of several things, so it is off: narrow it with 'cues:' and 'excludes:', then take the '#' away, here, in intents.yaml and, where it stands so there, in entities.yaml"
                    : moved is null ? "figures of one thing, or of several? Narrow it with 'cues:' and 'excludes:'; 'changes: true' where the later figure replaces the earlier"
                    : $"'changes: true', the later one replaces the earlier, because of {moved.Document.Id}, {moved.Fact.Locator}: {moved.Fact.Text.ReplaceLineEndings(" ")}",
            ],
            on);
    }

    private static bool IsMeasure(string unit) => MeasureUnits.Of(EnglishStemmer.Stem(unit.Split(' ')[^1])).Count > 0;

    private static string[] Units(Figure figure) => figure.Unit switch
    {
        "" => [figure.Noun.Split(' ')[^1]],
        "percent" => ["percent", "%"],
        "euro" => ["euro", "€"],
        "dollar" => ["dollar", "$"],
        "pound" => ["pound", "£"],
        var unit when IsMeasure(unit) => [.. MeasureUnits.Of(EnglishStemmer.Stem(unit.Split(' ')[^1]))],
        var unit => [unit],
    };

    /// <summary>The words for what is measured, where every sentence has one of them.</summary>
    private static IReadOnlyList<string> Cues(List<Figure> figures) => figures[0].Dimension is { } dimension ? FigureOwners.WordsFor(dimension) : [];

    /// <summary>One line a value: the documents that give it, oldest first.</summary>
    public static IReadOnlyList<string> SeenLines(IEnumerable<(string Written, Document Document)> seen) =>
    [
        .. seen.OrderBy(s => s.Document.Source.Published ?? DateOnly.MaxValue).ThenBy(s => s.Document.Id.Value, StringComparer.Ordinal)
            .GroupBy(s => Folding.Fold(string.Join(' ', s.Written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .Select(group => $"{group.First().Written.ReplaceLineEndings(" ")}: {string.Join(", ", group.Select(s => Named(s.Document)).Distinct())}"),
    ];

    private static string Named(string entity, Figure figure) =>
        entity + (figure.Unit.Length == 0 ? ".number" : figure.Unit == "percent" ? ".percent" : figure.Dimension is { } dimension ? "." + dimension : IsMeasure(figure.Unit) ? "." + figure.Unit.Replace(' ', '-') : ".amount");

    private static string Named(Document document) =>
        document.Source.Published is { } day && !document.Id.Value.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{document.Id} ({day:yyyy-MM-dd})")
            : document.Id.Value;

    private static bool Differ(List<Figure> figures) => Documents(figures) > 1 && figures.Select(figure => figure.Value).Distinct().Count() > 1;

    /// <summary>A sum counts for one noun only: for the one that most documents share.</summary>
    private static IEnumerable<List<Figure>> Greedy(List<Figure> figures)
    {
        var left = figures;
        while (true)
        {
            var best = left.GroupBy(figure => (figure.Unit, figure.Stem, figure.Dimension)).Select(group => group.ToList()).Where(Differ)
                .OrderByDescending(Documents).ThenByDescending(group => group.Count).ThenBy(group => group[0].Stem, StringComparer.Ordinal).FirstOrDefault();
            if (best is null) yield break;
            yield return best;
            var used = best.Select(figure => (figure.Fact.Id, figure.Span)).ToHashSet();
            left = [.. left.Where(figure => !used.Contains((figure.Fact.Id, figure.Span)))];
        }
    }

    private static int Documents(List<Figure> figures) => figures.Select(figure => figure.Document.Id).Distinct().Count();

    /// <summary>What is counted, with the word before it where there is one ("rescue boats"), in lower case; null where it isn't in the plural.</summary>
    private static string? Noun(string written)
    {
        var words = Tokenizer.Tokenize(written).Where(token => !QuantityFinder.IsNumber(token) && token.Traits == TokenTraits.None && !Vague.Contains(token.Term)).Select(token => token.Term).ToList();
        if (words.Count == 0 || !words[^1].EndsWith('s') && words[^1] is not ("people" or "men" or "women" or "children") || words[^1].Length < 4) return null;
        return words.Count > 1 && written.EndsWith($"{words[^2]} {words[^1]}", StringComparison.OrdinalIgnoreCase) ? $"{words[^2]} {words[^1]}" : words[^1];
    }

    /// <summary>What is counted where something is paid: "crowns", "florins". Most of the sentences that count it must speak of paying.</summary>
    private static HashSet<string> Currencies(IReadOnlyList<DocumentFacts> documents) =>
    [
        .. documents.SelectMany(d => d.Facts.SelectMany(fact => fact.Quantities.Select(quantity => Noun(d.Document.At(quantity.Span))).OfType<string>().Distinct()
                .Select(noun => (Noun: noun, Paid: Tokenizer.Tokenize(fact.Text).Exists(token => Paying.Contains(token.Term))))))
            .Where(each => !each.Noun.Contains(' ', StringComparison.Ordinal)).GroupBy(each => each.Noun).Where(group => group.Count() > 1 && group.Count(each => each.Paid) * 2 > group.Count()).Select(group => group.Key),
    ];

    private static string Stem(string noun) => string.Join(' ', noun.Split(' ').Select(EnglishStemmer.Stem));

    private static IEnumerable<int> NounsNear(List<Token> tokens, int first, int last, HashSet<string> currencies)
    {
        for (var i = Math.Max(0, first - NearTokens); i < tokens.Count && i <= last + NearTokens; i++)
            if ((i < first || i > last) && tokens[i].Term.Length > 3 && MayBeNoun(tokens[i], i) && !currencies.Contains(tokens[i].Term)) yield return i;
    }

    /// <summary>Whether a word may be what a figure is of, as far as the word itself tells.</summary>
    /// <param name="token">The word.</param>
    /// <param name="at">Where it stands in its sentence; the first word is written with a capital whatever it is.</param>
    public static bool MayBeNoun(Token token, int at) =>
        (token.Traits == TokenTraits.None || at == 0 && token.Traits == TokenTraits.Capitalised) && token.Term.Length > 2 && !Vague.Contains(token.Term) && !Paying.Contains(token.Term) && !Times.Contains(token.Stem)
        && !NoNouns.Contains(token.Term) && !token.Term.EndsWith("ed", StringComparison.Ordinal) && !token.Term.EndsWith("ing", StringComparison.Ordinal);
}
