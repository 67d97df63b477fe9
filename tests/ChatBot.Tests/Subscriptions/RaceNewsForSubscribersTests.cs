using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Tests.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>What those read who follow an invented race: a denial is called one, and a correction that calls itself one isn't called one twice.</summary>
public sealed class RaceNewsForSubscribersTests
{
    private const string Moved = "The Ravenmoor Hill Race has been moved to Tolbridge.";

    [Theory]
    [InlineData("The organisers denied that the race has been moved to Tolbridge.")]
    [InlineData("The race has not been moved to Tolbridge.")]
    public async Task A_denial_of_a_move_is_told_as_one_to_who_follows_and_to_who_watches(string denial)
    {
        await using var rig = await OpenAsync(HillRace.Planned, Moved);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch Where is the race?", "ben");
        rig.At("2033-03-05T08:00:00Z");
        await rig.ComesInAsync("radio", "Hill Radio", denial);
        var told = (await rig.DeliverAsync()).ToDictionary(one => one.Chat, one => one.Text);
        Assert.Matches($"Denied: the place of the race.*\n.*{denial}.*\n.*What is denied: {Moved}", told["anna"]);
        Assert.Contains(denial, told["ben"]);
        Assert.Contains("Denied: the place of the race", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
    }

    [Fact]
    public async Task A_move_that_was_denied_while_it_waited_stands_with_its_denial_and_not_before_it()
    {
        await using var rig = await OpenAsync(HillRace.Planned);
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        rig.At("2033-03-03T12:00:00Z");
        await rig.ComesInAsync("wire", "Hill Wire", Moved);
        await rig.ComesInAsync("radio", "Hill Radio", "The organisers denied that the race has been moved to Tolbridge.");
        rig.At("2033-03-04T12:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Denied: the place of the race", told);
        Assert.DoesNotContain("Changed", told);
        Assert.Contains($"What is denied: {Moved}", told);
        Assert.Equal(2, told.Split(Moved).Length);
    }

    [Fact]
    public async Task Who_follows_the_days_is_told_that_it_is_called_off_and_that_it_is_not()
    {
        await using var rig = await OpenAsync(HillRace.Planned);
        await rig.SayAsync("/subscribe confirm attribute:race.dates");
        foreach (var (i, text) in new[] { "The Ravenmoor Hill Race has been cancelled, two people said.", "The organisers denied that the race had been cancelled.", "A concert before the race has been cancelled." }.Index())
        {
            rig.At($"2033-03-0{i + 4}T08:00:00Z");
            await rig.ComesInAsync($"wire-{i}", $"Wire {i}", text);
            var told = await rig.DeliverAsync();
            if (i < 2) Assert.Contains(text, Assert.Single(told).Text);
            else Assert.Empty(told);
        }
    }

    [Fact]
    public async Task A_correction_that_says_itself_that_it_is_one_is_not_called_one_besides()
    {
        const string Correction = "Correction: the course has 16 bridges.";
        await using var rig = await OpenAsync(HillRace.Planned, "The course has 14 bridges.");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2033-03-05T08:00:00Z");
        await rig.ComesInAsync("radio", "Hill Radio", $"The club of the hill race has a green flag. {Correction}");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches($"\n(bot: )?{Correction}", told);
        Assert.Contains($"“{Correction}”", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
        Assert.DoesNotContain($": “{Correction}”", PlainReplyWriter.WriteText(await rig.SayAsync("/why")));
    }

    /// <summary>One document a day.</summary>
    private static async Task<SubscriberRig> OpenAsync(params string[] texts)
    {
        var rig = await SubscriberRig.OpenAsync(known: KnowledgeBase.Build(HillRace.Topic, []));
        for (var i = 0; i < texts.Length; i++)
        {
            rig.At($"2033-03-0{i + 1}T08:00:00Z");
            await rig.ComesInAsync($"paper-{i}", $"Paper {i}", texts[i]);
        }
        return rig;
    }
}
