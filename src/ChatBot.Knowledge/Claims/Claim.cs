using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a part of a message is.</summary>
public enum ClaimKind
{
    /// <summary>Something that is so or isn't.</summary>
    Assertion,

    /// <summary>A judgement or wish of the writer's own, which no document can settle.</summary>
    Opinion,

    /// <summary>A question: nothing is claimed.</summary>
    Question,
}

/// <summary>One thing that a message claims.</summary>
/// <param name="Text">Its words as typed.</param>
/// <param name="ReadAs">Its words as they are checked: with the subject of the clause before, where it shares that.</param>
/// <param name="Kind">What it is.</param>
public sealed record Claim(string Text, string ReadAs, ClaimKind Kind)
{
    /// <summary>Whether it is put as the writer's own opinion ("I think"), and yet says what documents can settle.</summary>
    public bool IsHeld { get; init; }
}
