using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>What is known already, in whatever words, and what only has something known in it.</summary>
public sealed class RestatedNewsTests
{
    [Theory]
    [InlineData("Mayor Tilde Holm will open the Sundby Lantern Festival on 12 June.")]
    [InlineData("The festival opens on 12 June with fireworks.")]
    [InlineData("The singer Nora Vale performs at the Sundby Lantern Festival on 14 June.")]
    [InlineData("The Sundby Lantern Festival will take place from 12 to 15 June under strict security, police said.")]
    [InlineData("Ana Varga will lead the Boat Parade on 13 June.")]
    [InlineData("The Sundby Lantern Festival takes place from 12 to 15 June after all, the mayor said.")]
    public void What_is_new_on_a_known_day_is_told(string text) => Assert.Equal(NewsKind.New, Assert.Single(LanternFestival.Read(text).Facts).Kind);

    [Theory]
    [InlineData("The Boat Parade has been moved from 13 to 14 June, Ana Varga said.", "The Boat Parade will now be held on 14 June, one day later than planned, the festival said.")]
    [InlineData("The Boat Parade has been moved from 13 to 14 June, Ana Varga said.", "The Boat Parade has been postponed to 14 June.")]
    [InlineData("", "The Sundby Lantern Festival is to be held from 12 to 15 June on Mill Green in Sundby, the mayor confirmed.")]
    [InlineData("", "Children under ten still enter free of charge.")]
    [InlineData("The Boat Parade has been cancelled, Ana Varga said.", "The Boat Parade will not take place.")]
    [InlineData("Felix Arno will sing at the church.", "The baritone Felix Arno sings at the church, the organisers announced.")]
    [InlineData("Felix Arno will sing at the church.", "At the church Felix Arno will sing, his agent said.")]
    public void The_same_in_other_words_is_known(string known, string text) =>
        Assert.Equal(NewsKind.Restated, Assert.Single(LanternFestival.Read(text, known.Length > 0 ? [known] : []).Facts).Kind);

    [Theory]
    [InlineData("The Boat Parade has been moved from 13 to 14 June, Ana Varga said.", "The Boat Parade was moved to 14 June because of a storm.")]
    [InlineData("The Boat Parade has been moved from 13 to 14 June, Ana Varga said.", "The Boat Parade might be held on 14 June.")]
    [InlineData("The Boat Parade has been moved from 13 to 14 June, Ana Varga said.", "The Boat Parade will now be held on 14 June at 9 pm.")]
    [InlineData("Felix Arno will sing at the church.", "The baritone Felix Arno will sing at the church with his daughter.")]
    public void What_goes_beyond_it_is_told(string known, string text) => Assert.NotEqual(NewsKind.Restated, Assert.Single(LanternFestival.Read(text, known).Facts).Kind);

    [Theory]
    [InlineData("The festival will take place on 14 June only, Ana Varga said.", "14 June")]
    [InlineData("The Sundby Lantern Festival will only take place on 14 June.", "14 June")]
    [InlineData("The Sundby Lantern Festival has been shortened to 14 June.", "14 June")]
    [InlineData("The Sundby Lantern Festival has been postponed to 13 June.", "13 June")]
    [InlineData("The Sundby Lantern Festival will take place from 13 to 14 June.", "13 to 14 June")]
    public void Fewer_days_than_were_known_are_a_change(string text, string now)
    {
        var change = Assert.Single(LanternFestival.Read(text).Changes);
        Assert.Equal((NewsKind.Changed, "festival.dates", now, "12 to 15 June 2031"), (change.Kind, change.Name, change.After?.ValueText, change.Before[0].ValueText));
    }

    [Fact]
    public void What_was_before_a_change_is_all_of_the_days_not_the_day_of_an_opening() =>
        Assert.Equal("12 to 15 June 2031", Assert.Single(LanternFestival.Read("The festival will take place on 14 June only.", "Mayor Tilde Holm opens the Sundby Lantern Festival on 12 June.").Changes).Before[0].ValueText);

    [Fact]
    public void Whoever_only_says_something_by_an_office_is_not_shown_as_what_was_before()
    {
        var resigned = Assert.Single(LanternFestival.Read("Ana Varga has resigned as director of the Sundby Lantern Festival.").Facts);
        Assert.Equal((NewsKind.New, 0), (resigned.Kind, resigned.Known.Count));
        var called = Assert.Single(LanternFestival.Read("The fireworks are cancelled, director Ana Varga said.", "Ana Varga has resigned as director of the Sundby Lantern Festival.").Facts);
        Assert.Equal((NewsKind.New, 0), (called.Kind, called.Known.Count));
    }

    [Fact]
    public void A_denial_of_one_thing_is_not_held_against_what_its_speaker_said_of_another()
    {
        var news = Assert.Single(LanternFestival.Read("It is not true that the Boat Parade has been cancelled, Ana Varga said.", "The Sundby Lantern Festival will not be moved, Ana Varga said.", "The Boat Parade has been cancelled.").Facts);
        Assert.Equal("The Boat Parade has been cancelled.", Assert.Single(news.Known).Text);
    }

    [Theory]
    [InlineData("The rowing club has withdrawn its offer to Sundby to lend boats for the parade, a member said.", "The rowing club denied that it has withdrawn its offer to Sundby.")]
    [InlineData("Ana Varga has sold the lanterns of the old mill to a museum, two people said.", "Ana Varga denied that she has sold the lanterns.")]
    public void Whoever_denies_what_was_reported_of_them_denies_the_report_whatever_more_it_told(string report, string denial)
    {
        var news = Assert.Single(LanternFestival.Read(denial, report).Facts);
        Assert.Equal((NewsKind.Contradicting, true, report), (news.Kind, news.IsReversal, Assert.Single(news.Known).Text));
    }

    [Theory]
    [InlineData("The Boat Parade will be held in the Corn Hall instead of Arnholt.")]
    [InlineData("The Boat Parade will be held in the Corn Hall instead of in Arnholt.")]
    [InlineData("The Boat Parade has been moved from Arnholt to the Corn Hall.")]
    public void A_move_to_a_place_that_nobody_listed_is_a_change(string text)
    {
        const string Known = "The Boat Parade will be held in Arnholt.";
        var change = Assert.Single(LanternFestival.Read(text, Known).Changes);
        Assert.Equal("parade.place", change.Attribute.Id);
        Assert.Contains("Arnholt", change.Before[0].Text, StringComparison.Ordinal);
        var answer = LanternFestival.Known(Known, text).Ask("Where is the Boat Parade?", Conversation.New);
        Assert.Equal(text, answer.Statements[0].Text);
    }
}
