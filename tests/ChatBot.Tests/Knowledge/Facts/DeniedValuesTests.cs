using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Facts;

/// <summary>Sentences that say what something is not, in invented texts about a fair: they give no value, and are told as the other side.</summary>
public sealed class DeniedValuesTests
{
    private const string Before = """
        ---
        publisher: Tarn Echo (invented)
        title: The wool fair
        published: 2027-02-03
        ---

        The Wool Fair has 40 stalls.

        The Wool Fair takes place on 14 May 2027 in Tarnholm.

        Ilse Brandt is the mayor of Tarnholm.

        The fair's budget is 50 million euros.
        """;

    private static readonly Topic Fair = Read();

    [Theory]
    [InlineData("The Wool Fair does not have 40 stalls.", "stalls")]
    [InlineData("The Wool Fair will no longer have 40 stalls.", "stalls")]
    [InlineData("Ilse Brandt denied that the Wool Fair has 40 stalls.", "stalls")]
    [InlineData("The Wool Fair does not take place on 14 May 2027.", "dates")]
    [InlineData("On 14 May 2027 the Wool Fair will not take place.", "dates")]
    [InlineData("The Wool Fair will not be held in Tarnholm.", "place")]
    [InlineData("Tarnholm will not host the Wool Fair.", "place")]
    [InlineData("Ilse Brandt withdrew her offer of 40 stalls for the Wool Fair.", "stalls")]
    [InlineData("The Wool Fair scrapped its 40 stalls.", "stalls")]
    [InlineData("It is not true that the Wool Fair has 40 stalls.", "stalls")]
    [InlineData("It would be wrong to say that the Wool Fair has 40 stalls.", "stalls")]
    [InlineData("There is no truth in reports that the Wool Fair takes place on 14 May 2027.", "dates")]
    public void A_value_that_is_denied_is_not_given(string sentence, string attribute)
    {
        var fact = KnownTexts.Of(Fair, ("new.md", sentence)).Documents.Single().Facts[0];
        Assert.Equal(attribute, Assert.Single(fact.Denied).Attribute);
        Assert.DoesNotContain(fact.Attributes, value => value.Attribute == attribute);
    }

    [Theory]
    [InlineData("The Wool Fair did not name the 40 stalls.", "stalls")]
    [InlineData("Not all 40 stalls of the Wool Fair sell wool.", "stalls")]
    [InlineData("The Wool Fair has no more than 40 stalls.", "stalls")]
    [InlineData("The 40 stalls of the Wool Fair did not sell everything.", "stalls")]
    [InlineData("Ilse Brandt did not say that the Wool Fair has 40 stalls.", "stalls")]
    [InlineData("The Wool Fair cancelled a concert and has 40 stalls.", "stalls")]
    [InlineData("The Wool Fair will not take place until 14 May 2027.", "dates")]
    [InlineData("The Wool Fair takes place on 14 May 2027, and not in the rain.", "dates")]
    [InlineData("The sheep of the Wool Fair, which takes place on 14 May 2027, are not for sale.", "dates")]
    [InlineData("The Wool Fair in Tarnholm will not take place on 14 May 2027.", "place")]
    public void What_is_only_bounded_or_taken_for_granted_beside_a_denial_is_given(string sentence, string attribute)
    {
        var fact = KnownTexts.Of(Fair, ("new.md", sentence)).Documents.Single().Facts[0];
        Assert.Contains(fact.Attributes, value => value.Attribute == attribute);
        Assert.DoesNotContain(fact.Denied, value => value.Attribute == attribute);
    }

    [Theory]
    [InlineData("Nobody wrote that the Wool Fair has 40 stalls.")]
    [InlineData("No newspaper has said that the Wool Fair has 40 stalls.")]
    [InlineData("There is no sign that the Wool Fair has 40 stalls.")]
    [InlineData("It is not clear that the Wool Fair takes place on 14 May 2027.")]
    public void What_nobody_says_is_neither_given_nor_denied(string sentence) => Assert.Empty(KnownTexts.Of(Fair, ("new.md", sentence)).Documents.Single().Facts[0].SpokenOf);

    [Theory]
    [InlineData("There is no doubt that the Wool Fair has 40 stalls.")]
    [InlineData("It is true that the Wool Fair has 40 stalls.")]
    public void What_nobody_doubts_is_given(string sentence) => Assert.Contains(KnownTexts.Of(Fair, ("new.md", sentence)).Documents.Single().Facts[0].Attributes, value => value.Attribute == "stalls");

    [Fact]
    public void Who_is_not_the_mayor_by_a_whole_clause_holds_no_office()
    {
        var fact = KnownTexts.Of(Fair, ("new.md", "It is not true that Ilse Brandt is the mayor of Tarnholm.")).Documents.Single().Facts[0];
        Assert.Empty(fact.Roles);
        Assert.Single(fact.DeniedRoles);
    }

    [Theory]
    [InlineData("The fair refused to send an invitation to Hallow.", false)]
    [InlineData("The fair did not send an invitation to Hallow.", false)]
    [InlineData("The fair cancelled its formal invitation to Hallow.", false)]
    [InlineData("The fair has sent no longer an invitation to Hallow.", false)]
    [InlineData("It is not true that the fair sent an invitation to Hallow.", false)]
    [InlineData("The fair sent an invitation to Hallow.", true)]
    [InlineData("The fair did not say that it sent an invitation to Hallow.", true)]
    [InlineData("The fair cancelled a concert and sent an invitation to Hallow.", true)]
    public void Yes_that_is_refused_or_ended_is_no(string sentence, bool yes) =>
        Assert.Equal(yes, Assert.Single(KnownTexts.Of(Fair, ("new.md", sentence)).Documents.Single().Facts[0].Attributes, value => value.Attribute == "invitation").Yes);

    [Fact]
    public void Who_denied_a_thing_and_now_says_it_is_news_though_others_said_it_before()
    {
        var known = KnownTexts.Of(Fair, ("before.md", Before + "\nThe fair sent an invitation to Hallow, the Tarn Gazette reported.\n\nMayor Ilse Brandt denied that an invitation was sent to Hallow.\n"));
        var news = Assert.Single(new UpdateReader(known).Read(KnownTexts.Of(Fair, ("after.md", Dated("Ilse Brandt confirmed that the fair sent an invitation to Hallow."))).Documents.Single()).News);
        Assert.Equal("Mayor Ilse Brandt denied that an invitation was sent to Hallow.", news.Known[0].Text);
    }

    [Theory]
    [InlineData("How many stalls does the Wool Fair have?", "The Wool Fair does not have 40 stalls.", "not have 40 stalls")]
    [InlineData("When does the Wool Fair take place?", "The Wool Fair does not take place on 14 May 2027.", "not take place on 14 May 2027")]
    [InlineData("Where is the Wool Fair held?", "The Wool Fair will not be held in Tarnholm.", "not be held in Tarnholm")]
    public void An_answer_has_the_denial_as_a_side_of_its_own(string question, string denial, string words)
    {
        var sides = Assert.IsType<Disputed>(Known(denial).Ask(question, Conversation.New)).Sides;
        Assert.Equal(2, sides.Count);
        Assert.Equal((words, denial), sides.Where(side => side.Value == words).Select(side => (side.Value, Assert.Single(side.Statements).Text)).FirstOrDefault());
    }

    [Theory]
    [InlineData("Who is the mayor of Tarnholm?")]
    [InlineData("Is Ilse Brandt the mayor of Tarnholm?")]
    public void Whoever_holds_an_office_no_longer_held_it_before(string question)
    {
        foreach (var end in new[] { "Ilse Brandt is no longer the mayor of Tarnholm.", "Ilse Brandt has resigned as mayor of Tarnholm.", "Ilse Brandt stepped down as the mayor of Tarnholm." })
        {
            var steps = Assert.IsType<Changed>(Known(end).Ask(question, Conversation.New)).Steps;
            Assert.Equal(["Ilse Brandt is the mayor of Tarnholm.", end], steps.Select(step => step.Statements[0].Text));
        }
    }

    [Fact]
    public void Who_holds_an_office_again_holds_it_and_that_is_news()
    {
        var ended = ("after.md", Dated("Ilse Brandt has resigned as mayor of Tarnholm."));
        var again = ("again.md", "---\npublisher: Dale Post (invented)\ntitle: Back\npublished: 2027-05-02\n---\n\nIlse Brandt is the mayor of Tarnholm again.\n");
        Assert.IsType<Told>(KnownTexts.Of(Fair, ("before.md", Before), ended, again).Ask("Who is the mayor of Tarnholm?", Conversation.New));
        var news = Assert.Single(new UpdateReader(KnownTexts.Of(Fair, ("before.md", Before), ended)).Read(KnownTexts.Of(Fair, again).Documents.Single()).News);
        Assert.Equal("Ilse Brandt has resigned as mayor of Tarnholm.", Assert.Single(news.Known).Text);
    }

    [Fact]
    public void A_value_that_turns_back_after_it_was_denied_is_news()
    {
        var known = KnownTexts.Of(Fair, ("before.md", Before), ("after.md", Dated("The Wool Fair does not have 40 stalls.")));
        var again = KnownTexts.Of(Fair, ("again.md", "---\npublisher: Dale Post (invented)\ntitle: Back\npublished: 2027-05-02\n---\n\nThe Wool Fair has 40 stalls after all.\n"));
        Assert.Equal("The Wool Fair does not have 40 stalls.", Assert.Single(Assert.Single(new UpdateReader(known).Read(again.Documents.Single()).News).Known).Text);
    }

    [Theory]
    [InlineData("hello everyone")]
    [InlineData("everyone")]
    [InlineData("nobody")]
    public void Nothing_is_claimed_of_all_or_nobody_alone(string message) =>
        Assert.All(Known("All the stalls will be open to everyone in Tarnholm, and nobody pays.").CheckClaim(message), claim => Assert.Equal(Verdict.NotFound, claim.Verdict));

    [Fact]
    public void States_that_are_counted_say_nothing() =>
        Assert.Null(KnownTexts.Of(Fair, ("new.md", "Tarnholm has 32 member states.")).Documents.Single().Facts[0].Attribution.Speaker);

    [Theory]
    [InlineData("Where is the Tarn Echo based?", "The Tarn Echo is not based in Tarnholm.")]
    [InlineData("Where did Ilse Brandt sing?", "Ilse Brandt never sang in Tarnholm.")]
    public void No_place_that_is_denied_leads_an_answer(string question, string sentence) =>
        Assert.All(KnownTexts.Of(Fair, ("new.md", sentence)).Ask(question, Conversation.New).Statements, statement => Assert.Null(statement.ValueText));

    [Theory]
    [InlineData("The Wool Fair does not have 40 stalls.", "The Wool Fair has 40 stalls.", NewsKind.Contradicting)]
    [InlineData("The Wool Fair does not take place on 14 May 2027.", "The Wool Fair takes place on 14 May 2027 in Tarnholm.", NewsKind.Contradicting)]
    [InlineData("Ilse Brandt is not the mayor of Tarnholm.", "Ilse Brandt is the mayor of Tarnholm.", NewsKind.Contradicting)]
    [InlineData("Ilse Brandt is no longer the mayor of Tarnholm.", "Ilse Brandt is the mayor of Tarnholm.", NewsKind.Changed)]
    [InlineData("Ilse Brandt has resigned as mayor.", "Ilse Brandt is the mayor of Tarnholm.", NewsKind.Changed)]
    [InlineData("The fair's budget is not 50 million euros.", "The fair's budget is 50 million euros.", NewsKind.Contradicting)]
    public void A_denial_of_what_is_known_is_news_against_it(string denial, string known, NewsKind kind)
    {
        var news = Assert.Single(new UpdateReader(KnownTexts.Of(Fair, ("before.md", Before))).Read(KnownTexts.Of(Fair, ("after.md", Dated(denial))).Documents.Single()).News);
        Assert.Equal((kind, known), (news.Kind, news.Known[0].Text));
    }

    [Theory]
    [InlineData("The Wool Fair does not have 40 stalls.", "The Wool Fair has 40 stalls.", Verdict.Disputed)]
    [InlineData("The Wool Fair does not have 40 stalls.", "The Wool Fair does not have 40 stalls.", Verdict.Disputed)]
    [InlineData("The Wool Fair does not have 55 stalls.", "The Wool Fair has 40 stalls.", Verdict.Supported)]
    [InlineData("Ilse Brandt is no longer the mayor of Tarnholm.", "Ilse Brandt is the mayor of Tarnholm.", Verdict.Disputed)]
    [InlineData("The fair's budget is not 50 million euros.", "The fair's budget is 50 million euros.", Verdict.Disputed)]
    [InlineData("Mayor Ilse Brandt spoke of Hallow.", "Ilse Brandt is no longer the guest of Hallow.", Verdict.NotFound)]
    [InlineData("Hallow wants to reach the target of 5 stalls.", "Hallow has reached the target of 5 stalls.", Verdict.NotFound)]
    public void A_claim_is_disputed_where_one_document_denies_what_another_says(string denial, string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(Known(denial).CheckClaim(claim)).Verdict);

    [Fact]
    public void A_timeline_puts_no_denial_under_the_day_that_it_denies() =>
        Assert.DoesNotContain(
            Assert.IsType<Told>(Known("The Wool Fair does not take place on 14 May 2027.").Ask("/timeline Wool Fair", Conversation.New)) is { Moments: { } moments } told ? moments.Zip(told.Statements) : [],
            line => line.First.Days.From == new DateOnly(2027, 5, 14) && line.Second.Text.Contains("not", StringComparison.Ordinal));

    private static KnowledgeBase Known(string denial) => KnownTexts.Of(Fair, ("before.md", Before), ("after.md", Dated(denial)));

    private static string Dated(string text) => $"---\npublisher: Vale Courier (invented)\ntitle: What is not so\npublished: 2027-04-20\n---\n\n{text}\n";

    private static Topic Read()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["topic.yaml"] = "title: The Wool Fair\ndescription: The fair of Tarnholm.\nsubject: wool-fair\n",
            ["entities.yaml"] = """
                entities:
                  - id: wool-fair
                    name: the Wool Fair
                    kind: event
                    aliases: [the fair]
                  - id: hallow
                    name: Hallow
                    kind: country
                  - id: tarnholm
                    name: Tarnholm
                    kind: place
                """,
            ["attributes.yaml"] = """
                attributes:
                  - {id: stalls, label: how many stalls there are, entity: wool-fair, value: quantity, cues: [stall, stalls, number of stalls], units: [stall, stalls], changes: false}
                  - {id: dates, label: when the fair takes place, entity: wool-fair, value: dates, cues: [take place, takes place, held], changes: false}
                  - {id: invitation, label: whether Hallow is invited, entity: hallow, value: yes-no, cues: [invitation], yes: [sent an invitation, send an invitation, formal invitation], no: [no invitation, denied], changes: false}
                  - {id: place, label: where the fair takes place, entity: wool-fair, value: place, cues: [take place, takes place, held in, hosts, host], changes: false}
                """,
        };
        return Assert.IsType<TopicReadResult.Read>(TopicReader.Read(files, "wool-fair")).Topic;
    }
}
