using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What one invented paper says and another denies, of things for which no topic has an attribute: in answers, verdicts and timelines.</summary>
public sealed class DeniedDeedTests
{
    private static readonly KnowledgeBase Known = KnownTexts.Of(("echo.md", Paper("Tarn Echo", "2031-06-02", """
        The council of Tarnholm adopted the bridge plan.

        Norland wants a bigger budget for the harbour.

        Ilse Brandt will attend the wool fair.

        The tunnel of Tarnholm will open on 12 July 2031.

        The museum hired 45 guides.

        Norland wants a new lighthouse.
        """)), ("post.md", Paper("Sud Post", "2031-06-04", """
        The council of Tarnholm did not adopt the bridge plan.

        Norland no longer wants a bigger budget for the harbour.

        Nobody wrote that Olga Stern will attend the wool fair.

        It is not true that Per Holm will attend the wool fair.

        The tunnel of Tarnholm will not open on 12 July 2031.

        The museum did not hire 60 guides.

        Norland no longer wants a new lighthouse.
        """)), ("herald.md", Paper("Herald", "2031-06-08", "Norland again wants a new lighthouse.")));

    [Theory]
    [InlineData("Did the council adopt the bridge plan?")]
    public void What_another_source_denies_is_told_with_its_denial(string question) =>
        Assert.Equal(["The council of Tarnholm adopted the bridge plan.", "The council of Tarnholm did not adopt the bridge plan."], Assert.IsType<Disputed>(Ask(question)).Statements.Select(statement => statement.Text).Order(StringComparer.Ordinal));

    [Fact]
    public void What_ended_is_told_as_what_is_and_what_was() =>
        Assert.Equal(["Norland wants a bigger budget for the harbour.", "Norland no longer wants a bigger budget for the harbour."], Steps("Does Norland want a bigger budget?"));

    [Fact]
    public void What_ended_and_is_so_again_is_told_in_three_steps() =>
        Assert.Equal(["Norland wants a new lighthouse.", "Norland no longer wants a new lighthouse.", "Norland again wants a new lighthouse."], Steps("Does Norland want a new lighthouse?"));

    [Fact]
    public void Another_figure_that_is_denied_is_no_other_side() => Assert.IsType<Told>(Ask("How many guides did the museum hire?"));

    [Theory]
    [InlineData("Olga Stern will attend the wool fair.", Verdict.NotFound)]
    [InlineData("Per Holm will attend the wool fair.", Verdict.Contradicted)]
    [InlineData("It is not true that Per Holm will attend the wool fair.", Verdict.Supported)]
    [InlineData("It is not true that Ilse Brandt will attend the wool fair.", Verdict.Contradicted)]
    [InlineData("It is wrong that Ilse Brandt will attend the wool fair.", Verdict.Contradicted)]
    [InlineData("Nobody wrote that Ilse Brandt will attend the wool fair.", Verdict.NotFound)]
    [InlineData("There is no sign that Ilse Brandt will attend the wool fair.", Verdict.NotFound)]
    [InlineData("Nobody wrote that Olga Stern will attend the wool fair.", Verdict.Supported)]
    public void What_is_said_not_to_be_true_is_denied_and_what_nobody_says_is_left_open(string claim, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Known.CheckClaim(claim)).Verdict);

    [Fact]
    public void A_denial_stands_in_a_timeline_on_the_day_of_its_saying_and_not_on_the_day_that_it_denies()
    {
        var told = Assert.IsType<Told>(Ask("/timeline tunnel of Tarnholm"));
        var lines = told.Found.Zip(told.Moments!).ToDictionary(line => line.First.Text, line => line.Second);
        Assert.Equal((new DateOnly(2031, 7, 12), false), (lines["The tunnel of Tarnholm will open on 12 July 2031."].Days.From, lines["The tunnel of Tarnholm will open on 12 July 2031."].IsReport));
        Assert.Equal((new DateOnly(2031, 6, 4), true), (lines["The tunnel of Tarnholm will not open on 12 July 2031."].Days.From, lines["The tunnel of Tarnholm will not open on 12 July 2031."].IsReport));
    }

    [Fact]
    public void A_denial_of_a_line_of_a_timeline_is_shown_however_much_fits_better()
    {
        var many = string.Join("\n\n", Enumerable.Range(1, 9).Select(day => $"The council of Tarnholm spoke of the bridge plan of Tarnholm on {day} May 2031."));
        var known = KnownTexts.Of(
            ("echo.md", Paper("Tarn Echo", "2031-05-12", many + "\n\nThe council of Tarnholm adopted the bridge plan of Tarnholm on 11 May 2031.")),
            ("post.md", Paper("Sud Post", "2031-06-04", "The council did not adopt the bridge plan, a clerk of the court wrote in a long letter to the editor about all that went wrong.")));
        var told = Assert.IsType<Told>(known.Ask("/timeline council of Tarnholm bridge plan adopted", Conversation.New));
        Assert.Contains(told.Statements, statement => statement.Text.Contains("adopted", StringComparison.Ordinal));
        Assert.Contains(told.Statements, statement => statement.Text.Contains("did not adopt", StringComparison.Ordinal));
    }

    [Fact]
    public void What_happened_in_a_month_stands_in_a_timeline_under_that_month()
    {
        var known = KnownTexts.Of(("echo.md", Paper("Tarn Echo", "2031-06-02", "The council of Tarnholm adopted the bridge plan in January 2031.\n\nThe bridge plan of Tarnholm was printed on 3 February 2031.")));
        var told = Assert.IsType<Told>(known.Ask("/timeline bridge plan", Conversation.New));
        var moments = Assert.IsAssignableFrom<IReadOnlyList<Moment>>(told.Moments);
        Assert.Equal(["January 2031", "3 February 2031"], moments.Select(PhraseCatalogue.On));
    }

    [Fact]
    public void A_denial_of_the_same_day_stands_in_a_timeline_beside_what_it_denies()
    {
        var known = KnownTexts.Of(("echo.md", Paper("Tarn Echo", "2031-06-02", "The council of Tarnholm adopted the bridge plan.")), ("post.md", Paper("Sud Post", "2031-06-02", "The council of Tarnholm did not adopt the bridge plan.")));
        Assert.Equal(2, known.Ask("/timeline bridge plan", Conversation.New).Statements.Count);
    }

    private static string[] Steps(string question) => [.. Assert.IsType<Changed>(Ask(question)).Steps.Select(step => step.Statements[0].Text)];

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);

    private static string Paper(string publisher, string day, string text) => $"---\npublisher: {publisher} (invented)\ntitle: Notes\npublished: {day}\n---\n\n{text}\n";
}
