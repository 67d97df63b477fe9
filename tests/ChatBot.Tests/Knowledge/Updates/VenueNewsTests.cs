using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>Where an invented congress is held: the town is known, and then somebody tells the hall, which no list has.</summary>
public sealed class VenueNewsTests
{
    private const string Hall = "The congress will be held in the Fenwick Theatre in the same town.";

    [Theory]
    [InlineData("Where is the congress?")]
    [InlineData("Where is it?")]
    [InlineData("Where exactly is the congress?")]
    public void Whoever_watches_where_it_is_hears_of_the_hall(string question) => Assert.Equal(Hall, ChessCongress.Watched(question, ChessCongress.Planned, Hall)?.After[0].Text);

    [Theory]
    [InlineData("Where exactly is the congress?", "Fenwick Theatre")]
    [InlineData("Where exactly is it?", "Fenwick Theatre")]
    [InlineData("Where is the congress?", "Velmark")]
    public void The_hall_leads_where_more_than_the_town_is_asked_for(string question, string place)
    {
        var told = Assert.IsType<Told>(ChessCongress.Ask(question, ChessCongress.Planned, Hall));
        Assert.Equal(place, told.Found[0].ValueText);
        Assert.Contains(told.Found, statement => statement.Text == Hall);
    }

    [Theory]
    [InlineData("The Harbour Simul will be held in the Marten hall.")]
    [InlineData("The congress will not be held in the Marten hall.")]
    [InlineData("The congress will be held in the spring.")]
    public void Another_s_hall_is_none_of_it(string text) => Assert.Null(ChessCongress.Watched("Where exactly is the congress?", ChessCongress.Planned, Hall, text));

    [Fact]
    public void The_cancellation_of_the_event_answers_nothing_about_a_grant() =>
        Assert.DoesNotContain(ChessCongress.Ask("Will the committee withdraw its grant?", "The committee gives the congress a grant of 20,000 euros.", "The congress has been cancelled.").Statements, statement => statement.Text.Contains("cancelled", StringComparison.Ordinal));
}
