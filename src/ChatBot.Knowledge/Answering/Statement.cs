using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Words of a document, with their citation. A statement can only be made from a document and a place in it, so there is none without a source.
/// </summary>
public sealed record Statement
{
    private Statement(Fact fact, string text, Citation citation, TextSpan? value)
    {
        Fact = fact;
        Text = text;
        Citation = citation;
        Value = value;
    }

    /// <summary>The fact it is taken from.</summary>
    public Fact Fact { get; }

    /// <summary>The words, character by character as the document has them.</summary>
    public string Text { get; }

    /// <summary>Where they stand.</summary>
    public Citation Citation { get; }

    /// <summary>The part that answers directly (a date, a name, a figure), as a span of the document's text within <see cref="Answering.Citation.Span"/>; null: the whole.</summary>
    public TextSpan? Value { get; }

    /// <summary>The characters of <see cref="Value"/>, or null.</summary>
    public string? ValueText => Value is { } value ? Text.Substring(value.Start - Citation.Span.Start, value.Length) : null;

    /// <summary>The day that <see cref="Value"/> means where the document gives it by a word ("tomorrow", "on Wednesday") and there is no doubt which; else null.</summary>
    public DateOnly? ReckonedDay => ReckonedDays.Of(this);

    /// <summary>Whether words of the sentence are left out before it.</summary>
    public bool BeginsWithin => Citation.Span.Start > Fact.Span.Start;

    /// <summary>Whether words of the sentence are left out behind it.</summary>
    public bool EndsWithin => Citation.Span.End < Fact.Span.End;

    /// <summary>Who said it, where the sentence itself may not name them; null: the document's own statement.</summary>
    public string? Speaker => Fact.Attribution.SpeakerName;

    /// <summary>The same statement with no part as the direct answer.</summary>
    public Statement Plain => Value is null ? this : new Statement(Fact, Text, Citation, null);

    /// <summary>The same statement with another part as the direct answer.</summary>
    /// <exception cref="ArgumentException">The part lies outside what is shown.</exception>
    public Statement Showing(TextSpan value) => Citation.Span.Contains(value)
        ? new Statement(Fact, Text, Citation, value)
        : throw new ArgumentException($"The value lies outside what is shown of {Fact.Id}.", nameof(value));

    /// <summary>The statement of <paramref name="fact"/>, whole or the part at <paramref name="excerpt"/>.</summary>
    /// <param name="document">The document that the fact stands in.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="value">The part that answers directly.</param>
    /// <param name="excerpt">The part to show; null: the whole sentence.</param>
    /// <exception cref="ArgumentException">The fact is another document's, or a span lies outside its sentence.</exception>
    public static Statement From(Document document, Fact fact, TextSpan? value = null, TextSpan? excerpt = null)
    {
        if (fact.Id.Document != document.Id) throw new ArgumentException($"Fact {fact.Id} does not stand in {document.Id}.", nameof(fact));
        var shown = excerpt ?? fact.Span;
        if (!fact.Span.Contains(shown)) throw new ArgumentException($"The excerpt reaches beyond the sentence of {fact.Id}.", nameof(excerpt));
        if (value is { } v && !shown.Contains(v)) throw new ArgumentException($"The value lies outside what is shown of {fact.Id}.", nameof(value));
        return new Statement(fact, document.At(shown), new Citation(document.Id, document.Source, document.Kind, fact.Locator, shown), value);
    }
}
