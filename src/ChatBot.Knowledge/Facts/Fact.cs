using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Names one fact: the document and the fact's number in it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Number">Counted from 1 in reading order.</param>
public readonly record struct FactId(DocumentId Document, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Document}#{Number}";
}

/// <summary>One sentence of a document as evidence: where it stands, what it is about, who says it and how, and the dates and figures in it.</summary>
/// <remarks>Every span points into <see cref="Document.Text"/> of the fact's document.</remarks>
public sealed record Fact
{
    /// <summary>The fact's name.</summary>
    public required FactId Id { get; init; }

    /// <summary>Its paragraph, as a reader counts.</summary>
    public required PassageLocator Locator { get; init; }

    /// <summary>Number of its sentence within the paragraph, from 1.</summary>
    public required int SentenceNumber { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The characters at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The entities named, described, or meant by a pronoun that could be resolved.</summary>
    public IReadOnlyList<EntityMention> Entities { get; init; } = [];

    /// <summary>Who says it.</summary>
    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>How it is put forward.</summary>
    public Stance Stance { get; init; }

    /// <summary>The dates in it.</summary>
    public IReadOnlyList<DateMention> Dates { get; init; } = [];

    /// <summary>The first day or days that it gives, one that holds before one that was replaced; null where it gives a month or a year at most, or a weekday of an unknown week.</summary>
    public DateRange? OwnDays => Dates.Where(date => date.Precision is DatePrecision.Day or DatePrecision.Days && !date.IsUnsure && !Denies(date.Span)).OrderBy(date => Replaced.Contains(date.Span)).Select(date => (DateRange?)date.Value).FirstOrDefault();

    /// <summary>The times of day in it.</summary>
    public IReadOnlyList<ClockTime> Times { get; init; } = [];

    /// <summary>The day it speaks of or was said on, where the sentence or those before it tell; else null.</summary>
    public DateRange? When { get; init; }

    /// <summary>The figures in it.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>The dates, times and figures in it that it says hold no longer ("from 14 May" of "postponed from 14 May to 11 June").</summary>
    public IReadOnlyList<TextSpan> Replaced { get; init; } = [];

    /// <summary>Whether it says that what stands at <paramref name="value"/> in <paramref name="other"/>, a date, time or figure, holds no longer.</summary>
    internal bool Replaces(TextSpan value, Fact other)
    {
        foreach (var left in Replaced)
            if (Dates.Any(own => own.Span == left && other.Dates.Any(date => value.Contains(date.Span) && (date.Value == own.Value || own.Value.From == own.Value.To && date.Value.From == own.Value.From && !date.Value.IsMonthOrMore)))
                || Times.Any(own => own.Span == left && other.Times.Any(time => value.Contains(time.Span) && time.Value == own.Value))
                || Quantities.Any(own => own.Span == left && other.Quantities.Any(figure => value.Contains(figure.Span) && figure.Value.Equals(own.Value) && (figure.Unit == own.Unit || own.Unit.Length == 0)))) return true;
        return false;
    }

    /// <summary>The people named with their offices.</summary>
    public IReadOnlyList<RoleMention> Roles { get; init; } = [];

    /// <summary>The people of whom it says that they don't hold an office ("is no longer the mayor").</summary>
    public IReadOnlyList<RoleMention> DeniedRoles { get; init; } = [];

    /// <summary>The topic's attributes that it fills.</summary>
    public IReadOnlyList<AttributeValue> Attributes { get; init; } = [];

    /// <summary>Values of the topic's attributes that it says do not hold ("does not have 32 members"), each with the words that say so.</summary>
    public IReadOnlyList<AttributeValue> Denied { get; init; } = [];

    /// <summary>The values that it gives, and those that it denies.</summary>
    public IEnumerable<AttributeValue> SpokenOf => Denied.Count == 0 ? Attributes : Attributes.Concat(Denied);

    /// <summary>Whether what stands at <paramref name="value"/> is, by this sentence, not so.</summary>
    internal bool Denies(TextSpan value)
    {
        foreach (var denied in Denied)
            if (denied.Span.Contains(value)) return true;
        return false;
    }

    /// <summary>The name of another event of the kind of the topic's that the text is about here ("Ostrel Wine Festival"): what it says of "the festival" or of tickets is said of that. Null: of none.</summary>
    public string? AnotherEvent { get; init; }

    /// <summary>Whether it is a caption, ranked below the running text.</summary>
    public bool IsCaption => Locator.Kind == ParagraphKind.Caption;
}

/// <summary>A value that a fact gives for an attribute of the topic.</summary>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Entity">The entity it is of.</param>
/// <param name="Span">Where the value stands; for yes and no, and for what is denied, the words that say so.</param>
/// <param name="Dates">The value of a <see cref="AttributeValueKind.Dates"/> attribute.</param>
/// <param name="Named">The value of a place, person or organisation attribute.</param>
/// <param name="Number">The value of a quantity attribute.</param>
/// <param name="Yes">The value of a yes-or-no attribute.</param>
/// <param name="IsDenied">Whether the fact says that the value does not hold.</param>
public sealed record AttributeValue(
    string Attribute, EntityId? Entity, TextSpan Span, DateRange? Dates = null, EntityId? Named = null, Quantity? Number = null, bool? Yes = null, bool IsDenied = false)
{
    /// <summary>Whether the fact says that it is on these days alone ("on 24 June only"): days that last longer are another value.</summary>
    public bool IsOnly { get; init; }
}
