using ChatBot.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public sealed class TaggedClaimTests
{
    [Theory]
    [InlineData("The quay opened on Monday. True?", "The quay opened on Monday.")]
    [InlineData("The mayor died. Right?", "The mayor died.")]
    [InlineData("Six cranes came. They are red. is that correct?", "Six cranes came. They are red.")]
    [InlineData("the ferry sank! true or false", "the ferry sank!")]
    [InlineData("The ferry sank. Isn't it so?", "The ferry sank.")]
    [InlineData("The ferry sank, true?", "The ferry sank")]
    [InlineData("in May, the ferry sank, right?", "in May, the ferry sank")]
    [InlineData("The mayor will come, won't she?", "The mayor will come")]
    [InlineData("The mayor isn't coming, is she?", "The mayor isn't coming")]
    [InlineData("Fact check: the ferry sank.", "the ferry sank.")]
    [InlineData("True or false: the ferry sank", "the ferry sank")]
    public void A_statement_with_a_tag_is_to_be_checked(string message, string claim) => Assert.Equal(new TaggedMessage(claim, true), TaggedClaim.Read(message));

    [Theory]
    [InlineData("is that true?", true)]
    [InlineData("true?", true)]
    [InlineData("Really?", true)]
    [InlineData("check this", true)]
    [InlineData("Could you check that, please?", true)]
    [InlineData("is what he says true?", true)]
    [InlineData("is it true that the ferry sank?", false)]
    [InlineData("please", false)]
    [InlineData("what is that", false)]
    [InlineData("did she say that?", false)]
    [InlineData("", false)]
    public void Who_only_asks_whether_something_is_so_means_what_stands_elsewhere(string message, bool asks) => Assert.Equal(asks, TaggedClaim.IsTagAlone(message));

    [Theory]
    [InlineData("Is the ferry safe? True or false?", "Is the ferry safe?")]
    [InlineData("Is the ferry safe, right?", "Is the ferry safe")]
    [InlineData("True or false? Did the ferry sink?", "Did the ferry sink?")]
    [InlineData("he is coming, right?", "he is coming")]
    [InlineData("You are a bot, aren't you?", "You are a bot")]
    public void A_question_with_a_tag_stays_one(string message, string question) => Assert.Equal(new TaggedMessage(question, false), TaggedClaim.Read(message));

    [Theory]
    [InlineData("True?")]
    [InlineData("Ok. Right?")]
    [InlineData("thanks, ok?")]
    [InlineData("I am new here. When does the quay open?")]
    [InlineData("The quay opened on Monday. Is it true that it has six cranes?")]
    [InlineData("The quay opened on Monday. All right.")]
    [InlineData("If the ferry sank, who is to pay?")]
    [InlineData("Correct: the ferry sank.")]
    [InlineData("")]
    public void Everything_else_has_none(string message) => Assert.Null(TaggedClaim.Read(message));

    [Fact]
    public void The_tag_is_no_claim_of_its_own() => Assert.Equal("the ferry sank", Assert.Single(ClaimSplitter.Split("the ferry sank, true?")).Text);
}
