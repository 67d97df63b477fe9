using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Which ministers signed?", "which of the allies left?": which of many is told by a name of that kind.</summary>
internal static class NamesOfKind
{
    /// <summary>The noun stands so near behind "which" ("which of the smaller allies").</summary>
    private const int Reach = 5;

    /// <summary>Whether a sentence names somebody of the kind besides those of the question; null where the question asks for nobody of a kind that has names.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Focus is not { } focus || question.Expects is not (AnswerType.Thing or AnswerType.Person or AnswerType.Place)) return null;
        var which = question.Tokens.ToList().FindIndex(token => token.Term == "which");
        if (which < 0 || question.Tokens.Skip(which + 1).Take(Reach).FirstOrDefault(token => token.Stem == focus) is not { Term: not null } noun) return null;
        return Kinds(question, noun) is { } kinds ? view => Names(question, noun, view, kinds) : null;
    }

    private static EntityKind[]? Kinds(Question question, Token noun) =>
        question.WantsCountries ? [EntityKind.Country]
        : IsOfPeople(noun.Term) || noun.Term.EndsWith('s') && IsOfPeople(noun.Term[..^1]) ? [EntityKind.Person]
        : Members.Contains(noun.Term) ? [EntityKind.Country, EntityKind.Organisation, EntityKind.Person]
        : null;

    private static bool IsOfPeople(string noun) => AnswerTypeReader.NamesType(noun, AnswerType.Person) || Offices.At(Tokenizer.Tokenize(noun), 0) is not null;

    /// <summary>Words for those who belong to something, be they people, bodies or countries.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "allies", "ally", "members", "member", "partners", "partner", "participants", "participant" };

    private static bool Names(Question question, Token noun, FactView view, EntityKind[] kinds)
    {
        if (kinds is [EntityKind.Person] && view.Fact.Attribution.Speaker is not null) return true;
        foreach (var mention in view.Fact.Entities)
            if (Array.IndexOf(kinds, mention.Kind) >= 0 && !IsKnown(question, noun, mention) && !(kinds.Length > 1 && IsOfMembersOrSpeaker(view, mention))) return true;
        return false;
    }

    /// <summary>Whether the question names it itself, other than by the noun ("which minister", where there is but one).</summary>
    private static bool IsKnown(Question question, Token noun, EntityMention mention)
    {
        foreach (var asked in question.Entities)
            if (asked.Id == mention.Id && !asked.Span.Overlaps(noun.Span)) return true;
        return false;
    }

    /// <summary>"Union members" names the union, and none of its members; who speaks of members is mostly none of those meant.</summary>
    private static bool IsOfMembersOrSpeaker(FactView view, EntityMention mention) => mention.Id == view.Fact.Attribution.Speaker || view.Tokens.Exists(token => Members.Contains(token.Term) && token.Span.Start - mention.Span.End is > 0 and <= 3);
}
