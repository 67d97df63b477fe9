using ChatBot.Knowledge.Mentions;

namespace ChatBot.Knowledge.Answering;

/// <summary>Where a statement stands on a timeline.</summary>
/// <param name="Days">The day or days.</param>
/// <param name="IsReport">Whether that is only when its document was written: the statement itself gives no day.</param>
public readonly record struct Moment(DateRange Days, bool IsReport)
{
    /// <summary>Whether the document states no day, and was written then or later: it tells of that day.</summary>
    public bool IsEarliest { get; init; }
}
