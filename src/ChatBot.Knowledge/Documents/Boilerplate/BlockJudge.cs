using System.Text.RegularExpressions;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Documents.Metadata;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>Judges each block by itself: what the markup says, known words of furniture, then its looks.</summary>
internal static partial class BlockJudge
{
    private const int ShortLine = 25;
    private const int LongestByline = 25;

    /// <param name="blocks">The page's blocks in order.</param>
    /// <param name="trustMarkup">Whether to believe the markup about what is no part of the article.</param>
    public static List<JudgedBlock> Judge(IReadOnlyList<Block> blocks, bool trustMarkup)
    {
        var judged = new List<JudgedBlock>(blocks.Count);
        var afterImageLabel = false;
        foreach (var block in blocks)
        {
            var features = BlockFeatures.Of(block);
            var (role, reason) = Judge(block, features, trustMarkup);
            if (afterImageLabel && role is BlockRole.Prose or BlockRole.Headline && features.Words >= 4) (role, reason) = (BlockRole.Caption, null);
            afterImageLabel = role == BlockRole.Noise && reason == "image label";
            judged.Add(new JudgedBlock(block, features, role, reason));
        }
        return judged;
    }

    private static (BlockRole Role, string? Reason) Judge(Block block, BlockFeatures features, bool trustMarkup)
    {
        if (block.Shape == BlockShape.WindowTitle) return (BlockRole.WindowTitle, "title of the window");
        if (block.Outside is { } outside && (trustMarkup || outside is "hidden" or "cookie notice" or "comments")) return (BlockRole.Noise, outside);
        if (features.IsSignsOnly) return (BlockRole.Noise, "signs only");
        if (FurniturePhrases.Opens(features.Folded) is { } part) return (BlockRole.Label, part);
        if (features.Words == 1 && SiteName().IsMatch(features.Folded)) return (BlockRole.Noise, "site name");
        if (features.IsClock) return (BlockRole.Clock, "time stamp");
        if (features.IsTime) return (BlockRole.Noise, "time stamp");
        if (IsByline(block, features)) return (BlockRole.Byline, null);
        if (IsFurniture(block, features, out var why)) return (BlockRole.Noise, why);
        if (PageDate.OfLine(block.Text) is not null && features.Words <= 14) return (BlockRole.DateLine, "date line");
        if (block.Shape == BlockShape.Caption || block.Shape is BlockShape.Plain && CaptionSigns.Mark(block.Text)) return (BlockRole.Caption, null);
        if (features.LinkShare > 0.5 && !(block.Shape == BlockShape.Heading && block.Level <= 2)) return (BlockRole.Noise, "links");
        return block.Shape switch
        {
            BlockShape.TableRow => (BlockRole.Row, null),
            BlockShape.Heading => (BlockRole.Heading, null),
            BlockShape.ListItem => (BlockRole.Bullet, null),
            _ => JudgeLine(features),
        };
    }

    private static (BlockRole Role, string? Reason) JudgeLine(BlockFeatures features)
    {
        if (features.EndsSentence && features.Words >= 2) return (BlockRole.Prose, null);
        // A poster's or speaker's paragraph may lack its stop, but not its function words.
        if (features.Words >= 25 && features.StopShare >= 0.3) return (BlockRole.Prose, null);
        if (features.Words >= 12 && features.Folded.EndsWith(':')) return (BlockRole.Prose, null);
        var isNamesOnly = features.Words >= 5 && features.CapitalShare >= 0.9 && (features.StopShare == 0 || features.Words >= 8 && features.StopShare <= 0.1);
        if (isNamesOnly) return (BlockRole.Noise, features.Folded.Count(c => c == ',') >= 3 ? "tag list" : "menu");
        return (features.Words >= 4 ? BlockRole.Headline : BlockRole.Fragment, null);
    }

    private static bool IsByline(Block block, BlockFeatures features) =>
        features.Words <= LongestByline && block.Shape is not BlockShape.Heading
        && (Bylines.OfLine(block.Text) is not null || block.Shape == BlockShape.Byline && !features.EndsSentence);

    private static bool IsFurniture(Block block, BlockFeatures features, out string? reason)
    {
        reason = null;
        if (FurniturePhrases.Find(features.Folded, features.Words) is not { } found) return false;
        reason = found.Reason;
        // One phrase is enough in a line, two in a paragraph; the reader is talked to in an appeal, not in a report.
        if (found.Hits >= 9 || found.Hits >= 2 && (!features.Quotes || features.Words <= ShortLine)) return true;
        return features.Words <= ShortLine ? !features.Quotes && (!features.EndsSentence || features.Addresses > 0 || features.Words <= 12 || block.Outside is not null) : features.Addresses >= 2;
    }

    [GeneratedRegex(@"^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}$")]
    private static partial Regex SiteName();
}
