using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>What is cancelled, takes place after all and is cancelled again: the last word leads, and whoever watches hears each turn.</summary>
public sealed class TurnedNewsTests
{
    private const string Moved = "The Velmark Chess Congress has been postponed to 19 to 27 March 2032.";
    private const string Cancelled = "The congress is cancelled.";
    private const string After = "The congress will take place from 19 to 27 March 2032 after all.";
    private const string Again = "The congress has been cancelled a second time.";

    private const string SimulPlanned = "The Harbour Simul will take place on 14 March 2032.";
    private const string SimulMoved = "The Harbour Simul has been moved to 15 March 2032.";
    private const string SimulOff = "The Harbour Simul has been cancelled.";
    private const string SimulOn = "The Harbour Simul has not been cancelled.";
    private const string SimulAgain = "The Harbour Simul has been cancelled again.";

    private const string Defends = "Dorin Halva will defend his title at the congress.";
    private const string DefendsNot = "Dorin Halva will not defend his title at the congress.";

    [Theory]
    [InlineData("When is the congress?")]
    [InlineData("What are the dates of the congress?")]
    public void A_second_cancellation_leads_with_the_days_before_it(string question)
    {
        var steps = Assert.IsType<Changed>(ChessCongress.Ask(question, ChessCongress.Planned, Moved, Cancelled, After, Again)).Steps;
        Assert.Equal(["12 to 20 March 2032", "19 to 27 March 2032"], steps.Take(2).Select(step => step.Value));
        Assert.Equal((3, Again), (steps.Count, steps[^1].Statements[0].Text));
    }

    [Fact]
    public void Whether_it_is_cancelled_is_told_turn_by_turn() =>
        Assert.Equal([Cancelled, After, Again], ChessCongress.Steps("Is the congress cancelled?", ChessCongress.Planned, Moved, Cancelled, After, Again));

    [Fact]
    public void A_value_that_was_given_between_two_others_stands_between_them() =>
        Assert.Equal(["The congress has been cancelled.", "The congress will go ahead.", "The congress has been cancelled again."],
            ChessCongress.Steps("Has the congress been cancelled?", ChessCongress.Planned, "The congress has been cancelled.", "The congress will go ahead.", "The congress has been cancelled again."));

    [Fact]
    public void Whoever_watches_when_it_is_hears_each_turn()
    {
        const string Question = "When is the Velmark Chess Congress?";
        Assert.Equal(Cancelled, ChessCongress.Watched(Question, ChessCongress.Planned, Moved, Cancelled)?.After[0].Text);
        Assert.Equal(After, ChessCongress.Watched(Question, ChessCongress.Planned, Moved, Cancelled, After)?.After[0].Text);
        Assert.Equal(Again, ChessCongress.Watched(Question, ChessCongress.Planned, Moved, Cancelled, After, Again)?.After[0].Text);
    }

    [Fact]
    public void A_cancellation_that_tells_the_days_in_an_aside_is_one()
    {
        const string Off = "The congress, which was to take place from 19 to 27 March 2032, has been cancelled.";
        Assert.Equal(Off, ChessCongress.Steps("When is the congress?", ChessCongress.Planned, Moved, Off).Last());
        Assert.Equal(Off, ChessCongress.Watched("When is the congress?", ChessCongress.Planned, Moved, Off)?.After[0].Text);
    }

    [Fact]
    public void A_cancellation_that_was_withdrawn_leaves_the_days_as_they_were()
    {
        const string Withdrawn = "The cancellation was withdrawn: the congress will take place from 19 to 27 March 2032.";
        Assert.DoesNotContain(ChessCongress.Facts(Withdrawn).Facts[0].SpokenOf, value => value.IsDenied);
        Assert.Equal("19 to 27 March 2032", Assert.IsType<Changed>(ChessCongress.Ask("When is the congress?", ChessCongress.Planned, Moved, Cancelled, Withdrawn)).Steps[^1].Value);
        Assert.Equal(Withdrawn, ChessCongress.Watched("When is the congress?", ChessCongress.Planned, Moved, Cancelled, Withdrawn)?.After[0].Text);
    }

    [Fact]
    public void What_no_attribute_tells_of_turns_as_well()
    {
        Assert.Equal([SimulPlanned, SimulMoved], ChessCongress.Steps("When is the Harbour Simul?", SimulPlanned, SimulMoved));
        Assert.Equal([SimulPlanned, SimulMoved], ChessCongress.Steps("When is the Harbour Simul?", SimulPlanned, SimulMoved, SimulOff, SimulOn));
        Assert.Equal([SimulPlanned, SimulMoved, SimulAgain], ChessCongress.Steps("When is the Harbour Simul?", SimulPlanned, SimulMoved, SimulOff, SimulOn, SimulAgain));
        Assert.Equal([SimulOff, SimulOn, SimulAgain], ChessCongress.Steps("Is the Harbour Simul cancelled?", SimulPlanned, SimulMoved, SimulOff, SimulOn, SimulAgain));
        Assert.Equal(NewsKind.Changed, Assert.Single(ChessCongress.Read(SimulPlanned, SimulMoved, SimulOff, SimulOn, SimulAgain).Facts).Kind);
    }

    [Fact]
    public void What_somebody_does_after_all_leads()
    {
        const string AfterAll = "Dorin Halva will defend his title at the congress after all.";
        Assert.Equal([Defends, DefendsNot, AfterAll], ChessCongress.Steps("Will Dorin defend his title?", Defends, DefendsNot, AfterAll));
        Assert.Equal([DefendsNot, AfterAll, "Dorin Halva will not defend his title, his manager said."],
            ChessCongress.Steps("Will Dorin defend his title?", Defends, DefendsNot, AfterAll, "Dorin Halva will not defend his title, his manager said."));
        Assert.Equal(NewsKind.Changed, Assert.Single(ChessCongress.Read(Defends, DefendsNot, AfterAll).Facts).Kind);
        Assert.Equal(NewsKind.Changed, Assert.Single(ChessCongress.Read(Defends, DefendsNot, "Dorin Halva will after all defend his title at the congress.").Facts).Kind);
    }

    [Fact]
    public void Of_what_sources_dispute_the_last_word_leads()
    {
        const string Last = "Dorin Halva will defend his title at the congress, he said.";
        var sides = Assert.IsType<Disputed>(ChessCongress.Ask("Will Dorin defend his title?", Defends, DefendsNot, Last)).Sides;
        Assert.Equal([Last, Defends], sides[0].Statements.Select(statement => statement.Text));
        Assert.Equal(DefendsNot, Assert.Single(sides[1].Statements).Text);
    }

    [Fact]
    public void Of_values_of_the_latest_day_none_is_left_out()
    {
        var changed = Assert.IsType<Changed>(ChessCongress.OfDays((0, "The congress has 120 players."), (0, "The congress has 140 players."), (3, "There are 150 players at the congress."), (3, "There are 155 players at the congress."))
            .Ask("How many players are there?", Conversation.New));
        Assert.Equal(["150 players", "155 players"], changed.Steps.TakeLast(2).Select(step => step.Value).Order());
        Assert.Equal((2, 1), (changed.Latest, changed.Further));
    }

    [Theory]
    [InlineData("Roof repairs will cost 110,000 euros.", "Roof repairs will cost 88,000 euros.")]
    [InlineData("Roof repairs will cost 110,000 euros.", "Roof repairs will cost 88,000.")]
    [InlineData("Roof repairs will cost 110,000.", "Roof repairs will cost about 88,000.")]
    [InlineData("The hall seats 400.", "The hall seats only 350.")]
    [InlineData("The prize fund is 40,000.", "The prize fund is 36,000.")]
    public void A_figure_that_nothing_counts_contradicts_another(string known, string text)
    {
        var news = Assert.Single(ChessCongress.Read(known, text).Facts);
        Assert.Equal((NewsKind.Contradicting, known), (news.Kind, Assert.Single(news.Known).Text));
    }

    [Theory]
    [InlineData("Bus 7 runs to the hall.", "Bus 9 runs to the hall.")]
    [InlineData("Group 3 plays in the library.", "Group 4 plays in the library.")]
    public void A_label_contradicts_no_other(string known, string text) => Assert.Equal(NewsKind.New, Assert.Single(ChessCongress.Read(known, text).Facts).Kind);

    [Theory]
    [InlineData("Roof repairs will cost 110,000 euros.", "Roof repairs will cost 88,000 euros.")]
    [InlineData("Roof repairs will cost 110,000 crowns.", "Roof repairs will cost 88,000 crowns.")]
    public void What_something_costs_is_asked_with_what_as_with_how_much(string one, string other) =>
        Assert.Equal(2, Assert.IsType<Disputed>(ChessCongress.Ask("What will the roof repairs cost?", one, other)).Sides.Count);

    [Fact]
    public void An_outlet_that_corrects_itself_disagrees_with_nobody()
    {
        string[] texts = ["Twelve boards stand in the library.", "The town hall is closed.", "Correction: 14 boards stand in the library."];
        Assert.Equal([texts[0], texts[2]], ChessCongress.Steps("How many boards stand in the library?", texts));
        Assert.IsType<Disputed>(ChessCongress.Ask("How many boards stand in the library?", texts[0], texts[2]));
    }

    [Theory]
    [InlineData("The congress has been cancelled.", "The organisers have cancelled the congress.")]
    [InlineData("The Harbour Simul has been cancelled.", "The organisers have called off the Harbour Simul.")]
    [InlineData(ChessCongress.Planned, "The congress starts on 12 March and ends on 20 March 2032.")]
    public void What_the_organisers_did_and_when_it_begins_and_ends_is_known(string known, string text) => Assert.Equal(NewsKind.Restated, Assert.Single(ChessCongress.Read(known, text).Facts).Kind);

    [Theory]
    [InlineData("The Harbour Simul has been cancelled.", "The Velmark town council has cancelled the Harbour Simul because of the storm.")]
    [InlineData(ChessCongress.Planned, "The congress starts on 12 March and ends on 21 March 2032.")]
    public void What_somebody_else_did_and_another_last_day_is_news(string known, string text) => Assert.NotEqual(NewsKind.Restated, Assert.Single(ChessCongress.Read(known, text).Facts).Kind);

    [Fact]
    public void A_price_that_was_raised_and_corrected_since_is_the_corrected_one()
    {
        const string Question = "How much is the entry fee?";
        string[] texts = ["The entry fee is 50 euros.", "The entry fee has been raised from 50 to 60 euros.", "Correction: the entry fee is 55 euros, not 60 euros as we wrote."];
        Assert.Equal(NewsKind.Changed, Assert.Single(ChessCongress.Read(texts[..2]).Facts).Kind);
        Assert.Equal(texts, ChessCongress.Steps(Question, texts));
        Assert.Equal(texts[2], ChessCongress.Watched(Question, texts)?.After[0].Text);
    }
}
