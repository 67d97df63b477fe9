using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Values that turn, and turn back, at an invented fair: news, watches and answers tell of the same last step, in whatever words it is said.</summary>
public sealed class TurnedBackValueTests
{
    private static readonly EntityId Fair = new("wool-fair");

    private static readonly KnowledgeBase Tarnholm = KnowledgeBase.Build(
        Topic.None with
        {
            Id = "tarnholm", Title = "The Wool Fair", Subject = Fair,
            Entities =
            [
                new Entity(Fair, EntityKind.Event, "Wool Fair", ["fair"], []), new Entity(new EntityId("ilse-brandt"), EntityKind.Person, "Ilse Brandt", ["Brandt"], []),
                new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []),
            ],
            Attributes =
            [
                new TopicAttribute("guests", "who comes to the fair", null, [EntityKind.Person], AttributeValueKind.YesNo, ["fair"], [], ["will attend", "has arrived"], ["will skip", "will not attend"], [], Changes: true),
                new TopicAttribute("norland.invited", "whether Norland is invited", new EntityId("norland"), [], AttributeValueKind.YesNo, ["invite", "invited", "invitation"], [], ["received an invitation", "is invited"], ["no invitation", "withdrew the invitation"], [], Changes: true),
            ],
        }, []);

    [Theory]
    [InlineData("Will Ilse Brandt attend the Wool Fair?", "Ilse Brandt will attend the Wool Fair.", "Ilse Brandt will skip the Wool Fair, her office said.", "Ilse Brandt has arrived in Tarnholm for the Wool Fair.")]
    [InlineData("Is Norland invited to the Wool Fair?", "Norland received an invitation to the Wool Fair.", "Tarnholm withdrew the invitation of Norland to the Wool Fair.", "Norland is still invited to the Wool Fair, the mayor said.")]
    public async Task What_turns_a_value_back_is_the_latest_in_the_answer_as_in_the_news_of_it(string question, params string[] steps)
    {
        await using var rig = await OpenAsync("/watch " + question, steps);
        Assert.Matches($@"Another answer.*\n.*{steps[2]}.*\n.*Before: {steps[1]}", Assert.Single(await rig.DeliverAsync()).Text);
        Assert.Equal(steps, await StepsAsync(rig, question));
    }

    [Fact]
    public async Task Of_a_value_that_turned_three_times_the_last_steps_are_told_and_no_value_is_counted_as_left_out()
    {
        const string Question = "Is Norland invited to the Wool Fair?";
        string[] steps = ["Norland received no invitation to the Wool Fair.", "Norland received an invitation to the Wool Fair.", "Tarnholm withdrew the invitation of Norland to the Wool Fair.", "Norland is still invited to the Wool Fair, the mayor said."];
        await using var rig = await OpenAsync("/watch " + Question, steps);
        Assert.Equal(steps[1..], await StepsAsync(rig, Question));
        Assert.DoesNotContain("more value", rig.Transcript);
    }

    /// <summary>One document a day; the news of all but the last are delivered.</summary>
    private static async Task<SubscriberRig> OpenAsync(string command, string[] steps)
    {
        var rig = await SubscriberRig.OpenAsync(known: Tarnholm);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync(command);
        for (var i = 0; i < steps.Length; i++)
        {
            await rig.DeliverAsync();
            rig.At($"2031-03-0{i + 1}T08:00:00Z");
            await rig.ComesInAsync($"paper-{i}", $"Paper {i}", steps[i]);
        }
        return rig;
    }

    private static async Task<IEnumerable<string>> StepsAsync(SubscriberRig rig, string question) =>
        Assert.IsType<Changed>((await rig.AskAsync(question)).Turns[^1].Answer).Steps.Select(step => step.Statements[0].Text);
}
