using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding;

public sealed class AnswerTypeReaderTests
{
    [Theory]
    [InlineData("How many countries take part?", AnswerType.Quantity, "countri")]
    [InlineData("how many european leaders came", AnswerType.Quantity, "leader")]
    [InlineData("How much does it cost?", AnswerType.Quantity, null)]
    [InlineData("how long is the bridge", AnswerType.Quantity, null)]
    [InlineData("Which newspaper reported it?", AnswerType.Organisation, "newspap")]
    [InlineData("On what day does it begin?", AnswerType.Date, "day")]
    [InlineData("When's the summit?", AnswerType.Date, null)]
    [InlineData("whose plan was it", AnswerType.Person, "plan")]
    [InlineData("Who is Ada Lorn?", AnswerType.Role, null)]
    [InlineData("who is lorn", AnswerType.Role, null)]
    [InlineData("Who is the mayor of Vell?", AnswerType.Person, null)]
    [InlineData("who is attending", AnswerType.Person, null)]
    [InlineData("Who said that?", AnswerType.Person, null)]
    [InlineData("Is the harbour open?", AnswerType.YesNo, null)]
    [InlineData("will she come", AnswerType.YesNo, null)]
    [InlineData("What did Lorn say about the pier?", AnswerType.Statement, null)]
    [InlineData("Why is it closed?", AnswerType.Reason, null)]
    [InlineData("How did he escape?", AnswerType.Reason, null)]
    [InlineData("In what city was it made?", AnswerType.Place, "citi")]
    [InlineData("What is the name of the river?", AnswerType.Place, "river")]
    [InlineData("where's the venue", AnswerType.Place, null)]
    [InlineData("Which missiles were sent?", AnswerType.Thing, "missil")]
    [InlineData("What percentage of people voted?", AnswerType.Quantity, "percentag")]
    [InlineData("What was the date of the treaty?", AnswerType.Date, "date")]
    [InlineData("summit venue", AnswerType.Place, "venu")]
    [InlineData("What is a lens?", AnswerType.Any, null)]
    [InlineData("", AnswerType.Any, null)]
    public void A_question_says_what_kind_of_thing_it_wants(string question, AnswerType expects, string? focus)
    {
        var reading = AnswerTypeReader.Read(Tokenizer.Tokenize(question));
        Assert.Equal((expects, focus), (reading.Expects, reading.Focus));
    }
}
