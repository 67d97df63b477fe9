using System.Collections.Frozen;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>What to send for one message.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Before">The conversation that the message was read in.</param>
/// <param name="After">The conversation with it.</param>
/// <param name="Unanswered">The question, where the documents don't answer it; else null.</param>
internal sealed record Response(Reply Reply, Conversation Before, Conversation After, string? Unanswered = null)
{
    /// <summary>What is to be kept of it; null where the person has just asked to be forgotten.</summary>
    /// <param name="message">What was answered.</param>
    /// <param name="replies">The bot's messages that answer it.</param>
    public KeptAnswer? KeptFor(IncomingMessage message, IReadOnlyList<string> replies)
    {
        if (IsForgetting) return null;
        string[] turns = [.. After.Turns.Select(turn => turn.Message).OfType<string>()];
        return new KeptAnswer(message.Chat, message.Id, turns.Length > 0 ? message.Person : null, replies, turns, !ReferenceEquals(Before.Turns, After.Turns)) { Shown = Shown is null ? null : ShownStatements.Write(Shown) };
    }

    /// <summary>The message with its answer; null where it is no turn of the conversation.</summary>
    public Turn? Turn => ReferenceEquals(Before.Turns, After.Turns) || After.Turns.Count == 0 ? null : After.Turns[^1];

    /// <summary>What the reply shows, in its order; null where it is no turn of the conversation and shows nothing.</summary>
    public IReadOnlyList<ShownStatement>? Shown { get; init; }

    /// <summary>Whether it says that the message came too soon after others.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Whether what answered the message before its edit stays, and this stands in a message of its own.</summary>
    public bool LeavesAnswer { get; init; }

    /// <summary>Whether it answers small talk, for which nothing was searched.</summary>
    public bool IsSmallTalk { get; init; }

    /// <summary>Whether it says that what was kept of the person is deleted.</summary>
    public bool IsForgetting { get; init; }
}

/// <summary>From a message in a chat to the reply, the same on every platform: allowance, commands, then questions. Sends nothing.</summary>
/// <param name="current">What is known; taken once for a whole message.</param>
/// <param name="memory">The turns before.</param>
/// <param name="allowance">How much may be asked.</param>
/// <param name="commands">Those who answer the commands that need more than what is known.</param>
/// <param name="shown">Those who want to know what people are shown.</param>
internal sealed class MessageHandler(Func<KnowledgeBase> current, ConversationMemory memory, Allowance allowance, IEnumerable<ICommandHandler> commands, params IEnumerable<IAnswersShown> shown)
{
    /// <summary>Characters of the longest question taken.</summary>
    public const int LongestQuestion = 1000;

    /// <summary>Characters of the longest claim taken: people pass on whole messages.</summary>
    public const int LongestClaim = 4096;

    /// <summary>Words of the shortest claim.</summary>
    private const int ShortestClaim = 4;

    /// <summary>Words that a question or a request begins with.</summary>
    private static readonly FrozenSet<string> Askings = new[]
    {
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "is", "are", "was", "were", "will", "would", "do", "does", "did", "has", "have", "had", "can", "could", "should", "may", "might",
        "and", "but", "or", "so", "tell", "show", "give", "list", "explain", "describe", "find", "name", "check", "compare", "please", "i", "about", "any",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs without which nothing is claimed.</summary>
    private static readonly FrozenSet<string> Sayings = new[]
    {
        "is", "are", "was", "were", "will", "would", "has", "have", "had", "isn't", "aren't", "wasn't", "weren't", "won't", "hasn't", "haven't", "did", "didn't", "does", "doesn't", "said", "says", "takes", "took",
        "attended", "attends", "agreed", "agrees", "invited", "announced", "rejected", "promised", "confirmed", "denied",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly IReadOnlyList<ICommandHandler> _commands = [.. commands];
    private readonly IReadOnlyList<IAnswersShown> _shown = [.. shown];

    /// <summary>What is known now.</summary>
    public KnowledgeBase Knowledge => current();

    /// <summary>Finds places in what documents said before they were changed; where nobody keeps that, they are gone.</summary>
    public Func<PlaceMark, CancellationToken, ValueTask<Passage?>> FindReplaced { get; init; } = (_, _) => ValueTask.FromResult<Passage?>(null);

    /// <summary>Finds what is kept of the answer that a message edits or replies to; where nobody keeps any, there is none.</summary>
    public Func<IncomingMessage, CancellationToken, ValueTask<KeptAnswer?>> FindKept { get; init; } = (_, _) => ValueTask.FromResult<KeptAnswer?>(null);

    /// <summary>Takes up again the answer that a message edits or replies to, where it was given longer ago than is remembered, or by another process.</summary>
    public async ValueTask RecallAsync(IncomingMessage message, CancellationToken cancellation)
    {
        if (memory.Knows(message) || await FindKept(message, cancellation) is not { } kept) return;
        var knowledge = current();
        Conversation before = Conversation.New, after = before;
        foreach (var turn in kept.Turns) (before, after) = (after, QuestionHandler.Handle(turn, after, knowledge).Conversation);
        var shown = kept.Shown is { } written ? ShownStatements.Read(written) : null;
        if (kept.IsTurn && shown is not null) after = AsShown(after, shown, knowledge);
        memory.Recall(kept, message.Chat, kept.IsTurn ? before : after, after, shown);
    }

    /// <summary>The conversation with what was answered last as it was shown then, where it would be answered otherwise by now.</summary>
    private static Conversation AsShown(Conversation conversation, IReadOnlyList<ShownStatement> shown, KnowledgeBase knowledge)
    {
        if (conversation.Turns is not [.., { Claims: 0, Answer: not NotKnown } last]) return conversation;
        if (ShownStatements.AsAnswer(shown, last.Answer with { Question = last.Question }, knowledge) is not { } then) return conversation;
        if (then.Statements.Select(statement => statement.Fact.Id).ToHashSet().SetEquals(last.Answer.Statements.Select(statement => statement.Fact.Id))) return conversation;
        return new Conversation([.. conversation.Turns.SkipLast(1), last with { Answer = then }]);
    }

    /// <summary>The passage that a button names, with a word where its document has been changed since; null where it is gone.</summary>
    public async ValueTask<Reply?> PassageAsync(PlaceMark mark, CancellationToken cancellation)
    {
        if (mark.Find(Knowledge) is { } passage) return PassageReply.Of(passage);
        if (await FindReplaced(mark, cancellation) is not { } replaced) return null;
        var reply = PassageReply.Of(replaced);
        return reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.ChangedSince)]), .. reply.Blocks] };
    }

    /// <summary>What can stand behind a command in a chat, where that depends on the chat.</summary>
    public async ValueTask<IReadOnlyList<ArgumentChoice>> ChoicesAsync(string command, ChatAddress chat, CancellationToken cancellation) =>
        _commands.FirstOrDefault(handler => handler.Handles(command)) is { } handler ? await handler.ChoicesAsync(command, chat, cancellation) : [];

    /// <summary>Whether one more message may be answered.</summary>
    public Permission Permit(ChatAddress chat, PersonId person, Effort effort, bool isPrivate = false) => allowance.Take(chat, person, effort, isPrivate);

    /// <summary>What answering these words takes.</summary>
    public static Effort EffortOf(string text) => CommandText.Read(text) is { } command && !(CommandCatalogue.Find(command.Name) is { Searches: true } known && (command.Argument.Length > 0 || !known.NeedsArgument)) ? Effort.Errand : Effort.Question;

    /// <summary>What to say of a message that is longer than is taken; null where it isn't.</summary>
    public static string? TooLong(string text) => CommandText.Read(text) is { Name: CommandCatalogue.Check } check
        ? check.Argument.Length > LongestClaim ? PhraseCatalogue.ClaimTooLong : null
        : text.Length > LongestQuestion ? PhraseCatalogue.TooLong : null;

    /// <summary>The response; null for silence.</summary>
    public async ValueTask<Response?> RespondAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var before = memory.Before(message);
        message = await UnderstoodAsync(message, before, cancellation);
        return Permit(message.Chat, message.Person, EffortOf(message.Text), message.IsPrivate) switch
        {
            Permission.Granted => AfterOthers(message, Counted(message, await AnswerAsync(message, before, cancellation))),
            Permission.Refused => IsAnswered(message)
                ? new Response(Reply.Saying(PhraseCatalogue.EditedTooSoon), before, before) { IsRefusal = true, LeavesAnswer = true }
                : new Response(Reply.Saying(RefusalOf(message.Text)), before, before) { IsRefusal = true },
            _ => PassedOver(message),
        };
    }

    /// <summary>A message whose command means what was said before (<see cref="LookUpBehind"/>), in full; <c>/why</c> as a reply to news is asked of these.</summary>
    /// <param name="message">The message as it came.</param>
    /// <param name="before">The conversation to read it in.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<IncomingMessage> UnderstoodAsync(IncomingMessage message, Conversation before, CancellationToken cancellation)
    {
        if (LookUpBehind.InFull(message, before, memory, current()) is { } whole) return message with { Text = whole };
        var asksWhy = CommandText.Read(message.Text) is { } command ? command is { Name: CommandCatalogue.Why, Argument.Length: 0 } : SpokenCommand.Read(message.Text) is { Command: CommandCatalogue.Why };
        return asksWhy && message.RepliesTo is not null && await FindKept(message, cancellation) is { News: { } news } ? message with { AboveNews = news } : message;
    }

    /// <summary>What is said where these words came too soon after others.</summary>
    public static string RefusalOf(string text) =>
        CommandText.Read(text) is not { } command ? PhraseCatalogue.TooMany
        : command.Name == CommandCatalogue.Check ? PhraseCatalogue.TooManyClaims
        : EffortOf(text) == Effort.Errand ? PhraseCatalogue.TooManyCommands : PhraseCatalogue.TooMany;

    /// <summary>Whether an answer stands under an earlier version of a message, and not only a word that it came too soon.</summary>
    private bool IsAnswered(IncomingMessage message) => message.IsEdit && memory.Find(message) is { Replies.Count: > 0, IsRefused: false };

    private Response? PassedOver(IncomingMessage message)
    {
        allowance.PassOver(message.Chat, message.Person);
        return null;
    }

    /// <summary>The answer; where it was small talk, that takes nothing of what may be asked.</summary>
    private Response Counted(IncomingMessage message, Response response)
    {
        if (response.IsSmallTalk) allowance.CountAsErrand(message.Chat, message.Person);
        return response;
    }

    /// <summary>The answer, under a word on those before it that got none.</summary>
    private Response AfterOthers(IncomingMessage message, Response response) => allowance.PassedOver(message.Chat, message.Person) is > 0 and var count
        ? response with { Reply = response.Reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.PassedOver(count))]), .. response.Reply.Blocks] } }
        : response;

    /// <summary>Answers a message whose allowance was taken.</summary>
    /// <param name="message">The message, or what a tap stands for.</param>
    /// <param name="before">The conversation to read it in.</param>
    /// <param name="cancellation">Gives up; nothing is answered then.</param>
    public async ValueTask<Response> AnswerAsync(IncomingMessage message, Conversation before, CancellationToken cancellation)
    {
        var knowledge = current();
        var response = await AnswerAsync(message, before, knowledge, cancellation);
        response = response with { Reply = await WithoutWatchedAsync(response.Reply, message.Chat, cancellation) };
        var shown = response.Turn is { } turn ? ShownStatements.Of(response.Reply, turn.Answer, knowledge) : ShownStatements.Of(response.Reply, knowledge);
        return response with { Shown = shown.Count == 0 && ReferenceEquals(response.Before.Turns, response.After.Turns) ? null : shown };
    }

    private async ValueTask<Response> AnswerAsync(IncomingMessage message, Conversation before, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        message = message with { Text = CommandText.Meant(message.Text) };
        var typed = CommandText.Read(message.Text);
        if (TooLong(message.Text) is { } tooLong) return new Response(Reply.Saying(tooLong), before, before);
        if (message.ChecksOwnAnswer) return new Response(Reply.Saying(OwnAnswer.WhatItIs(typed?.Argument ?? "", knowledge)), before, before);
        if (typed is { } command && await CommandAsync(command, message, knowledge, cancellation) is { } reply)
        {
            if (command is not { Name: CommandCatalogue.ForgetMe, Argument: CommandCatalogue.Confirmed }) return new Response(reply, before, before);
            memory.Forget(message.Person, message.Chat);
            return new Response(reply, Conversation.New, Conversation.New) { IsForgetting = true };
        }
        if (typed is null)
        {
            if ((message.IsPrivate || message.RepliesTo is not null && SpokenCommand.IsOfReply(message.Text)) && await OrderAsync(message, knowledge, cancellation) is { } ordered) return new Response(ordered, before, before);
            if (await PassageAsync(message, before, knowledge, cancellation) is { } passage) return new Response(passage, before, before);
            var latest = AsksOfAnswer(message.Text, knowledge) ? memory.NewsBefore(message) : null;
            if ((latest ?? memory.Unasked(message)) is { } unasked && (latest is not null || before.Turns.Count == 0 || knowledge.PointsBack(message.Text)))
            {
                if (NumberedQuestion.ConversationOf(unasked, knowledge) is { } conversation) before = conversation;
                else if (knowledge.PointsBack(message.Text)) return new Response(Reply.Saying(PhraseCatalogue.NotAtHand), before, before);
            }
            else if (!memory.Knows(message) && before.Turns.Count == 0 && AsksOfAnswer(message.Text, knowledge)) return new Response(Reply.Saying(PhraseCatalogue.NoContextThere), before, before);
        }
        var handled = QuestionHandler.Handle(message.Text, before, knowledge, memory.ShownBefore(message));
        if (handled.Answer is SmallTalk { Phrase: "news" } && await CommandAsync(new CommandText(CommandCatalogue.Changes, null, ""), message, knowledge, cancellation) is { Sources.Count: > 0 } news) return new Response(news, before, before);
        foreach (var listener in _shown) await listener.ShownAsync(message, handled.Answer, cancellation);
        var told = handled.Answer is SmallTalk { Phrase: "context" } && message.RepliesTo is not null ? Reply.Saying(PhraseCatalogue.NoContextThere)
            : typed is null && IsClaim(message.Text, handled.Answer, knowledge) ? WithHint(handled.Reply, message.IsPrivate) : handled.Reply;
        return new Response(told, before, handled.Conversation, handled.Answer is NotKnown ? message.Text : null) { IsSmallTalk = typed is null && handled is { Answer: SmallTalk, Reply.Sources.Count: 0, Claims.Count: 0 } };
    }

    /// <summary>
    /// What is said to an order in words of somebody's own ("unsubscribe from Reuters"): to be told of something shows what that would bring, which does
    /// nothing yet; of all else it is told how it is typed. Null where a message orders nothing, or nobody here does it.
    /// </summary>
    private async ValueTask<Reply?> OrderAsync(IncomingMessage message, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        if (KnowledgeBase.NewsSince(message.Text) is { } since && await CommandAsync(new CommandText(CommandCatalogue.Changes, null, since), message, knowledge, cancellation) is { } changes && !IsNoMoment(changes)) return changes;
        if (SpokenCommand.Read(message.Text) is not var (name, argument)) return null;
        if (name is CommandCatalogue.Subscribe or CommandCatalogue.Settings || argument.Length == 0) return await CommandAsync(new CommandText(name, null, argument), message, knowledge, cancellation);
        if (_commands.FirstOrDefault(handler => handler.Handles(name)) is { } ending && await ending.WhyNotAsync(new CommandText(name, null, argument), message.Chat, cancellation) is { } whyNot) return whyNot;
        var command = $"/{name} {argument}";
        return Reply.Saying(PhraseCatalogue.TypedLikeThis(command)) with { Actions = CommandText.FitsButton(command) ? [new ReplyAction(ReplyActionKind.Command, command, command)] : [] };
    }

    /// <summary>The reply without a button to watch what is watched in the chat already.</summary>
    private async ValueTask<Reply> WithoutWatchedAsync(Reply reply, ChatAddress chat, CancellationToken cancellation)
    {
        if (!reply.Actions.Any(action => action.ToWatch is not null)) return reply;
        var watched = await ChoicesAsync(CommandCatalogue.Unwatch, chat, cancellation);
        return reply with { Actions = [.. reply.Actions.Where(action => action.ToWatch is not { } question || !watched.Any(known => TypedQuestion.AreSame(known.Label, question)))] };
    }

    /// <summary>Whether <c>/changes</c> could not read since when: what changed since something else may stand in a document.</summary>
    private static bool IsNoMoment(Reply changes) => changes.Blocks is [ReplyBlock.Line { Spans: [ReplySpan.Words { Text: PhraseCatalogue.SinceWhen }] }];

    /// <summary>The passage that a message asks for by its number, as that was shown; null where it asks something else, or is to be told by the last answer.</summary>
    private async ValueTask<Reply?> PassageAsync(IncomingMessage message, Conversation before, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        if (PassageRequest.NumberIn(message.Text) is not { } number) return null;
        if (memory.ShownBefore(message) is not { } shown) return before.Turns.Count == 0 && message.RepliesTo is not null ? Reply.Saying(PhraseCatalogue.SourcesForgotten) : null;
        if (shown.FirstOrDefault(statement => statement.Number == number) is not { } asked) return PassageRequest.NoSuch(number, shown);
        return await PassageAsync(asked.Place, cancellation) ?? (asked.Find(knowledge) is { Citation: var moved } && knowledge.Find(moved.Document) is { } document
            ? PassageReply.Of(new Passage(document, moved.Span)) : Reply.Saying(PhraseCatalogue.PassageGone));
    }

    /// <summary>Whether words mean nothing but by the answer that they reply to: "source?", "when was that?", "are you sure?".</summary>
    private static bool AsksOfAnswer(string text, KnowledgeBase knowledge) => knowledge.PointsBack(text) || knowledge.AsksAgain(text);

    /// <summary>News went out to a chat.</summary>
    public void Told(KeptAnswer news)
    {
        if (news.Shown is { } shown) memory.Tell(news.Chat, ShownStatements.Read(shown));
    }

    /// <summary>What answered a message is gone from its chat.</summary>
    public async ValueTask WithdrawnAsync(ChatAddress chat, string message, CancellationToken cancellation)
    {
        memory.Withdraw(chat, message);
        foreach (var listener in _shown) await listener.WithdrawnAsync(chat, message, cancellation);
    }

    /// <summary>Whether a message says something rather than asks, and the documents decide whether it is so.</summary>
    private static bool IsClaim(string text, Answer answer, KnowledgeBase knowledge)
    {
        if (answer is SmallTalk or Ambiguous || text.Contains('?', StringComparison.Ordinal)) return false;
        // As it was read: "wher is teh quay" asks, and so does "since when".
        var words = answer.Question.Tokens.Select(token => token.Term).ToList();
        return words.Count >= ShortestClaim && !Askings.Contains(words[0]) && words[1] is not ("who" or "what" or "which" or "when" or "where" or "why" or "how") && words.Skip(1).Any(Sayings.Contains)
            && knowledge.CheckClaim(text).Any(claim => claim.Claim.Kind == ClaimKind.Assertion && claim.Verdict != Verdict.NotFound);
    }

    private static Reply WithHint(Reply reply, bool isPrivate) =>
        reply with { Blocks = [.. reply.Blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.CheckHint(isPrivate))])] };

    private async ValueTask<Reply?> CommandAsync(CommandText command, IncomingMessage message, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        if (_commands.FirstOrDefault(handler => handler.Handles(command.Name)) is { } handler) return await handler.HandleAsync(command, message, cancellation);
        if (message.MenuCommands.Any(only => only.Name == command.Name)) return Reply.Saying(PhraseCatalogue.FromMenuOnly(command.Name));
        if (CommandCatalogue.Find(command.Name) is not { } known) return CommandReplies.Unknown(command.Name);
        // What is handed over to be checked has signs and pictures alone.
        if (command is { Name: CommandCatalogue.Check, Argument.Length: > 0, SaysSomething: false }) return Reply.Saying(PhraseCatalogue.ClaimIsNone);
        if (known.NeedsArgument && !command.SaysSomething) return CommandReplies.Usage(known, message);
        return command.Name switch
        {
            CommandCatalogue.Start => CommandReplies.Start(knowledge, message.HowToAsk, isLost: command.Argument.Length > 0),
            CommandCatalogue.Help => (CommandReplies.HelpOn(command.Argument, [.. CommandCatalogue.All, .. message.MenuCommands]) is { } on ? CommandReplies.WithOtherWay(on, command.Argument.Trim().TrimStart('/'), message) : null) ?? CommandReplies.Help(knowledge, message.MenuCommands, message.HowToAsk),
            CommandCatalogue.About => CommandReplies.About(knowledge),
            CommandCatalogue.Privacy => CommandReplies.Privacy(),
            CommandCatalogue.Sources => CommandReplies.Sources(knowledge, command.Argument),
            _ => null,
        };
    }
}
