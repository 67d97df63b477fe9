using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>A race of which a paper corrects the fee, a move is denied, a hall is told beside its town, and which is called off.</summary>
public sealed class RaceNewsTests
{
    private const string Fee = "The entry fee is 50 crowns.";
    private const string Moved = "The Ravenmoor Hill Race has been moved to Tolbridge, the mayor said.";
    private const string InHall = "The Ravenmoor Hill Race will be held at Castle Hall in Ravenmoor.";
    private const string Off = "The Ravenmoor Hill Race has been cancelled, the club announced on Tuesday.";
    private const string Where = "Where is the race?";

    [Theory]
    [InlineData("Correction: we gave the entry fee as 50 crowns. It is 60 crowns.")]
    [InlineData("Correction: The entry fee was given as 50 crowns. It is 60 crowns.")]
    [InlineData("An earlier version of this article gave the entry fee as 50 crowns. The correct fee is 60 crowns.")]
    public void What_is_right_may_stand_in_the_next_sentence_of_a_correction(string correction)
    {
        const string Question = "How much is the entry fee?";
        Assert.Equal("60 crowns", Assert.IsType<Changed>(HillRace.Ask(Question, Fee, HillRace.Planned, correction)).Steps[^1].Value);
        var change = Assert.Single(HillRace.Read(Fee, HillRace.Planned, correction).Changes);
        Assert.Equal((NewsKind.Corrected, "60 crowns", Fee), (change.Kind, change.After?.ValueText, Assert.Single(change.Before).Text));
        Assert.Equal("60 crowns", HillRace.Watched(Question, Fee, HillRace.Planned, correction)?.After[0].ValueText);
    }

    [Theory]
    [InlineData("Correction: Moor Gazette reported on Tuesday that the entry fee is 50 crowns. It is 60 crowns.")]
    [InlineData("Correction: The Moor Gazette wrote that the entry fee was 50 crowns. The correct fee is 60 crowns.")]
    [InlineData("Correction: Moor Gazette reported that the entry fee comes to 50 crowns. It comes to 60 crowns.")]
    public void What_an_outlet_reported_by_its_name_is_not_what_its_correction_says(string correction)
    {
        Assert.Equal("60 crowns", Assert.IsType<Changed>(HillRace.Ask("How much is the entry fee?", Fee, HillRace.Planned, correction)).Steps[^1].Value);
        var change = Assert.Single(HillRace.Read(Fee, HillRace.Planned, correction).Changes);
        Assert.Equal((NewsKind.Corrected, "60 crowns", Fee), (change.Kind, change.After?.ValueText, Assert.Single(change.Before).Text));
    }

    [Fact]
    public void What_is_right_is_told_of_a_figure_of_no_attribute_too()
    {
        const string Correction = "Correction: Moor Gazette reported on Tuesday that the new parking field at Corn Hall holds 600 cars. It holds 400.";
        const string Wrong = "The new parking field at Corn Hall holds 600 cars.";
        Assert.StartsWith("400", HillRace.Ask("How many cars does the parking field hold?", Wrong, HillRace.Planned, Correction).Statements[0].ValueText ?? "");
        var news = Assert.Single(HillRace.Read(Wrong, HillRace.Planned, Correction).News);
        Assert.Equal((NewsKind.Corrected, Wrong), (news.Kind, Assert.Single(news.Known).Text));
        Assert.EndsWith("It holds 400.", news.Fact.Text);
    }

    [Theory]
    [InlineData("Correction: Moor Gazette reported on Tuesday that the race costs 50 crowns. It has a green flag.")]
    [InlineData("Correction: The mayor said that the field holds 600 cars. It holds a stage as well.")]
    [InlineData("Moor Gazette reported on Tuesday that the field holds 600 cars. It holds a stage as well.")]
    public void A_correction_of_what_somebody_said_or_that_goes_on_about_something_else_stays_two(string text) => Assert.Equal(2, HillRace.Facts(text).Count);

    [Theory]
    [InlineData("Correction: we gave the wrong name of the mayor. The race costs 60 crowns.")]
    [InlineData("We gave the entry fee to the club. It is 60 crowns.")]
    public void Sentences_of_which_the_first_leaves_nothing_open_stay_two(string text) => Assert.Equal(2, HillRace.Facts(text).Count);

    [Theory]
    [InlineData("The organisers denied that the race has been moved to Tolbridge.")]
    [InlineData("The organisers denied reports that the race has been moved to Tolbridge.")]
    [InlineData("The race has not been moved to Tolbridge, the organisers said.")]
    public void A_move_that_is_denied_is_none_and_told_to_who_watches(string denial)
    {
        Assert.Equal("tolbridge", Assert.Single(HillRace.Facts(denial)[0].Denied).Named?.Value);
        Assert.Empty(HillRace.Facts(denial)[0].Attributes);
        var change = Assert.Single(HillRace.Read(HillRace.Planned, Moved, denial).Changes);
        Assert.Equal((NewsKind.Contradicting, denial, Moved), (change.Kind, change.After?.Text, Assert.Single(change.Before).Text));
        Assert.Equal(denial, HillRace.Watched(Where, HillRace.Planned, Moved, denial)?.After[0].Text);
        Assert.Contains(denial, HillRace.Ask(Where, HillRace.Planned, Moved, denial).Statements.Select(statement => statement.Text));
    }

    [Fact]
    public void The_same_weekday_of_a_week_that_nobody_names_is_no_other_day()
    {
        const string Flag = "The club has a green flag.";
        Assert.Empty(HillRace.Read(Flag, Flag, "The Ravenmoor Hill Race will be held on the Friday evening.", "The Ravenmoor Hill Race will be held at 7 p.m. on the Friday, an hour later than planned.").Changes);
        Assert.Single(HillRace.Read(Flag, Flag, "The Ravenmoor Hill Race will be held on the Friday evening.", "The Ravenmoor Hill Race will be held at 7 p.m. on the Sunday, two days later than planned.").Changes);
    }

    [Theory]
    [InlineData("The club said that it had asked Anna Berg to open the race, and hoped for an answer.", "Anna Berg will open the race, her office said.")]
    [InlineData("The club has asked Anna Berg to open the race.", "Anna Berg will open the race.")]
    [InlineData("The mayor demanded that the council close the bridge.", "The council will close the bridge.")]
    public void What_was_only_asked_for_or_hoped_is_news_once_it_is_so(string wish, string text)
    {
        Assert.Equal(NewsKind.New, Assert.Single(HillRace.Read(wish, text).News).Kind);
        Assert.Empty(HillRace.Read(wish, text, text.Replace("will", "is to", StringComparison.Ordinal)).News);
        Assert.Empty(HillRace.Read(text, wish, text).News);
    }

    [Fact]
    public void What_is_not_moved_from_a_place_is_still_there() => Assert.Empty(HillRace.Facts("The race will not be moved from Ravenmoor, the organisers said.")[0].Denied);

    [Theory]
    [InlineData(InHall)]
    [InlineData("The Ravenmoor Hill Race will be held at Castle Hall, Ravenmoor.")]
    [InlineData("The Ravenmoor Hill Race will be held at Castle Hall. Ravenmoor's Castle Hall seats 300.")]
    public void A_hall_in_the_town_is_neither_a_change_nor_a_disagreement(string hall)
    {
        Assert.Empty(HillRace.Read(HillRace.Planned, hall).Changes);
        Assert.NotEmpty(HillRace.Read(HillRace.Planned, hall).News);
        Assert.IsType<Told>(HillRace.Ask(Where, HillRace.Planned, hall));
        Assert.Empty(HillRace.Read(hall, HillRace.Planned).Changes);
    }

    [Theory]
    [InlineData("The Ravenmoor Hill Race will be held at Castle Hall.")]
    [InlineData("The Ravenmoor Hill Race will be held at Castle Hall in Tolbridge.")]
    public void A_hall_that_nobody_says_is_in_the_town_is_another_place(string hall) => Assert.Single(HillRace.Read(HillRace.Planned, hall).Changes);

    [Fact]
    public void Two_halls_of_one_town_are_two_places()
    {
        const string Corn = "The Ravenmoor Hill Race will be held at Corn Hall in Ravenmoor.";
        Assert.Equal("Castle Hall", Assert.Single(Assert.Single(HillRace.Read(HillRace.Planned, InHall, Corn).Changes).Before).ValueText);
        Assert.Equal("Corn Hall", Assert.IsType<Changed>(HillRace.Ask(Where, HillRace.Planned, InHall, Corn)).Steps[^1].Value);
    }

    [Theory]
    [InlineData("Will it take place?")]
    [InlineData("Will the race take place?")]
    [InlineData("is it happening")]
    public void Whether_it_takes_place_is_told_by_its_cancellation(string question)
    {
        Assert.Equal(Off, HillRace.Ask(question, HillRace.Planned, Fee, Off).Statements[0].Text);
        Assert.Equal(Off, HillRace.Watched(question, HillRace.Planned, Fee, Off)?.After[0].Text);
        const string On = "The Ravenmoor Hill Race has not been cancelled.";
        Assert.Contains(On, HillRace.Ask(question, HillRace.Planned, "The Ravenmoor Hill Race has been cancelled.", On).Statements.Select(statement => statement.Text));
    }

    [Fact]
    public void What_was_said_on_the_day_of_an_earlier_paper_is_later_in_a_later_one()
    {
        const string Dated = "The race will be held on 4 June 2033.";
        Assert.Equal(Off, Assert.IsType<Changed>(HillRace.Ask("When is the race?", HillRace.Planned, "The club is old.", "The course is long.", "The club has a flag.", "It has a song.", "The mayor has a dog.", Dated, "The hill is steep.", Off)).Steps[^1].Statements[0].Text);
    }

    [Theory]
    [InlineData("The bridge has been a sore point since 2021, when two runners fell.", true)]
    [InlineData("The bridge has been a sore point since 2021, and runners fear it.", false)]
    public void What_happened_in_a_year_that_is_named_as_then_is_no_news_of_this_race(string text, bool isOfThen) =>
        Assert.Equal(isOfThen, Assert.Single(HillRace.Read(HillRace.Planned, text).Facts).IsAnotherOccasion);

    [Fact]
    public void Who_was_told_a_new_day_is_not_told_it_again_by_another_outlet() => Assert.Null(HillRace.Watched(
        "When is the race?", HillRace.Planned, "The Ravenmoor Hill Race has been postponed from 14 May to 4 June 2033.", "The hill race will take place three weeks later than planned, on 4 June."));
}
