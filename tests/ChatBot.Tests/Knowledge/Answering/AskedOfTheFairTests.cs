using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>An invented kite fair: whether what is told is of the very thing, person, deed and day that were asked for.</summary>
public sealed class AskedOfTheFairTests
{
    private static readonly EntityId Fair = new("fair");
    private static readonly EntityId Guild = new("guild");

    private static readonly Topic Kites = Topic.None with
    {
        Title = "Kite Fair, June 2031",
        Subject = Fair,
        Entities =
        [
            new Entity(Fair, EntityKind.Event, "Arden Bay Kite Fair", ["Kite Fair", "fair"], []),
            new Entity(new EntityId("parade"), EntityKind.Event, "parade", [], []),
            new Entity(new EntityId("arden-bay"), EntityKind.Place, "Arden Bay", [], []),
            new Entity(new EntityId("arden"), EntityKind.Place, "Arden", [], []),
            new Entity(new EntityId("mill-square"), EntityKind.Place, "Mill Square", [], []),
            new Entity(Guild, EntityKind.Organisation, "Guild", ["Kite Guild"], []),
            new Entity(new EntityId("guild-clubs"), EntityKind.Organisation, "guild clubs", ["member club", "clubs"], []),
            new Entity(new EntityId("ada-kern"), EntityKind.Person, "Ada Kern", ["Kern"], []),
            new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []),
            new Entity(new EntityId("kites"), EntityKind.Thing, "kites", [], []),
        ],
        Attributes =
        [
            new TopicAttribute("fair.place", "the place of the fair", Fair, [], AttributeValueKind.Place, ["will be held"], [], [], [], [], false),
            new TopicAttribute("parade.place", "the place of the parade", new EntityId("parade"), [], AttributeValueKind.Place, ["begins"], [], [], [], [], false),
            new TopicAttribute("guild.members", "how many members the Guild has", Guild, [], AttributeValueKind.Quantity, ["member", "clubs"], [], [], [], ["member", "club", "clubs"], false),
            new TopicAttribute("kites.flown", "how many kites take part", new EntityId("kites"), [], AttributeValueKind.Quantity, ["kites"], [], [], [], ["kite", "kites"], true),
            new TopicAttribute("norland.opposes", "whether Norland opposed Kern's presence", new EntityId("norland"), [], AttributeValueKind.YesNo, ["presence"], [], ["opposes"], ["denied"], [], false),
        ],
        Intents =
        [
            new TopicIntent("kern-absence", "norland.opposes", "yes-no", ["Is {person} kept away?", "Will {person} be missing from the {event}?", "Is {person} unwanted at the {event}?"]),
            new TopicIntent("parade-place", "parade.place", "place", ["Where does the {event} take place?", "Where is the {event}?"]),
            new TopicIntent("members", "guild.members", "quantity", ["How many members does the {organisation} have?", "How many clubs are in the {organisation}?"]),
        ],
    };

    private static readonly KnowledgeBase Known = KnownTexts.Of(Kites,
        ("echo.md", Paper("Tarn Echo", "2031-06-02", """
            The 39th Arden Bay Kite Fair will be held from 7 to 9 June 2031, said the Arden Sailing Club. At the fair the parade begins in Mill Square.

            The Guild has 32 member clubs.

            Norland opposes Ada Kern's presence at the fair, the agency Tarn News reported.

            At the harbour 168 kites have arrived.

            The council voted on Thursday to close the bridge during the fair.

            The fair was put off by a week. The reason lies in the wind. A storm is expected on 8 June.

            The mayor said that the sign read: "Closed because open."
            """)),
        ("post.md", Paper("Sud Post", "2031-06-10", """
            The Guild has 31 members.

            A minister of Norland denied the report that Norland opposes Ada Kern's presence at the fair.

            In all 151 kites started. The bridge was shut from 8 June to 9 June.

            Olga Stern has won the kite race. Her kite was 41 seconds ahead of the next.

            The council voted for a new mast. The vote was nine to six.

            Two rescue boats are to be hired, which brings their number from 12 to 14.

            When the 2032 fair takes place is to be decided in October.

            Of the budget 5.5 percent goes to the harbour, and the toll plan is to bring 900 crowns.
            """)));

    [Theory]
    [InlineData("How many members does the Guild have?")]
    [InlineData("How many clubs are in the Guild?")]
    public void However_the_counted_thing_is_called_the_sources_that_disagree_on_it_are_shown(string question) =>
        Assert.Equal(2, Assert.IsType<Disputed>(Ask(question)).Sides.Count);

    [Fact]
    public void That_somebodys_presence_is_opposed_tells_nothing_of_whether_they_come() => Assert.IsType<NotKnown>(Ask("will ada kern be at the fair"));

    [Fact]
    public void What_is_not_known_to_be_has_no_day() =>
        Assert.IsType<NotKnown>(Known.Ask("when?", Conversation.New.With(Ask("will ada kern be at the fair"))));

    [Fact]
    public void How_many_arrived_is_not_how_many_started() => Assert.Equal("168 kites", Assert.IsType<Told>(Ask("How many kites have arrived?")).Found[0].ValueText);

    [Fact]
    public void The_day_of_the_vote_is_not_the_day_of_what_was_voted_for() => Assert.DoesNotContain("Thursday", Ask("When will the bridge be closed?").Statements.Select(statement => statement.ValueText ?? ""));

    [Fact]
    public void The_day_of_the_vote_is_told_where_it_is_asked_for() => Assert.Equal("Thursday", Ask("When did the council vote to close the bridge?").Statements[0].ValueText);

    [Fact]
    public void Where_the_fair_is_is_not_where_its_parade_begins() => Assert.Equal("Arden Bay", Ask("Where is the fair?").Statements[0].ValueText);

    [Fact]
    public void A_reason_may_stand_behind_the_sentence_that_tells_what_happened() =>
        Assert.Equal(["The fair was put off by a week.", "The reason lies in the wind.", "A storm is expected on 8 June."], Assert.IsType<Told>(Ask("Why was the fair put off?")).Found.Select(statement => statement.Text));

    [Fact]
    public void That_something_is_so_is_no_reason() => Assert.IsType<NotKnown>(Ask("Why does the Guild have 32 clubs?"));

    [Fact]
    public void A_word_that_begins_a_quotation_is_no_name() => Assert.DoesNotContain(Ask("When will the bridge be closed?").Question.Entities, named => named.Id.Value == "closed");

    [Fact]
    public void What_their_number_comes_to_is_how_many_there_are() => Assert.Equal("14", Ask("How many rescue boats are there?").Statements[0].ValueText);

    [Fact]
    public void How_many_are_hired_is_another_number() => Assert.Equal("Two rescue boats", Ask("How many rescue boats are to be hired?").Statements[0].ValueText);

    [Theory]
    [InlineData("Who won the kite race?", "by how much?", "41 seconds")]
    [InlineData("Did the council vote for a mast?", "by how many votes?", "nine to six")]
    public void By_how_far_may_stand_in_the_next_sentence(string question, string next, string margin) =>
        Assert.Contains(margin, Assert.IsType<Told>(Known.Ask(next, Conversation.New.With(Ask(question)))).Found[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("the toll plan everyone is talking about")]
    [InlineData("the toll plan that people keep mentioning")]
    [InlineData("the toll plan i keep hearing about")]
    public void That_something_is_talked_of_need_not_be_met(string question) =>
        Assert.All(Ask(question).Question.Terms, term => Assert.Contains(term.Stem, (string[])["toll", "plan"]));

    [Fact]
    public void What_people_talk_about_is_asked_where_nothing_else_is() => Assert.NotEmpty(Ask("what did the mayor mention about tolls").Question.Terms);

    [Fact]
    public void Next_years_fair_is_met_by_the_year() => Assert.Contains(Ask("When is next year's fair?").Statements, statement => statement.Text.Contains("2032", StringComparison.Ordinal));

    [Fact]
    public void What_a_given_figure_is_for_asks_for_no_figure() => Assert.Null(Ask("What is the 5.5 percent for?").Statements[0].ValueText);

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);

    private static string Paper(string publisher, string day, string text) => $"---\npublisher: {publisher} (invented)\ntitle: News\npublished: {day}\nlanguage: en\n---\n\n{text}";
}
