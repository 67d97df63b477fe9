using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>What the engine has to say to one question. A closed set: <see cref="Told"/>, <see cref="Disputed"/>, <see cref="Changed"/>, <see cref="Ambiguous"/>, <see cref="NotKnown"/>, <see cref="SmallTalk"/>.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }

    /// <summary>The question as it was understood.</summary>
    public required Question Question { get; init; }

    /// <summary>Probability, 0 to 1, that this answers the question.</summary>
    public double Confidence { get; init; }

    /// <summary>Every statement that is sent as an answer, in the order of showing.</summary>
    public abstract IReadOnlyList<Statement> Statements { get; }

    /// <summary>People, places and countries that the question takes for granted and none of the statements names.</summary>
    public IReadOnlyList<string> NotNamed { get; init; } = [];

    /// <summary>Of a question that asks several things: those parts of it, as they were typed, that nothing answers while another is answered.</summary>
    public IReadOnlyList<string> PartsNotKnown { get; init; } = [];

    /// <summary>Whether it was asked who said this, and the documents name nobody: what they say is their own statement.</summary>
    public bool NamesNoSpeaker { get; init; }

    /// <summary>Whether it was doubted, and the question was answered anew for that.</summary>
    public bool IsAnew { get; init; }

    /// <summary>Asked for more: what was shown of the same before, by this answer's turn and those that it goes on from.</summary>
    public IReadOnlyList<FactId> ShownBefore { get; init; } = [];

    /// <summary>Why these statements and no others, one line each, for <c>ask --explain</c>.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether it tells nothing as an answer.</summary>
    public bool Abstained => this is NotKnown or SmallTalk or Ambiguous;
}

/// <summary>The documents say so.</summary>
/// <param name="Found">The statements, the best first; at least one.</param>
public sealed record Told(IReadOnlyList<Statement> Found) : Answer
{
    /// <summary>Where the statements are lines of a timeline: for each its day, in order of time; else null.</summary>
    public IReadOnlyList<Moment>? Moments { get; init; }

    /// <summary>Where news are asked for: the day of each statement, null where it isn't known; else null.</summary>
    public IReadOnlyList<Moment?>? Days { get; init; }

    /// <summary>How many more lines a timeline, or statements a list of what somebody said, has than are shown.</summary>
    public int Further { get; init; }

    /// <summary>Whether it names some of several who are asked for, and others that fit as well are left out.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether each statement answers for itself, asked of several things at once: none is the direct answer.</summary>
    public bool IsOfEach { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => Found;
}

/// <summary>One of several values that documents give for the same thing.</summary>
/// <param name="Value">How the value is worded, taken from the first statement.</param>
/// <param name="Statements">The statements that give it, the best first.</param>
public sealed record Side(string Value, IReadOnlyList<Statement> Statements);

/// <summary>That it was asked which of several values holds, and that nobody here decides it.</summary>
/// <param name="AsksForNewest">Whether the newest was asked for, and their days don't tell which it is; else it was asked which is right.</param>
/// <param name="Days">The day of each value, the latest first; null where it isn't known.</param>
public sealed record SidesByAge(bool AsksForNewest, IReadOnlyList<Moment?> Days)
{
    /// <summary>Whether the first is surely the latest.</summary>
    public bool TellsNewest { get; init; }
}

/// <summary>Sources disagree: each value with those who give it.</summary>
/// <param name="About">What they disagree about ("dates of the summit"); null where the topic has no name for it.</param>
/// <param name="Sides">Two or more values.</param>
public sealed record Disputed(string? About, IReadOnlyList<Side> Sides) : Answer
{
    /// <summary>Where it was asked which of them holds: the days of the sides; else null.</summary>
    public SidesByAge? ByAge { get; init; }

    /// <summary>How many more values the documents give than are shown.</summary>
    public int Further { get; init; }

    /// <summary>What else was asked in the same message, undisputed.</summary>
    public IReadOnlyList<Statement> Besides { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => [.. Sides.SelectMany(side => side.Statements), .. Besides];
}

/// <summary>The world moved on: what was so before, and what is so now.</summary>
/// <param name="About">What changed; null where the topic has no name for it.</param>
/// <param name="Steps">The values in order of time, the latest last; two or more.</param>
public sealed record Changed(string? About, IReadOnlyList<Side> Steps) : Answer
{
    /// <summary>How many more values the documents gave than are shown.</summary>
    public int Further { get; init; }

    /// <summary>How many of the steps, the last ones, are of one moment, so that nobody can tell which of them holds; 1 where the last is the latest.</summary>
    public int Latest { get; init; } = 1;

    /// <summary>What else was asked in the same message, unchanged.</summary>
    public IReadOnlyList<Statement> Besides { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => [.. Steps.Reverse().SelectMany(step => step.Statements), .. Besides];
}

/// <summary>The question can be read in two ways that are about equally likely.</summary>
/// <param name="Choices">Questions to choose from, each of which has an answer.</param>
public sealed record Ambiguous(IReadOnlyList<string> Choices) : Answer
{
    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => [];
}

/// <summary>The documents don't say.</summary>
/// <param name="Nearest">What they do say that is really near; may be empty.</param>
public sealed record NotKnown(IReadOnlyList<Statement> Nearest) : Answer
{
    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => [];
}

/// <summary>Nothing about the event was asked.</summary>
/// <param name="Phrase">The catalogue's key of what to reply ("greeting").</param>
public sealed record SmallTalk(string Phrase) : Answer
{
    /// <summary>Asked why nothing was answered: what of that question stands in no document, as it was typed.</summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Statement> Statements => [];
}
