namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>
/// Takes out whole parts of a page: what a label opens ("Most popular", "Comments"), what follows the line that ends an article, and
/// teasers (a headline with a line or two about another article, boxed together).
/// </summary>
internal static class PageSections
{
    private const int TeaserHeadline = 7;

    public static void Apply(List<JudgedBlock> blocks)
    {
        DropTeasers(blocks);
        string? part = null;
        var level = 0;
        var proseSeen = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Role == BlockRole.Label)
            {
                // "Comments" above the article is a link to them.
                if (block.Reason == "comments" && proseSeen == 0) continue;
                if (part != "comments") (part, level) = (block.Reason, block.Block.Level);
                continue;
            }
            if (part is null)
            {
                if (block.IsLongProse) proseSeen++;
                else if (block.Role == BlockRole.Byline && proseSeen >= 2 && !block.Block.InMain) (part, level) = ("after the end of the article", 0);
                continue;
            }
            if (Ends(blocks, i, part, level)) part = null;
            else if (block.LooksLikeNames || block.Role is not (BlockRole.Noise or BlockRole.WindowTitle or BlockRole.Byline)) block.MarkNoise(part);
        }
    }

    /// <summary>An article goes on where a heading of the same or a higher rank stands, or two paragraphs of prose in a row.</summary>
    private static bool Ends(List<JudgedBlock> blocks, int i, string part, int level)
    {
        if (part == "comments") return false;
        var block = blocks[i];
        if (block.Role == BlockRole.Heading) return level > 0 ? block.Block.Level <= level : block.Block.Level == 1;
        return block.IsLongProse && i + 1 < blocks.Count && blocks[i + 1].IsLongProse && block.Features.Words + blocks[i + 1].Features.Words >= 40;
    }

    /// <summary>
    /// Where paragraphs stand apart by blank lines, a headline right on top of a single paragraph, with a blank line or a name below,
    /// is a box about another article.
    /// </summary>
    private static void DropTeasers(List<JudgedBlock> blocks)
    {
        var prose = blocks.Count(b => b.IsLongProse);
        var apart = blocks.Count(b => b.IsLongProse && b.Block.AfterGap);
        if (prose < 4 || apart * 10 < prose * 6) return;
        var seen = 0;
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].IsLongProse) seen++;
            var isBox = seen >= 3 && blocks[i].Role == BlockRole.Headline && blocks[i].Features.Words >= TeaserHeadline && blocks[i].Block.AfterGap
                && blocks[i + 1] is { Role: BlockRole.Prose, Block.AfterGap: false } && (i + 2 >= blocks.Count || !(blocks[i + 2].IsLongProse && !blocks[i + 2].Block.AfterGap));
            if (!isBox) continue;
            blocks[i].MarkNoise("teaser of another article");
            for (var k = i + 1; k < blocks.Count && !blocks[k].Block.AfterGap && blocks[k].Role != BlockRole.Byline; k++) blocks[k].MarkNoise("teaser of another article");
        }
    }
}
