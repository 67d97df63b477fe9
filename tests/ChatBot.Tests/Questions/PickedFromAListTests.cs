using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>What was just shown answers what is asked of it first.</summary>
public sealed class PickedFromAListTests
{
    [Theory]
    [InlineData("the first one", "Ana Varga")]
    [InlineData("and the second one?", "Olav Bergsen")]
    [InlineData("the last one", "Olav Bergsen")]
    public void One_of_several_statements_is_chosen_by_its_place(string choice, string name)
    {
        var knowledge = KnownTexts.Of(("guests.txt", "Ana Varga attended the lantern fair.\n\nOlav Bergsen attended the lantern fair."));
        var asked = QuestionHandler.Handle("Who attended the lantern fair?", Conversation.New, knowledge);
        Assert.Contains("Ana Varga", asked.Answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{name} attended", PlainReplyWriter.WriteText(QuestionHandler.Handle(choice, asked.Conversation, knowledge).Reply), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_the_answer_names_already_is_told_of_by_it()
    {
        var knowledge = KnownTexts.Of(("talks.txt", "Norway and Finland have expressed doubts about the bridge treaty."));
        var asked = QuestionHandler.Handle("Does Norway have doubts about the bridge treaty?", Conversation.New, knowledge);
        Assert.IsType<Told>(asked.Answer);
        Assert.Contains("Finland have expressed doubts", PlainReplyWriter.WriteText(QuestionHandler.Handle("and Finland?", asked.Conversation, knowledge).Reply), StringComparison.Ordinal);
    }
}
