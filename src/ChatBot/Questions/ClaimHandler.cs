using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;

namespace ChatBot.Questions;

/// <summary>What checking a message brought.</summary>
/// <param name="Claims">Its claims with their verdicts, as they passed the verbatim gate.</param>
/// <param name="Reply">What to send.</param>
/// <param name="Violations">What the gate held back; empty unless something is badly wrong.</param>
public sealed record HandledClaims(IReadOnlyList<CheckedClaim> Claims, Reply Reply, IReadOnlyList<VerbatimGate.Violation> Violations);

/// <summary>The one way from a message to be checked to a reply: check, pass the verbatim gate, compose.</summary>
public static class ClaimHandler
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="knowledge">What is known, the same for the whole message.</param>
    public static HandledClaims Handle(string message, KnowledgeBase knowledge)
    {
        // Passed on with the command that it was checked by.
        while (CommandText.Read(message) is { Name: CommandCatalogue.Check } passedOn) message = passedOn.Argument;
        if (CommandText.Read(message) is not null) return new HandledClaims([], Reply.Saying(PhraseCatalogue.ClaimIsCommand), []);
        if (OwnAnswer.IsNotKnown(message)) return new HandledClaims([], Reply.Saying(PhraseCatalogue.OwnNotKnown), []);
        if (knowledge.Ask(message, Conversation.New) is SmallTalk { Phrase: not "empty" }) return new HandledClaims([], Reply.Saying(PhraseCatalogue.ClaimIsNone), []);
        var said = OwnAnswer.StatementsOf(message);
        var claims = knowledge.CheckClaim(said);
        if (claims.Count == 0 && said.Any(char.IsLetterOrDigit)) return new HandledClaims([], Reply.Saying(PhraseCatalogue.ClaimIsNone), []);
        var violations = VerbatimGate.Check(claims.SelectMany(claim => claim.Deciding), knowledge.Find);
        if (violations.Count > 0)
        {
            // A verdict rests on all of its statements: without one of them it says nothing.
            var failed = violations.Select(violation => violation.Statement).ToHashSet();
            claims = [.. claims.Select(claim => claim.Deciding.Any(failed.Contains) ? claim with { Verdict = Verdict.NotFound, For = [], Against = [], Confidence = 0 } : claim)];
        }
        return new HandledClaims(claims, ClaimReplyComposer.Compose(claims, KnowledgeBase.CountClaims(said), knowledge), violations);
    }
}
