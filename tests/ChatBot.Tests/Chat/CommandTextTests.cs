using ChatBot.Chat;
using ChatBot.Questions;
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
    [InlineData("/when does Trump arrive?", "When does Trump arrive?")]
    [InlineData("/when when is it", "When is it?")]
    [InlineData("/where did they meet", "Where did they meet?")]
    [InlineData("/who is Frederiksen", "Who is Frederiksen?")]
    [InlineData("/who wrote the story", "Who wrote the story?")]
    [InlineData("/who won", "Who won?")]
    [InlineData("/who attended the fair", "Who attended the fair?")]
    [InlineData("/who ahmed", "Who is ahmed?")]
    [InlineData("/quote Trump", null)]
    [InlineData("/number aid", null)]
    [InlineData("/timeline", null)]
    [InlineData("/who", null)]
    public void The_question_behind_a_look_up_is_known_where_there_is_one(string typed, string? question) => Assert.Equal(question, TypedQuestion.Of(typed));
}
