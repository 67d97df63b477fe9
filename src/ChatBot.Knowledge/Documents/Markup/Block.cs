namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>What the markup, or the look of a line, says that a block is.</summary>
internal enum BlockShape
{
    /// <summary>A paragraph, or a line that nothing marks.</summary>
    Plain,

    /// <summary>A heading; <see cref="Block.Level"/> says which.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>The caption of a figure.</summary>
    Caption,

    /// <summary>A row of a table, or a single cell of one.</summary>
    TableRow,

    /// <summary>The line under the title, so marked.</summary>
    Standfirst,

    /// <summary>Who wrote it, so marked.</summary>
    Byline,

    /// <summary>The title in the page's head, which a reader sees only on the window's frame.</summary>
    WindowTitle,
}

/// <summary>One piece of a page that a reader sees as a unit.</summary>
internal sealed record Block(MappedText Content, BlockShape Shape = BlockShape.Plain)
{
    /// <summary>1 to 6 for headings, else 0.</summary>
    public int Level { get; init; }

    /// <summary>Whether a number in plain text marks it as an item of a list.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether a blank line, or the edge of a block element, stands above it.</summary>
    public bool AfterGap { get; init; }

    /// <summary>Why the markup around it says that it is no part of the article ("menu", "comments"); null where it doesn't.</summary>
    public string? Outside { get; init; }

    /// <summary>Whether the markup around it says that it is the article.</summary>
    public bool InMain { get; init; }

    /// <summary>How many of its characters are in links.</summary>
    public int LinkCharacters { get; init; }

    /// <summary>The readable text.</summary>
    public string Text => Content.Text;
}
