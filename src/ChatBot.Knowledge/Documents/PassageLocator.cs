using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatBot.Knowledge.Documents;

/// <summary>What part of a document's page a paragraph is.</summary>
public enum ParagraphKind
{
    /// <summary>A paragraph of the running text.</summary>
    Body,

    /// <summary>An item of a list of points.</summary>
    Bullet,

    /// <summary>The caption of a picture; ranked below the body.</summary>
    Caption,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>The line or two under the title that sum the document up.</summary>
    Standfirst,

    /// <summary>A heading within the text.</summary>
    Heading,

    /// <summary>One row of a table, its cells joined by " | ".</summary>
    TableRow,

    /// <summary>Who wrote, reported or edited the document.</summary>
    Byline,
}

/// <summary>Says where in a document a passage stands, as a reader would: the third paragraph, the second caption.</summary>
/// <param name="Kind">Which kind of paragraph is counted.</param>
/// <param name="Number">Counted from 1 within its kind.</param>
public readonly record struct PassageLocator(ParagraphKind Kind, int Number)
{
    /// <summary>The short form: <c>p3</c>, <c>bullet 2</c>, <c>caption 1</c>, <c>title</c>, <c>standfirst</c>, <c>heading 1</c>, <c>row 4</c>, <c>byline</c>.</summary>
    public override string ToString() => Kind switch
    {
        ParagraphKind.Body => string.Create(CultureInfo.InvariantCulture, $"p{Number}"),
        ParagraphKind.TableRow => string.Create(CultureInfo.InvariantCulture, $"row {Number}"),
        ParagraphKind.Title or ParagraphKind.Standfirst or ParagraphKind.Byline when Number == 1 => Name,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name} {Number}"),
    };

    private string Name => Kind switch
    {
        ParagraphKind.Bullet => "bullet",
        ParagraphKind.Caption => "caption",
        ParagraphKind.Title => "title",
        ParagraphKind.Standfirst => "standfirst",
        ParagraphKind.Heading => "heading",
        ParagraphKind.Byline => "byline",
        ParagraphKind.TableRow => "row",
        _ => "p",
    };

    /// <summary>Reads the short form; false where <paramref name="text"/> is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassageLocator locator)
    {
        locator = default;
        if (text is null) return false;
        var trimmed = text.Trim().ToLowerInvariant();
        var digits = trimmed.Length;
        while (digits > 0 && char.IsAsciiDigit(trimmed[digits - 1])) digits--;
        var name = trimmed[..digits].Trim();
        ParagraphKind? kind = name switch
        {
            "p" => ParagraphKind.Body,
            "bullet" => ParagraphKind.Bullet,
            "caption" => ParagraphKind.Caption,
            "title" => ParagraphKind.Title,
            "standfirst" => ParagraphKind.Standfirst,
            "heading" => ParagraphKind.Heading,
            "row" => ParagraphKind.TableRow,
            "byline" => ParagraphKind.Byline,
            _ => null,
        };
        if (kind is not { } known) return false;
        var number = 1;
        if (digits < trimmed.Length)
        {
            if (!int.TryParse(trimmed.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1) return false;
        }
        else if (known is not (ParagraphKind.Title or ParagraphKind.Standfirst or ParagraphKind.Byline)) return false;
        locator = new PassageLocator(known, number);
        return true;
    }
}
