using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>What is asked where sources disagree, or where nothing was answered: the bot decides nothing, and says why it told nothing.</summary>
public sealed class AfterADisagreementTests
{
    private const string Disputed = "/check The regatta runs from 8 to 11 August 2031.";

    private static readonly KnowledgeBase Undated = KnownTexts.Of(
        ("tide.txt", "The ferry Alma carries 210 passengers."), ("harbour.txt", "The ferry Alma carries 190 passengers."));

    [Theory]
    [InlineData("which is right?")]
    [InlineData("And who is right?")]
    [InlineData("so which one should I believe?")]
    public void What_is_right_is_not_decided_and_the_sides_are_shown_the_latest_first(string asked) =>
        Assert.Matches(@"I don't decide which is right(.|\n)*Report of 20 July 2031: (.|\n)*11 August(.|\n)*11 June 2031: (.|\n)*10 August", Said(InventedPages.Knowledge, Disputed, asked));

    [Theory]
    [InlineData("which one is newer?")]
    [InlineData("which is the latest?")]
    public void The_newer_one_is_the_side_of_the_later_day(string asked)
    {
        var said = Said(InventedPages.Knowledge, Disputed, asked);
        Assert.Contains("11 August", said, StringComparison.Ordinal);
        Assert.DoesNotContain("10 August", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_day_is_known_no_side_is_the_newer() =>
        Assert.Matches("Their days don't tell me(.|\\n)*Undated: (.|\\n)*Undated: ", Said(Undated, "How many passengers does the ferry Alma carry?", "which one is newer?"));

    [Fact]
    public void Who_asks_what_is_right_where_nobody_disagrees_is_told_so()
    {
        Assert.Contains("one side only", Said(InventedPages.Knowledge, "Who is Mara Ellstrom?", "who is right?"), StringComparison.Ordinal);
        Assert.Contains("I can't tell whom or what that means", Said(InventedPages.Knowledge, "who is right?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who painted the lighthouse?", "why?", "none of them speaks of “painted” or “lighthouse”")]
    [InlineData("Who painted the lighthouse?", "and why is that?", "none of them speaks of “painted” or “lighthouse”")]
    [InlineData("/check Penguins guard the harbour at night.", "why not covered?", "none of them speaks of “Penguins”")]
    [InlineData("Which languages does Ilse Brandvold speak?", "how come?", "none of them speaks of “languages”")]
    public void Why_nothing_was_answered_is_told_by_what_stands_in_no_document(string asked, string why, string said) => Assert.Contains(said, Said(InventedPages.Knowledge, asked, why), StringComparison.Ordinal);

    [Fact]
    public void Why_of_an_answer_still_asks_for_a_reason() =>
        Assert.Contains("because of the storm", Said(InventedPages.Knowledge, "Was the regatta postponed?", "why?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Who is Mara Ellstrom?", "she won the last regatta, right?", "Read as: Mara Ellstrom won the last regatta\nSupported")]
    [InlineData("Who is Mara Ellstrom?", "/check that she won the last regatta", "Read as: Mara Ellstrom won the last regatta\nSupported")]
    [InlineData("/check Ilse Brandvold is the mayor.", "/check She met Nora Quist", "Read as: Ilse Brandvold met Nora Quist\nSupported")]
    public void A_claim_about_her_is_checked_of_whom_was_spoken_of(string before, string claim, string said) => Assert.StartsWith(said, Said(InventedPages.Knowledge, before, claim), StringComparison.Ordinal);

    [Theory]
    [InlineData("they signed it, right?", "I can't tell whom “they” means.")]
    [InlineData("/check He attended", "I can't tell whom “He” means. Write the name, as in: /check ")]
    public void A_claim_about_nobody_that_is_known_asks_for_the_name(string claim, string said) => Assert.Contains(said, Said(InventedPages.Knowledge, claim), StringComparison.Ordinal);

    [Theory]
    [InlineData("Who is Mara Ellstrom?", "who said [1]?", "No speaker is named")]
    [InlineData(Disputed, "when was [2]?", "8 to 10 August 2031")]
    [InlineData(Disputed, "who said [5]?", "There is no source 5 above; the last answer has 2.")]
    public void A_follow_up_may_name_what_it_is_about_by_its_number(string first, string next, string said) => Assert.Contains(said, Said(InventedPages.Knowledge, first, next), StringComparison.Ordinal);

    [Theory]
    [InlineData("which date is the latest?")]
    [InlineData("which is the latest date?")]
    public void Which_date_is_the_latest_drops_no_side_of_undated_documents(string asked)
    {
        var knowledge = KnownTexts.Of(
            ("one.txt", "News of Vorring\n\nThe Vorring harvest fair takes place from 4 to 6 September 2032. Tickets cost 5 euros."),
            ("other.txt", "The harvest fair\n\nThe Vorring harvest fair takes place from 11 to 12 September 2032. The mayor opened the office."));
        var said = Said(knowledge, "When is the Vorring harvest fair?", asked);
        Assert.Contains("Their days don't tell me", said, StringComparison.Ordinal);
        Assert.Contains("4 to 6 September", said, StringComparison.Ordinal);
        Assert.Contains("11 to 12 September", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source?")]
    [InlineData("show me the source")]
    public void Who_asks_for_the_source_is_given_the_source_and_not_the_answer_again(string asked)
    {
        var knowledge = Dated("A", "2031-06-02", "The ferry Alma carries 210 passengers.");
        var conversation = QuestionHandler.Handle("How many passengers does the ferry Alma carry?", Conversation.New, knowledge).Conversation;
        var reply = QuestionHandler.Handle(asked, conversation, knowledge).Reply;
        Assert.Equal("What I told last rests on:", PlainReplyWriter.WriteText(reply).Trim());
        Assert.Contains("2 June 2031", Assert.Single(reply.Sources).Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who wrote that?")]
    [InlineData("says who?")]
    [InlineData("where is that from?")]
    public void Who_asks_for_the_source_of_an_answer_is_shown_that_answer_with_its_source(string asked)
    {
        var said = Said(Dated("A", "2031-06-02", "The ferry Alma carries 210 passengers."), "How many passengers does the ferry Alma carry?", asked);
        Assert.Contains("No speaker is named", said, StringComparison.Ordinal);
        Assert.Contains("210 passengers", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("are you sure?")]
    [InlineData("is that still true?")]
    public void A_doubt_asks_the_old_question_anew_of_what_is_known_by_now(string doubt)
    {
        const string Asked = "How many passengers does the ferry Alma carry?";
        var before = QuestionHandler.Handle(Asked, Conversation.New, KnownTexts.Of(("tide.txt", "The ferry Alma carries 210 passengers.")));
        var said = PlainReplyWriter.WriteText(QuestionHandler.Handle(doubt, before.Conversation, Undated).Reply);
        Assert.Contains("210 passengers", said, StringComparison.Ordinal);
        Assert.Contains("190 passengers", said, StringComparison.Ordinal);
        Assert.Contains("I looked again:", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_day_is_known_no_side_is_called_the_latest() =>
        Assert.Contains("I don't decide which is right. What they say:\n", Said(Undated, "How many passengers does the ferry Alma carry?", "which is right?"), StringComparison.Ordinal);

    [Fact]
    public void Why_not_of_an_answer_asks_for_a_reason() =>
        Assert.Contains("because of the storm", Said(InventedPages.Knowledge, "Was the regatta postponed?", "and why not?"), StringComparison.Ordinal);

    [Fact]
    public void Under_a_timeline_no_button_offers_one()
    {
        var timeline = QuestionHandler.Handle("/timeline", Conversation.New, InventedPages.Knowledge);
        Assert.NotNull(Assert.IsType<Told>(timeline.Answer).Moments);
        Assert.DoesNotContain(timeline.Reply.Actions, action => action.Kind == ReplyActionKind.Timeline);
    }

    [Fact]
    public void The_newest_may_be_asked_for_once_more() =>
        Assert.Contains("11 August", Said(InventedPages.Knowledge, Disputed, "which is the latest?", "which one is the latest?"), StringComparison.Ordinal);

    [Fact]
    public void A_side_that_may_have_been_written_later_leaves_it_open_which_is_the_newest()
    {
        var knowledge = KnownTexts.Of(("tide.md", Page("A", "2031-06-09", "The ferry Alma carries 210 passengers.")), ("harbour.txt", "The council met on 3 June 2031. The ferry Alma carries 190 passengers."));
        var said = Said(knowledge, "How many passengers does the ferry Alma carry?", "which is the latest?");
        Assert.Contains("Their days don't tell me", said, StringComparison.Ordinal);
        Assert.Contains("190 passengers", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_a_disputed_verdict_each_value_is_a_side_of_its_own_with_those_that_give_it()
    {
        var knowledge = KnownTexts.Of(
            ("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers.")), ("b.md", Page("B", "2031-06-04", "The ferry Alma carries 190 passengers.")), ("c.md", Page("C", "2031-06-05", "The ferry Alma carries 180 passengers.")));
        var said = Said(knowledge, "/check The ferry Alma carries 210 passengers.", "which is right?");
        Assert.DoesNotContain("Likewise", said, StringComparison.Ordinal);
        Assert.Matches("5 June 2031: (.|\\n)*180(.|\\n)*4 June 2031: (.|\\n)*190(.|\\n)*2 June 2031: (.|\\n)*210", said);
    }

    [Theory]
    [InlineData("/check The ferry Alma carries 210 passengers. The lighthouse is white.", "I don't decide which is right(.|\\n)*190 passengers")]
    [InlineData("/check The lighthouse is white. The ferry Alma carries 210 passengers.", "which is right\\? \\(The ferry Alma carries 210 passengers(.|\\n)*190 passengers")]
    [InlineData("/check The ferry Alma carries 210 passengers. The ferry Berta has 12 cabins.", "I checked several claims just now")]
    [InlineData("/check The ferry Berta belongs to Ostrey. The lighthouse is white.", "I checked several claims just now")]
    public void Of_several_verdicts_the_one_that_is_disputed_has_sides(string check, string said)
    {
        var knowledge = KnownTexts.Of(
            ("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers. The ferry Berta has 12 cabins. The lighthouse is white.")),
            ("b.md", Page("B", "2031-06-04", "The ferry Alma carries 190 passengers. The ferry Berta has 14 cabins. The ferry Berta belongs to Ostrey.")));
        Assert.Matches(said, Said(knowledge, check, "which is right?"));
    }

    [Fact]
    public void Of_several_things_told_unasked_those_that_contradict_each_other_are_shown_by_their_days()
    {
        var said = SaidUnder(
            [("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers.")), ("b.md", Page("B", "2031-06-03", "The lighthouse was painted in May.")), ("c.md", Page("C", "2031-06-05", "The ferry Alma carries 190 passengers."))], "which is right?");
        Assert.Matches("I don't decide which is right(.|\\n)*5 June 2031: (.|\\n)*190(.|\\n)*2 June 2031: (.|\\n)*210", said);
        Assert.DoesNotContain("lighthouse", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_things_told_unasked_that_do_not_contradict_each_other_none_is_held_against_another() =>
        Assert.StartsWith(
            "Of what that message tells nothing contradicts the rest",
            SaidUnder([("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers.")), ("b.md", Page("B", "2031-06-03", "The lighthouse was painted in May.")), ("c.md", Page("C", "2031-06-04", "The council met in Ostrey."))], "which is right?"),
            StringComparison.Ordinal);

    [Fact]
    public void Of_two_disagreements_in_one_message_nobody_can_tell_which_is_meant() =>
        Assert.StartsWith(
            "In that message sources disagree on several things.",
            SaidUnder([("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers. The mayor opposes the bridge.")), ("c.md", Page("C", "2031-06-05", "The ferry Alma carries 190 passengers. The mayor does not oppose the bridge."))], "which is right?"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("and the lighthouse?", "The lighthouse was painted in May.", "Alma")]
    [InlineData("what about Alma?", "The ferry Alma carries 210 passengers.", "lighthouse")]
    [InlineData("and Berta?", "The ferry Berta has 12 cabins.", "lighthouse")]
    public void A_name_asked_for_under_several_things_told_unasked_is_looked_for_among_them_and_then_elsewhere(string asked, string said, string not)
    {
        var answer = SaidUnder([("a.md", Page("A", "2031-06-02", "The ferry Alma carries 210 passengers.")), ("b.md", Page("B", "2031-06-03", "The lighthouse was painted in May."))], asked, ("d.md", Page("D", "2031-05-03", "The ferry Berta has 12 cabins.")));
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(not, answer, StringComparison.Ordinal);
    }

    /// <summary>What is said to a message under another that told all sentences of some documents.</summary>
    private static string SaidUnder((string Name, string Text)[] told, string message, params (string Name, string Text)[] besides)
    {
        var knowledge = KnownTexts.Of([.. told, .. besides]);
        var names = told.Select(document => Path.GetFileNameWithoutExtension(document.Name)).ToHashSet();
        List<Statement> shown = [.. knowledge.Documents.Where(document => names.Contains(document.Document.Id.Value)).SelectMany(document => document.Facts.Select(fact => Statement.From(document.Document, fact)))];
        Assert.True(shown.Count > 1);
        return PlainReplyWriter.WriteText(QuestionHandler.Handle(message, new Conversation([knowledge.TurnOfTold(shown)]), knowledge).Reply);
    }

    private static KnowledgeBase Dated(string title, string published, string text) => KnownTexts.Of(("page.md", Page(title, published, text)));

    private static string Page(string title, string published, string text) => $"---\npublisher: The {title} Post (invented)\ntitle: {title}\npublished: {published}\n---\n\n{text}\n";

    private static string Said(KnowledgeBase knowledge, params string[] messages)
    {
        var conversation = Conversation.New;
        var said = "";
        foreach (var message in messages)
        {
            var handled = QuestionHandler.Handle(message, conversation, knowledge);
            (conversation, said) = (handled.Conversation, PlainReplyWriter.WriteText(handled.Reply));
        }
        return said;
    }
}
