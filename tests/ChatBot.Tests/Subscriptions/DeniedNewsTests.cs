using System.Text.RegularExpressions;
using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>News that deny what was told of things for which the topic has no attribute: to who waits for a digest, watches a question or was given the answer.</summary>
public sealed class DeniedNewsTests
{
    private const string Wants = "The town of Oster wants a bigger harbour.";
    private const string WantsNoLonger = "The town of Oster no longer wants a bigger harbour.";
    private const string Adopted = "The council of Oster adopted the harbour plan.";
    private const string NotAdopted = "The council of Oster did not adopt the harbour plan.";

    [Theory]
    [InlineData("Does the town of Oster want a bigger harbour?", Wants, WantsNoLonger)]
    [InlineData("Did the council of Oster adopt the harbour plan?", Adopted, NotAdopted)]
    public async Task Who_watches_a_question_or_was_given_its_answer_is_told_of_a_denial_with_what_was_before(string question, string before, string after)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", before);
        await rig.SayAsync("/watch " + question);
        await rig.SayAsync("/settings corrections on", "ben");
        await rig.AskAsync(question, "ben");
        rig.At("2031-03-03T08:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", after);
        var told = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        foreach (var chat in new[] { "anna", "ben" }) Assert.Contains(after, told[chat]);
        foreach (var chat in new[] { "anna", "ben" }) Assert.Contains(before, told[chat]);
        Assert.Contains("because you watch", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
        Approved.Equal(before == Wants ? "denied-news-ended" : "denied-news", rig.Transcript);
    }

    [Theory]
    [InlineData("Does the town of Oster want a bigger harbour?", Wants, "The town of Oster does not want a bigger school.")]
    [InlineData("Did the council of Oster adopt the harbour plan?", Adopted, "The council of Brannick did not adopt the harbour plan.")]
    [InlineData("Did the council of Oster adopt the harbour plan?", Adopted, "Nobody wrote that the council of Oster adopted the harbour plan.")]
    public async Task Who_watches_a_question_is_not_told_what_denies_something_else(string question, string before, string after)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", before);
        await rig.SayAsync("/watch " + question);
        rig.At("2031-03-03T08:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", after);
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory]
    [InlineData(Wants, WantsNoLonger)]
    [InlineData(Adopted, NotAdopted)]
    public async Task What_was_denied_while_a_digest_waited_is_not_told_as_if_it_stood(string before, string after)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        await rig.SayAsync("/subscribe confirm keywords:adopted, wants daily at 10", "ben");
        rig.At("2031-03-01T11:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", before + " The Brannick line has two tracks.");
        rig.At("2031-03-02T08:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", after);
        rig.At("2031-03-02T10:00:00Z");
        foreach (var (_, told) in await rig.DeliverAsync())
        {
            Assert.Contains(after, told);
            Assert.Matches($@"{Regex.Escape(after)}[^\n]*\n[^\n]*: {Regex.Escape(before)}", told);
            Assert.Single(Regex.Matches(told, Regex.Escape(before)));
        }
        Assert.Contains("something later stood in its place", PlainReplyWriter.WriteText(await rig.SayAsync("/why " + before)));
        Approved.Equal(before == Wants ? "denied-while-waiting-ended" : "denied-while-waiting", rig.Transcript);
    }

    [Theory]
    [InlineData("It is not true that the police will deploy 29 boats in Oster.")]
    [InlineData("The police will not deploy 29 boats in Oster.")]
    public async Task A_new_figure_stands_against_the_figures_that_others_give_and_not_against_a_denial_of_one_of_them(string denial)
    {
        static string Boats(int boats) => $"The police will deploy {boats} boats in Oster.";
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", Boats(29));
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2031-03-02T08:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", denial);
        Assert.Contains("otherwise: " + Boats(29), Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2031-03-03T08:00:00Z");
        await rig.ComesInAsync("herald-1", "Herald", Boats(31));
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("otherwise: " + Boats(29), told);
        Assert.DoesNotContain(denial, told);
    }
}
