using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Documents.Metadata;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>Finds the title: above the article, marked as the first heading or close to the text, and in the text's own words.</summary>
internal static class TitleChoice
{
    private const int LongestTitle = 30;
    private const double LeastScore = 0.5;

    /// <summary>The title's place among the blocks; null where the page shows none.</summary>
    /// <param name="blocks">The page, its article's run already kept.</param>
    /// <param name="first">Where the run begins.</param>
    public static int? Find(IReadOnlyList<JudgedBlock> blocks, int first)
    {
        var body = new HashSet<string>(blocks.Where(b => b.Kept is not null && b.IsContent).Take(40).SelectMany(b => Stems(b.Block.Text)), StringComparer.Ordinal);
        var window = blocks.FirstOrDefault(b => b.Role == BlockRole.WindowTitle)?.Features.Folded ?? "";
        int? best = null;
        var greatest = LeastScore;
        // The first heading may stand within the run, where a paragraph above it was taken for the article's first.
        var end = Math.Min(blocks.Count, first + 4);
        for (var i = 0; i < end; i++)
        {
            var block = blocks[i];
            var isTopHeading = block is { Role: BlockRole.Heading, Block.Level: 1 };
            if (block.Block.Outside is not null && block.Role == BlockRole.Noise || block.Features.Words is 0 or > LongestTitle) continue;
            if (i >= first && !isTopHeading && !(i == first && IsQuestion(blocks, i))) continue;
            var mayBe = block.Role is BlockRole.Heading or BlockRole.Headline or BlockRole.Fragment || block.LooksLikeNames || block.Role == BlockRole.Prose && IsQuestion(blocks, i);
            if (!mayBe || IsOutletBelowTitle(blocks, i)) continue;
            var score = Overlap(block, body) + (isTopHeading ? 0.6 : block.Role == BlockRole.Heading && block.Block.Level == 2 ? 0.2 : 0)
                + (IsCloseTo(blocks, i, first) ? 0.5 : 0) + (block.Features.Words >= 3 && window.StartsWith(block.Features.Folded, StringComparison.Ordinal) ? 0.6 : 0)
                - (block.Role == BlockRole.Fragment ? 0.3 : 0) - (IsDated(block) ? 0.4 : 0);
            if (score < greatest) continue;
            greatest = score;
            best = i;
        }
        return best;
    }

    /// <summary>"Who pays?" alone on the page's first line is a title, though it ends like a sentence.</summary>
    private static bool IsQuestion(IReadOnlyList<JudgedBlock> blocks, int i) =>
        blocks[i].Features is { Words: <= 14 } features && (features.Folded.EndsWith('?') || features.Folded.EndsWith('!')) && !features.Quotes
        && i + 1 < blocks.Count && blocks[i + 1].Block.AfterGap && blocks.Take(i).All(b => b.Kept is null);

    /// <summary>A few capitalised words alone, between a longer line and who wrote it: who published it.</summary>
    private static bool IsOutletBelowTitle(IReadOnlyList<JudgedBlock> blocks, int i)
    {
        if (i == 0 || i + 1 >= blocks.Count || blocks[i + 1].Role is not (BlockRole.Byline or BlockRole.DateLine) || blocks[i] is { Role: BlockRole.Heading, Block.Level: 1 }) return false;
        if (blocks[i].Features.Words > LongestOutlet || blocks[i - 1].Role is not (BlockRole.Headline or BlockRole.Heading) || blocks[i - 1].Features.Words <= LongestOutlet) return false;
        return Tokenizer.Tokenize(blocks[i].Block.Text).TrueForAll(token => token.IsCapitalised || token.IsStopWord);
    }

    private const int LongestOutlet = 4;

    /// <summary>"Third report, 9 August 2034" tells more of when than of what.</summary>
    private static bool IsDated(JudgedBlock block) => block.Features.Words <= 6 && PageDate.Find(block.Block.Text) is not null;

    private static double Overlap(JudgedBlock block, HashSet<string> body)
    {
        int shared = 0, all = 0;
        // In a title all of capitals they don't tell acronyms from words.
        foreach (var stem in Stems(block.Block.Text.Any(char.IsLower) ? block.Block.Text : block.Features.Folded))
        {
            all++;
            if (body.Contains(stem)) shared++;
        }
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Whether only bylines, dates, captions and the like stand between it and the text.</summary>
    private static bool IsCloseTo(IReadOnlyList<JudgedBlock> blocks, int i, int first)
    {
        for (var k = i + 1; k < first; k++)
            if (!IsOutletBelowTitle(blocks, k) && blocks[k].Role is not (BlockRole.Byline or BlockRole.DateLine or BlockRole.Caption or BlockRole.Clock) && !IsDated(blocks[k]) && blocks[k].Block.Shape != BlockShape.Standfirst
                && blocks[k].Reason is not ("audio player" or "share row" or "image label" or "time stamp" or "hidden" or "signs only")) return false;
        return true;
    }

    private static IEnumerable<string> Stems(string text) => Tokenizer.Tokenize(text).Where(t => !t.IsStopWord && t.Term.Length > 1).Select(t => t.Stem);
}
