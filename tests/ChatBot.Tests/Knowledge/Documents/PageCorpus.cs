using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

/// <summary>The invented pages under <c>Pages/</c> with what a reader would keep of each, and the measure of how well that is met.</summary>
internal static partial class PageCorpus
{
    public sealed record Page(string File, IReadOnlyList<(string Locator, string Text)> Kept);

    /// <summary>Characters kept rightly, kept in all, and to be kept; paragraphs rightly kept, and those of them with the right place.</summary>
    public readonly record struct Score(int Right, int Kept, int Expected, int Paragraphs, int Placed)
    {
        public double Precision => Kept == 0 ? 0 : (double)Right / Kept;

        public double Recall => Expected == 0 ? 0 : (double)Right / Expected;

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public double Places => Paragraphs == 0 ? 0 : (double)Placed / Paragraphs;

        public static Score operator +(Score a, Score b) => new(a.Right + b.Right, a.Kept + b.Kept, a.Expected + b.Expected, a.Paragraphs + b.Paragraphs, a.Placed + b.Placed);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"precision {Precision:P1}, recall {Recall:P1}, F1 {F1:P1} of characters; {Placed} of {Paragraphs} paragraphs numbered as expected");
    }

    public static IReadOnlyList<Page> All { get; } = [.. Directory.GetFiles(RepositoryFolder.Find("tests", "ChatBot.Tests", "Knowledge", "Documents", "Pages"), "*.kept")
        .Order(StringComparer.Ordinal).Select(Load)];

    public static ReadResult.Read Read(string file) =>
        Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(File.ReadAllBytes(file), Path.GetFileName(file))));

    public static Score Measure(Page page)
    {
        var document = Read(page.File).Document;
        var kept = document.Paragraphs.Select(p => (Locator: p.Locator.ToString(), Text: Plain(document.At(p.Span)))).ToList();
        var open = page.Kept.ToList();
        int right = 0, placed = 0, paragraphs = 0;
        foreach (var (locator, text) in kept)
        {
            var at = open.FindIndex(expected => expected.Text == text);
            if (at < 0) continue;
            right += text.Length;
            paragraphs++;
            if (open[at].Locator == locator) placed++;
            open.RemoveAt(at);
        }
        return new Score(right, kept.Sum(k => k.Text.Length), page.Kept.Sum(k => k.Text.Length), paragraphs, placed);
    }

    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static Page Load(string kept)
    {
        var name = Path.GetFileNameWithoutExtension(kept);
        var page = Directory.GetFiles(Path.GetDirectoryName(kept) ?? "", name + ".*").Single(file => !file.EndsWith(".kept", StringComparison.Ordinal));
        return new Page(page, [.. File.ReadLines(kept).Select(line => line.Split('\t', 2)).Select(parts => (parts[0], Plain(parts[1])))]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
