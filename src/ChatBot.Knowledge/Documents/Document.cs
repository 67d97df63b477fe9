using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>Whether a document is the source itself or the project's own summary of one.</summary>
public enum DocumentKind
{
    /// <summary>The source's own words.</summary>
    Article,

    /// <summary>Our own words: one statement per sentence, each resting on a named passage of the article (<see cref="Paragraph.RestsOn"/>).</summary>
    Brief,
}

/// <summary>Where a document comes from, as far as that is known. Null means not stated, and nothing is ever invented for it.</summary>
/// <param name="Publisher">The outlet that published it.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Author">Its author or authors.</param>
/// <param name="Published">The day it was published.</param>
/// <param name="PublishedNote">What is known of the date beyond <paramref name="Published"/>, in words ("undated; reports a speech of 9 June 2025").</param>
/// <param name="Language">BCP 47 tag; "en" unless stated.</param>
/// <param name="Url">Where it can be read.</param>
public sealed record DocumentSource(
    string? Publisher = null, string? Title = null, string? Author = null, DateOnly? Published = null, string? PublishedNote = null, string Language = "en", Uri? Url = null);

/// <summary>A document as read: its source, its text, and where each paragraph and sentence of it stands.</summary>
public sealed record Document
{
    /// <summary>The document's name within its topic.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Article or brief.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>Publisher, title, author, date, language, address.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>The text as received, markup and all. Nothing of it is lost.</summary>
    public required string Received { get; init; }

    /// <summary>The readable text: the kept paragraphs, a blank line between them. Every span of facts and sentences points into it.</summary>
    public required string Text { get; init; }

    /// <summary>Leads from places in <see cref="Text"/> to places in <see cref="Received"/>.</summary>
    public required SourceMap Map { get; init; }

    /// <summary>The paragraphs in reading order.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>What was left out as boilerplate, and why; spans into <see cref="Received"/>.</summary>
    public IReadOnlyList<StrippedPart> Stripped { get; init; } = [];

    /// <summary>The characters of a span of <see cref="Text"/>.</summary>
    public string At(TextSpan span) => span.Of(Text);
}

/// <summary>One paragraph, list item, caption, title or table row of a document.</summary>
/// <param name="Locator">Its place as a reader counts. In a brief: the place in the article that it rests on (the first, where there are several).</param>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>.</param>
/// <param name="Sentences">Its sentences in order; at least one.</param>
/// <param name="Section">The nearest heading above it, if any.</param>
public sealed record Paragraph(PassageLocator Locator, TextSpan Span, IReadOnlyList<Sentence> Sentences, string? Section = null)
{
    /// <summary>In a brief: the passages of the article that these statements rest on. Empty in an article.</summary>
    public IReadOnlyList<PassageLocator> RestsOn { get; init; } = [];
}

/// <summary>One sentence.</summary>
/// <param name="Number">Counted from 1 within its paragraph.</param>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>.</param>
public readonly record struct Sentence(int Number, TextSpan Span);

/// <summary>A part of the page that is no part of the article.</summary>
/// <param name="Span">Where it stands in <see cref="Document.Received"/>.</param>
/// <param name="Reason">Why it was left out, for the operator ("menu", "newsletter form", "sidebar headlines").</param>
public sealed record StrippedPart(TextSpan Span, string Reason);
