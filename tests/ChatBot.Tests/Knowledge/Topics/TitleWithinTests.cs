using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Knowledge.Topics;

public sealed class TitleWithinTests
{
    [Theory]
    [InlineData("Lantern fair, Vorring, May 2032", EntityKind.Event, "the Lantern fair, Vorring, May 2032")]
    [InlineData("The Lantern fair", EntityKind.Event, "The Lantern fair")]
    [InlineData("Vorring's Lantern fair", EntityKind.Event, "Vorring's Lantern fair")]
    [InlineData("Ana Varga", EntityKind.Person, "Ana Varga")]
    public void An_events_title_has_its_article_within_a_sentence(string title, EntityKind kind, string within)
    {
        var subject = new Entity(new EntityId("subject"), kind, "Lantern fair", [], []);
        Assert.Equal(within, (Topic.None with { Title = title, Subject = subject.Id, Entities = [subject] }).TitleWithin);
    }
}
