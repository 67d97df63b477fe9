using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

public sealed class SketchTests
{
    private const string Report = "The ferry to Skarholm sails again from Monday, the harbour office said. It had lain in dock for three weeks with a broken shaft. Tickets bought for the lost days stay valid until the end of August, and the night boat sails at eleven.";

    [Fact]
    public void A_text_is_wholly_like_itself_and_not_like_another()
    {
        Assert.Equal(1, Sketch.Of(Report).Likeness(Sketch.Of(Report)));
        Assert.InRange(Sketch.Of(Report).Likeness(Sketch.Of("The council of Aldenburg votes on the new quay in spring, and the mayor hopes for a clear majority of both parties.")), 0, 0.05);
    }

    [Fact]
    public void An_agency_report_that_another_paper_shortens_is_nearly_the_same() =>
        Assert.True(Sketch.Of(Report).Likeness(Sketch.Of(Report.Replace(", and the night boat sails at eleven", "", StringComparison.Ordinal))) >= Sketch.NearlySame);

    [Fact]
    public void The_likeness_is_about_the_share_of_runs_in_common()
    {
        var words = Enumerable.Range(0, 400).Select(i => $"w{i}x").ToArray();
        var half = words.Take(200).Concat(Enumerable.Range(0, 200).Select(i => $"v{i}x"));
        // 198 runs of each text's 398 are the other's: 198 of 598 in all.
        Assert.InRange(Sketch.Of(string.Join(' ', words)).Likeness(Sketch.Of(string.Join(' ', half))), 0.33 - 0.12, 0.33 + 0.12);
    }

    [Fact]
    public void A_text_without_words_is_like_no_other() => Assert.Equal(0, Sketch.Of("").Likeness(Sketch.Of("…")));
}
