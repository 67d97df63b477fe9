using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>One question of a conversation and what was answered.</summary>
public sealed record Turn(Question Question, Answer Answer)
{
    /// <summary>What was typed: asked again after the turns before it, it makes this turn anew. Null where nobody said.</summary>
    public string? Message { get; init; }

    /// <summary>How many claims were checked, where it was no question but a check; else 0.</summary>
    public int Claims { get; init; }

    /// <summary>Of several claims that were checked those that sources dispute, each with its sides.</summary>
    internal IReadOnlyList<Disputed> Disputes { get; init; } = [];

    /// <summary>Whether it was told without being asked, or as a list: each of its statements stands for itself then, and none leads.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>Whether several things were told without being asked.</summary>
    internal bool IsOfSeveral => IsUnasked && Answer.Statements.Count > 1;
}

/// <summary>The latest turns of one person's conversation, the oldest first. Never shared between people or chats.</summary>
/// <param name="Turns">The turns.</param>
public sealed record Conversation(IReadOnlyList<Turn> Turns)
{
    /// <summary>How many turns are remembered.</summary>
    public const int MostTurns = 5;

    /// <summary>What was given to be checked since the last turn and claims nothing: a question; null where there was no such thing. "Why?" is asked of that.</summary>
    public string? ClaimedNothing { get; init; }

    /// <summary>A conversation that hasn't begun.</summary>
    public static Conversation New { get; } = new([]);

    /// <summary>The conversation with one more turn; the oldest is dropped where there are more than <see cref="MostTurns"/>. Small talk is no turn: what was asked before it is still spoken of.</summary>
    /// <param name="answer">What was answered.</param>
    /// <param name="message">What was typed, where the turn is to be made anew from it some day.</param>
    public Conversation With(Answer answer, string? message = null) =>
        answer is SmallTalk ? this : With(new Turn(answer.Question, answer) { Message = message });

    /// <summary>The conversation with this turn as its latest; the oldest is dropped where there are more than <see cref="MostTurns"/>.</summary>
    public Conversation With(Turn turn) => new([.. Turns.TakeLast(MostTurns - 1), turn]);
}
