using ChatBot.Knowledge.Answering;
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

    private static readonly Topic June = Fair with
    {
        Title = "Kite fair, June 2031",
        Attributes = [.. Fair.Attributes, new TopicAttribute("fair.dates", "the days of the fair", new EntityId("fair"), [], AttributeValueKind.Dates, ["takes place"], [], [], [], [], false)],
    };

    [Theory]
    [InlineData("The kite fair takes place in Norway in June 2031.", true)]
    [InlineData("Next year's kite fair takes place in Norway.", false)]
    [InlineData("Last year’s kite fair opened in Norway.", false)]
    [InlineData("This year's kite fair takes place in Norway.", true)]
    public void What_is_said_of_next_years_fair_is_said_of_another(string sentence, bool isOfThis) =>
        Assert.Equal(isOfThis, KnownTexts.Of(June, ("fair.md", "---\ntitle: A fair\npublished: 2031-06-01\n---\n\n" + sentence)).Documents.Single().Facts.Any(fact => fact.Attributes.Count > 0));

    [Fact]
    public void Where_it_is_not_played_is_no_answer_to_where()
    {
        var answer = KnownTexts.Of(Fair, ("fair.md", "---\ntitle: A fair\npublished: 2031-06-01\n---\n\nThe kite fair will not be played in the Corn Exchange. The kite fair is played in the Sailors' Hall."))
            .Ask("Where is the kite fair played?", Conversation.New);
        Assert.DoesNotContain(answer.Statements, statement => statement.ValueText?.Contains("Corn", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("The kite fair takes place with Ada Lorn from Norway.", false)]
    [InlineData("Ada Lorn opened the kite fair in Norway.", true)]
    public void Where_somebody_is_from_is_no_place_of_it(string sentence, bool isPlace) =>
        Assert.Equal(isPlace, KnownTexts.Of(Fair, ("fair.md", "---\ntitle: A fair\n---\n" + sentence)).Documents.Single().Facts.Any(fact => fact.Attributes.Count > 0));

    [Theory]
    [InlineData("The kite fair takes place in Norway.", true)]
    [InlineData("The kite fair ended with a short statement on Norway.", false)]
    [InlineData("The kite fair opened with talks about Norway.", false)]
    [InlineData("The kite fair opened, the ministry in Norway said.", false)]
    public void What_is_spoken_of_is_no_place(string sentence, bool isPlace) =>
        Assert.Equal(isPlace, KnownTexts.Of(Fair, ("fair.md", "---\ntitle: A fair\n---\n" + sentence)).Documents.Single().Facts.Any(fact => fact.Attributes.Count > 0));

    [Theory]
    [InlineData("The gala dinner of the Tarn Lake Fair will be held in the mill.")]
    [InlineData("The gala dinner of the Tarn Lake Fair will be held indoors.")]
    public void What_another_event_is_called_by_is_no_place_of_a_dinner(string sentence)
    {
        var topic = Topic.None with
        {
            Entities =
            [
                new Entity(new EntityId("dinner"), EntityKind.Event, "gala dinner", [], []),
                new Entity(new EntityId("fair"), EntityKind.Event, "Tarn Lake Fair", [], []),
                new Entity(new EntityId("lake"), EntityKind.Place, "Tarn Lake", [], []),
            ],
            Attributes = [new TopicAttribute("dinner.place", "the place of the dinner", new EntityId("dinner"), [], AttributeValueKind.Place, ["held"], [], [], [], [], false)],
        };
        Assert.Empty(Assert.Single(KnownTexts.Of(topic, ("a.txt", sentence)).Documents).Facts.SelectMany(fact => fact.Attributes));
        Assert.Equal(new EntityId("lake"), Assert.Single(Assert.Single(KnownTexts.Of(topic, ("a.txt", "The gala dinner will be held at Tarn Lake.")).Documents).Facts.SelectMany(fact => fact.Attributes)).Named);
    }
}
