using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Knowledge.Facts;

/// <summary>Pairs of sentences of two invented papers, a day apart: which of them deny each other, whichever was first, and which only share their words.</summary>
public sealed class ReversalsTests
{
    private static readonly FactExtractor Extractor = new(Topic.None);

    [Theory]
    [InlineData("The council adopted the plan.", "The council did not adopt the plan.")]
    [InlineData("The council adopted the bridge plan on Monday by ten votes.", "The council didn't adopt the bridge plan.")]
    [InlineData("The council has adopted the plan.", "The council has not adopted the plan yet.")]
    [InlineData("Norland wants a bigger budget.", "Norland does not want a bigger budget.")]
    [InlineData("The plan was adopted by the council.", "The council did not adopt the plan.")]
    [InlineData("The council adopted the plan.", "The plan was not adopted by the council.")]
    [InlineData("The council adopted the plan.", "The plan was not adopted.")]
    [InlineData("The bridge is safe.", "The bridge is not safe.")]
    [InlineData("The ferry is in service.", "The ferry isn't in service.")]
    [InlineData("Mayor Ana Varga signed the letter.", "Ana Varga did not sign the letter.")]
    [InlineData("Ana Varga will attend the fair in Delft.", "Ana Varga will not attend the fair.")]
    [InlineData("Ana Varga will attend the fair.", "Ana Varga won't attend the fair.")]
    [InlineData("The brewery will be closed in winter.", "The brewery will not be closed.")]
    [InlineData("The council adopted the plan, the mayor said.", "The mayor said that the council did not adopt the plan.")]
    [InlineData("The mayor said the council adopted the plan.", "The council never adopted the plan.")]
    [InlineData("The council adopted the plan.", "It is not true that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "It is wrong to say that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "There is no truth in reports that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "The mayor denied that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "The council refused to adopt the plan.")]
    [InlineData("The council adopted the plan.", "The council failed to adopt the plan.")]
    [InlineData("The council met on Monday and adopted the plan.", "The council did not adopt the plan.")]
    [InlineData("The council adopted the plan.", "The council met for an hour but did not adopt the plan.")]
    [InlineData("The council made a decision on the bridge.", "The council made no decision on the bridge.")]
    [InlineData("The harbour has a lifeboat.", "The harbour has no lifeboat.")]
    [InlineData("There is a lifeboat in the harbour.", "There is no lifeboat in the harbour.")]
    [InlineData("On 3 June 2031 the council adopted the plan.", "The council did not adopt the plan.")]
    [InlineData("On Monday, the council adopted the plan.", "The council did not adopt the plan because the mayor was ill.")]
    [InlineData("Ana Varga, the mayor, signed the letter.", "Ana Varga did not sign the letter.")]
    [InlineData("The fair has been cancelled, officials said.", "The mayor denied that the fair has been cancelled.")]
    [InlineData("The fair in Sundby has been cancelled.", "The mayor denied that the fair in Sundby has been cancelled.")]
    [InlineData("The fair has been cancelled, officials said.", "The fair has not been cancelled.")]
    [InlineData("The club will send 200 drones to Norland.", "The club denied that it would send drones to Norland.")]
    public void Who_says_that_it_is_not_so_denies_who_says_that_it_is(string stated, string denial) => Assert.Equal(("False", "False"), (Kind(stated, denial), Kind(denial, stated)));

    [Fact]
    public void A_place_that_is_part_of_the_others_name_is_no_other_place()
    {
        var topic = Topic.None with { Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair in Sundby", ["Kite Fair", "the fair"], []), new Entity(new EntityId("sundby"), EntityKind.Place, "Sundby", [], [])] };
        Assert.Equal("False", Kind("The Kite Fair in Sundby has been cancelled, officials said.", "The mayor denied that the fair in Sundby has been cancelled.", new FactExtractor(topic)));
    }

    [Theory]
    [InlineData("Norland wants a bigger budget.", "Norland no longer wants a bigger budget.")]
    [InlineData("The kiosk sells ginger bread.", "The kiosk stopped selling ginger bread.")]
    [InlineData("Norland wanted a bigger budget.", "Norland no longer wants a bigger budget.")]
    [InlineData("The brewery will sponsor the fair for three years.", "The brewery will no longer sponsor the fair, a spokeswoman said on Monday.")]
    [InlineData("The brewery will sponsor the fair for the next two seasons.", "The brewery will no longer sponsor the fair.")]
    [InlineData("The bridge is safe.", "The bridge is no longer safe.")]
    [InlineData("Ana Varga will attend the fair.", "Ana Varga will no longer attend the fair.")]
    [InlineData("Ana Varga will attend the fair.", "Ana Varga did not attend the fair.")]
    [InlineData("Ana Varga will not attend the fair.", "Ana Varga attended the fair.")]
    public void What_ended_or_came_otherwise_is_a_change(string before, string after) => Assert.Equal("True", Kind(before, after));

    [Theory]
    // Another doer.
    [InlineData("The mayor met the club.", "The council denied that it met the club.")]
    // Another figure.
    [InlineData("The club will send 200 drones to Norland.", "The club will not send 100 drones to Norland.")]
    [InlineData("The council adopted the plan.", "The parliament did not adopt the plan.")]
    [InlineData("The youth council adopted the plan.", "The council did not adopt the plan.")]
    [InlineData("Ana Varga signed the letter.", "Ana Varga's deputy did not sign the letter.")]
    [InlineData("Norland's council adopted the plan.", "Sudmark's council did not adopt the plan.")]
    [InlineData("Some members signed the letter.", "Some members did not sign the letter.")]
    [InlineData("Three boats reached the harbour.", "Three boats did not reach the harbour.")]
    [InlineData("A minister resigned.", "A minister did not resign.")]
    [InlineData("He signed the letter.", "He did not sign the letter.")]
    [InlineData("Norland and Sudmark signed the treaty.", "Norland did not sign the treaty.")]
    // Another thing.
    [InlineData("The council adopted the plan.", "The council did not adopt the budget.")]
    [InlineData("The council adopted the traffic plan.", "The council did not adopt the plan.")]
    [InlineData("The council adopted a plan for the school.", "The council did not adopt a plan.")]
    [InlineData("The council adopted the plan.", "The council did not adopt the plan for the school.")]
    [InlineData("The council hired 45 drivers.", "The council did not hire 60 drivers.")]
    [InlineData("Ana Varga voted against the grant.", "Ana Varga did not vote for the grant.")]
    [InlineData("The council met.", "The council did not meet the mayor.")]
    [InlineData("Ana Varga will attend the fair.", "Ana Varga will not attend.")]
    [InlineData("The harbour has a lifeboat.", "The harbour has no crane.")]
    // Only part of it is denied.
    [InlineData("The council adopted the plan.", "The council did not only adopt the plan.")]
    [InlineData("The council adopted the plan.", "The council did not adopt the plan unanimously.")]
    [InlineData("The council adopted the proposals.", "The council did not adopt all proposals.")]
    [InlineData("The shop opens at noon.", "The shop does not open until noon.")]
    [InlineData("The plan costs 5 million euros.", "The plan costs no more than 5 million euros.")]
    [InlineData("The council adopted the plan.", "The council did not adopt the plan without a debate.")]
    [InlineData("The council adopted the plan.", "Not all of the council adopted the plan.")]
    // Another time or occasion.
    [InlineData("The council adopted the plan in 2031.", "The council did not adopt the plan in 2030.")]
    [InlineData("The council adopted the plan on 2 June 2031.", "The council did not adopt the plan on 9 May 2031.")]
    [InlineData("The council adopted the budget in 2029.", "The council did not adopt the budget.")]
    [InlineData("Norland wanted a bigger budget.", "Norland does not want a bigger budget.")]
    [InlineData("The bridge will be closed.", "The bridge is not closed.")]
    // A condition, a wish, a quotation, a question, or somebody's saying.
    [InlineData("The council adopted the plan.", "If the council does not adopt the plan, the mayor will resign.")]
    [InlineData("The council would adopt the plan.", "The council did not adopt the plan.")]
    [InlineData("The mayor wants the council to adopt the plan.", "The council did not adopt the plan.")]
    [InlineData("The council adopted the plan.", "The mayor hoped that the council did not adopt the plan.")]
    [InlineData("The council adopted the plan.", "Why did the council not adopt the plan?")]
    [InlineData("The council adopted the plan.", "“The council did not adopt the plan,” said the mayor.")]
    [InlineData("The council adopted the plan.", "Nobody wrote that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "The mayor did not say that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "The mayor did not deny that the council adopted the plan.")]
    [InlineData("The council adopted the plan.", "It is not clear that the council adopted the plan.")]
    [InlineData("The council that adopted the plan resigned.", "The council did not adopt the plan.")]
    [InlineData("Before the council adopted the plan, the mayor spoke.", "The council did not adopt the plan.")]
    // The same denial twice, and its denial.
    [InlineData("The council did not adopt the plan.", "The council never adopted the plan.")]
    [InlineData("The council adopted the plan.", "It is not true that the council did not adopt the plan.")]
    [InlineData("The council adopted the plan.", "The council did not refuse to adopt the plan.")]
    public void What_only_shares_its_words_denies_nothing(string stated, string other) => Assert.Equal((null, null), (Kind(stated, other), Kind(other, stated)));

    private static string? Kind(string before, string after, FactExtractor? extractor = null) => Reversals.Between(Read("before.md", before, 3, extractor), Read("after.md", after, 4, extractor))?.IsChange.ToString();

    private static Reversals.Sentence Read(string name, string sentence, int day, FactExtractor? extractor)
    {
        var text = $"---\npublisher: Echo (invented)\ntitle: Notes\npublished: 2031-06-0{day}\n---\n\n{sentence}\n";
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), name))).Document;
        var read = new DocumentFacts(document, (extractor ?? Extractor).Extract(document));
        return Reversals.Sentence.Of(read.Facts.Single(fact => fact.Text == sentence), read.WrittenAt(null));
    }
}
