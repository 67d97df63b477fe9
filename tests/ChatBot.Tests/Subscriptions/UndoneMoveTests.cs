using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>A fair that is said to be moved, and not to be: what those are told who ask and watch when and where it is.</summary>
public sealed class UndoneMoveTests
{
    private const string When = "When is the Wool Fair?";
    private const string Where = "Where is the Wool Fair?";
    private const string Planned = "The Wool Fair will be held in Tarnholm on 14 May 2031.";
    private const string Postponed = "The Wool Fair has been postponed to 20 June 2031.";

    [Theory]
    [InlineData("The Wool Fair will be held as planned, the mayor said.")]
    [InlineData("The mayor denied that the Wool Fair has been postponed.")]
    public async Task Who_asks_or_watches_when_it_is_is_told_that_it_was_not_moved_after_all(string denial)
    {
        await using var rig = await OpenAsync(Planned, Postponed);
        await rig.SayAsync("/watch " + When);
        rig.At("2031-03-03T08:00:00Z");
        await rig.ComesInAsync("herald", "Herald", denial);
        Assert.Contains(denial, Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Equal([Planned, Postponed, denial], (await AnswerAsync(rig, When)).Statements.Select(statement => statement.Text).OrderBy(text => text == denial).ThenBy(text => text == Postponed));
        rig.At("2031-03-04T08:00:00Z");
        await rig.ComesInAsync("journal", "Journal", "The Wool Fair has been postponed to 3 July 2031.");
        Assert.DoesNotContain(denial, (await AnswerAsync(rig, When)).Statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData("The Wool Fair will not go ahead as planned, the mayor said.")]
    [InlineData("The Cheese Fair will be held as planned.")]
    public async Task What_says_something_else_undoes_no_move(string other)
    {
        await using var rig = await OpenAsync(Planned, Postponed, other);
        Assert.DoesNotContain(other, (await AnswerAsync(rig, When)).Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task A_place_that_nobody_knew_is_one_where_something_is_moved_to_it()
    {
        const string Moved = "The Wool Fair has been moved to Skelby.";
        await using var rig = await OpenAsync(Planned);
        await rig.SayAsync("/watch " + Where);
        rig.At("2031-03-03T08:00:00Z");
        await rig.ComesInAsync("herald", "Herald", Moved);
        Assert.Matches($"Another answer.*\n.*{Moved}.*\n.*Before: {Planned}", Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Equal("Skelby", (await AnswerAsync(rig, Where)).Statements[0].ValueText);
    }

    [Fact]
    public async Task Where_the_topic_asks_for_the_place_a_move_is_a_side_of_the_answer_whatever_its_words()
    {
        const string Question = "Where is the summit held?";
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/watch " + Question);
        rig.At("2025-06-14T08:00:00Z");
        await rig.ComesInAsync("delta", "Delta", "The NATO summit has been moved to Skelby.");
        Assert.Contains("moved to Skelby", Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Contains("Skelby", Assert.IsType<Disputed>(await AnswerAsync(rig, Question)).Sides.Select(side => side.Value));
    }

    private static async Task<Answer> AnswerAsync(SubscriberRig rig, string question) => (await rig.AskAsync(question)).Turns[^1].Answer;

    /// <summary>One document a day.</summary>
    private static async Task<SubscriberRig> OpenAsync(params string[] texts)
    {
        var rig = await SubscriberRig.OpenAsync(known: KnowledgeBase.Build(Topic.None with { Id = "tarnholm" }, []));
        for (var i = 0; i < texts.Length; i++)
        {
            rig.At($"2031-03-0{i + 1}T08:00:00Z");
            await rig.ComesInAsync($"paper-{i}", $"Paper {i}", texts[i]);
        }
        return rig;
    }
}
