using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Chat;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("Was Ukraine invited?", "Was Ukraine invited?")]
    [InlineData("/when", "When is it?")]
    [InlineData("/when the fair?", "When is the fair?")]
    [InlineData("/who@TheBot Rutte", "Who is Rutte?")]
    [InlineData("/ask /where the fair", "Where is the fair?")]
    [InlineData("/compare When is it?", "When is it?")]
    [InlineData("/quote Trump", null)]
    [InlineData("/number aid", null)]
    [InlineData("/timeline", null)]
    [InlineData("/who", null)]
    public void The_question_behind_a_look_up_is_known_where_there_is_one(string typed, string? question) => Assert.Equal(question, CommandText.AsQuestion(typed));
}
