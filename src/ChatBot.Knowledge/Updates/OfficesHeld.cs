using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>Who holds which office by the known documents, to be held against a sentence by which somebody doesn't, or not any longer.</summary>
internal sealed class OfficesHeld
{
    private readonly Dictionary<(EntityId Person, int Office), List<(Document Document, Fact Fact)>> _held = [];
    private readonly Dictionary<(EntityId Person, int Office), List<(Document Document, Fact Fact)>> _denied = [];

    public OfficesHeld(IEnumerable<DocumentFacts> documents)
    {
        foreach (var document in documents)
            foreach (var fact in document.Facts)
            {
                Add(_held, Stated(fact), document, fact);
                Add(_denied, fact.DeniedRoles, document, fact);
            }
    }

    /// <summary>
    /// The statements against which <paramref name="fact"/> says that somebody doesn't hold an office, or, where the latest say that they don't, that they hold
    /// it; none where that is known.
    /// </summary>
    /// <param name="fact">The new fact.</param>
    /// <param name="isLatest">Whether of two known documents the first was written after the second.</param>
    public IReadOnlyList<Statement> Against(Fact fact, Func<Document, Document, bool> isLatest)
    {
        var ended = Offices(fact, fact.DeniedRoles).ToList();
        var (offices, same, other) = ended.Count > 0 ? (ended, _denied, _held) : (Offices(fact, Stated(fact)).ToList(), _held, _denied);
        var against = offices.SelectMany(office => other.GetValueOrDefault(office) ?? []).DistinctBy(known => known.Fact.Id).ToList();
        // What is known already is told once, but for what has turned since.
        if (offices.SelectMany(office => same.GetValueOrDefault(office) ?? []).Any(known => against.TrueForAll(turned => !isLatest(turned.Document, known.Document)))) return [];
        return [.. against.Select(known => Statement.From(known.Document, known.Fact))];
    }

    private static void Add(Dictionary<(EntityId Person, int Office), List<(Document Document, Fact Fact)>> to, IReadOnlyList<RoleMention> roles, DocumentFacts document, Fact fact)
    {
        foreach (var office in Offices(fact, roles))
        {
            if (!to.TryGetValue(office, out var facts)) to.Add(office, facts = []);
            facts.Add((document.Document, fact));
        }
    }

    /// <summary>The offices of which it speaks: "director Ana Varga said so" says something else, and so does whatever else gives the office of who says it.</summary>
    private static List<RoleMention> Stated(Fact fact) => [.. fact.Roles.Where(role => role.Office.Start > role.Span.Start && role.Person != fact.Attribution.Speaker)];

    /// <summary>Whether it tells of an end ("resigned", "no longer") rather than denying what others say.</summary>
    public static bool IsEnd(Fact fact) => !Tokenizer.Tokenize(fact.Text).Exists(token => token.Term is "not" or "never" || token.Term.EndsWith("n't", StringComparison.Ordinal));

    private static IEnumerable<(EntityId Person, int Office)> Offices(Fact fact, IReadOnlyList<RoleMention> roles)
    {
        if (roles.Count == 0) yield break;
        var tokens = Tokenizer.Tokenize(fact.Text);
        foreach (var role in roles)
            foreach (var office in Mentions.Offices.Within(tokens, new TextSpan(role.Office.Start - fact.Span.Start, role.Office.Length)))
                yield return (role.Person, office);
    }
}
