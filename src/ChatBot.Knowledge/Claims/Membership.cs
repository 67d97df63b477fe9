using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Whether and how a claim says that somebody belongs to a body.</summary>
internal enum Membership
{
    /// <summary>It doesn't.</summary>
    None,

    /// <summary>As one in it, or who should be: "wants Norway in the EU", "they are in the union".</summary>
    Inside,

    /// <summary>As a member of it.</summary>
    Member,
}

/// <summary>Reads claims of membership, and tells the sentences that speak of such: that one names both isn't enough.</summary>
internal static class Memberships
{
    /// <summary>"Is a founding member": so many words behind the verb at most.</summary>
    private const int FarthestMember = 3;

    private static readonly FrozenSet<string> Stems = LanguageData.Stems("membership-words.txt");

    /// <summary>What a claim says of membership.</summary>
    public static Membership In(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
            if (IsBeing(tokens[i]) && tokens[i + 1].Term is "a" or "an" or "member" or "members")
                for (var k = i + 1; k < tokens.Count && k <= i + FarthestMember; k++)
                    if (IsMember(tokens[k])) return Membership.Member;
        return mentions.Any(body => body.Kind == EntityKind.Organisation && IsInside(tokens, mentions, body.Span)) ? Membership.Inside : Membership.None;
    }

    /// <summary>Whether a sentence may tell of what a claim says of membership.</summary>
    public static bool IsToldOf(Membership membership, IReadOnlyList<Token> sentence) => membership switch
    {
        Membership.Member => sentence.Any(token => IsMember(token) || token.Term is "joined" or "joins"),
        Membership.Inside => sentence.Any(token => Stems.Contains(token.Stem)),
        _ => true,
    };

    private static bool IsInside(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, TextSpan body)
    {
        for (var i = 1; i < tokens.Count && tokens[i].Span.End <= body.Start; i++)
        {
            var next = i + 1 < tokens.Count && tokens[i + 1].Term == "the" ? i + 2 : i + 1;
            if (tokens[i].Term is not ("in" or "into") || next >= tokens.Count || tokens[next].Span.Start != body.Start) continue;
            // "In the EU's capital", "in EU talks": in something of the body's.
            var behind = next;
            while (behind < tokens.Count && tokens[behind].Span.Start < body.End) behind++;
            if (behind < tokens.Count && tokens[behind] is { IsStopWord: false, IsNumber: false } && tokens[behind].Span.Start - body.End <= " ".Length) return false;
            return IsBeing(tokens[i - 1]) || tokens[i - 1].Term == "not" || mentions.Any(one => one.Kind is EntityKind.Country or EntityKind.Person && one.Span.Overlaps(tokens[i - 1].Span));
        }
        return false;
    }

    private static bool IsBeing(Token token) => token.Term is "be" or "is" or "are" or "was" or "were" or "been";

    private static bool IsMember(Token token) => token.Term is "member" or "members";
}
