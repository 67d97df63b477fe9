using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Of what one message tells, nothing stands as new that a later line of it takes back in other words: the latest is told once, with what was said before.</summary>
public sealed class ReversedInOneMessageTests
{
    [Theory]
    [InlineData("The Wool Fair will be held in Tarnholm.", "The Wool Fair has been moved to Skelby.")]
    [InlineData("The Wool Fair has been moved to Skelby.", "The Wool Fair has been moved to Brannick.")]
    [InlineData("The Wool Fair will take place on 14 May 2031.", "The Wool Fair has been postponed to 20 June 2031.")]
    [InlineData("The Wool Fair has been postponed to 20 June 2031.", "The Wool Fair will be held as planned, the mayor said.")]
    [InlineData("The Wool Fair has been cancelled.", "The Wool Fair will take place after all, the mayor said.")]
    public async Task What_a_later_document_changes_is_told_there_alone(string first, string second)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: KnowledgeBase.Build(Topic.None with { Id = "tarnholm" }, []));
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        rig.At("2031-03-01T11:00:00Z");
        await rig.ComesInAsync("gazette", "Gazette", first + " The mill in Oster has two wheels.");
        rig.At("2031-03-02T08:00:00Z");
        await rig.ComesInAsync("courier", "Courier", second);
        rig.At("2031-03-02T10:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Single(Regex.Matches(told, Regex.Escape(first)));
        Assert.Matches($@"{Regex.Escape(second)}[^\n]*\n[^\n]*: {Regex.Escape(first)}", told);
        Assert.Contains("two wheels", told);
        Assert.Contains("something later stood in its place", PlainReplyWriter.WriteText(await rig.SayAsync("/why " + first)));
    }

    [Fact]
    public async Task What_is_said_of_something_else_takes_nothing_back()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: KnowledgeBase.Build(Topic.None with { Id = "tarnholm" }, []));
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        rig.At("2031-03-01T11:00:00Z");
        await rig.ComesInAsync("gazette", "Gazette", "The Wool Fair will be held in Tarnholm.");
        await rig.ComesInAsync("courier", "Courier", "The Cheese Fair has been moved to Skelby.");
        rig.At("2031-03-02T10:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.DoesNotContain("Before:", told);
        Assert.Contains("held in Tarnholm", told);
    }
}
