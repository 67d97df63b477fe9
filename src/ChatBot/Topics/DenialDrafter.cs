using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Pairs what is denied with the report that it answers, so that both sides are shown.</summary>
internal static class DenialDrafter
{
    /// <summary>A word that more sentences have than this tells nothing of a report.</summary>
    private const int CommonWord = 6;

    private const int LeastLetters = 4;

    private static readonly FrozenSet<string> Denying = new[] { "denied", "denies", "deny", "denying" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Light = new[] { "will", "would", "could", "should", "have", "been", "were", "going", "ever", "first", "they", "their", "this", "that", "with", "from", "said", "means", "meant" }
        .ToFrozenSet(StringComparer.Ordinal);

    private sealed record Told(Document Document, Fact Fact, List<Token> Tokens, HashSet<string> Stems);

    /// <summary>A yes-no attribute for each denial whose report stands in the documents too; these have their facts drawn with the proposed <paramref name="entities"/>.</summary>
    public static IReadOnlyList<DraftAttribute> Draft(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> entities)
    {
        var known = entities.ToDictionary(draft => draft.Entity.Id, draft => draft.Entity);
        var told = documents.SelectMany(d => d.Facts.Select(fact => (d.Document, Fact: fact, Tokens: Tokenizer.Tokenize(fact.Text))))
            .Select(t => new Told(t.Document, t.Fact, t.Tokens, [.. t.Tokens.Select(token => token.Stem)])).ToList();
        var drafts = new List<DraftAttribute>();
        foreach (var denial in told.Where(t => t.Fact.Stance == Stance.Denied && t.Tokens.Exists(token => Denying.Contains(token.Term))))
        {
            var (clause, words) = Clause(denial);
            var names = known.Values.SelectMany(entity => entity.Aliases.Prepend(entity.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var rare = words.Where(word => !names.Contains(word.Term) && told.Count(t => t.Stems.Contains(word.Stem)) <= CommonWord).ToList();
            var report = told.Where(t => t.Fact.Stance != Stance.Denied && !IsLater(t.Document, denial.Document))
                .Select(t => (Told: t, Shared: rare.Where(word => t.Stems.Contains(word.Stem)).ToList(), Entity: Common(denial, t, known)))
                .Where(t => t.Shared.Count > 0 && t.Entity is not null).OrderByDescending(t => t.Shared.Count).FirstOrDefault();
            if (report.Entity is not { } entity || drafts.Exists(other => other.Attribute.Id == Named(entity, report.Shared))) continue;
            drafts.Add(Attribute(known[entity], clause, report.Shared, report.Told, denial, SpeakerOf(denial, known)));
        }
        return drafts;
    }

    private static DraftAttribute Attribute(Entity entity, string clause, List<Token> shared, Told report, Told denial, string? speaker)
    {
        string[] cues = [.. shared.Select(token => token.Term).Distinct()];
        // Braces would be read as slots.
        var asked = clause.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        List<string> questions = [$"Is it true that {asked}?", $"Was it confirmed that {asked}?", $"Is it only a rumour that {asked}?", $"{entity.Name} {cues[0]}?"];
        if (speaker is not null) questions.Add($"Did {speaker} deny that {asked}?");
        return new DraftAttribute(
            new TopicAttribute(Named(entity.Id, shared), $"whether {clause}", entity.Id, [], AttributeValueKind.YesNo, cues, [], cues, ["denied", "denies", "rejected the report"], [], Changes: false),
            [$"{report.Document.Id}, {report.Fact.Locator}: {One(report.Fact.Text)}", $"{denial.Document.Id}, {denial.Fact.Locator}: {One(denial.Fact.Text)}"],
            questions,
            ["a report and its denial? Under 'yes:' goes what speaks for it, under 'no:' what speaks against it"]);
    }

    private static string Named(EntityId entity, List<Token> shared) => $"{entity}.{new string([.. shared[0].Term.Where(char.IsAsciiLetterLower)])}";

    /// <summary>What is denied, and the words of it that carry something.</summary>
    private static (string Text, List<Token> Words) Clause(Told denial)
    {
        var tokens = denial.Tokens;
        var verb = tokens.FindIndex(token => Denying.Contains(token.Term));
        // "Denied on Friday that …"
        var that = tokens.FindIndex(verb + 1, token => token.Term == "that");
        var from = that >= 0 && that <= verb + 4 ? that + 1 : verb + 1;
        if (from >= tokens.Count) return ("", []);
        var end = denial.Fact.Text.IndexOfAny([',', ';', ':', '"', '“'], tokens[from].Span.Start);
        if (end < 0) end = denial.Fact.Text.Length;
        var words = tokens.Skip(from).Where(token => token.Span.End <= end && token.Term.Length >= LeastLetters && !token.IsStopWord && !token.IsCapitalised && !token.IsNumber && !Light.Contains(token.Term)).ToList();
        return (One(denial.Fact.Text[tokens[from].Span.Start..end]).TrimEnd('.', '!', '?'), words);
    }

    /// <summary>What both are about: of the entities that both name, the one that stands last in the denial, behind who denies.</summary>
    private static EntityId? Common(Told denial, Told report, Dictionary<EntityId, Entity> known) =>
        denial.Fact.Entities.Where(m => known.ContainsKey(m.Id) && report.Fact.Entities.Any(other => other.Id == m.Id)).OrderByDescending(m => m.Span.Start).Select(m => (EntityId?)m.Id).FirstOrDefault();

    private static string? SpeakerOf(Told denial, Dictionary<EntityId, Entity> known) =>
        denial.Fact.Entities.Where(m => m.Kind == EntityKind.Person && known.ContainsKey(m.Id)).OrderBy(m => m.Span.Start).Select(m => known[m.Id].Name).FirstOrDefault();

    private static bool IsLater(Document document, Document than) => document.Source.Published is { } day && than.Source.Published is { } other && day > other;

    private static string One(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
