using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up regatta: questions that want both sides, each part, the words behind a sentence, what somebody wishes of somebody, or why something matters.</summary>
public sealed class BothAndEachTests
{
    private static readonly KnowledgeBase Known = KnownTexts.Of(
        Topic.None with
        {
            Title = "Lomma Regatta, June 2034",
            Subject = new EntityId("regatta"),
            Entities =
            [
                new Entity(new EntityId("regatta"), EntityKind.Event, "Lomma Regatta", ["the regatta", "regatta"], []),
                new Entity(new EntityId("post"), EntityKind.Organisation, "Lomma Post", ["the Post"], []),
                new Entity(new EntityId("herald"), EntityKind.Organisation, "Strand Herald", ["the Herald"], []),
                new Entity(new EntityId("quist"), EntityKind.Person, "Hedda Quist", ["Quist"], []),
                new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
            ],
            Attributes = [new TopicAttribute("regatta.dates", "the days of the regatta", new EntityId("regatta"), [], AttributeValueKind.Dates, ["held"], [], [], [], [], false)],
        },
        ("may.md", """
        ---
        id: may
        publisher: Lomma Post
        title: The regatta comes nearer
        published: 2034-05-04
        language: en
        ---

        The Lomma Regatta will be held from 6 to 8 June 2034. This will be the 21st regatta.

        Hedda Quist wants the quay closed to cars in July. Ana Varga has won the rowing cup. Varga was 14 seconds ahead of the others.

        Some 140 boats have entered the regatta, Hedda Quist said. "We have never had so many," she said.

        Hedda Quist talked to Ana Varga about the old lighthouse. Quist hopes that Varga will light the old lighthouse.

        Varga's visit underlines the friendship of the two towns. Ana Varga visits the town hall on Friday.

        The bakers met in Arden on 3 May 2034. The weavers met in Norrby on 2 May 2034.

        In the plan 30 percent of the money goes to boats and 70 percent to bridges. The plan of the money was printed on blue paper.
        """),
        ("june.md", """
        ---
        id: june
        publisher: Strand Herald
        title: Boats and berths
        published: 2034-06-01
        language: en
        ---

        Ana Varga wants the quay closed to cars in August. It is the 22nd regatta that the town has held.
        """));

    [Fact]
    public void Two_figures_to_choose_from_are_both_told_where_sources_give_both() =>
        Assert.Equal(["21st regatta", "22nd regatta"], Assert.IsType<Disputed>(Ask("Is it the 21st or the 22nd regatta?")).Sides.Select(side => side.Value));

    [Fact]
    public void A_figure_that_nobody_gives_leaves_nothing_to_choose() => Assert.IsNotType<Disputed>(Ask("Is it the 21st or the 27th regatta?"));

    [Fact]
    public void Of_two_who_are_compared_each_is_heard() =>
        Assert.Equal(["may", "june"], Ask("Where do Quist and Varga differ on closing the quay to cars?").Statements.Select(statement => statement.Fact.Id.Document.Value));

    [Fact]
    public void A_part_that_nothing_answers_is_named()
    {
        var answer = Ask("Who won the rowing cup and which songs did the choir sing?");
        Assert.Equal(["which songs did the choir sing"], answer.PartsNotKnown);
        Assert.Contains("I find no answer to “which songs did the choir sing”.", PlainReplyWriter.WriteText(ReplyComposer.Compose(answer, Known, answer.Question.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_before_a_question_is_no_part_without_an_answer() => Assert.Empty(Ask("I heard of the yellow submarines, who won the rowing cup?").PartsNotKnown);

    [Fact]
    public void By_how_much_is_asked_of_whoever_won() => Assert.Contains(Ask("Who won the rowing cup and by how much?").Statements, statement => statement.Text.Contains("14 seconds", StringComparison.Ordinal));

    [Theory]
    [InlineData("Who won the rowing cup n what's the prize of the choir?")]
    public void Parts_may_be_joined_as_people_type(string question) => Assert.Equal(["what's the prize of the choir"], Ask(question).PartsNotKnown);

    [Fact]
    public void Somebody_s_very_words_may_stand_behind_the_sentence_that_names_the_matter() =>
        Assert.Contains(Ask("What did Quist say about the boats that entered?").Statements, statement => statement.Text.Contains("never had so many", StringComparison.Ordinal));

    [Fact]
    public void What_somebody_wants_of_somebody_is_told_by_the_wish() =>
        Assert.Contains("hopes that Varga will light", Ask("What does Quist want Varga to do about the old lighthouse?").Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Why_something_matters_is_told_by_what_it_stands_for() => Assert.Contains("underlines", Ask("Why is Varga's visit special?").Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void A_split_is_told_by_a_sentence_with_its_shares() => Assert.Contains("30 percent", Ask("What is the split of the money in the plan?").Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How long does the regatta last?")]
    [InlineData("Is it true that the regatta lasts a week?")]
    [InlineData("How many days is the regatta?")]
    public void How_long_an_event_lasts_is_told_by_its_days(string question) => Assert.Equal("6 to 8 June 2034", Assert.IsType<Told>(Ask(question)).Found[0].ValueText);

    [Fact]
    public void Of_a_figure_that_is_named_the_other_beside_it_is_not_the_answer() => Assert.Null(Ask("tell me about the 30 percent of the money").Statements[0].ValueText);

    [Theory]
    [InlineData("Who is Hedda quist?")]
    [InlineData("who is Hedda Quisst?")]
    [InlineData("whos hedda Quist")]
    public void Who_somebody_is_is_asked_however_the_name_is_written(string question) => Assert.Equal(AnswerType.Role, Ask(question).Question.Expects);

    [Fact]
    public void Six_questions_in_one_message_are_six() =>
        Assert.Equal(
            ["Which songs did the choir sing?", "Who painted the pier?", "Where do whales sleep?"],
            Ask("When is the regatta? Which songs did the choir sing? Who won the rowing cup? Who painted the pier? Where did the bakers meet? Where do whales sleep?").PartsNotKnown.Select(part => part.TrimEnd('?') + "?"));

    [Fact]
    public void When_and_where_are_asked_of_the_same_thing() =>
        Assert.All(Ask("When and where did the bakers meet?").Statements, statement => Assert.Contains("Arden", statement.Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("who has won the rowing cup?", "and Quist?", "has Quist won the rowing cup?")]
    [InlineData("who will light the lighthouse?", "and Varga?", "will Varga light the lighthouse?")]
    public void Of_a_name_behind_a_question_for_somebody_it_is_asked_whether_it_is_them(string first, string next, string read) =>
        Assert.Equal(read, Known.Ask(next, Conversation.New.With(Ask(first))).Question.ReadAs);

    [Fact]
    public void The_same_is_asked_of_a_second_name() => Assert.Equal(["has Kowalski won the rowing cup"], Ask("Has Varga won the rowing cup and has Kowalski?").PartsNotKnown);

    [Fact]
    public void Two_yes_or_no_questions_in_one_are_two() => Assert.Equal(["did the mayor wear a hat"], Ask("Did the bakers meet in Arden and did the mayor wear a hat?").PartsNotKnown);

    [Theory]
    [InlineData("How many metres is the mast and when is the kite race?", 4)]
    [InlineData("When and where is the kite race?", 3)]
    public void What_is_disputed_in_each_part_is_shown_once(string question, int sides)
    {
        var told = Assert.IsType<Disputed>(Race(" Ana Varga attended the Kite Race in Norrby.").Ask(question, Conversation.New)).Statements.Select(statement => statement.Text).ToList();
        Assert.Equal(told.Distinct(StringComparer.Ordinal), told);
        Assert.Equal(sides, told.Count);
    }

    [Theory]
    [InlineData("When is the kite race and where?")]
    [InlineData("Where is the kite race and when?")]
    public void A_place_that_stands_in_the_sentences_on_the_days_is_shown_as_one(string question) =>
        Assert.Contains(Assert.IsType<Disputed>(Race("").Ask(question, Conversation.New)).Statements, statement => statement.ValueText == "Norrby");

    private static KnowledgeBase Race(string more) =>
        KnownTexts.Of(
            Topic.None with
            {
                Title = "Kite Race, June 2034",
                Subject = new EntityId("race"),
                Entities = [new Entity(new EntityId("race"), EntityKind.Event, "Kite Race", ["the race"], [])],
                Attributes = [new TopicAttribute("race.dates", "the days of the race", new EntityId("race"), [], AttributeValueKind.Dates, ["held", "takes place"], [], [], [], [], false)],
            },
            ("a.md", $"---\npublisher: Tarn Echo\ntitle: A\npublished: 2034-06-02\n---\n\nThe Kite Race takes place from 6 to 8 June 2034 in Norrby. The mast has 12 metres.{more}"),
            ("b.md", "---\npublisher: Sud Post\ntitle: B\npublished: 2034-06-02\n---\n\nThe Kite Race takes place from 7 to 9 June 2034 in Norrby. The mast has 14 metres."));

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);
}
