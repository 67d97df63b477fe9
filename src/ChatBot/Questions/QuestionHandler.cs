using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;

namespace ChatBot.Questions;

/// <summary>What one message brought.</summary>
/// <param name="Answer">The answer, as it passed the verbatim gate.</param>
/// <param name="Reply">What to send.</param>
/// <param name="Conversation">The conversation with this turn.</param>
/// <param name="Violations">What the gate held back; empty unless something is badly wrong.</param>
public sealed record Handled(Answer Answer, Reply Reply, Conversation Conversation, IReadOnlyList<VerbatimGate.Violation> Violations)
{
    /// <summary>Where claims were to be checked, a verdict for each; else empty.</summary>
    public IReadOnlyList<CheckedClaim> Claims { get; init; } = [];
}

/// <summary>The one way from a message to a reply, for every platform: ask, pass the verbatim gate, compose.</summary>
public static class QuestionHandler
{
    /// <summary>Answers a message.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="conversation">The turns before it.</param>
    /// <param name="knowledge">What is known, the same for the whole message.</param>
    public static Handled Handle(string message, Conversation conversation, KnowledgeBase knowledge) => Handle(message, conversation, knowledge, null);

    /// <summary>Answers a message.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="conversation">The turns before it.</param>
    /// <param name="knowledge">What is known, the same for the whole message.</param>
    /// <param name="shown">What "[2]" means in it; null: what it means in the last answer.</param>
    internal static Handled Handle(string message, Conversation conversation, KnowledgeBase knowledge, IReadOnlyList<ShownStatement>? shown)
    {
        message = CommandText.Meant(message);
        // "/number ,,," lacks what "/number" lacks.
        if (CommandText.Read(message) is { Argument.Length: > 0, SaysSomething: false } bare) message = $"/{bare.Name}";
        if (KnowledgeBase.ClaimToCheck(message) is { } claim) message = $"/{CommandCatalogue.Check} {claim}";
        if (OfCheck(message, conversation, knowledge) is { } ofCheck) return ofCheck;
        if (conversation.Turns is [.., { Claims: 0 } told] && knowledge.AsksForSources(message) && SourcesReply.Of(SourcesReply.Shown(told, knowledge)) is { } sources) return new Handled(new SmallTalk("sources") { Question = told.Question }, sources, conversation, []);
        if (Listed(message, conversation, knowledge, shown) is { } listed) message = listed;
        if (PassageRequest.Answer(message, conversation, knowledge) is { } passage) return new Handled(new SmallTalk("passage") { Question = conversation.Turns[^1].Question }, passage, conversation, []);
        if (NumberedQuestion.Read(message, knowledge) is { } numbered && (shown ?? (conversation.Turns is [.., var last] ? ShownStatements.Of(last, knowledge) : null)) is { } numbers)
        {
            if (!numbers.Any(statement => statement.Number == numbered.Number)) return new Handled(new SmallTalk("passage") { Question = knowledge.Ask("", Conversation.New).Question }, PassageRequest.NoSuch(numbered.Number, numbers), conversation, []);
            (message, conversation) = (numbered.Text, numbered.Of(numbers, knowledge) ?? conversation);
        }
        var (answer, violations) = VerbatimGate.Admit(knowledge.Ask(message, conversation), knowledge.Find);
        // The engine knows look-ups alone; the other commands are answered here where no platform has.
        if (answer is SmallTalk { Phrase: "commands" } && CommandText.Read(message) is { } command)
        {
            var pronoun = command is { Name: CommandCatalogue.Check, SaysSomething: true } ? knowledge.ReadPronoun(command.Argument, conversation) : null;
            if (pronoun is { ReadAs: null }) return new Handled(answer, Reply.Saying(PhraseCatalogue.ClaimNeedsName(pronoun.Pronoun, pronoun.Example)), conversation, []);
            var (reply, heldBack, claims) = ChatlessCommands.Answer(pronoun is null ? command : command with { Argument = pronoun.ReadAs }, knowledge);
            if (pronoun is not null) reply = reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint($"{PhraseCatalogue.ReadAs} {pronoun.ReadAs}")]), .. reply.Blocks] };
            var after = knowledge.TurnOf(claims) is { } turn ? conversation.With(turn with { Message = message }) : claims.Count > 0 ? conversation with { ClaimedNothing = message } : conversation;
            return new Handled(answer, reply, after, heldBack) { Claims = claims };
        }
        return new Handled(answer, ReplyComposer.Compose(answer, knowledge, message), conversation.With(answer, message), violations);
    }

    /// <summary>"The second one" of several statements that a message shows, by the number that it has there; null where something else is said.</summary>
    private static string? Listed(string message, Conversation conversation, KnowledgeBase knowledge, IReadOnlyList<ShownStatement>? shown)
    {
        if (conversation.Turns is not [.., { Claims: 0 } last] || ClaimChoice.Read(message, int.MaxValue) is not { } chosen) return null;
        var listed = (shown ?? ShownStatements.Of(last, knowledge)).Where(statement => statement.Number > 0).ToList();
        if (chosen == int.MaxValue) chosen = listed.Count;
        return listed.Count > 1 && chosen > 0 && chosen <= listed.Count ? $"what does [{listed[chosen - 1].Number}] say?" : null;
    }

    /// <summary>The verdict, its sources or the one of several claims that a message asks for after a check; null where it asks something else.</summary>
    private static Handled? OfCheck(string message, Conversation conversation, KnowledgeBase knowledge)
    {
        if (conversation.ClaimedNothing is { } nothing && knowledge.AsksWhy(message)) return Again(nothing);
        if (conversation.Turns is not [.., { Claims: > 0, Message: { } check }]) return null;
        if (knowledge.AsksForSources(message) && SourcesReply.Of(Again(check).Reply) is { } sources) return Again(check) with { Reply = sources };
        if (knowledge.AsksAgain(message)) return Again(check);
        if (knowledge.AsksWhy(message)) return Again(check) is { Claims: [{ Verdict: Verdict.Contradicted or Verdict.Disputed }] } decided ? decided : null;
        // "The second one", also behind "the first one".
        if (conversation.Turns.Reverse().TakeWhile(turn => turn.Claims > 0).Select(turn => turn.Message).FirstOrDefault(said => said is not null && MostOf(said) > 1) is not { } several) return null;
        if (ClaimChoice.Read(message, MostOf(several)) is not { } number || Again(several).Claims is not { Count: > 1 } claims) return null;
        return number > claims.Count || number == 0
            ? new Handled(new SmallTalk("several claims") { Question = conversation.Turns[^1].Question }, Reply.Saying(PhraseCatalogue.NoSuchClaim(claims.Count)), conversation, [])
            : Handle($"/{CommandCatalogue.Check} {claims[number - 1].Claim.ReadAs}", conversation, knowledge);

        Handled Again(string again) => Handle(again, conversation, knowledge) with { Conversation = conversation };

        static int MostOf(string check) => Math.Min(KnowledgeBase.MostClaims, KnowledgeBase.CountClaims(CommandText.Read(check)?.Argument ?? check));
    }
}
