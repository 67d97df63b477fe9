using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Facts;

/// <summary>Where a sentence says that an event is, as apart from what it speaks of.</summary>
public class PlaceOfEventTests
{
    private static readonly Topic Fair = Topic.None with
    {
        Subject = new EntityId("fair"),
        Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "kite fair", [], [])],
        Attributes = [new TopicAttribute("fair.place", "the place of the fair", new EntityId("fair"), [], AttributeValueKind.Place, ["takes place", "ended", "opened"], [], [], [], [], false)],
    };

    [Theory]
    [InlineData("The kite fair takes place in Norway.", true)]
    [InlineData("The kite fair ended with a short statement on Norway.", false)]
    [InlineData("The kite fair opened with talks about Norway.", false)]
    [InlineData("The kite fair opened, the ministry in Norway said.", false)]
    public void What_is_spoken_of_is_no_place(string sentence, bool isPlace) =>
        Assert.Equal(isPlace, KnownTexts.Of(Fair, ("fair.md", "---\ntitle: A fair\n---\n" + sentence)).Documents.Single().Facts.Any(fact => fact.Attributes.Count > 0));
}
