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
    private readonly HashSet<(EntityId Person, int Office)> _denied = [];

    public OfficesHeld(IEnumerable<DocumentFacts> documents)
    {
        foreach (var document in documents)
            foreach (var fact in document.Facts)
            {
                foreach (var office in Offices(fact, fact.Roles))
                {
                    if (!_held.TryGetValue(office, out var facts)) _held.Add(office, facts = []);
                    facts.Add((document.Document, fact));
                }
                _denied.UnionWith(Offices(fact, fact.DeniedRoles));
            }
    }

    /// <summary>The statements against which <paramref name="fact"/> says that somebody doesn't hold an office; none where that is known.</summary>
    public IReadOnlyList<Statement> Against(Fact fact)
    {
        var offices = Offices(fact, fact.DeniedRoles).ToList();
        if (offices.Exists(_denied.Contains)) return [];
        return [.. offices.SelectMany(office => _held.GetValueOrDefault(office) ?? []).DistinctBy(held => held.Fact.Id).Select(held => Statement.From(held.Document, held.Fact))];
    }

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
