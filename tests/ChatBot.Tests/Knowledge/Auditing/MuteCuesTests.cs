using ChatBot.Knowledge.Auditing;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Knowledge.Auditing;

/// <summary>Phrases of a yes-no attribute, on an invented fair: which of them can say what they stand for.</summary>
public sealed class MuteCuesTests
{
    private static readonly EntityId Fair = new("fair");

    [Theory]
    [InlineData("will open", "will not open", "")]
    [InlineData("will open", "not open, stays closed", "")]
    [InlineData("will open", "closed, not closed", "not closed")]
    [InlineData("will open", "closed, denied that it is closed", "denied that it is closed")]
    [InlineData("stays closed for good", "closed", "stays closed for good")]
    [InlineData("will open", "closed on a rumour", "closed on a rumour")]
    [InlineData("not closed, will open", "closed", "not closed")]
    public void A_phrase_that_no_sentence_makes_say_what_it_stands_for_is_named(string yes, string no, string mute) =>
        Assert.Equal(mute, string.Join(", ", MuteCues.In(Of(yes.Split(", "), no.Split(", "))).Select(cue => cue.Phrase)));

    /// <summary>"Does not want" can't say yes: "not" within a phrase under <c>yes:</c> turns it round.</summary>
    [Theory]
    [InlineData("hague-2025", "does not want")]
    [InlineData("pellworth-2026", "")]
    public void The_topics_that_ship_have_one(string topic, string mute) =>
        Assert.Equal(mute, string.Join(", ", MuteCues.In(TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", topic))).Select(cue => cue.Phrase)));

    private static Topic Of(string[] yes, string[] no) => Topic.None with
    {
        Entities = [new Entity(Fair, EntityKind.Event, "Kite Fair", [], [])],
        Attributes = [new TopicAttribute("fair.open", "whether the fair opens", Fair, [], AttributeValueKind.YesNo, ["open", "closed"], ["rumour"], yes, no, [], Changes: true)],
    };
}
