using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Facts;

/// <summary>The place of an invented festival, as an attribute without cues.</summary>
public sealed class HeldPlacesTests
{
    private static readonly EntityId Festival = new("festival");

    private static readonly Topic Topic = ChatBot.Knowledge.Topics.Topic.None with
    {
        Title = "The Sundby Lantern Festival",
        Subject = Festival,
        Entities =
        [
            new Entity(Festival, EntityKind.Event, "Sundby Lantern Festival", ["festival"], []), new Entity(new EntityId("sundby"), EntityKind.Place, "Sundby", [], []),
            new Entity(new EntityId("arnholt"), EntityKind.Place, "Arnholt", [], []), new Entity(new EntityId("mill-green"), EntityKind.Place, "Mill Green", [], []), new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", [], []),
        ],
        Attributes = [new TopicAttribute("festival.place", "the place of the festival", Festival, [], AttributeValueKind.Place, [], [], [], [], [], Changes: true)],
    };

    [Theory]
    [InlineData("The Sundby Lantern Festival has 300 lanterns.")]
    [InlineData("The Sundby Lantern Festival was founded by Ana Varga in Arnholt.")]
    [InlineData("The council of Arnholt praised the festival.")]
    [InlineData("Visitors from Arnholt come to the festival by bus.")]
    [InlineData("Ana Varga spoke about the festival in Arnholt.")]
    public void A_place_that_is_named_beside_an_event_or_within_its_name_is_not_its_place(string sentence) => Assert.Empty(Given(sentence));

    [Theory]
    [InlineData("The Sundby Lantern Festival will take place from 12 to 15 June 2031 on Mill Green.", "mill-green")]
    [InlineData("Arnholt will host the festival.", "arnholt")]
    [InlineData("The festival is in Sundby.", "sundby")]
    [InlineData("The festival in Sundby was founded in 1988.", "sundby")]
    public void Where_it_is_held_is(string sentence, string place) =>
        Assert.Equal(new EntityId(place), Assert.Single(Given(sentence)).Named);

    private static IReadOnlyList<AttributeValue> Given(string sentence) =>
        KnownTexts.Of(Topic, ("a.md", $"---\ntitle: The lanterns\npublished: 2031-04-01\n---\n\n{sentence}\n")).Documents.Single().Facts[0].Attributes;
}
