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

    private sealed record Seen(string Noun, string Stem, double Value, string Written, Document Document, FactId Fact);

    /// <summary>The attributes, those with the most documents first, and the entities that they hang on.</summary>
    /// <param name="documents">The documents with their facts.</param>
    /// <param name="known">Entities that are proposed already.</param>
    public static (IReadOnlyList<DraftAttribute> Attributes, IReadOnlyList<DraftEntity> Entities) Draft(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> known)
    {
        var counted = new List<Seen>();
        var measured = new List<(string Unit, Seen Seen)>();
        foreach (var (document, fact) in documents.SelectMany(d => d.Facts.Select(fact => (d.Document, fact))))
        {
            var tokens = Tokenizer.Tokenize(fact.Text);
            foreach (var quantity in fact.Quantities)
            {
                if (quantity.Unit.Length == 0 || Times.Contains(quantity.Unit)) continue;
                var written = document.At(quantity.Span);
                if (!Measures.Contains(quantity.Unit))
                {
                    if (Noun(written) is { } noun) counted.Add(new Seen(noun, Stem(noun), quantity.Value, written, document, fact.Id));
                    continue;
                }
                foreach (var near in NounsNear(tokens, quantity.Span, fact)) measured.Add((quantity.Unit, new Seen(near.Term, near.Stem, quantity.Value, written, document, fact.Id)));
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
        var money = unit.Length > 0 && unit != "percent";
        var label = unit.Length == 0 ? $"how many {noun}" : $"the figure for {noun}";
        var on = unit.Length == 0 && seen.Select(s => s.Value).Distinct().Count() <= MostValues;
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
            : [$"What is the figure for {noun}?", $"How much {noun}?", $"{noun} how much", $"How high is the figure for {noun}?", $"What do they say of the {noun} in figures?"];
        return new DraftAttribute(
            new TopicAttribute(Named(entity.Value, unit), label, entity, [], AttributeValueKind.Quantity, [], [], [], [], units, Changes: false),
            SeenLines(seen.Select(s => (s.Written, s.Document))),
            questions,
            [
                on ? "figures of one thing, or of several? Narrow it with 'cues:' and 'excludes:'; 'changes: true' where the later figure replaces the earlier"
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

    private static string Stem(string noun) => string.Join(' ', noun.Split(' ').Select(EnglishStemmer.Stem));

    private static IEnumerable<Token> NounsNear(List<Token> tokens, TextSpan quantity, Fact fact)
    {
        var first = tokens.FindIndex(token => token.Span.End + fact.Span.Start > quantity.Start);
        var last = tokens.FindLastIndex(token => token.Span.Start + fact.Span.Start < quantity.End);
        for (var i = Math.Max(0, first - NearTokens); i < tokens.Count && i <= last + NearTokens; i++)
        {
            var token = tokens[i];
            if (i >= first && i <= last || token.Traits != TokenTraits.None || token.Term.Length < 4 || Vague.Contains(token.Term) || Times.Contains(token.Stem)) continue;
            if (ReportingWords.Contains(token.Term) || token.Term.EndsWith("ed", StringComparison.Ordinal) || token.Term.EndsWith("ing", StringComparison.Ordinal)) continue;
            yield return token;
        }
    }

    private static readonly FrozenSet<string> ReportingWords = new[] { "tells", "told", "adds", "gives", "goes", "comes", "make", "makes", "made", "gets", "will", "would", "must", "while", "which", "their", "them" }.ToFrozenSet(StringComparer.Ordinal);
}
