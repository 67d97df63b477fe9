using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a claim says a person is: "Ana Varga is the fair's director".</summary>
/// <param name="Person">Who, or, where that is a name of another kind, what.</param>
/// <param name="Noun">Index of the claim's token that says what.</param>
internal sealed record GivenTitle(EntityId Person, int Noun)
{
    /// <summary>A title stands at most so many words behind its person ("Ana Varga, the longest serving member of the council").</summary>
    private const int Reach = 8;

    /// <summary>The title that a claim gives; null where it gives none.</summary>
    public static GivenTitle? In(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        // A draft may take "Ana Varga" for a place; a firm may be the sponsor.
        if (mentions.FirstOrDefault(m => m.Kind is EntityKind.Person or EntityKind.Organisation || m.Kind is EntityKind.Place or EntityKind.Thing && m.Span.Start == 0) is not { Span.Length: > 0 } person) return null;
        var be = 0;
        while (be < tokens.Count && tokens[be].Span.Start < person.Span.End) be++;
        if (be + 1 >= tokens.Count || tokens[be].Term is not ("is" or "was" or "became" or "becomes" or "isn't" or "wasn't")) return null;
        var noun = be + 1;
        while (noun < tokens.Count && tokens[noun].Term is "not" or "now" or "still" or "also" or "no" or "longer") noun++;
        if (noun + 1 < tokens.Count && mentions.Any(m => m.Span.Contains(tokens[noun].Span))) return new GivenTitle(person.Id, LastOfPhrase(tokens, noun));
        return noun + 1 < tokens.Count && tokens[noun].Term is "the" or "a" or "an" or "its" or "their" || noun < tokens.Count && Mentions.Offices.At(tokens, noun) is not null ? new GivenTitle(person.Id, LastOfPhrase(tokens, noun)) : null;
    }

    /// <summary>The noun of "the club's first secretary of …": the last word before a preposition or the end.</summary>
    private static int LastOfPhrase(IReadOnlyList<Token> tokens, int from)
    {
        var last = from;
        for (var i = from; i < tokens.Count && (i == from || !tokens[i].IsStopWord); i++) last = i;
        return last;
    }

    /// <summary>Whether the word at <paramref name="at"/> of a sentence is another person's title there, or nobody's who can be told.</summary>
    public bool IsAnothers(FactView view, int at)
    {
        if (at < 0 || at >= view.Tokens.Count) return false;
        var noun = view.Tokens[at].Span;
        var persons = view.Fact.Entities.Where(m => m.Kind == EntityKind.Person || m.Id == Person).ToList();
        if (view.Fact.Roles.FirstOrDefault(role => role.Office.Contains(noun)) is { Span.Length: > 0 } role) return role.Person != Person;
        // "Director Ana Varga".
        if (at + 1 < view.Tokens.Count && persons.Find(m => m.Span.Start == view.Tokens[at + 1].Span.Start) is { Span.Length: > 0 } behind) return behind.Id != Person;
        // "Ana Varga is the fair's director", "Ana Varga, the fair's director".
        var before = persons.FindLast(m => m.Span.End <= noun.Start);
        if (before.Span.Length == 0) return persons.Exists(m => m.Span.Start >= noun.End) && !persons.Exists(m => m.Id == Person);
        return before.Id != Person && view.Tokens.Count(t => t.Span.Start >= before.Span.End && t.Span.End <= noun.Start) <= Reach;
    }
}
