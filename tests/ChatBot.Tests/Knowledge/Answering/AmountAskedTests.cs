using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Figures of what is spent. All invented.</summary>
public sealed class AmountAskedTests
{
    [Fact]
    public void A_number_of_towns_is_no_figure_of_what_they_spend()
    {
        const string Share = "The dredging spending of Norland is 4 percent of its budget.";
        var known = Known("The 12 towns have dredging spending that grows.", Share);
        Assert.Equal([Share], known.Ask("/number dredging spending", Conversation.New).Statements.Select(statement => statement.Text));
        Assert.Equal(2, known.Ask("/number towns dredging", Conversation.New).Statements.Count);
    }

    [Fact]
    public void Of_figures_that_follow_each_other_a_look_up_says_which_is_the_latest()
    {
        var known = Known("In all 142 boats have entered the race.", "In all 151 boats have entered the race.");
        var asked = known.Ask("How many boats are there?", Conversation.New);
        Assert.IsNotType<Told>(asked);
        Assert.Equal((asked.GetType(), asked.Statements[0].Text), (known.Ask("/number boats", Conversation.New).GetType(), known.Ask("/number boats", Conversation.New).Statements[0].Text));
    }

    [Fact]
    public void How_much_something_is_asks_for_money_before_minutes()
    {
        var known = Known("The ferries of the Tarn Line run every 20 minutes from six in the morning.", "A day ticket for the ferry costs 7.50 euros.");
        Assert.Contains("7.50", Assert.IsType<Told>(known.Ask("how much is the ferry", Conversation.New)).Statements[0].ValueText, StringComparison.Ordinal);
    }

    private static KnowledgeBase Known(params string[] texts) =>
        KnownTexts.Of([.. texts.Select((text, i) => ($"paper{i}.md", $"---\npublisher: Paper {i} (invented)\ntitle: Notes\npublished: 2031-06-{i + 2:00}\n---\n\n{text}\n"))]);
}
