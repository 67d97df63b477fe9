using System.Text.RegularExpressions;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>
/// Finds what documents are about that name no event: what their titles name most often ("Osprey unveils Halden 3"), of equals what the text names more often. People,
/// countries and those who publish are no subject.
/// </summary>
internal static class SubjectOfTitles
{
    /// <summary>What was found.</summary>
    /// <param name="Draft">The entity as it was drafted.</param>
    /// <param name="Proposed">As it is proposed now: with its doubt, and with the number that is part of its name.</param>
    public sealed record Found(DraftEntity Draft, DraftEntity Proposed);

    /// <summary>The subject; null where no name stands in two titles, or in the one that there is.</summary>
    public static Found? Find(IReadOnlyList<DraftEntity> drafts, IReadOnlyList<DocumentFacts> documents)
    {
        string[] titles = [.. documents.Select(d => d.Document.Source.Title).OfType<string>()];
        string[] publishers = [.. documents.Select(d => d.Document.Source.Publisher).OfType<string>()];
        var best = drafts.Where(draft => draft.Entity.Kind is EntityKind.Thing or EntityKind.Organisation or EntityKind.Place && !publishers.Any(publisher => publisher.EndsWith(draft.Entity.Name, StringComparison.Ordinal)))
            .Select(draft => (Draft: draft, InTitles: titles.Count(title => Names(draft.Entity).Any(name => Holds(title, name)))))
            .Where(each => each.InTitles >= Math.Min(2, documents.Count)).OrderByDescending(each => each.InTitles).ThenByDescending(each => each.Draft.Times)
            .ThenBy(each => each.Draft.Entity.Id.Value, StringComparer.Ordinal).Select(each => each.Draft).FirstOrDefault();
        if (best is null) return null;
        var name = WithNumber(best.Entity.Name, documents);
        var entity = name == best.Entity.Name ? best.Entity : best.Entity with { Name = name, Aliases = [.. best.Entity.Aliases, best.Entity.Name] };
        return new Found(best, best with { Entity = entity, Doubts = [.. best.Doubts, "no event is named, so what the titles name most often is taken for the subject; is it that?"] });
    }

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Prepend(entity.Name);

    private static bool Holds(string text, string name) => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>"Halden" is called "Halden 3" where that number stands behind it nearly always.</summary>
    private static string WithNumber(string name, IReadOnlyList<DocumentFacts> documents)
    {
        var pattern = new Regex($@"\b{Regex.Escape(name)}\b(?:\s(\d{{1,2}})\b(?![.,:]?\d))?", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var seen = documents.SelectMany(d => pattern.Matches(d.Document.Text)).Select(match => match.Groups[1].Value).ToList();
        var number = seen.Where(behind => behind.Length > 0).GroupBy(behind => behind).OrderByDescending(group => group.Count()).FirstOrDefault();
        return number is not null && number.Count() >= 2 && number.Count() * 4 >= seen.Count * 3 ? $"{name} {number.Key}" : name;
    }
}
