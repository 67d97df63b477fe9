using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>What is of something beside the festival, or of another festival, is no word on its days, place and tickets.</summary>
public sealed class AnotherEventTests
{
    [Theory]
    [InlineData("The Arnholt Wine Festival will take place from 4 to 6 June in Arnholt. Its organisers expect 9,000 visitors. Tickets cost 5 euros.")]
    [InlineData("Growers meet every year. The Arnholt Wine Festival opens on 4 June. Tickets for the festival cost 5 euros. The festival will be held in Arnholt.")]
    [InlineData("A campsite for 800 guests of the Sundby Lantern Festival will open at Arnholt on 9 June.")]
    [InlineData("A campsite for festival guests will open at Arnholt on 9 June.")]
    [InlineData("The festival campsite will open at Arnholt on 9 June.")]
    [InlineData("The festival's shop opens in Arnholt on 9 June.")]
    [InlineData("A lantern shop will open in Arnholt on 9 June, the festival said.")]
    public void It_neither_changes_nor_disputes_the_festivals_own(string text)
    {
        var update = LanternFestival.Read(text);
        Assert.Empty(update.Changes);
        Assert.All(update.Facts, fact => Assert.Empty(fact.Against));
        Assert.NotEqual(NewsKind.Restated, update.Facts[0].Kind);
    }

    [Theory]
    [InlineData("When does the Sundby Lantern Festival take place?", "12 to 15 June 2031")]
    [InlineData("What does a ticket cost?", "12 euros")]
    [InlineData("Where is the festival?", "Mill Green")]
    public void It_is_not_answered_for_the_festivals_own(string question, string value)
    {
        var answer = LanternFestival.Known("The Arnholt Wine Festival will take place from 4 to 6 June in Arnholt. Tickets cost 5 euros.").Ask(question, Conversation.New);
        Assert.Contains(value, Assert.IsType<Told>(answer).Statements[0].Text);
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("Arnholt", StringComparison.Ordinal) || statement.Text.Contains("5 euros", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The festival will take place from 16 to 19 June.")]
    [InlineData("The Lantern Festival will take place from 16 to 19 June.")]
    [InlineData("The Sundby Festival will take place from 16 to 19 June.")]
    [InlineData("The opening of the festival will take place on 16 June.")]
    [InlineData("The festival's tenth edition will take place from 16 to 19 June.")]
    [InlineData("The Arnholt Wine Festival is over. The Sundby Lantern Festival will take place from 16 to 19 June.")]
    [InlineData("The festival has a new sponsor. It was found at the Arnholt Wine Festival. The festival will take place from 16 to 19 June.")]
    [InlineData("The festival, the mayor said, will take place from 16 to 19 June.")]
    public void The_festival_for_short_is_the_festival(string text) => Assert.Equal("festival.dates", Assert.Single(LanternFestival.Read(text).Changes).Name);

    [Fact]
    public void Who_asks_for_another_years_festival_is_told_nothing_of_this_one_and_hears_when_something_is_said_of_it()
    {
        const string Question = "Where will the 2032 Sundby Lantern Festival be held?";
        Assert.DoesNotContain(LanternFestival.Known().Ask(Question, Conversation.New).Statements, statement => statement.Text.Contains("Mill Green", StringComparison.Ordinal));
        var news = LanternFestival.Watched(Question, "The 2032 Sundby Lantern Festival will be held in Arnholt on 7 June 2032.");
        Assert.NotNull(news);
        Assert.Equal((NewsKind.New, "The 2032 Sundby Lantern Festival will be held in Arnholt on 7 June 2032."), (news.Kind, news.After[0].Text));
        Assert.Null(LanternFestival.Watched("Where will the Sundby Lantern Festival be held?", "The 2032 Sundby Lantern Festival will be held in Arnholt on 7 June 2032."));
    }
}
