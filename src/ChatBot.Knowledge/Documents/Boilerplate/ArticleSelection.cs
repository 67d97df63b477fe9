using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>
/// Chooses what of a page is kept, and as what. Blocks are judged by themselves, parts of the page are taken out, the article is found as
/// the best run of blocks, and then the neighbours decide about what is neither prose nor furniture (as in jusText's second pass).
/// </summary>
internal static class ArticleSelection
{
    /// <summary>If the markup sets apart more than this many times the prose that it leaves, it isn't believed.</summary>
    private const int MarkupDoubt = 4;

    private const int LongestSectionTitle = 14;
    private const int LookAhead = 5;

    /// <summary>Every block, those to keep marked with their kind, the others with a reason.</summary>
    public static IReadOnlyList<JudgedBlock> Select(IReadOnlyList<Block> blocks)
    {
        var trusting = Select(blocks, trustMarkup: true);
        var kept = trusting.Where(b => b.Kept is not null && b.IsContent).Sum(b => b.Features.Words);
        var apart = trusting.Where(b => b.Kept is null && b.Block.Outside is not null && b.Features is { EndsSentence: true, Words: >= 12, LinkShare: < 0.5 }).Sum(b => b.Features.Words);
        if (apart <= kept * MarkupDoubt) return trusting;
        var doubting = Select(blocks, trustMarkup: false);
        return doubting.Any(b => b.Kept is not null) ? doubting : trusting;
    }

    private static List<JudgedBlock> Select(IReadOnlyList<Block> blocks, bool trustMarkup)
    {
        var judged = BlockJudge.Judge(blocks, trustMarkup);
        if (trustMarkup) DropOutsideMain(judged);
        PageSections.Apply(judged);
        if (MainRun.Find(judged) is not { } run)
        {
            KeepAll(judged);
            return judged;
        }
        KeepRun(judged, run.First, run.Last);
        KeepHead(judged, run.First);
        KeepTail(judged, run.Last);
        foreach (var block in judged)
            if (block.Kept is null) block.Drop(Why(block));
        return judged;
    }

    /// <summary>Where the page marks its article, and most prose is in it, the rest is not the article.</summary>
    private static void DropOutsideMain(List<JudgedBlock> blocks)
    {
        var inside = blocks.Where(b => b.IsLongProse && b.Block.InMain).Sum(b => b.Features.Words);
        var all = blocks.Where(b => b.IsLongProse).Sum(b => b.Features.Words);
        if (inside == 0 || inside * 2 < all) return;
        foreach (var block in blocks)
        {
            var stands = block.Block.InMain || block.Role is BlockRole.Noise or BlockRole.WindowTitle or BlockRole.Label or BlockRole.Byline or BlockRole.DateLine
                || block.Block is { Shape: BlockShape.Heading, Level: 1 } or { Shape: BlockShape.Standfirst };
            if (!stands) block.MarkNoise("outside the article");
        }
    }

    /// <summary>A page without a sentence (a title only, a list of words): all that is not furniture is kept.</summary>
    private static void KeepAll(List<JudgedBlock> blocks)
    {
        var titled = false;
        foreach (var block in blocks)
        {
            if (block.Role is BlockRole.Noise or BlockRole.Label or BlockRole.DateLine or BlockRole.WindowTitle) block.Drop(Why(block));
            else if (!titled && block.Role is BlockRole.Heading or BlockRole.Headline)
            {
                block.Keep(ParagraphKind.Title);
                titled = true;
            }
            else block.Keep(KindOf(block));
        }
    }

    private static void KeepRun(List<JudgedBlock> blocks, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var block = blocks[i];
            switch (block.Role)
            {
                case BlockRole.Bullet when IsNumberedHeading(blocks, i):
                    block.Keep(ParagraphKind.Heading);
                    break;
                case BlockRole.Prose or BlockRole.Bullet or BlockRole.Row or BlockRole.Caption or BlockRole.Byline:
                    block.Keep(block.Block.Shape == BlockShape.Standfirst ? ParagraphKind.Standfirst : KindOf(block));
                    break;
                case BlockRole.Heading or BlockRole.Clock when NextContent(blocks, i, last) is not null:
                    block.Keep(ParagraphKind.Heading);
                    break;
                case BlockRole.Fragment or BlockRole.Headline when !IsListOfHeadlines(blocks, i):
                    var next = i < last ? blocks[i + 1] : null;
                    // "The commission finds three causes:" is a sentence that a list completes; "Key points:" is a heading.
                    var leadsIn = block.Features is { Words: >= 4, StopShare: > 0 } && block.Features.Folded.EndsWith(':');
                    var headsSection = next is { IsContent: true } && block.Features.Words <= LongestSectionTitle && !leadsIn;
                    block.Keep(headsSection ? ParagraphKind.Heading : ParagraphKind.Body);
                    break;
            }
        }
    }

    /// <summary>"2. What should be done" alone above a paragraph is no item of a list.</summary>
    private static bool IsNumberedHeading(List<JudgedBlock> blocks, int i) =>
        blocks[i] is { Block: { IsNumbered: true, AfterGap: true }, Features: { EndsSentence: false, Words: <= 10 } }
        && i + 1 < blocks.Count && blocks[i + 1].Role is BlockRole.Prose or BlockRole.Headline && blocks[i + 1].Block.AfterGap;

    /// <summary>Several headlines in a row, with nothing said under any of them, are links to other articles.</summary>
    private static bool IsListOfHeadlines(List<JudgedBlock> blocks, int i)
    {
        if (blocks[i].Role != BlockRole.Headline) return false;
        bool IsHeadline(int at) => at >= 0 && at < blocks.Count && (blocks[at].Role == BlockRole.Headline || blocks[at] is { Role: BlockRole.Noise, Reason: "time stamp" });
        return IsHeadline(i - 1) || IsHeadline(i + 1);
    }

    private static JudgedBlock? NextContent(List<JudgedBlock> blocks, int i, int last)
    {
        for (var k = i + 1; k <= last; k++)
        {
            if (blocks[k].IsContent || blocks[k].Role is BlockRole.Fragment or BlockRole.Headline) return blocks[k];
            if (blocks[k].Role is BlockRole.Heading or BlockRole.Clock && blocks[k].Block.Level <= blocks[i].Block.Level) return null;
        }
        return null;
    }

    private static void KeepHead(List<JudgedBlock> blocks, int first)
    {
        var title = TitleChoice.Find(blocks, first);
        if (title is { } at)
        {
            blocks[at].Keep(ParagraphKind.Title);
            if (FindStandfirst(blocks, at) is { } standfirst) standfirst.Keep(ParagraphKind.Standfirst);
        }
        else blocks.Find(b => b.Role == BlockRole.WindowTitle)?.Keep(ParagraphKind.Title);
        var distance = 0;
        for (var i = first - 1; i > (title ?? -1); i--)
        {
            var block = blocks[i];
            if (block.Kept is not null) continue;
            if (block.Role is not (BlockRole.Bullet or BlockRole.Caption or BlockRole.Byline)) distance++;
            // A summary in points may stand apart from the text by a row of buttons or two.
            if (block.Role == BlockRole.Bullet && distance <= LookAhead && block.Features is { Words: >= 5, StopShare: >= 0.1 }) block.Keep(ParagraphKind.Bullet);
            if (block.Role is BlockRole.Caption or BlockRole.Byline) block.Keep(KindOf(block));
            else if (block.Role == BlockRole.Prose && title is not null && block.Block.Shape == BlockShape.Standfirst) block.Keep(ParagraphKind.Standfirst);
            else if (block.Role is BlockRole.Headline or BlockRole.Heading && title is not null && block.Block.Shape == BlockShape.Standfirst) block.Keep(ParagraphKind.Standfirst);
            else if (block.Role == BlockRole.Heading && i > title && NextContent(blocks, i, first) == blocks[first]) block.Keep(ParagraphKind.Heading);
        }
    }

    /// <summary>
    /// The line or two under the title: so marked; or followed, pictures aside, by the byline or date; or the only prose above a list of points.
    /// </summary>
    private static JudgedBlock? FindStandfirst(List<JudgedBlock> blocks, int title)
    {
        var at = title + 1;
        while (at < blocks.Count && blocks[at].Role is BlockRole.Noise) at++;
        if (at >= blocks.Count || blocks[at].Role is not (BlockRole.Prose or BlockRole.Headline) || blocks[at].Features.Words > 50) return null;
        var candidate = blocks[at];
        var next = at + 1;
        while (next < blocks.Count && blocks[next].Role is BlockRole.Caption or BlockRole.Noise) next++;
        var isSo = candidate.Block.Shape == BlockShape.Standfirst
            || next < blocks.Count && blocks[next].Role is BlockRole.Byline or BlockRole.DateLine
            || !blocks.Any(b => b != candidate && b.Kept == ParagraphKind.Body) && blocks.Count(b => b.Kept == ParagraphKind.Bullet) >= 3;
        return isSo ? candidate : null;
    }

    /// <summary>Right behind the article captions and the byline still belong to it.</summary>
    private static void KeepTail(List<JudgedBlock> blocks, int last)
    {
        var captionsMayFollow = true;
        for (var i = last + 1; i < blocks.Count && i <= last + LookAhead; i++)
        {
            if (blocks[i].Role == BlockRole.Label) return;
            if (blocks[i].Role == BlockRole.Byline) blocks[i].Keep(ParagraphKind.Byline);
            else if (blocks[i].Role == BlockRole.Caption && captionsMayFollow) blocks[i].Keep(ParagraphKind.Caption);
            else if (blocks[i].Role == BlockRole.Bullet && blocks[i - 1].Kept == ParagraphKind.Bullet) blocks[i].Keep(ParagraphKind.Bullet);
            else captionsMayFollow = false;
        }
    }

    private static ParagraphKind KindOf(JudgedBlock block) => block.Role switch
    {
        BlockRole.Bullet => ParagraphKind.Bullet,
        BlockRole.Caption => ParagraphKind.Caption,
        BlockRole.Row => ParagraphKind.TableRow,
        BlockRole.Byline => ParagraphKind.Byline,
        BlockRole.Heading or BlockRole.Clock => ParagraphKind.Heading,
        _ => ParagraphKind.Body,
    };

    private static string Why(JudgedBlock block) => block.Reason ?? block.Role switch
    {
        BlockRole.Headline or BlockRole.Heading => "headline of another article",
        BlockRole.Fragment => "loose words",
        BlockRole.Bullet => "list outside the article",
        BlockRole.Prose => "text outside the article",
        BlockRole.Caption => "caption outside the article",
        BlockRole.Byline => "byline of another article",
        _ => "outside the article",
    };
}
