using ChatBot.Knowledge.Documents.Boilerplate;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents.Boilerplate;

public sealed class CaptionSignsTests
{
    [Theory]
    [InlineData("The mayor opens the wall on 4 March 2031. (AP Photo/Una Brack)", true)]
    [InlineData("The mayor opens the wall. (Una Brack / Getty Images)", true)]
    [InlineData("The mayor opens the wall on 4 March 2031. REUTERS/Una Brack", true)]
    [InlineData("Photo: the wall at low water", true)]
    [InlineData("Mayors pose for a family picture on the wall", true)]
    [InlineData("The mayor opened the wall (built in 1931).", false)]
    [InlineData("The mayor opened the wall and/or the gate", false)]
    [InlineData("\"They pose for a photo and then they leave,\" Harrow said.", false)]
    public void A_caption_is_told_by_its_credit(string text, bool isCaption) => Assert.Equal(isCaption, CaptionSigns.Mark(text));

    [Theory]
    [InlineData("REUTERS/Una Brack", true)]
    [InlineData("(AP Photo/Una Brack)", true)]
    [InlineData("Harrow opens the wall. AFP/Una Brack", false)]
    public void A_credit_alone_is_no_sentence(string text, bool isCredit) => Assert.Equal(isCredit, CaptionSigns.IsCreditOnly(text));
}
