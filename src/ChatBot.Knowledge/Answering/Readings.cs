using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Finds what a question could mean where it uses a part of several names ("the press conference", a surname that two people share): the question with
/// each whole name in its place. Where two such readings are answered about as well, the asker chooses.
/// </summary>
internal sealed class Readings(EntityId? subject, EntityFinder entities, Func<string, Question> read, Func<Question, List<RankedFact>> rank)
{
    /// <summary>
    /// How many logits the best reading must lead by to be taken without asking. Of 5,579 pairs of a question and the same with the name of another thing
    /// of that kind, 2 in 100 were led by the wrong one by more than 1.08 (the benchmarks' <c>calibrate-readings</c>).
    /// </summary>
    public const double Margin = 1.1;

    private const int MostChoices = 4;

    /// <summary>The questions to choose from, the likeliest first; null where the question stands as it is.</summary>
    public IReadOnlyList<string>? Choices(Question question)
    {
        if (question.CarriedTerms.Count > 0 || entities.NamedInPart(question.Tokens, question.Entities) is not { } part) return null;
        // "The meeting" is the one that the topic is about, where it is one of them.
        if (subject is { } own && part.Entities.Contains(own)) return null;
        var answered = new List<(string Text, FactView Fact, double Score)>();
        foreach (var id in part.Entities)
        {
            if (entities.Get(id) is not { } entity) continue;
            var text = With(question.Text, part, entity);
            if (Best(text, id) is { } best) answered.Add((text, best.View, best.Score));
        }
        answered = [.. answered.OrderByDescending(a => a.Score).ThenBy(a => a.Text, StringComparer.Ordinal)];
        answered = [.. answered.TakeWhile(a => a.Score > answered[0].Score - Margin).DistinctBy(a => a.Fact.Fact.Id).Take(MostChoices)];
        return answered.Count > 1 ? [.. answered.Select(a => a.Text)] : null;
    }

    /// <summary>By how much the question as it stands leads those with another name of the same kind in its place; null where such a one has no answer.</summary>
    internal IEnumerable<double?> Leads(Question question)
    {
        foreach (var mention in question.Entities)
        {
            if (mention.Kind is not (EntityKind.Person or EntityKind.Event or EntityKind.Thing) || mention.Span.Length == 0 || Best(question.Text, mention.Id) is not { } right) continue;
            foreach (var other in entities.Entities.Where(e => e.Kind == mention.Kind && e.Id != mention.Id))
                yield return Best(With(question.Text, new EntityFinder.NamePart(mention.Span, []), other), other.Id) is { } wrong ? right.Score - wrong.Score : null;
        }
    }

    /// <summary>The best fact about <paramref name="entity"/> for a reading; null where it isn't answered by one.</summary>
    internal RankedFact? Best(string text, EntityId entity)
    {
        var ranked = rank(read(text));
        return ranked.Count > 0 && ranked[0].Probability >= Answerer.Floor && ranked[0].View.Entities.Contains(entity) ? ranked[0] : null;
    }

    /// <summary>The question with the whole name in the place of the part, without a second article before it.</summary>
    private static string With(string text, EntityFinder.NamePart part, Entity entity)
    {
        var before = text[..part.Span.Start];
        if (before.EndsWith("the ", StringComparison.OrdinalIgnoreCase) && (entity.Name.Contains("'s ", StringComparison.Ordinal) || entity.Kind == EntityKind.Person)) before = before[..^4];
        var name = entity.Name;
        // "Press conference in Brussels" begins an entry of the topic; within a question it is no name.
        if (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && space + 1 < name.Length && char.IsLower(name[space + 1]) && entity.Kind != EntityKind.Person && !name.AsSpan(0, space).EndsWith("'s")) name = char.ToLowerInvariant(name[0]) + name[1..];
        return string.Concat(WithoutOwner(before, name), name, text.AsSpan(part.Span.End));
    }

    /// <summary>What stands before a name, without an owner whom the name tells itself: "Rutte's" before "press conference of Rutte and Pavel".</summary>
    private static string WithoutOwner(string before, string name)
    {
        if (!before.EndsWith("'s ", StringComparison.Ordinal) && !before.EndsWith("’s ", StringComparison.Ordinal)) return before;
        var from = before.LastIndexOf(' ', before.Length - 2) + 1;
        var owner = before[from..^3];
        if (!Tokenizer.Tokenize(name).Exists(t => t.Term.Equals(owner, StringComparison.OrdinalIgnoreCase) || t.Term.Equals(owner + "'s", StringComparison.OrdinalIgnoreCase))) return before;
        return char.IsLower(name[0]) ? before[..from] + "the " : before[..from];
    }
}
