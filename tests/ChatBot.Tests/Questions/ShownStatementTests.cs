using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class ShownStatementTests
{
    private static readonly KnowledgeBase Known = KnownTexts.Of(
        ("tide.txt", "The ferry Alma carries 210 passengers."), ("harbour.txt", "The ferry Alma carries 190 passengers."), ("morning.txt", "The ferry Alma carries 150 passengers."));

    [Fact]
    public void What_was_kept_tells_which_values_stood_against_each_other()
    {
        var answer = Assert.IsType<Disputed>(Known.Ask("How many passengers does the ferry Alma carry?", Conversation.New));
        var kept = ShownStatements.Write(ShownStatements.Of(ReplyComposer.Compose(answer, Known, ""), answer, Known));
        var then = Assert.IsType<Disputed>(ShownStatements.AsAnswer(ShownStatements.Read(kept), new Told(answer.Statements) { Question = answer.Question }, Known));
        Assert.Equal(answer.Sides.Select(side => side.Statements.Select(statement => statement.Text)), then.Sides.Select(side => side.Statements.Select(statement => statement.Text)));
    }

    [Theory]
    [InlineData("2=ab12cd34:7:38:0011aabb", null)]
    [InlineData("2=ab12cd34:7:38:0011aabb=d1", "d1")]
    [InlineData("2=ab12cd34:7:38:0011aabb=c0", "c0")]
    [InlineData("2=ab12cd34:7:38:0011aabb=x9", null)]
    public void What_was_kept_before_sides_were_is_still_read(string kept, string? side)
    {
        var read = Assert.Single(ShownStatements.Read(kept));
        Assert.Equal(("ab12cd34:7:38:0011aabb", 2, side), (read.Place.ToString(), read.Number, read.Side?.ToString()));
    }
}
