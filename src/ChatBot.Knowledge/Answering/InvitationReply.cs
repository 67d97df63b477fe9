using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Will she come?" beside "she was invited": whether she does is told by the sentences behind it, if any of them speaks of her and of coming (<c>invitation-replies.txt</c>).</summary>
internal static class InvitationReply
{
    private const int Reach = 2;

    private static readonly string Inviting = EnglishStemmer.Stem("invite");

    private static readonly string Invitation = EnglishStemmer.Stem("invitation");

    private static readonly FrozenSet<string> Replies = LanguageData.Stems("invitation-replies.txt");

    /// <summary>The sentence that tells whether who was invited comes; null where the best one is no invitation, that is what is asked for, or nothing tells.</summary>
    public static RankedFact? To(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.YesNo || question.Tokens.Any(token => IsInviting(token)) || ranked is not [var best, ..] || !best.View.Tokens.Exists(IsInviting) || TellsOfComing(best.View)) return null;
        return ranked.Where(r => r.View.Document.Id == best.View.Document.Id && r.View.Fact.Id.Number > best.View.Fact.Id.Number && r.View.Fact.Id.Number <= best.View.Fact.Id.Number + Reach && IsOfSame(question, best.View, r.View) && Tells(r.View.Tokens, 0))
            .MinBy(r => r.View.Fact.Id.Number);
    }

    private static bool IsInviting(Token token) => token.Stem == Inviting || token.Stem == Invitation;

    /// <summary>"Was invited and will come", not "was invited to come".</summary>
    private static bool TellsOfComing(FactView view)
    {
        for (var i = view.Tokens.FindIndex(IsInviting); i < view.Tokens.Count; i++)
            if (view.Tokens[i].Term is "and" or "but") return Tells(view.Tokens, i);
        return false;
    }

    private static bool Tells(List<Token> tokens, int from) => tokens.Skip(from).Any(token => Replies.Contains(token.Stem)) || tokens.Skip(from).Any(token => token.Term is "will" or "won't") && tokens.Skip(from).Any(token => token.Term is "be" or "not");

    private static bool IsOfSame(Question question, FactView invitation, FactView reply)
    {
        if (reply.Tokens.FirstOrDefault(token => !token.IsStopWord || token.Term is "he" or "she" or "they" or "it").Term is "he" or "she" or "they" or "it") return true;
        if (question.Entities.Any(mention => mention.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation && reply.Entities.Contains(mention.Id))) return true;
        var asked = question.Tokens.Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return reply.Tokens.Exists(token => token is { IsCapitalised: true, IsStopWord: false } && asked.Contains(token.Stem) && invitation.Stems.Contains(token.Stem) && !reply.Fact.Entities.Any(mention => mention.Kind is EntityKind.Event or EntityKind.Place && mention.Span.Contains(token.Span)));
    }
}
