using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>What is told as a change, as a disagreement, or as neither.</summary>
public sealed class ComparedNewsTests
{
    [Theory]
    [InlineData("Donald Trump will not attend the NATO summit in The Hague, the White House said on 23 June 2025.")]
    [InlineData("Donald Trump will not attend the NATO summit in The Hague, the White House said on 23 June 2025. The leaders will dine on 26 June 2025.")]
    [InlineData("Donald Trump will not attend the NATO summit in The Hague, the White House said. The leaders will dine on 26 June 2025.")]
    public async Task What_an_undated_document_says_is_no_change_of_what_was_said_later_or_may_have_been(string text)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-22T08:00:00Z");
        await rig.ComesInAsync("wire-0", "Wire", "Donald Trump will not attend the NATO summit in The Hague.");
        rig.At("2025-06-24T08:00:00Z");
        await rig.ComesInAsync("wire-1", "Wire", "Donald Trump will attend the NATO summit in The Hague after all, the White House said on 24 June 2025.");
        await rig.SayAsync("/subscribe confirm entity:donald-trump");
        await rig.ComesInAsync("blog-1", "Blog", text, isUndated: true);
        foreach (var (_, told) in await rig.DeliverAsync()) Assert.DoesNotContain("Changed", told);
        await rig.AskAsync("Will Trump attend the summit?");
    }

    [Fact]
    public async Task What_another_gave_in_another_currency_and_time_is_no_other_value()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-23T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("wire-1", "Wire", "European countries and Canada pledged 35 billion euros in military aid to Ukraine in the first half of 2025.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.DoesNotContain("Before", told);
        Assert.DoesNotContain("otherwise", told);
        await rig.AskAsync("How much military aid has Ukraine received?");
        Assert.DoesNotContain("Earlier", rig.Transcript);
        await rig.ComesInAsync("wire-2", "Wire", "NATO has provided more than 120 billion dollars of military aid to Ukraine since 2022.");
        Assert.Contains("Before", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public async Task Where_the_event_takes_place_in_another_year_is_no_other_place_of_it()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-26T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("wire-1", "Wire", "Turkey will host the NATO summit in 2026 in Ankara.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.DoesNotContain("disagree", told);
        Assert.DoesNotContain("otherwise", told);
        await rig.AskAsync("Where is the summit?");
        Assert.DoesNotContain("disagree", rig.Transcript);
        await rig.AskAsync("/check The summit is in The Hague");
        Assert.DoesNotContain("Disputed", rig.Transcript);
        await rig.ComesInAsync("wire-2", "Wire", "The NATO summit will take place in Rotterdam in June 2025.");
        Assert.Contains("disagree", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Theory]
    [InlineData("Some 27,000 officers will guard the summit in The Hague, the police said.", "The police said that 29,000 officers are now guarding the summit in The Hague.", "In the end 33,000 officers guarded the summit in The Hague, police said.")]
    [InlineData("About 27,000 police officers will guard the summit in The Hague.", "To guard the summit in The Hague the minister sent 29,000 officers from all over the country.", "A total of 33,000 officers stood guard at the summit in The Hague.")]
    [InlineData("The host city has trained 30 drivers for the summit in The Hague.", "By now the host city trained 45 drivers for the summit in The Hague.", "For the summit in The Hague the number of the host city's drivers has grown to 60 drivers.")]
    [InlineData("The new tram line to the summit in The Hague has 11 stops.", "The tram line to the summit in The Hague will have 12 stops.", "In the end the tram line to the summit in The Hague got 13 stops.")]
    [InlineData("Trams of the summit line run every 8 minutes.", "Trams of the summit line will run every 6 minutes, the city said.", "Trams of the summit line are to run every 5 minutes.")]
    [InlineData("The city has hired 300 buses for guests of the summit.", "For guests of the summit there are 350 buses, more than the city ever hired.", "Guests of the summit rode in 400 hired buses.")]
    public async Task Another_figure_of_the_same_noun_is_told_with_the_latest_known_one(string first, string second, string third)
    {
        static string Figure(string text) => System.Text.RegularExpressions.Regex.Match(text, "[0-9][0-9,]+", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Value;
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-23T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("wire-1", "Wire", first);
        await rig.DeliverAsync();
        rig.At("2025-06-25T08:00:00Z");
        await rig.ComesInAsync("wire-2", "Capital Times", second, isFromFeed: true);
        Assert.Matches("otherwise: .*" + Figure(first), Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2025-06-26T08:00:00Z");
        await rig.ComesInAsync("wire-3", "Local Post", third, isFromFeed: true);
        Assert.Matches("otherwise: .*" + Figure(second), Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Theory]
    [InlineData("Mark Rutte said that nobody in NATO was naive about Russia.", "Mark Rutte said nothing at all about NATO.")]
    [InlineData("Town number 11 near The Hague opened a bridge called Bridge11 for 31 cars.", "Town number 21 near The Hague opened a bridge called Bridge21 for 41 cars.")]
    [InlineData("The Willems bridge in Rotterdam will be closed for 3 days.", "The Erasmus bridge in Rotterdam will be closed for 5 days.")]
    [InlineData("Some 27,000 officers will guard the summit in The Hague.", "Some 300 officers fell ill on their way to The Hague.")]
    [InlineData("The operator of the line to The Hague has trained 45 drivers.", "The operator of the line to The Hague will hire 60 drivers.")]
    [InlineData("Delft Transit has trained 45 drivers for the new line.", "For the new line Delft Transit will hire 60 drivers next year.")]
    [InlineData("Trams of the summit line run every 8 minutes from 5 a.m. to midnight.", "Night trams of the summit line run every 30 minutes.")]
    [InlineData("Buses to the summit hotels leave every 10 minutes.", "On weekends buses to the summit hotels leave every 25 minutes.")]
    [InlineData("A thousand guests attended the dinner in The Hague, and 12 cooks served it.", "For the dinner in The Hague the guests were driven by 30 cooks.")]
    public async Task What_does_not_conflict_is_not_told_as_said_otherwise(string known, string text)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-23T08:00:00Z");
        await rig.ComesInAsync("wire-1", "Wire", known);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("wire-2", "Capital Times", text);
        foreach (var (_, told) in await rig.DeliverAsync()) Assert.DoesNotContain("otherwise", told);
    }

    [Fact]
    public async Task What_a_document_says_beside_another_figure_reads_as_a_chat()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-23T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("wire-1", "Wire", "Some 27,000 officers will guard the summit in The Hague, the police said.");
        await rig.DeliverAsync();
        rig.At("2025-06-24T08:00:00Z");
        await rig.ComesInAsync("wire-2", "Capital Times", "The police said that 29,000 officers are now guarding the summit in The Hague. European countries and Canada pledged 35 billion euros in military aid to Ukraine in the first half of 2025.");
        await rig.DeliverAsync();
        await rig.ComesInAsync("wire-3", "Wire", "Donald Trump will attend the NATO summit in The Hague after all, the White House said on 24 June 2025.");
        await rig.ComesInAsync("blog-1", "Blog", "Donald Trump will not attend the NATO summit in The Hague, the White House said on 23 June 2025. Turkey will host the NATO summit in 2026 in Ankara.", isUndated: true);
        await rig.DeliverAsync();
        await rig.AskAsync("Will Trump attend the summit?");
        await rig.AskAsync("How much military aid has Ukraine received?");
        await rig.AskAsync("Where is the summit?");
        await rig.AskAsync("/check The summit is in The Hague");
        Approved.Equal("compared-news", rig.Transcript);
    }
}
