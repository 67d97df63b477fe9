using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>What leans on what was said before is watched as the whole question that it was read as.</summary>
public sealed class FollowUpsWatchedTests
{
    [Fact]
    public void A_follow_up_is_watched_by_a_question_that_has_the_same_answer_alone()
    {
        const string first = "Who is Mara Ellstrom?";
        const string next = "when did she win?";
        var handled = After(first, next);
        var watch = Assert.Single(handled.Reply.Actions, action => action.Subject.StartsWith("/watch ", StringComparison.Ordinal));
        var alone = InventedPages.Knowledge.Ask(watch.Subject["/watch ".Length..], Conversation.New);
        Assert.NotEqual(next, watch.Subject["/watch ".Length..]);
        Assert.Equal(handled.Answer.Statements.Select(statement => statement.Fact.Id), alone.Statements.Select(statement => statement.Fact.Id));
    }

    private static Handled After(string first, string next) => QuestionHandler.Handle(next, QuestionHandler.Handle(first, Conversation.New, InventedPages.Knowledge).Conversation, InventedPages.Knowledge);
}
