using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>A claim of the one form "X is the president of Y", which a person's offices decide.</summary>
/// <param name="Person">Who.</param>
/// <param name="Group">Which office (<see cref="Offices"/>).</param>
/// <param name="Place">Of which country or organisation; null: not said.</param>
/// <param name="Modifiers">What narrows the office: "deputy", "former".</param>
/// <param name="IsPast">Whether it is said to have been so.</param>
internal sealed record OfficeClaim(EntityId Person, int Group, EntityId? Place, IReadOnlySet<string> Modifiers, bool IsPast)
{
    private static readonly HashSet<string> Narrowing = new(StringComparer.Ordinal) { "deputy", "vice", "former", "ex", "acting", "interim", "assistant", "outgoing", "incoming" };

    /// <summary>Whether it speaks of an office as the only one of its kind, without saying of what: "the mayor".</summary>
    public bool IsOfTheOnly { get; init; }

    /// <summary>Reads a claim of that form; null where it says anything more, or something else.</summary>
    public static OfficeClaim? Read(ClaimReading claim)
    {
        var tokens = claim.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Offices.At(tokens, i) is not { } office) continue;
            var phrase = TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + office.Terms.Length - 1].Span.End);
            // "President of Slovakia" may itself name somebody; the person is the one named otherwise.
            var person = claim.Fact.Entities.FirstOrDefault(m => m.Kind == EntityKind.Person && !m.Span.Overlaps(phrase));
            var place = claim.Fact.Entities.FirstOrDefault(m => m.Kind is EntityKind.Country or EntityKind.Organisation or EntityKind.Place && !m.Span.Overlaps(phrase) && !person.Span.Contains(m.Span));
            if (person.Span.Length == 0 || !HasCopula(tokens, person.Span, phrase)) return null;
            var modifiers = new HashSet<string>(StringComparer.Ordinal);
            for (var k = 0; k < tokens.Count; k++)
            {
                if (tokens[k].Span.Overlaps(phrase) || tokens[k].Span.Overlaps(person.Span) || place.Span.Length > 0 && tokens[k].Span.Overlaps(place.Span)) continue;
                if (Narrowing.Contains(tokens[k].Term)) modifiers.Add(tokens[k].Term);
                else if (!tokens[k].IsStopWord || tokens[k].Term is "not" or "no" || tokens[k].Term.EndsWith("n't", StringComparison.Ordinal)) return null;
            }
            if (claim.Fact.Dates.Count > 0) return null;
            var isPast = tokens.Any(t => t.Term is "was" or "were" or "been" or "had") || modifiers.Overlaps(["former", "ex", "outgoing"]);
            return new OfficeClaim(person.Id, office.Group, place.Span.Length > 0 ? place.Id : null, modifiers, isPast)
            {
                IsOfTheOnly = place.Span.Length == 0 && i > 0 && tokens[i - 1].Term == "the",
            };
        }
        return null;
    }

    /// <summary>How a fact's roles stand to the claim: true, false, or null where they tell nothing.</summary>
    public (bool? Agrees, TextSpan? Where) Compare(FactView view, Func<EntityId, Entity?> entity)
    {
        foreach (var (role, groups) in view.DeniedOffices)
            if (!IsPast && role.Person == Person && groups.Contains(Group) && Modifiers.Count == 0 && (Place is null || PlaceOf(role, view, entity) is not { } denied || denied == Place)) return (false, role.Span);
        bool? result = null;
        TextSpan? where = null;
        foreach (var (role, groups) in view.Offices)
        {
            var modifiers = view.Tokens.Where(t => role.Office.Contains(t.Span) && Narrowing.Contains(t.Term)).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
            var place = PlaceOf(role, view, entity);
            var isOffice = groups.Contains(Group);
            var isPlace = Place is null || place == Place || IsNamedAfter(place, Place.Value, entity);
            if (role.Person == Person)
            {
                if (isOffice && (isPlace || place is null) && modifiers.SetEquals(Modifiers)) return (true, role.Span);
                // Another office at the same place, or the same office elsewhere, is another's.
                if (!IsPast && !modifiers.Overlaps(["former", "ex"]) && (Place is not null && place == Place && !isOffice || isOffice && Place is not null && place is not null && !isPlace))
                    (result, where) = (false, role.Span);
            }
            else if (!IsPast && isOffice && Place is not null && place == Place && modifiers.SetEquals(Modifiers)) (result, where) = (result ?? false, where ?? role.Span);
        }
        return (result, where);
    }

    /// <summary>
    /// Where the documents give the office without saying of what, and all to one other person: who holds another office there ("harbour master Ana Varga") isn't the mayor.
    /// </summary>
    public IReadOnlyList<(FactView View, TextSpan Where)> HeldByAnother(IReadOnlyList<FactView> views)
    {
        if (!IsOfTheOnly || IsPast || Modifiers.Count > 0) return [];
        var roles = views.SelectMany(view => view.Offices.Select(held => (View: view, held.Role, held.Groups))).Where(held => !IsNarrowed(held.View, held.Role)).ToList();
        var holding = roles.FindAll(held => held.Groups.Contains(Group));
        if (!roles.Exists(held => held.Role.Person == Person) || holding.Exists(held => held.Role.Person == Person || held.Role.Place is not null)) return [];
        return holding.DistinctBy(held => held.Role.Person).Count() == 1 ? [.. holding.Select(held => (held.View, held.Role.Span))] : [];
    }

    private static bool IsNarrowed(FactView view, RoleMention role) => view.Tokens.Exists(token => role.Office.Contains(token.Span) && Narrowing.Contains(token.Term));

    /// <summary>Whether a fact says of somebody whom a claim of any form names that they don't hold an office that it names.</summary>
    public static bool DeniesOffice(ClaimReading claim, FactView view)
    {
        foreach (var (role, groups) in view.DeniedOffices)
            if (claim.Fact.Entities.Any(mention => mention.Id == role.Person) && Enumerable.Range(0, claim.Tokens.Count).Any(i => Offices.At(claim.Tokens, i) is { } office && groups.Contains(office.Group))) return true;
        return false;
    }

    /// <summary>"Town of Arden", for which the mayor stands, beside "Arden".</summary>
    private static bool IsNamedAfter(EntityId? body, EntityId place, Func<EntityId, Entity?> entity) =>
        body is { } of && entity(of) is { Kind: EntityKind.Organisation } whole && entity(place) is { Kind: EntityKind.Place } part && whole.Name.EndsWith("of " + part.Name, StringComparison.Ordinal);

    private static EntityId? PlaceOf(RoleMention role, FactView view, Func<EntityId, Entity?> entity)
    {
        if (role.Place is { } named) return named;
        foreach (var mention in view.Fact.Entities)
            if (mention.Kind is EntityKind.Country or EntityKind.Organisation && role.Office.Contains(mention.Span)) return mention.Id;
        return entity(role.Person)?.Represents;
    }

    private static bool HasCopula(IReadOnlyList<Token> tokens, TextSpan person, TextSpan office)
    {
        var from = Math.Min(person.End, office.End);
        var to = Math.Max(person.Start, office.Start);
        foreach (var token in tokens)
            if (token.Span.Start >= from && token.Span.End <= to && token.Term is "is" or "was" or "are" or "were" or "as" or "been" or "be" or "becomes" or "became") return true;
        return false;
    }
}
