using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Figures that disagree though no attribute of the topic is about them.</summary>
public class UnnamedSidesTests
{
    private static readonly Topic OfDates = Topic.None with
    {
        Attributes = [new TopicAttribute("fair.dates", "the dates of the fair", null, [], AttributeValueKind.Dates, ["takes place"], [], [], [], [], false)],
    };

    private static readonly KnowledgeBase Fair = KnownTexts.Of(
        OfDates,
        ("office.md", """
            ---
            title: The kite fair
            published: 2031-05-04
            ---
            The mayor said that 40,000 visitors are expected.

            On 7 June 2031 six people were treated for sunburn.
            """),
        ("police.md", """
            ---
            title: Before the fair
            published: 2031-05-20
            ---
            Director Tomas Weir put the number of expected visitors at 35,000.

            On 8 June 2031 two people were treated for sunburn.
            """));

    [Fact]
    public void The_same_weekday_in_two_papers_is_no_disagreement()
    {
        const string Question = "When do the weavers of Lomma meet?";
        Assert.IsType<Told>(Weavers("on Friday", "on Friday").Ask(Question, Conversation.New));
        Assert.IsType<Disputed>(Weavers("on Friday", "on Thursday").Ask(Question, Conversation.New));

        static KnowledgeBase Weavers(string one, string other) => KnownTexts.Of(
            ("one.md", $"---\ntitle: Notes\npublished: 2031-05-05\n---\n\nThe weavers of Lomma will meet {one}.\n"),
            ("two.md", $"---\ntitle: Looms\npublished: 2031-05-12\n---\n\nThe weavers of Lomma will meet {other}.\n"));
    }

    [Fact]
    public void A_year_that_says_which_fair_is_meant_is_not_the_day_on_which_it_was_said()
    {
        var known = KnownTexts.Of(("one.md", "---\ntitle: Notes\npublished: 2031-05-05\n---\n\nThe 2034 kite fair will be the last one, Hedda Quist said.\n"));
        Assert.Equal("2034", Assert.IsType<Told>(known.Ask("When will the last kite fair be?", Conversation.New)).Found[0].ValueText);
    }

    [Fact]
    public void Two_figures_of_one_thing_disagree_in_whatever_words()
    {
        var disputed = Assert.IsType<Disputed>(Fair.Ask("How many visitors are expected?", Conversation.New));
        Assert.Equal(["40,000 visitors", "35,000"], disputed.Sides.Select(side => side.Value));
    }

    [Fact]
    public void Figures_of_two_days_do_not_disagree() => Assert.IsNotType<Disputed>(Fair.Ask("How many people were treated for sunburn?", Conversation.New));
}
