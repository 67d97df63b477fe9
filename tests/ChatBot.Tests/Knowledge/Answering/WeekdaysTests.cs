using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Mentions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>On which day a timeline puts what is told with a weekday: an invented kite fair, put off by a week, in papers of different days.</summary>
public class WeekdaysTests
{
    private static readonly DateOnly Written = new(2031, 6, 4);

    private static readonly KnowledgeBase Kites = KnownTexts.Of(
        ("May.md", Page("2031-05-20", "The Kite Fair of Sundby will be held from 6 to 8 June 2031.")),
        ("Put off.md", Page("2031-05-28", "The Kite Fair of Sundby was put off and takes place from 13 to 15 June 2031.")),
        ("Eve.md", Page("2031-06-04", "The Kite Fair of Sundby is opened by a parade on Friday.\n\nThe lantern supper of Sundby is to be held on the Saturday evening.\n\nThe council of Sundby bought a flagpole on Monday.\n\nA ropewalk in Ostby opens at noon on Sunday.")));

    [Theory]
    [InlineData("/timeline parade Kite Fair", "parade")]
    [InlineData("/timeline lantern supper", "supper")]
    public void What_is_to_come_on_a_weekday_of_an_unsure_week_stands_under_the_day_of_its_report(string question, string word) =>
        Assert.Equal(new Moment(new DateRange(Written, Written), true), MomentOf(question, word));

    [Theory]
    [InlineData("/timeline council flagpole", "flagpole", 2)]
    [InlineData("/timeline ropewalk Ostby", "ropewalk", 8)]
    public void A_sure_weekday_is_the_one_before_the_report_or_the_one_after_it_by_its_tense(string question, string word, int day) =>
        Assert.Equal(new Moment(new DateRange(new DateOnly(2031, 6, day), new DateOnly(2031, 6, day)), false), MomentOf(question, word));

    private static Moment MomentOf(string question, string word)
    {
        var told = Assert.IsType<Told>(Kites.Ask(question, Conversation.New));
        return told.Moments![told.Statements.ToList().FindIndex(statement => statement.Text.Contains(word, StringComparison.Ordinal))];
    }

    private static string Page(string published, string text) => $"---\ntitle: News of {published}\npublished: {published}\n---\n{text}\n";
}
