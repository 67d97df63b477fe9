namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>
/// Finds the stretch of the page that is the article: the run of blocks with the greatest sum of weights, prose counting for, furniture
/// against (J. Pasternack, D. Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation", WWW 2009).
/// </summary>
internal static class MainRun
{
    /// <summary>However much furniture stands between two stretches of prose, no more than this is held against joining them.</summary>
    private const double GreatestGap = 90;

    /// <summary>First and last block of the run; null where nothing counts for anything.</summary>
    public static (int First, int Last)? Find(IReadOnlyList<JudgedBlock> blocks)
    {
        (int, int)? best = null;
        double greatest = 0, sum = 0, peak = 0;
        var first = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var weight = Weight(blocks[i]);
            if (sum <= 0)
            {
                (sum, peak) = (0, 0);
                first = i;
            }
            sum = Math.Max(sum + weight, weight < 0 ? peak - GreatestGap : double.MinValue);
            if (weight > 0) peak = sum;
            if (sum <= greatest) continue;
            greatest = sum;
            best = (first, i);
        }
        return best;
    }

    private static double Weight(JudgedBlock block) => block.Role switch
    {
        BlockRole.Prose => block.Features.Words,
        BlockRole.Bullet => block.Features.EndsSentence || block.Features.Words >= 6 ? block.Features.Words * 0.7 : -1,
        BlockRole.Row => 1,
        BlockRole.Caption or BlockRole.WindowTitle or BlockRole.Byline or BlockRole.DateLine => 0,
        BlockRole.Heading or BlockRole.Clock => -1,
        BlockRole.Fragment => -5,
        BlockRole.Headline => -8,
        // What the markup itself sets apart tells nothing about what stands around it.
        BlockRole.Noise when block.Block.Outside is not null => 0,
        BlockRole.Label => -12,
        _ => -10,
    };
}
