using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>An entity named or described in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="Id">Which entity. For a name that the topic doesn't list, an id made from the name.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Listed">Whether the topic lists it; otherwise the text's own capitals made it a name.</param>
public readonly record struct EntityMention(TextSpan Span, EntityId Id, EntityKind Kind, bool Listed);

/// <summary>A day, month, year or a range of days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; equal to <paramref name="From"/> for a single day.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Whether at least one day lies in both.</summary>
    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;

    /// <summary>Whether every day of <paramref name="other"/> lies in this range.</summary>
    public bool Contains(DateRange other) => From <= other.From && other.To <= To;
}

/// <summary>How exactly a text gives a date.</summary>
public enum DatePrecision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A range of days ("24–25 June").</summary>
    Days,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year, or a season of one.</summary>
    Year,
}

/// <summary>A date in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="Value">The days it means.</param>
/// <param name="Precision">How exactly it is given.</param>
/// <param name="Relative">Whether it was reckoned from the document's date ("on Wednesday") or lacked its year.</param>
public readonly record struct DateMention(TextSpan Span, DateRange Value, DatePrecision Precision, bool Relative);

/// <summary>A number with its unit.</summary>
/// <param name="Span">Where, number and unit, in the text that was searched.</param>
/// <param name="Value">The number, scale words applied ("50 trillion" is 5e13).</param>
/// <param name="Unit">What is counted, as a stem: "percent", "dollar", "countri", "member"; "" where nothing follows.</param>
/// <param name="Of">What a share is of, as a stem ("gdp"), or null.</param>
public readonly record struct Quantity(TextSpan Span, double Value, string Unit, string? Of);

/// <summary>A person named together with an office ("Estonian President Alar Karis").</summary>
/// <param name="Span">Office and name together.</param>
/// <param name="Person">The person.</param>
/// <param name="Office">Where the office alone stands ("Estonian President").</param>
/// <param name="Place">The country or organisation of the office, if it is named.</param>
public readonly record struct RoleMention(TextSpan Span, EntityId Person, TextSpan Office, EntityId? Place);

/// <summary>Who says it, and through whom it reached the document.</summary>
/// <param name="Speaker">The person or body whose statement it is; null: the document's own.</param>
/// <param name="SpeakerName">The speaker's name as the document gives it.</param>
/// <param name="Sources">Outlets and agencies it is passed on from, nearest to the document first ("European Pravda", "Reuters").</param>
/// <param name="Quoted">Words in quotation marks that the speaker said, as spans of the document's text.</param>
public sealed record Attribution(EntityId? Speaker, string? SpeakerName, IReadOnlyList<EntityMention> Sources, IReadOnlyList<TextSpan> Quoted)
{
    /// <summary>The document's own statement.</summary>
    public static Attribution None { get; } = new(null, null, [], []);
}
