using ChatBot.Knowledge.Mentions;

namespace ChatBot.Knowledge.Facts;

/// <summary>When what a clause tells of is done.</summary>
internal enum DeedTime
{
    /// <summary>It has been done.</summary>
    Past,

    /// <summary>It is so, or is done as a rule.</summary>
    Present,

    /// <summary>It is to come.</summary>
    Ahead,
}

/// <summary>Who or what does, or is, something by one clause, as far as that can be told without a grammar: names and words by what they mean, not as they stand.</summary>
/// <param name="Doer">The words of its subject; null where a passive names nobody.</param>
/// <param name="Verb">The verb's stem.</param>
/// <param name="Object">The words behind the verb in order, of a passive first those of what it is done to.</param>
/// <param name="Time">When.</param>
/// <param name="IsDenied">Whether it is said not to be so.</param>
internal sealed record Deed(IReadOnlySet<string>? Doer, string Verb, IReadOnlyList<DeedWord> Object, DeedTime Time, bool IsDenied)
{
    /// <summary>Whether what it is done to stands as its subject ("was adopted").</summary>
    public bool IsPassive { get; init; }

    /// <summary>Whether it is said to have been otherwise before: "no longer", "stopped".</summary>
    public bool IsEnd { get; init; }

    /// <summary>The person that is its subject by name, with or without a title; null where that is nobody or somebody's something.</summary>
    public string? Person { get; init; }

    /// <summary>Whether it is denied by its doer ("the club denied that it has sold the boat"): by that the report is meant, whatever more it told.</summary>
    public bool IsOwnDenial { get; init; }

    /// <summary>The days that the clause gives.</summary>
    public IReadOnlyList<DateRange> Days { get; init; } = [];
}

/// <summary>A word of what is done.</summary>
/// <param name="Key">What it means: an entity, or the word's stem.</param>
/// <param name="IsBeside">Whether it stands behind a word such as "on" or "with": how, where or when, not what.</param>
internal readonly record struct DeedWord(string Key, bool IsBeside)
{
    /// <summary>The stems of the name that it is; null of other words.</summary>
    public IReadOnlyList<string>? Name { get; init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber { get; init; }
}
