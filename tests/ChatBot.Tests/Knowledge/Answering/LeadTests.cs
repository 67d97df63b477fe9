using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What stands in bold before an answer is what was asked for, or nothing stands there.</summary>
public class LeadTests
{
    private static readonly KnowledgeBase Fair = KnownTexts.Of(("fair.md", """
        ---
        title: The kite fair of Arnmouth
        published: 2031-05-04
        ---
        The kite fair of Arnmouth takes place on 7 and 8 June 2031.

        Gates open at 9:00 on both days and close at 21:00.

        Three food stalls were booked, along with the children's orchestra of Saint Ebba.

        Nora Velde has led the fair for nineteen years. Piet Aalders, 34, builds the kites.

        Six people were treated for sunburn.

        One kite was lost; a crew of five looked for it.

        Next year's fair will be on 12 and 13 June 2032.

        So far 84 kites have been entered. Norland and the islands around it want a bigger field.
        """));

    [Theory]
    [InlineData("When do the gates open?", "9:00")]
    [InlineData("When do the gates close?", "21:00")]
    [InlineData("How many food stalls were booked?", "Three food stalls")]
    [InlineData("When is next year's fair?", "12 and 13 June 2032")]
    public void A_lead_is_what_was_asked_for(string question, string lead) => Assert.Equal(lead, Lead(question));

    [Theory]
    [InlineData("How many children are in the orchestra?")]
    [InlineData("How many people came?")]
    [InlineData("How many kites were lost?")]
    [InlineData("How old is Nora Velde?")]
    public void There_is_no_lead_where_the_figure_is_of_something_else(string question) => Assert.Null(Lead(question));

    [Theory]
    [InlineData("How many kites tore?")]
    [InlineData("How many kites have burned?")]
    [InlineData("how many food stalls closed")]
    public void How_many_did_a_thing_that_no_sentence_tells_of_is_not_known(string question) => Assert.IsType<NotKnown>(Fair.Ask(question, Conversation.New));

    [Theory]
    [InlineData("How many kites are there?", "84 kites")]
    [InlineData("How many kites have been entered?", "84 kites")]
    public void That_a_thing_is_there_may_be_told_in_any_words(string question, string lead) => Assert.Equal(lead, Lead(question));

    [Fact]
    public void One_country_of_several_that_a_sentence_joins_is_not_the_answer() => Assert.Null(Lead("Which countries want a bigger field?"));

    [Fact]
    public void Nobodys_age_is_taken_from_another_span_of_years() => Assert.True(Fair.Ask("How old is Nora Velde?", Conversation.New).Abstained);

    private static readonly KnowledgeBase Countries = KnownTexts.Of(
        ("talks.md", """
            ---
            title: Talks in Oslo
            published: 2031-03-02
            ---
            The delegation of France was not invited to the talks in Oslo.

            Oslo, the town of the talks, is in Norway.

            Swedish Foreign Minister Maria Holm came to the talks. French Prime Minister Jean Dubois spoke about the river.
            """));

    [Fact]
    public void A_country_in_which_a_place_lies_is_the_one_that_a_sentence_says_it_lies_in() => Assert.Equal("Norway", Assert.IsType<Told>(Countries.Ask("In which country is Oslo?", Conversation.New)).Statements[0].ValueText);

    [Theory]
    [InlineData("What is the capital of France?")]
    [InlineData("Who is the foreign minister of France?")]
    public void What_no_sentence_says_is_declined(string question) => Assert.True(Countries.Ask(question, Conversation.New).Abstained);

    private static string? Lead(string question)
    {
        var answer = Fair.Ask(question, Conversation.New);
        return answer.Abstained || answer.Statements.Count == 0 ? null : answer.Statements[0].ValueText;
    }

    [Fact]
    public void That_somebody_comes_stands_before_what_it_means()
    {
        var regatta = new EntityId("regatta");
        var topic = Topic.None with
        {
            Title = "Lomma Regatta, June 2034",
            Subject = regatta,
            Entities = [new Entity(regatta, EntityKind.Event, "Lomma Regatta", ["the regatta", "regatta"], []), new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], [])],
            Attributes = [new TopicAttribute("attendance", "who attends the regatta", null, [EntityKind.Person], AttributeValueKind.YesNo, ["regatta"], ["will attend", "confirmed her attendance"], ["will not attend"], [], [], true)],
        };
        var known = KnownTexts.Of(topic, ("may.md", "---\npublished: 2034-05-04\n---\n\nThe skipper Ana Varga will attend the Lomma Regatta in June with her crew. Ana Varga's attendance at the Lomma Regatta signals her trust. Ana Varga's attendance underscores her wish for more boats."));
        Assert.Contains("will attend", known.Ask("Is Varga going?", Conversation.New).Statements[0].Text, StringComparison.Ordinal);
    }
}
