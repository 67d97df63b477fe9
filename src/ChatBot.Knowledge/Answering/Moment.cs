using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;

namespace ChatBot.Knowledge.Answering;

/// <summary>Where a statement stands on a timeline.</summary>
/// <param name="Days">The day or days.</param>
/// <param name="IsReport">Whether that is only when its document was written: the statement itself gives no day.</param>
public readonly record struct Moment(DateRange Days, bool IsReport)
{
    /// <summary>Whether the document states no day, and was written then or later: it tells of that day.</summary>
    public bool IsEarliest { get; init; }

    /// <summary>The day of a statement: of what was said, of the report, or the earliest that the report can be of.</summary>
    internal static Moment Of(Statement statement, WrittenAt at)
    {
        var isSaid = SaidOn.Of(statement.Fact) == at.Day;
        return new Moment(new DateRange(at.Day, at.Day), !isSaid) { IsEarliest = !isSaid && statement.Citation.Source.Published != at.Day };
    }
}
