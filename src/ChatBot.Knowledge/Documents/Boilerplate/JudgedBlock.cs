using ChatBot.Knowledge.Documents.Markup;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>What a block is by itself, before its neighbours are asked.</summary>
internal enum BlockRole
{
    /// <summary>Furniture of the page.</summary>
    Noise,

    /// <summary>Opens a part of the page that is no part of the article.</summary>
    Label,

    /// <summary>One or more whole sentences.</summary>
    Prose,

    /// <summary>An item of a list.</summary>
    Bullet,

    /// <summary>The caption of a picture.</summary>
    Caption,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>Marked as a heading.</summary>
    Heading,

    /// <summary>A line of several words that is no sentence.</summary>
    Headline,

    /// <summary>A word or three.</summary>
    Fragment,

    /// <summary>A clock time alone.</summary>
    Clock,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When it was published.</summary>
    DateLine,

    /// <summary>The title in the page's head.</summary>
    WindowTitle,
}

/// <summary>A block with what was found out about it.</summary>
internal sealed class JudgedBlock(Block block, BlockFeatures features, BlockRole role, string? reason = null)
{
    public Block Block { get; } = block;

    public BlockFeatures Features { get; } = features;

    public BlockRole Role { get; private set; } = role;

    /// <summary>Why it is noise, or was left out.</summary>
    public string? Reason { get; private set; } = reason;

    /// <summary>What it is kept as; null while, or where, it is left out.</summary>
    public ParagraphKind? Kept { get; private set; }

    /// <summary>Whether it is text that an article is made of.</summary>
    public bool IsContent => Role is BlockRole.Prose or BlockRole.Bullet or BlockRole.Row;

    /// <summary>Noise by its looks alone: capitalised words in a row. A menu, or a title in title case.</summary>
    public bool LooksLikeNames => Role == BlockRole.Noise && Reason is "menu" or "tag list" && Block.Outside is null && Features is { Words: >= 5, StopShare: <= 0.1 };

    /// <summary>A sentence of some length, or several.</summary>
    public bool IsLongProse => Role == BlockRole.Prose && Features.Words >= 12;

    public void MarkNoise(string reason) => (Role, Reason, Kept) = (BlockRole.Noise, reason, null);

    public void Keep(ParagraphKind kind) => (Kept, Reason) = (kind, null);

    public void Drop(string reason) => (Kept, Reason) = (null, Reason ?? reason);
}
