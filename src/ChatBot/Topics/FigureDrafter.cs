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
/// each hangs on what is counted, or for money and shares on a noun near by, which becomes an entity of its own.
/// </summary>
internal static class FigureDrafter
{
    private const int MostAttributes = 12;
    private const int NearTokens = 5;

    /// <summary>More values than this are rarely of one thing.</summary>
    private const int MostValues = 4;

    private static readonly FrozenSet<string> Measures = new[] { "percent", "euro", "dollar", "pound", "point" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Spans of time are counted everywhere and mean nothing of their own.</summary>
    private static readonly FrozenSet<string> Times = new[]
        { "second", "minute", "hour", "day", "week", "weekend", "month", "year", "decade", "century", "time", "night" }.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Vague = new[]
        { "more", "less", "than", "about", "only", "some", "most", "over", "under", "almost", "nearly", "according", "million", "billion", "thousand", "year", "years", "half", "first", "last", "said", "says" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs and nouns of paying: what is counted beside them is money, of whatever country, and they say nothing of what it is for.</summary>
    private static readonly FrozenSet<string> Paying = new[] { "cost", "costs", "price", "prices", "priced", "pay", "pays", "paid", "worth", "fee", "fees", "fine", "charge", "charges", "budget", "damage" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words by which a figure is said to be another than before.</summary>
    private static readonly FrozenSet<string> Moving = new[]
        { "risen", "rose", "rises", "raised", "increased", "lowered", "fallen", "fell", "dropped", "cut", "revised", "corrected" }.ToFrozenSet(StringComparer.Ordinal);

    private sealed record Seen(string Noun, string Stem, double Value, string Written, Document Document, FactId Fact, bool Moves);

    /// <summary>The attributes, those with the most documents first, and the entities that they hang on.</summary>
    /// <param name="documents">The documents with their facts.</param>
    /// <param name="known">Entities that are proposed already.</param>
    public static (IReadOnlyList<DraftAttribute> Attributes, IReadOnlyList<DraftEntity> Entities) Draft(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> known)
    {
        var counted = new List<Seen>();
        var measured = new List<(string Unit, Seen Seen)>();
        var currencies = Currencies(documents);
        foreach (var (document, fact) in documents.SelectMany(d => d.Facts.Select(fact => (d.Document, fact))))
        {
            var tokens = Tokenizer.Tokenize(fact.Text);
            var moves = tokens.Exists(token => Moving.Contains(token.Term));
            foreach (var quantity in fact.Quantities)
            {
                if (quantity.Unit.Length == 0 || Times.Contains(quantity.Unit)) continue;
                var written = document.At(quantity.Span);
                if (!Measures.Contains(quantity.Unit) && !(Noun(written) is { } coin && currencies.Contains(coin)))
                {
                    if (Noun(written) is { } noun) counted.Add(new Seen(noun, Stem(noun), quantity.Value, written, document, fact.Id, moves));
                    continue;
                }
                foreach (var near in NounsNear(tokens, quantity.Span, fact, currencies)) measured.Add((Measures.Contains(quantity.Unit) ? quantity.Unit : Noun(written) ?? quantity.Unit, new Seen(near.Term, near.Stem, quantity.Value, written, document, fact.Id, moves)));
            }
        }

        var groups = Differing(counted.GroupBy(seen => ("", seen.Stem))).Concat(Greedy(measured)).OrderByDescending(group => Documents(group.Seen)).ThenBy(group => group.Seen[0].Noun, StringComparer.Ordinal).Take(MostAttributes);
        var attributes = new List<DraftAttribute>();
        var entities = new List<DraftEntity>();
        var ids = known.Select(draft => draft.Entity.Id.Value).ToHashSet(StringComparer.Ordinal);
        var names = known.SelectMany(draft => draft.Entity.Aliases.Prepend(draft.Entity.Name)).Select(name => Folding.Fold(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var (unit, seen) in groups)
        {
            var noun = seen.GroupBy(s => s.Noun).OrderByDescending(group => group.Count()).First().Key;
            var owner = known.Concat(entities).FirstOrDefault(draft => draft.Entity.Aliases.Prepend(draft.Entity.Name).Any(name => Stem(Folding.Fold(name)) == Stem(noun)));
            var id = owner?.Entity.Id.Value ?? noun.Replace(' ', '-');
            if (attributes.Exists(other => other.Attribute.Id == Named(id, unit))) continue;
            if (owner is null)
            {
                if (!ids.Add(id) || !names.Add(noun)) continue;
                entities.Add(new DraftEntity(new Entity(new EntityId(id), EntityKind.Thing, noun, [], []), seen.Count, Documents(seen), []));
            }
            attributes.Add(Attribute(unit, noun, new EntityId(id), seen));
        }
        return (attributes, entities);
    }

    private static DraftAttribute Attribute(string unit, string noun, EntityId entity, List<Seen> seen)
    {
        var label = unit.Length == 0 ? $"how many {noun}" : $"the figure for {noun}";
        // A sum is of one thing where no document gives two.
        var on = unit.Length == 0 ? seen.Select(s => s.Value).Distinct().Count() <= MostValues
            : seen.GroupBy(s => s.Document.Id).All(of => of.Select(s => s.Value).Distinct().Count() == 1) && Documents(seen) > 1;
        var moves = seen.Exists(s => s.Moves);
        string[] units = unit switch
        {
            "" => [noun.Split(' ')[^1]],
            "percent" => ["percent", "%"],
            "euro" => ["euro", "€"],
            "dollar" => ["dollar", "$"],
            "pound" => ["pound", "£"],
            _ => [unit],
        };
        string[] questions = unit.Length == 0
            ? [$"How many {noun} are there?", $"What is the number of {noun}?", $"How many {noun}?", $"number of {noun}?", $"how many {noun} do they have"]
            : unit != "percent" && on ? [$"How much does the {noun} cost?", $"What is the price of the {noun}?", $"How much is the {noun}?", $"{noun} how much", $"What is the figure for {noun}?"]
            : [$"What is the figure for {noun}?", $"How much {noun}?", $"{noun} how much", $"How high is the figure for {noun}?", $"What do they say of the {noun} in figures?"];
        return new DraftAttribute(
            new TopicAttribute(Named(entity.Value, unit), label, entity, [], AttributeValueKind.Quantity, [], [], [], [], units, Changes: moves),
            SeenLines(seen.Select(s => (s.Written, s.Document))),
            questions,
            [
                on && moves ? "'changes: true' because a figure is said to have risen, fallen or been put right: the later one replaces the earlier; narrow it with 'cues:' and 'excludes:'"
                    : on ? "figures of one thing, or of several? Narrow it with 'cues:' and 'excludes:'; 'changes: true' where the later figure replaces the earlier"
                    : "these look like figures of several things, so it is off: narrow it with 'cues:' and 'excludes:', then take the '#' away, here and in intents.yaml",
            ],
            on);
    }

    /// <summary>One line a value: the documents that give it, oldest first.</summary>
    public static IReadOnlyList<string> SeenLines(IEnumerable<(string Written, Document Document)> seen) =>
    [
        .. seen.OrderBy(s => s.Document.Source.Published ?? DateOnly.MaxValue).ThenBy(s => s.Document.Id.Value, StringComparer.Ordinal)
            .GroupBy(s => Folding.Fold(string.Join(' ', s.Written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .Select(group => $"{group.First().Written.ReplaceLineEndings(" ")}: {string.Join(", ", group.Select(s => Named(s.Document)).Distinct())}"),
    ];

    private static string Named(string entity, string unit) => entity + (unit.Length == 0 ? ".number" : unit == "percent" ? ".percent" : ".amount");

    private static string Named(Document document) =>
        document.Source.Published is { } day && !document.Id.Value.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{document.Id} ({day:yyyy-MM-dd})")
            : document.Id.Value;

    private static IEnumerable<(string Unit, List<Seen> Seen)> Differing(IEnumerable<IGrouping<(string Unit, string Stem), Seen>> groups) =>
        groups.Select(group => (group.Key.Unit, Seen: group.ToList())).Where(group => Documents(group.Seen) > 1 && group.Seen.Select(s => s.Value).Distinct().Count() > 1);

    /// <summary>A sum counts for one noun only: for the one that most documents share.</summary>
    private static IEnumerable<(string Unit, List<Seen> Seen)> Greedy(List<(string Unit, Seen Seen)> measured)
    {
        var left = measured;
        while (true)
        {
            var best = Differing(left.GroupBy(m => (m.Unit, m.Seen.Stem), m => m.Seen)).OrderByDescending(group => Documents(group.Seen)).ThenByDescending(group => group.Seen.Count)
                .ThenBy(group => group.Seen[0].Stem, StringComparer.Ordinal).FirstOrDefault();
            if (best.Seen is null) yield break;
            yield return best;
            var used = best.Seen.Select(s => (s.Fact, s.Value)).ToHashSet();
            left = [.. left.Where(m => !used.Contains((m.Seen.Fact, m.Seen.Value)))];
        }
    }

    private static int Documents(List<Seen> seen) => seen.Select(s => s.Document.Id).Distinct().Count();

    /// <summary>What is counted, with the word before it where there is one ("rescue boats"), in lower case; null where it isn't in the plural.</summary>
    private static string? Noun(string written)
    {
        var words = Tokenizer.Tokenize(written).Where(token => !token.IsNumber && token.Traits == TokenTraits.None && !Vague.Contains(token.Term)).Select(token => token.Term).ToList();
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

    private static IEnumerable<Token> NounsNear(List<Token> tokens, TextSpan quantity, Fact fact, HashSet<string> currencies)
    {
        var first = tokens.FindIndex(token => token.Span.End + fact.Span.Start > quantity.Start);
        var last = tokens.FindLastIndex(token => token.Span.Start + fact.Span.Start < quantity.End);
        for (var i = Math.Max(0, first - NearTokens); i < tokens.Count && i <= last + NearTokens; i++)
        {
            var token = tokens[i];
            if (i >= first && i <= last || token.Traits != TokenTraits.None || token.Term.Length < 4 || Vague.Contains(token.Term) || Paying.Contains(token.Term) || Times.Contains(token.Stem) || currencies.Contains(token.Term)) continue;
            if (ReportingWords.Contains(token.Term) || token.Term.EndsWith("ed", StringComparison.Ordinal) || token.Term.EndsWith("ing", StringComparison.Ordinal)) continue;
            yield return token;
        }
    }

    private static readonly FrozenSet<string> ReportingWords = new[] { "tells", "told", "adds", "gives", "goes", "comes", "make", "makes", "made", "gets", "will", "would", "must", "while", "which", "their", "them" }.ToFrozenSet(StringComparer.Ordinal);
}
