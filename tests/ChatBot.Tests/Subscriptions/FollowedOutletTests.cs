using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>An outlet is the same with an article and a remark in brackets as without, and may be named like a rhythm.</summary>
public sealed class FollowedOutletTests
{
    [Theory]
    [InlineData("The Harbour Herald", "The Harbour Herald (invented)")]
    [InlineData("Harbour Herald", "The Harbour Herald (invented)")]
    [InlineData("The Harbour Herald (invented)", "Harbour Herald")]
    [InlineData("lagoon wire", "Lagoon Wire [coast edition]")]
    public async Task An_outlet_that_is_followed_brings_what_it_writes_however_its_name_is_written(string followed, string publisher)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.ComesInAsync("a-1", publisher, "The Erasmus bridge will be closed.");
        var preview = await rig.SayAsync("/subscribe " + followed);
        Assert.Contains(publisher + ",", PlainReplyWriter.WriteText(preview).Replace("**", "", StringComparison.Ordinal));
        await rig.TapAsync(preview, "Subscribe");
        await rig.ComesInAsync("a-2", followed, "A gala concert will begin in the Kurhaus.");
        await rig.ComesInAsync("a-3", publisher, "The tram line of Delft will be repaired.");
        await rig.ComesInAsync("b-1", "Delft Post (invented)", "The mill of Leiden gets new sails.");
        var told = string.Join('\n', (await rig.DeliverAsync()).Select(one => one.Text));
        Assert.Contains("Kurhaus", told);
        Assert.Contains("tram", told);
        Assert.DoesNotContain("mill", told);
        Assert.Contains("you follow", PlainReplyWriter.WriteText(await rig.SayAsync("/why Kurhaus")));
    }

    [Fact]
    public async Task A_name_that_ends_in_a_rhythm_is_the_outlet_that_is_known_by_it_and_else_the_words_can_be_had()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        var unknown = await rig.SayAsync("/subscribe Tideline Weekly");
        Assert.Contains("every Monday", PlainReplyWriter.WriteText(unknown));
        var words = await rig.TapAsync(unknown, "No, the words “Tideline Weekly”");
        Assert.Contains("“Tideline Weekly” (in texts, or as the outlet), at once", PlainReplyWriter.WriteText(words).Replace("**", "", StringComparison.Ordinal));
        await rig.TapAsync(words, "Subscribe");
        await rig.ComesInAsync("a-1", "Tideline Weekly (invented)", "The Erasmus bridge will be closed.");
        Assert.Contains("Erasmus", Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Contains("Tideline Weekly (invented), at once", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe Tideline Weekly", "ben")).Replace("**", "", StringComparison.Ordinal));
        Assert.Contains("every Monday", PlainReplyWriter.WriteText(await rig.SayAsync("/subscribe Tideline Weekly weekly", "ben")));
    }
}
