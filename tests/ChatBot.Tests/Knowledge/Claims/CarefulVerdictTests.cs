using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>A made-up orchard day, with a cancellation, a correction and people who do different things.</summary>
public class CarefulVerdictTests
{
    private static readonly KnowledgeBase Orchard = KnownTexts.Of(
        ("first.md", """
            ---
            title: The orchard day of Tamsel
            published: 2030-09-02
            ---
            There will be a bonfire on the meadow on Saturday evening, Ida Brandt said.

            Ida Brandt is the orchard's director; she took over from Kurt Weiland, who led it for six years.

            Four cider presses were booked. The mill ferry will not run.

            Kurt Weiland wants the lane closed to lorries.
            """),
        ("later.md", """
            ---
            title: No bonfire this year
            published: 2030-09-12
            ---
            The bonfire at the orchard day has been cancelled because of the drought.

            We wrote that four cider presses were booked; it was seven. In an earlier version of this article we said that the mill ferry would not run; in fact it runs until 19:00.

            Kurt Weiland dropped his demand that the lane be closed to lorries.

            Hail damaged the cherry trees. Nobody was hurt.

            Otto Lind came second, three seconds behind. Ida Brandt had warned of the hail for the second year running.

            What the county gives to the orchard will gradually come down.

            All tours planned for Sunday are called off.

            Ida Brandt said that she would not pay those that arrive late.
            """));

    [Theory]
    [InlineData("There will be no bonfire.", Verdict.Supported)]
    [InlineData("The bonfire was cancelled.", Verdict.Supported)]
    [InlineData("There will be a bonfire.", Verdict.Contradicted)]
    [InlineData("The tours on Sunday are called off.", Verdict.Supported)]
    public void What_was_cancelled_later_does_not_take_place(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Seven cider presses were booked.", Verdict.Supported)]
    [InlineData("Four cider presses were booked.", Verdict.Contradicted)]
    [InlineData("The mill ferry will run.", Verdict.Disputed)]
    [InlineData("The mill ferry will not run.", Verdict.Disputed)]
    public void A_correction_does_not_say_what_it_takes_back(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Ida Brandt is the orchard's director.", Verdict.Supported)]
    [InlineData("Kurt Weiland is the orchard's director.", Verdict.NotFound)]
    public void A_title_is_that_of_whom_the_sentence_gives_it_to(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Ida Brandt dropped her demand.")]
    [InlineData("The drought pleased Ida Brandt.")]
    [InlineData("Ida Brandt presented the lane.")]
    [InlineData("Hail damaged the bonfire.")]
    [InlineData("Ida Brandt came second.")]
    [InlineData("The county will leave the orchard.")]
    [InlineData("Ida Brandt would not pay anybody.")]
    public void What_no_sentence_says_is_not_supported_by_the_same_names_and_words(string claim) => Assert.Equal(Verdict.NotFound, VerdictOn(claim));

    [Theory]
    [InlineData("Nobody was hurt.", Verdict.Supported)]
    [InlineData("Hail damaged the cherry trees.", Verdict.Supported)]
    [InlineData("Otto Lind came second.", Verdict.Supported)]
    [InlineData("Kurt Weiland dropped his demand.", Verdict.Supported)]
    public void What_a_sentence_says_is_supported(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Fact]
    public void A_demand_that_was_dropped_is_not_made_any_more() => Assert.NotEqual(Verdict.Supported, VerdictOn("Kurt Weiland wants the lane closed to lorries."));

    private static Verdict VerdictOn(string claim) => Assert.Single(Orchard.CheckClaim(claim)).Verdict;
}
