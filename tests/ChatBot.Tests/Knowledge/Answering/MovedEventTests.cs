using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What is asked and claimed of an opening that was moved, in two invented articles.</summary>
public sealed class MovedEventTests
{
    private const string Before = """
        ---
        publisher: Tarn Echo (invented)
        title: The bridge gets its day
        published: 2027-02-03
        ---

        The Tarn Bridge will be opened on 14 May 2027. The ceremony begins at 3 pm on the north bank.

        There will be 40 parking places. The toll will be 2 percent of the fare.

        The ferry costs 60 euros. About 400 guests are expected on the day.
        """;

    private const string After = """
        ---
        publisher: Vale Courier (invented)
        title: Bridge opening postponed
        published: 2027-04-20
        ---

        The opening of the Tarn Bridge was postponed from 14 May to 11 June 2027. Storm damage to a cable was the reason.

        The ceremony was moved from 3 pm to 5 pm. The toll was raised from 2 to 5 percent of the fare.

        The ferry fee was raised from 60 to 75 euros. On the day 240 guests came.

        The number of parking places was cut from 40 to 25.
        """;

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() => KnownTexts.Of(("before.md", Before), ("after.md", After)));

    [Theory]
    [InlineData("When does the Tarn Bridge open?", "14 May 2027", "11 June 2027")]
    [InlineData("What time does the ceremony begin?", "3 pm", "5 pm")]
    [InlineData("How many parking places are there?", "40 parking places", "25")]
    public void What_replaces_a_value_is_the_latest(string question, string before, string now) =>
        Assert.Equal([before, now], Assert.IsType<Changed>(Knowledge.Value.Ask(question, Conversation.New)).Steps.Select(step => step.Value));

    [Theory]
    [InlineData("When is the opening of the Tarn Bridge?", "11 June 2027")]
    [InlineData("When was the opening of the Tarn Bridge originally planned?", "14 May")]
    [InlineData("What time is the ceremony?", "5 pm")]
    public void Of_two_values_in_one_sentence_the_one_that_is_asked_for_answers(string question, string value) =>
        Assert.Equal(value, KnownTexts.Of(("after.md", After)).Ask(question, Conversation.New).Statements[0].ValueText);

    [Fact]
    public void A_timeline_has_the_new_day() =>
        Assert.Equal([new DateOnly(2027, 5, 14), new DateOnly(2027, 6, 11)], Assert.IsType<Told>(Knowledge.Value.Ask("/timeline Tarn Bridge", Conversation.New)).Moments?.Select(moment => moment.Days.From) ?? []);

    [Theory]
    [InlineData("The opening of the Tarn Bridge is on 14 May 2027.", Verdict.Contradicted)]
    [InlineData("The Tarn Bridge will be opened on 11 June 2027.", Verdict.Supported)]
    [InlineData("The opening was postponed to 11 June 2027.", Verdict.Supported)]
    [InlineData("The opening of the Tarn Bridge was postponed from 14 May to 12 June 2027.", Verdict.Contradicted)]
    [InlineData("The opening of the Tarn Bridge was originally planned for 14 May 2027.", Verdict.Supported)]
    [InlineData("The ceremony begins at 3 pm.", Verdict.Contradicted)]
    [InlineData("The ceremony was moved to 5 pm.", Verdict.Supported)]
    [InlineData("There are 40 parking places.", Verdict.Contradicted)]
    [InlineData("The number of parking places was cut to 25.", Verdict.Supported)]
    [InlineData("The number of parking places was cut to 30.", Verdict.Contradicted)]
    [InlineData("The ferry costs 75 euros.", Verdict.Supported)]
    [InlineData("240 guests came on the day.", Verdict.Supported)]
    [InlineData("The toll is 5 percent of the fare.", Verdict.Supported)]
    public void Claims_are_held_against_what_holds(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(Knowledge.Value.CheckClaim(claim)).Verdict);
}
