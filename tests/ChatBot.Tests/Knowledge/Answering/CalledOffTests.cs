using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What was called off, and what was only rumoured, of a made-up kite fair: the day or the rumour alone would tell the contrary.</summary>
public sealed class CalledOffTests
{
    private const string Plan = "---\ntitle: Kite fair\npublished: 2031-06-02\n---\n\nThe lantern parade begins at 9 p.m. on Saturday, 14 June 2031. The choir sings in the Mill Hall at 8 p.m. on Saturday, 14 June 2031.";
    private const string Off = "---\ntitle: After the storm\npublished: 2031-06-16\n---\n\nThe lantern parade on Saturday evening was cancelled at 5 p.m. because of the wind. The tents stood.";

    [Fact]
    public void A_day_asked_for_comes_with_the_word_that_the_thing_was_called_off()
    {
        var answer = Assert.IsType<Changed>(Ask(KnownTexts.Of(("plan.md", Plan), ("off.md", Off)), "When is the lantern parade?"));
        Assert.Contains("9 p.m. on Saturday", answer.Steps[0].Statements[0].Text, StringComparison.Ordinal);
        Assert.Contains("was cancelled", answer.Steps[^1].Statements[0].Text, StringComparison.Ordinal);
        Assert.Null(answer.Steps[^1].Statements[0].ValueText);
    }

    [Fact]
    public void What_was_called_off_is_no_other_thing_s_end() =>
        Assert.DoesNotContain(Ask(KnownTexts.Of(("plan.md", Plan), ("off.md", Off)), "When does the choir sing?").Statements, statement => statement.Text.Contains("cancelled", StringComparison.Ordinal));

    [Theory]
    [InlineData("The lantern parade will take place as planned, the council said on Tuesday.")]
    [InlineData("The council denied that the lantern parade was cancelled.")]
    public void What_takes_place_after_all_is_not_shown_as_called_off(string later)
    {
        var knowledge = KnownTexts.Of(("plan.md", Plan), ("off.md", Off.Replace("2031-06-16", "2031-06-05", StringComparison.Ordinal)), ("on.md", $"---\ntitle: On again\npublished: 2031-06-10\n---\n\n{later} The lantern parade begins at 9 p.m. on Saturday, 14 June 2031."));
        var answer = Ask(knowledge, "When is the lantern parade?");
        Assert.False(answer is Changed { Steps: [.., var last] } && last.Statements[0].Text.Contains("was cancelled at", StringComparison.Ordinal));
    }

    [Fact]
    public void An_opinion_that_something_was_called_off_is_checked() =>
        Assert.Equal(Verdict.Supported, Assert.Single(KnownTexts.Of(("off.md", Off)).CheckClaim("I think the lantern parade was cancelled.")).Verdict);

    [Fact]
    public void A_report_is_shown_with_its_denial_in_the_same_article()
    {
        var knowledge = KnownTexts.Of(("kites.md", "---\ntitle: The flyers\npublished: 2031-06-12\n---\n\nThe kite flyer Otto Lind has denied that he will stay away from the fair. Harbour Weekly had reported on Monday that he was going to fly at Gull Point instead, which pays more. The fair opens on Friday."));
        var answer = Ask(knowledge, "Is Otto Lind going to fly at Gull Point instead?");
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("had reported", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("has denied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_denial_of_another_report_does_not_stand_behind_one()
    {
        var knowledge = KnownTexts.Of(("kites.md", "---\ntitle: The flyers\npublished: 2031-06-12\n---\n\nHarbour Weekly had reported that the smiths were not invited to the fair. The mayor Otto Lind denied on Tuesday that the old tower beside the mill would be sold to anybody before the winter. The fair opens on Friday."));
        Assert.DoesNotContain(Ask(knowledge, "Were the smiths invited to the fair?").Statements, statement => statement.Text.Contains("tower", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("When is the lantern parade?")]
    [InlineData("Where is the lantern parade?")]
    [InlineData("Will the lantern parade take place?")]
    [InlineData("is the lantern parade taking place")]
    public void Who_watches_when_or_whether_something_is_hears_that_it_was_called_off(string question)
    {
        const string moved = "---\ntitle: Another day\npublished: 2031-06-05\n---\n\nThe lantern parade has been moved from 14 to 15 June 2031, the council said. The lantern parade will take place on the quay on 15 June 2031.";
        const string off = "---\ntitle: No parade\npublished: 2031-06-10\n---\n\nThe lantern parade has been cancelled, the council said. The wind is too strong.";
        var known = KnownTexts.Of(("plan.md", Plan), ("moved.md", moved));
        var document = KnownTexts.Of(("nothing.md", off)).Documents.Single();
        var news = AnswerNews.Between(known.Topic, Ask(known, question), Ask(known.With(document), question), [new UpdateReader(known).Read(document)]);
        Assert.Equal("The lantern parade has been cancelled, the council said.", news?.After[0].Text);
    }

    private static Answer Ask(KnowledgeBase knowledge, string question) => knowledge.Ask(question, Conversation.New);
}
